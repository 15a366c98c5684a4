// The only place where anything is divided. Products are formed in 128-bit integers and rounded once, half away from zero.
#pragma once

#include <cstdint>
#include <vector>

#include "domain/kernel/money.hpp"
#include "domain/kernel/time.hpp"

namespace billtrail {

__extension__ using Int128 = __int128;

// numerator / denominator, half away from zero. denominator > 0. Throws std::overflow_error when it does not fit.
std::int64_t divide_half_away(Int128 numerator, Int128 denominator);

// What a piece of work is worth: `amount` for every `per` seconds, or `amount` as it stands when `per` is zero (fixed per entry).
struct Price {
  Decimal4 amount;
  Currency currency;
  Seconds per{3600};
  friend constexpr auto operator<=>(const Price&, const Price&) = default;
};

// W1a: round(seconds x rate), once per entry, in minor units of the price's currency.
Money value_of(Seconds seconds, const Price& price);

// M3, M4, D4: cuts `total` into parts in proportion to `weights` (none negative, not all zero) by largest remainder;
// equal remainders go to the earlier. The parts sum to the total exactly. A negative total mirrors the positive one.
std::vector<std::int64_t> largest_remainder(std::int64_t total, const std::vector<std::int64_t>& weights);

// part / whole in percent with two decimals (hundredths of a percent), half away from zero. whole > 0. 2.10, 2.21.
std::int64_t percent_hundredths(std::int64_t part, std::int64_t whole);

}  // namespace billtrail
