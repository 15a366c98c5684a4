// 2.5 capped work (2.21): agreed net value since the start, in draw order; the crossing entry is split by value. Pure.
#pragma once

#include <vector>

#include "domain/kernel/time.hpp"

namespace billtrail {

struct CappedWork {
  Seconds billed;
  std::int64_t value = 0;
};
// What of each entry lies within the cap; the rest is over-service.
struct WithinCap {
  Seconds seconds;
  std::int64_t value = 0;
};

// `work` in order of (work date, start or none first, entry id).
std::vector<WithinCap> within_cap(std::int64_t cap, const std::vector<CappedWork>& work);

}  // namespace billtrail
