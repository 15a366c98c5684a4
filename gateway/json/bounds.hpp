// Bounds of what a request may carry. Characters are Unicode code points.
#pragma once

#include <cstddef>
#include <string_view>

namespace billtrail {

inline constexpr std::size_t json_depth_max = 32;
inline constexpr std::size_t json_faults_max = 100;           // more are not listed
inline constexpr std::size_t name_characters_max = 200;       // names and every other short text
inline constexpr std::size_t text_characters_max = 4000;      // descriptions and reasons
inline constexpr std::size_t tags_max = 50;
inline constexpr std::size_t tag_characters_max = 60;
inline constexpr std::size_t vector_elements_max = 500;

// What holds for one field: how long its text may be, or how many elements it may have.
struct FieldBounds {
  std::size_t characters = name_characters_max;
  std::size_t elements = vector_elements_max;
};

// Which fields hold longer texts, told by their names, which mean the same in every command.
constexpr FieldBounds bounds_of(std::string_view field) {
  if (field == "description" || field == "reason" || field == "rate_reason" || field == "note") {
    return {text_characters_max, vector_elements_max};
  }
  if (field == "tags") return {tag_characters_max, tags_max};
  return {};
}

}  // namespace billtrail
