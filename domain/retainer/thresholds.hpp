// 2.12: the percentages of use at which a retainer raises an alert.
#pragma once

#include <cstdint>
#include <vector>

namespace billtrail {

// 80 and 100.
std::vector<std::int32_t> usual_thresholds();
// Ascending, each once.
std::vector<std::int32_t> in_order(std::vector<std::int32_t> percents);

}  // namespace billtrail
