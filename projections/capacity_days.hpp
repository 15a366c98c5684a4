// 2.10: what a member could have worked in a period. Contracted hours of each weekday as agreed on that day, less the holidays of the
// calendar that goes with them, less leave; leave on a holiday counts once, and never more than the day has. From the day a member
// joins to the day before they leave.
#pragma once

#include <vector>

#include "projections/views.hpp"

namespace billtrail {

struct Capacity {
  Seconds gross, holiday, leave;
  Seconds available() const { return gross - holiday - leave; }
};

// For each member (row of the directory) over the days first to last, both inclusive.
std::vector<Capacity> capacity_of_members(const Views& views, Date first, Date last);

}  // namespace billtrail
