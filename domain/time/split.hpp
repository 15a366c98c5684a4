// TM4: work that crosses midnight stays one entry; its seconds are split at local midnights by one pure function.
#pragma once

#include <string_view>
#include <vector>

#include "domain/time/time.hpp"

namespace billtrail {

// The seconds of each local day of the zone that [start, end) touches, in order; they sum to `seconds` exactly. When pauses were
// taken out (seconds < end - start) nobody knows when they were, so the seconds are spread over the elapsed parts by largest
// remainder. Days that get no second are left out. `seconds` must not be negative.
std::vector<DayPart> split_by_day(Instant start, Instant end, Seconds seconds, std::string_view zone, const ZoneRules& zones);

}  // namespace billtrail
