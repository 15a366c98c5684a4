// What is wrong with a JSON text, and the result of reading one: either the value or every fault found, never only the first.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace billtrail {

// Where a text stops being JSON: offset in bytes from 0, line and column (in bytes) from 1.
struct JsonPlace {
  std::size_t offset = 0;
  std::size_t line = 1;
  std::size_t column = 1;
  friend bool operator==(const JsonPlace&, const JsonPlace&) = default;
};

// The codes a fault may have; part of the public contract.
namespace fault_code {
inline constexpr std::string_view broken_json = "broken_json";          // not JSON at all; the place says where
inline constexpr std::string_view too_deep = "too_deep";                // nested beyond json_depth_max
inline constexpr std::string_view duplicate_field = "duplicate_field";  // the same name twice in one object
inline constexpr std::string_view unknown_field = "unknown_field";
inline constexpr std::string_view missing_field = "missing_field";
inline constexpr std::string_view wrong_type = "wrong_type";
inline constexpr std::string_view not_an_integer = "not_an_integer";    // 90.0 and 9e1 are not
inline constexpr std::string_view out_of_range = "out_of_range";
inline constexpr std::string_view wrong_format = "wrong_format";        // of a date, an id, a currency ...
inline constexpr std::string_view unknown_name = "unknown_name";        // not among the allowed names
inline constexpr std::string_view too_long = "too_long";
inline constexpr std::string_view too_many = "too_many";
inline constexpr std::string_view unknown_command = "unknown_command";
}  // namespace fault_code

struct JsonFault {
  std::string pointer;      // RFC 6901: "/facts/work/client"; empty for the whole text
  std::string_view code;    // one of fault_code
  std::string message;      // a sentence for a person
  std::string expected;     // what would be right: "integer", "YYYY-MM-DD"; empty when the message says all
  std::optional<JsonPlace> place;
  friend bool operator==(const JsonFault&, const JsonFault&) = default;
};
using JsonFaults = std::vector<JsonFault>;

template <class T>
class ReadResult {
 public:
  ReadResult(T value) : outcome_(std::move(value)) {}
  ReadResult(JsonFaults faults) : outcome_(std::move(faults)) {}

  bool ok() const { return outcome_.index() == 0; }
  explicit operator bool() const { return ok(); }
  const T& value() const& { return std::get<0>(outcome_); }
  T& value() & { return std::get<0>(outcome_); }
  T&& value() && { return std::get<0>(std::move(outcome_)); }
  const T& operator*() const { return value(); }
  const T* operator->() const { return &value(); }
  // At least one when !ok(), in the order of the text.
  const JsonFaults& faults() const { return std::get<1>(outcome_); }

 private:
  std::variant<T, JsonFaults> outcome_;
};

// One step of a JSON pointer, "~" and "/" escaped.
void append_pointer(std::string& pointer, std::string_view name);
void append_pointer(std::string& pointer, std::size_t index);

}  // namespace billtrail
