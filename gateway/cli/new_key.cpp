// Draws keys from the system's random source.
#include "gateway/cli/new_key.hpp"

#include <fmt/format.h>

#include <random>

namespace billtrail::cli {

std::string new_key(std::string_view verb) {
  std::random_device source;
  std::string key(verb);
  key += '-';
  for (int part = 0; part < 3; ++part) key += fmt::format("{:08x}", source());
  return key;
}

}  // namespace billtrail::cli
