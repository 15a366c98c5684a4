// W1a, M1, M3, M4, D4, 2.10: every quotient of the product, formed in 128 bits and rounded once, half away from zero.
#include "domain/kernel/rounding.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace billtrail {
namespace {

constexpr std::int64_t ten_to(int power) {
  std::int64_t value = 1;
  for (int i = 0; i < power; ++i) value *= 10;
  return value;
}

}  // namespace

std::int64_t divide_half_away(Int128 numerator, Int128 denominator) {
  const bool negative = numerator < 0;
  const Int128 magnitude = negative ? -numerator : numerator;
  Int128 quotient = magnitude / denominator;
  const Int128 left = magnitude % denominator;
  if (left >= denominator - left) ++quotient;
  if (negative) quotient = -quotient;
  using Limits = std::numeric_limits<std::int64_t>;
  if (quotient > Limits::max() || quotient < Limits::min()) throw std::overflow_error("a quotient does not fit 64 bits");
  return static_cast<std::int64_t>(quotient);
}

Money value_of(Seconds seconds, const Price& price) {
  const Int128 one = ten_to(4);
  const Int128 amount = Int128{price.amount.ten_thousandths} * ten_to(price.currency.exponent());
  if (price.per.count == 0) return {divide_half_away(amount, one), price.currency};
  return {divide_half_away(amount * seconds.count, one * price.per.count), price.currency};
}

std::vector<std::int64_t> largest_remainder(std::int64_t total, const std::vector<std::int64_t>& weights) {
  Int128 sum = 0;
  for (const std::int64_t weight : weights) {
    if (weight < 0) throw std::invalid_argument("a weight is negative");
    sum += weight;
  }
  if (sum == 0) {
    if (total != 0) throw std::invalid_argument("no weight to spread over");
    return std::vector<std::int64_t>(weights.size(), 0);
  }

  const bool negative = total < 0;
  const Int128 magnitude = negative ? -Int128{total} : Int128{total};
  std::vector<Int128> parts(weights.size());
  std::vector<Int128> remainders(weights.size());
  Int128 left = magnitude;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    parts[i] = magnitude * weights[i] / sum;
    remainders[i] = magnitude * weights[i] % sum;
    left -= parts[i];
  }

  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  for (std::size_t i = 0; left > 0; ++i, --left) ++parts[order[i]];

  std::vector<std::int64_t> result(weights.size());
  for (std::size_t i = 0; i < parts.size(); ++i) result[i] = static_cast<std::int64_t>(negative ? -parts[i] : parts[i]);
  return result;
}

std::int64_t percent_hundredths(std::int64_t part, std::int64_t whole) { return divide_half_away(Int128{part} * 10'000, whole); }

}  // namespace billtrail
