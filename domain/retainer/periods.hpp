// C1-C3: the periods of an agreement and what part of a fee or allowance a stretch of one is worth. Pure.
#pragma once

#include <optional>

#include "domain/retainer/cycle.hpp"

namespace billtrail {

// When an agreement runs, and how its periods repeat.
struct Cadence {
  CycleTerms cycle;
  Date starts;
  std::optional<Date> ends;  // exclusive
};

struct Period {
  std::int32_t period = 0;
  Date from, to;              // [from, to), cut by start and end of the agreement
  Date whole_from, whole_to;  // the natural period it is a part of
};

// The first day of period 0: the first day on or after the start that the cycle can begin on.
Date first_bound(const Cadence& cadence);
// -1 with a stub before period 0, else 0.
std::int32_t first_period(const Cadence& cadence);
// C1: bound(n), for any n; always from the anchor day.
Date bound(const Cadence& cadence, std::int32_t n);
// Nothing before the start, and nothing from the end on. With EndPolicy::run_out the last period is whole (C6).
std::optional<Period> period_at(const Cadence& cadence, std::int32_t n);
// The period that holds the day, as if the agreement never ended; nothing before the start.
std::optional<std::int32_t> period_of(const Cadence& cadence, Date day);
// The last period that begins in the year, which is not before the period's own (H5, year_end).
std::int32_t last_of_year(const Cadence& cadence, std::int32_t period);

// A stretch of a period, [from, to).
struct Stretch {
  Date from, to;
};
// C2, C3: what a fee for a whole period is worth for the stretch: minor units; at most the fee, and all of it for all of the
// period.
std::int64_t prorated_fee(const Cadence& cadence, const Period& period, Stretch stretch, std::int64_t fee);
// The same for the allowance: hours to the minute, pieces and money to the unit. A stub that is free still has its share.
std::int64_t prorated_allowance(const Cadence& cadence, const Period& period, Stretch stretch, const PeriodTerms& terms);

}  // namespace billtrail
