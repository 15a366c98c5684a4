// C4, C6: the fee and own allowance of open cycles stated anew, after a change within one or a new end of the agreement.
#pragma once

#include "domain/decide.hpp"
#include "domain/retainer/cycles.hpp"

namespace billtrail {

// The terms hold from a day on: the open cycle that holds the day gets a new part, open cycles after it are theirs as a whole.
// Adds a RetainerCycleRestated for each.
void restate_for_terms(const Retainer& retainer, const EngagementId& id, Date from, const PeriodTerms& terms,
                       std::vector<Event>& events);
// The agreement ends there. Adds one for each open cycle whose days change.
void restate_for_end(const Retainer& retainer, const EngagementId& id, Date ends, std::vector<Event>& events);

}  // namespace billtrail
