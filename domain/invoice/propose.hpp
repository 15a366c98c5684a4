// What a client has open, put into a draft (2.13, 2.14): work, overage, milestones, expenses, media.
#pragma once

#include <functional>

#include "domain/invoice/drafting.hpp"
#include "domain/kernel/faults.hpp"

namespace billtrail {

struct Wanted {
  Date until;
  std::vector<ProjectId> projects;         // all unless given
  std::optional<EngagementId> engagement;  // all unless given
};

// Work dated by then that is priced, not deferred (W7) and on no draft. With the engagement of a retainer: also its open overage.
void propose_work(Drafting& draft, const Wanted& wanted);
// The rest: overage counted in pieces, approved milestones, expenses, media.
void propose_items(Drafting& draft, const Wanted& wanted);

// C5: overage of closed periods of one agreement; of the periods that are asked for. `propose_pieces` where it is counted in
// pieces.
using WhichPeriods = std::function<bool(const CycleState&)>;
void propose_overage(Drafting& draft, const EngagementId& engagement, Date until, const WhichPeriods& which);
void propose_pieces(Drafting& draft, const EngagementId& engagement, const WhichPeriods& which);
// H7: what the fee of that period bought, as lines at zero price.
void list_covered(Drafting& draft, const EngagementId& engagement, const CycleState& cycle);

// Work that somebody named. Adds a fault for each that cannot be billed; `pointer` is that of the list.
std::vector<LineWork> named_work(Drafting& draft, const std::vector<EntryId>& entries, std::string_view pointer, Faults& faults);

bool is_deferred(const EntrySettlement* settlement, Date until);

}  // namespace billtrail
