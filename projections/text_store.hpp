// Sealed texts, one after another in blocks: no allocation of its own for each of a million descriptions. Append only; a text that
// was replaced stays until the next rebuild.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace billtrail {

struct TextPlace {
  std::uint32_t block = 0;
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
};

class TextStore {
 public:
  TextPlace keep(std::string_view text) {
    if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < text.size()) {
      blocks_.emplace_back().reserve(std::max(block_bytes, text.size()));
    }
    std::string& block = blocks_.back();
    const TextPlace place{static_cast<std::uint32_t>(blocks_.size() - 1), static_cast<std::uint32_t>(block.size()),
                          static_cast<std::uint32_t>(text.size())};
    block += text;
    return place;
  }
  // Good until the store goes.
  std::string_view at(TextPlace place) const {
    return place.length == 0 ? std::string_view{} : std::string_view(blocks_[place.block]).substr(place.offset, place.length);
  }

 private:
  static constexpr std::size_t block_bytes = std::size_t{1} << 20;
  std::vector<std::string> blocks_;
};

}  // namespace billtrail
