// Retainers and their cycles as the books hold them.
#pragma once

#include <set>

#include "domain/kernel/table.hpp"
#include "domain/retainer/cycle.hpp"

namespace billtrail {

struct CycleState {
  std::int32_t period = 0;
  Date from, to;  // [from, to)
  bool skipped = false;
  std::vector<FeePart> fees;
  std::int64_t allowance = 0;   // own, before the deficit
  std::int64_t deficit_in = 0;
  std::vector<Bucket> carried;
  PeriodTerms terms;
  std::set<std::int32_t> alerts;  // percentages raised and not cleared
  // From the close on:
  bool closed = false;
  Date closed_on;
  std::int64_t used = 0;
  std::int64_t deficit_out = 0;
  std::vector<Bucket> carried_out;
  OveragePolicy policy = OveragePolicy::rate_card;
  Seconds overage;
  std::int64_t overage_value = 0;
  std::optional<bool> overage_approved;  // needs_approval
  // The scheduled drafts there are (C5), not discarded:
  std::optional<InvoiceId> regular, adjustment, overage_draft;
  bool restated = false;  // C4: its fee changed after it had been drafted, so an adjustment is due
  std::vector<FeePart> drafted_fees;  // as the regular draft charged them
};

// Terms that hold from the first period beginning on or after `from`.
struct LaterTerms {
  Date from;
  PeriodTerms terms;
};
struct Pause {
  Date from;
  std::optional<Date> until;
};

struct RetainerState {
  CycleTerms cycle;
  PeriodTerms terms;               // of the next period to be opened, unless `later` says otherwise
  std::vector<LaterTerms> later;
  std::vector<Pause> pauses;
  std::vector<CycleState> cycles;  // in order, without gaps
  std::int64_t deliverables_total = 0;
  std::vector<DeliverableRecorded> deliverables;
};

}  // namespace billtrail
