// C4, C5: which scheduled drafts a period calls for, and what fee each must charge.
#pragma once

#include "domain/books.hpp"

namespace billtrail {

// Whether the period's draft of that purpose is missing and can be made: regular in advance once it is open, in arrears once it
// is closed; adjustment after a change that a regular draft did not charge; overage once closed, where it has a draft of its own
// (C5). A period that is skipped, or has nothing to charge, calls for none.
bool is_draft_due(const CycleTerms& terms, const CycleState& cycle, DraftPurpose purpose);

// Whether overage of the closed period may be billed: there is some, and nobody has to approve it any more.
bool overage_may_be_billed(const CycleState& cycle);

// A fee line. `fee` is negative for an unused old part of an adjustment.
struct FeeLine {
  Date from, to;  // [from, to)
  std::int64_t fee = 0;
  friend bool operator==(const FeeLine&, const FeeLine&) = default;
};
// Regular: a line for each part. Adjustment: the difference between what the regular draft charged (CycleState::drafted_fees) and
// what the period costs now, a negative line for each unused old part and a positive one for each new part. Overage: none.
std::vector<FeeLine> fee_lines(const CycleState& cycle, DraftPurpose purpose);

}  // namespace billtrail
