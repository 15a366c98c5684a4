// The identity of a row: a hash of what it says and of how many equal rows stand before it in its file. Importing a file
// twice, or two exports that overlap, gives the same identities, and so the same entries (import rules of 3.4).
#pragma once

#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace billtrail::importers {

// 32 lower-case hex digits: the first half of SHA-256 over the texts, each with its length before it.
std::string short_digest(std::span<const std::string_view> texts);

class RowIdentities {
 public:
  explicit RowIdentities(std::string_view system) : system_(system) {}
  // The identity of the next row of the file with these fields.
  std::string of(std::span<const std::string_view> fields);

 private:
  std::string system_;
  boost::unordered_flat_map<std::string, std::uint32_t> seen_;
};

}  // namespace billtrail::importers
