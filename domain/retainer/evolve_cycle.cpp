// The cycles as the events left them. A close also settles the work it drew.
#include <algorithm>

#include "domain/retainer/cycles.hpp"
#include "domain/retainer/drawn_entries.hpp"
#include "domain/retainer/retainer_rules.hpp"
#include "domain/wip/open_work.hpp"

namespace billtrail {
namespace {

CycleState& cycle_of(RetainerState& retainer, std::int32_t period) {
  const std::optional<std::size_t> place = place_of(retainer, period);
  if (!place) throw std::logic_error("an event names a period that was never opened: " + std::to_string(period));
  return retainer.cycles[*place];
}

// The next period may be open before this one is closed (advance): what it gets then comes with the close, through skipped ones.
void hand_on(RetainerState& retainer, std::int32_t from) {
  for (std::size_t next = *place_of(retainer, from) + 1; next < retainer.cycles.size(); ++next) {
    HandedOn handed = handed_on(retainer.cycles[next - 1]);
    retainer.cycles[next].carried = std::move(handed.carried);
    retainer.cycles[next].deficit_in = handed.deficit;
    if (!retainer.cycles[next].skipped) return;
  }
}

void settle(Books& books, const RetainerCycleClosed& event, const Draw& draw) {
  const Row row = books.entries.row_of(draw.entry);
  if (row == no_row) throw std::logic_error("a close names a time entry that was never logged");
  EntrySettlement& settlement = edit_settlement(books, row);
  settlement.billed = draw.billed;
  settlement.frozen = true;
  settlement.covered = draw.covered + draw.deficit;
  settlement.closed = true;
  settlement.period = event.period;
  settlement.overage = draw.overage;
  settlement.overage_value = draw.value;
  settlement.overage_rate = draw.rate;
  settlement.overage_waits = event.policy == OveragePolicy::needs_approval && draw.overage.count != 0;
}

}  // namespace

void evolve(Books& books, const RetainerCycleOpened& event) {
  RetainerState& retainer = books.retainers.edit(event.engagement);
  CycleState cycle;
  cycle.period = event.period;
  cycle.from = event.from;
  cycle.to = event.to;
  cycle.skipped = event.skipped;
  cycle.fees = event.fees;
  cycle.allowance = event.allowance;
  cycle.deficit_in = event.deficit;
  cycle.carried = event.carried;
  cycle.terms = event.terms;
  retainer.cycles.push_back(std::move(cycle));
  retainer.terms = event.terms;
  std::vector<LaterTerms>& later = retainer.later;
  later.erase(std::remove_if(later.begin(), later.end(), [&](const LaterTerms& terms) { return terms.from <= event.from; }),
              later.end());
}

void evolve(Books& books, const RetainerCycleRestated& event) {
  RetainerState& retainer = books.retainers.edit(event.engagement);
  CycleState& cycle = cycle_of(retainer, event.period);
  cycle.from = event.from;
  cycle.to = event.to;
  cycle.fees = event.fees;
  cycle.allowance = event.allowance;
  cycle.terms = event.terms;
  if (event.period == retainer.cycles.back().period) retainer.terms = event.terms;
  cycle.restated = cycle.regular.has_value() && cycle.drafted_fees != cycle.fees;
}

void evolve(Books& books, const RetainerCycleClosed& event) {
  for (const Draw& draw : event.draws) settle(books, event, draw);
  RetainerState& retainer = books.retainers.edit(event.engagement);
  CycleState& cycle = cycle_of(retainer, event.period);
  cycle.closed = true;
  cycle.closed_on = event.on;
  cycle.used = event.used;
  cycle.deficit_out = event.deficit;
  cycle.carried_out = event.carried;
  cycle.policy = event.policy;
  cycle.overage = {};
  for (const Draw& draw : event.draws) cycle.overage += draw.overage;
  cycle.overage_value = event.overage_value;
  hand_on(retainer, event.period);
}

// H6: as if it had never been closed; that it was stays to be seen by its date (is_reopened).
void evolve(Books& books, const RetainerCycleReopened& event) {
  for (const Row row : drawn_entries(books, event.engagement, event.period)) {
    EntrySettlement& settlement = edit_settlement(books, row);
    settlement.billed = {};
    settlement.frozen = false;
    settlement.covered = {};
    settlement.closed = false;
    settlement.period = 0;
    settlement.overage = {};
    settlement.overage_value = 0;
    settlement.overage_rate.reset();
    settlement.overage_waits = false;
  }
  RetainerState& retainer = books.retainers.edit(event.engagement);
  CycleState& cycle = cycle_of(retainer, event.period);
  cycle.closed = false;
  cycle.used = 0;
  cycle.deficit_out = 0;
  cycle.carried_out.clear();
  cycle.overage = {};
  cycle.overage_value = 0;
  cycle.overage_approved.reset();
  hand_on(retainer, event.period);
}

void evolve(Books& books, const OverageApproved& event) {
  cycle_of(books.retainers.edit(event.engagement), event.period).overage_approved = event.approved;
  for (const Row row : drawn_entries(books, event.engagement, event.period)) edit_settlement(books, row).overage_waits = false;
}

void evolve(Books& books, const OverageCharged& event) {
  CycleState& cycle = cycle_of(books.retainers.edit(event.engagement), event.period);
  if (!cycle.overage_draft) cycle.overage_draft = event.invoice;
}

void evolve(Books& books, const RetainerAlertRaised& event) {
  cycle_of(books.retainers.edit(event.engagement), event.period).alerts.insert(event.percent);
}

void evolve(Books& books, const RetainerAlertCleared& event) {
  cycle_of(books.retainers.edit(event.engagement), event.period).alerts.erase(event.percent);
}

}  // namespace billtrail
