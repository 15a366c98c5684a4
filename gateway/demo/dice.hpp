// Chance that is the same everywhere: SplitMix64 (Sebastiano Vigna, public domain). The standard library's
// distributions differ from one implementation to the next, so none is used.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace billtrail::demo {

class Dice {
 public:
  explicit constexpr Dice(std::uint64_t seed) : state_(seed) {}

  constexpr std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
  }
  // 0 to sides - 1; sides > 0. The bias for small numbers of sides is far below what anybody could see.
  constexpr int below(int sides) { return static_cast<int>(next() % static_cast<std::uint64_t>(sides)); }
  // low to high, both included.
  constexpr int between(int low, int high) { return low + below(high - low + 1); }
  constexpr bool chance(int percent) { return below(100) < percent; }
  template <class List>
  constexpr const auto& pick(const List& list) {
    return list[static_cast<std::size_t>(below(static_cast<int>(list.size())))];
  }

 private:
  std::uint64_t state_;
};

// A seed out of a name (FNV-1a), so that one person's work does not change when another is added.
constexpr std::uint64_t seed_of(std::string_view name) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return hash;
}

}  // namespace billtrail::demo
