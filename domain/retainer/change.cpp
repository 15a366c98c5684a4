// C4: a change holds from the next period that has not been opened, unless it names a day of a period that is open: then that
// period's fee and allowance are restated in parts, each prorated. A change that waits for its period keeps what it changes; the
// rest follows.
#include <algorithm>
#include <iterator>

#include "domain/checks.hpp"
#include "domain/retainer/restate.hpp"
#include "domain/retainer/retainer_rules.hpp"
#include "domain/retainer/terms.hpp"
#include "domain/retainer/thresholds.hpp"

namespace billtrail {
namespace {

PeriodTerms changed(PeriodTerms terms, const ChangeRetainer& command) {
  const auto set = [](auto& field, const auto& said) {
    if (said) field = *said;
  };
  set(terms.fee, command.fee);
  set(terms.allowance, command.allowance);
  set(terms.services, command.services);
  set(terms.projects, command.projects);
  set(terms.roll_over, command.roll_over);
  set(terms.roll_over_periods, command.roll_over_periods);
  if (terms.roll_over != RollOver::periods && !command.roll_over_periods) terms.roll_over_periods = 0;
  if (command.roll_over_cap) terms.roll_over_cap = command.roll_over_cap;
  if (terms.roll_over == RollOver::none && !command.roll_over_cap) terms.roll_over_cap.reset();
  set(terms.order, command.order);
  set(terms.overage, command.overage);
  if (command.overage_rate) terms.overage_rate = command.overage_rate;
  const bool no_rate = terms.overage == OveragePolicy::absorb || terms.overage == OveragePolicy::deficit ||
                       (terms.overage == OveragePolicy::rate_card && terms.basis != AllowanceBasis::deliverables);
  if (no_rate && !command.overage_rate) terms.overage_rate.reset();
  set(terms.overage_invoice, command.overage_invoice);
  if (command.alert_percent) terms.alert_percent = in_order(*command.alert_percent);
  set(terms.list_covered, command.list_covered);
  return terms;
}

// What the change does to those that wait for later periods.
void change_later(const Retainer& retainer, const RetainerChanged& changed, TermsChange change, std::vector<Event>& events) {
  for (const LaterTerms& later : retainer.cycles->later) {
    if (later.from <= changed.from) continue;
    change = {later.terms, rebased(later.terms, change)};
    if (change.now == change.before) continue;
    const std::int32_t period = period_of(cadence_of(retainer), later.from).value_or(changed.period);
    events.emplace_back(RetainerChanged{changed.engagement, later.from, false, period, change.now});
  }
}

// The first period beginning on or after the day that has not been opened.
std::optional<Period> period_for(const Retainer& retainer, const std::optional<Date>& from) {
  std::optional<Period> period = next_period(retainer);
  while (from && period && period->from < *from) period = period_at(cadence_of(retainer), period->period + 1);
  return period;
}

// The cycle that holds the day; null when that day has not been opened.
const CycleState* cycle_on(const RetainerState& retainer, Date day) {
  for (const CycleState& cycle : retainer.cycles) {
    if (day >= cycle.from && day < cycle.to) return &cycle;
  }
  return nullptr;
}

void check_within(const CycleState& cycle, Faults& faults) {
  if (cycle.skipped) {
    faults.add(RefusalCode::cycle_skipped, "/from", {{"period", std::int64_t{cycle.period}}});
  } else if (cycle.closed) {
    faults.add(RefusalCode::cycle_closed, "/from", {{"period", std::int64_t{cycle.period}}});
  }
}

// From when the change holds; the terms are still as they were before it.
std::optional<RetainerChanged> check_from(const Retainer& retainer, const ChangeRetainer& command, Faults& faults) {
  RetainerChanged change;
  change.engagement = command.engagement;
  if (command.from && *command.from < retainer.engagement->starts) {
    faults.add(RefusalCode::engagement_not_running, "/from", {{"starts", retainer.engagement->starts.text()}});
    return std::nullopt;
  }
  if (const CycleState* cycle = command.from ? cycle_on(*retainer.cycles, *command.from) : nullptr) {
    check_within(*cycle, faults);
    change.from = *command.from;
    change.within_period = true;
    change.period = cycle->period;
    change.terms = cycle->terms;
    return change;
  }
  const std::optional<Period> period = period_for(retainer, command.from);
  if (!period) {
    faults.add(RefusalCode::engagement_not_running, "/from", {{"ends", retainer.engagement->ends->text()}});
    return std::nullopt;
  }
  change.from = period->from;
  change.period = period->period;
  change.terms = terms_from(*retainer.cycles, period->from);
  return change;
}

}  // namespace

Decision<Event> decide(const Books& books, const ChangeRetainer& command, const Given&) {
  Faults faults;
  const Retainer retainer = check_retainer(books, command.engagement, faults);
  if (!faults.none()) return faults.in_order();
  std::optional<RetainerChanged> change = check_from(retainer, command, faults);
  if (!change) return faults.in_order();
  const PeriodTerms before = change->terms;
  change->terms = changed(before, command);
  check_period_terms(books, retainer.engagement->client, change->terms, faults);
  if (change->terms == before) faults.add(RefusalCode::nothing_to_change);
  if (!faults.none()) return faults.in_order();

  std::vector<Event> events{*change};
  std::vector<Event> restated;
  TermsChange onwards{before, change->terms};
  if (change->within_period) {
    onwards = restate_for_terms(retainer, command.engagement, change->from, std::move(onwards), restated);
  }
  change_later(retainer, *change, std::move(onwards), events);
  std::move(restated.begin(), restated.end(), std::back_inserter(events));
  return events;
}

}  // namespace billtrail
