// Chance with a seed: the same on every machine.
#pragma once

#include <cstdint>
#include <random>

namespace billtrail::simulation {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}

  // 0 <= number < limit
  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }
  // low <= number <= high
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low + 1)));
  }
  bool chance(std::uint64_t percent) { return below(100) < percent; }
  template <class Value, std::size_t count>
  Value one_of(const Value (&values)[count]) {
    return values[below(count)];
  }

 private:
  std::mt19937_64 random_;
};

}  // namespace billtrail::simulation
