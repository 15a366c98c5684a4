// D1, D4: the client is billed in whole increments, entry by entry or for the day's group at once; a group's difference falls on
// its entries in proportion to their length, so that 4 h 10 in many small pieces becomes 4 h 15 and not 5 h.
#include "domain/rounding/round_time.hpp"

#include <algorithm>

#include "domain/kernel/rounding.hpp"

namespace billtrail {

Seconds rounded(Seconds raw, const RoundingTerms& terms) {
  if (raw.count <= 0) return raw;
  const std::int64_t over = raw.count % terms.increment.count;
  const std::int64_t down = raw.count - over;
  const std::int64_t up = over == 0 ? down : down + terms.increment.count;
  std::int64_t billed = raw.count;
  switch (terms.mode) {
    case RoundingMode::none: break;
    case RoundingMode::up: billed = over < terms.grace.count ? down : up; break;
    case RoundingMode::nearest: billed = over >= terms.increment.count - over ? up : down; break;
    case RoundingMode::down: billed = down; break;
  }
  return {std::max(billed, terms.minimum.count)};
}

std::vector<Seconds> rounded_group(const std::vector<Seconds>& raw, const RoundingTerms& terms) {
  Seconds total;
  std::vector<std::int64_t> lengths;
  lengths.reserve(raw.size());
  for (const Seconds part : raw) {
    total += part;
    lengths.push_back(part.count);
  }
  const std::vector<std::int64_t> differences = largest_remainder(rounded(total, terms).count - total.count, lengths);
  std::vector<Seconds> billed = raw;
  for (std::size_t i = 0; i < billed.size(); ++i) billed[i].count += differences[i];
  return billed;
}

}  // namespace billtrail
