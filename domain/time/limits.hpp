// The bounds of what can be recorded about time, each with a name.
#pragma once

#include <cstddef>

#include "domain/kernel/money.hpp"
#include "domain/kernel/time.hpp"

namespace billtrail {

// The longest entry, worked or on the clock: 7 days. The overlap index relies on it.
inline constexpr Seconds entry_seconds_max{7 * 86'400};
// TM7: how far a clock may run ahead of the server's.
inline constexpr Seconds clock_ahead_max{120};
// Work without clock times may be dated up to this many days after today in the practice's zone: where the member is, it may
// already be tomorrow.
inline constexpr int days_ahead_max = 1;
// 1990-01-01 to 2199-12-31.
inline constexpr Date first_date{7305};
inline constexpr Date last_date{84'005};
// No zone is further than a day from UTC: outside of these an instant has no date that can be recorded, whatever the zone.
inline constexpr Instant first_instant{(std::int64_t{first_date.days} - 1) * 86'400'000'000};
inline constexpr Instant last_instant{(std::int64_t{last_date.days} + 2) * 86'400'000'000};
// How many overlapped entries an event or a refusal lists.
inline constexpr std::size_t overlaps_listed_max = 20;
// The highest rate that can be typed on an entry: a thousand million an hour.
inline constexpr Decimal4 typed_rate_max{10'000'000'000'000};

}  // namespace billtrail
