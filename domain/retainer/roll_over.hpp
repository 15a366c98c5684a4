// H5: what of an allowance is carried into the next period, and what expires.
#pragma once

#include "domain/retainer/cycle.hpp"

namespace billtrail {

struct RollingOver {
  std::int32_t period = 0;   // the one that closes
  std::vector<Bucket> left;  // its buckets with what is left of each, in the order they were drawn
  RollOver roll_over = RollOver::none;
  std::int32_t periods = 0;         // for RollOver::periods
  std::optional<std::int64_t> cap;  // of the sum carried
  std::int32_t last_of_year = 0;    // for RollOver::year_end: the last period that begins in the year of this one
};
struct RolledOver {
  std::vector<Bucket> carried;  // in the order they will be drawn
  std::int64_t expired = 0;
};

// Expired buckets end first; the period's own rest becomes a bucket; older ones keep their expiry; the cap drops the soonest to
// expire first.
RolledOver roll_over(const RollingOver& rolling);

}  // namespace billtrail
