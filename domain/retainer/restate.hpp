// C4, C6: the fee and own allowance of open cycles stated anew, after a change within one or a new end of the agreement.
#pragma once

#include "domain/decide.hpp"
#include "domain/retainer/cycles.hpp"

namespace billtrail {

// Terms before and after a change.
struct TermsChange {
  PeriodTerms before, now;
};
// Terms of a later period after the change: what they had left as it was before is now as it becomes; what they changed stays.
PeriodTerms rebased(const PeriodTerms& later, const TermsChange& change);

// The change holds from a day on: the open cycle that holds the day gets a new part, open cycles after it change as a whole. Adds
// a RetainerCycleRestated for each that differs. Answers what the change is for the periods that follow.
TermsChange restate_for_terms(const Retainer& retainer, const EngagementId& id, Date from, TermsChange change,
                              std::vector<Event>& events);
// The agreement ends there. Adds one for each open cycle whose days change.
void restate_for_end(const Retainer& retainer, const EngagementId& id, Date ends, std::vector<Event>& events);

}  // namespace billtrail
