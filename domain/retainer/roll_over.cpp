// H5, as settled in 2.21.
#include "domain/retainer/roll_over.hpp"

#include <algorithm>

#include "domain/retainer/draw_down.hpp"

namespace billtrail {
namespace {

// Whether the bucket lives on after the period, with its expiry where it is the period's own.
bool lives_on(const RollingOver& rolling, Bucket& bucket) {
  if (bucket.origin != rolling.period) return !bucket.expires || *bucket.expires > rolling.period;
  switch (rolling.roll_over) {
    case RollOver::none: return false;
    case RollOver::periods: bucket.expires = rolling.period + rolling.periods; break;
    case RollOver::year_end: bucket.expires = rolling.last_of_year; break;
    case RollOver::forever: bucket.expires.reset(); break;
  }
  return !bucket.expires || *bucket.expires > rolling.period;
}

}  // namespace

RolledOver roll_over(const RollingOver& rolling) {
  RolledOver result;
  std::int64_t carried = 0;
  for (Bucket bucket : rolling.left) {
    if (bucket.amount <= 0) continue;
    if (lives_on(rolling, bucket)) {
      carried += bucket.amount;
      result.carried.push_back(bucket);
    } else {
      result.expired += bucket.amount;
    }
  }
  std::stable_sort(result.carried.begin(), result.carried.end(), drawn_before);

  std::int64_t too_much = rolling.cap ? std::max<std::int64_t>(0, carried - *rolling.cap) : 0;
  result.expired += too_much;
  for (Bucket& bucket : result.carried) {
    const std::int64_t dropped = std::min(too_much, bucket.amount);
    bucket.amount -= dropped;
    too_much -= dropped;
  }
  result.carried.erase(
      std::remove_if(result.carried.begin(), result.carried.end(), [](const Bucket& bucket) { return bucket.amount == 0; }),
      result.carried.end());
  return result;
}

}  // namespace billtrail
