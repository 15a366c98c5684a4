// 2.6: agreeing on a retainer, or on a recurring fee, which has no allowance.
#include <algorithm>

#include "domain/checks.hpp"
#include "domain/engagement/engagement_terms.hpp"
#include "domain/retainer/periods.hpp"
#include "domain/retainer/retainer_rules.hpp"
#include "domain/retainer/terms.hpp"
#include "domain/retainer/thresholds.hpp"

namespace billtrail {
namespace {

CycleTerms cycle_said(const AgreeRetainer& command) {
  CycleTerms terms;
  terms.unit = command.unit.value_or(terms.unit);
  terms.every = command.every.value_or(terms.every);
  terms.anchor_day = command.anchor_day.value_or(terms.anchor_day);
  terms.anchor_month = command.anchor_month;
  terms.timing = command.timing.value_or(terms.timing);
  terms.lead_days = command.lead_days.value_or(terms.lead_days);
  terms.close_after_days = command.close_after_days.value_or(terms.close_after_days);
  terms.stub = command.stub.value_or(terms.stub);
  terms.divisor = command.divisor.value_or(terms.divisor);
  terms.at_end = command.at_end.value_or(terms.at_end);
  terms.unused_at_end = command.unused_at_end.value_or(terms.unused_at_end);
  return terms;
}

PeriodTerms terms_said(const Books& books, const AgreeRetainer& command) {
  PeriodTerms terms;
  terms.fee = command.fee;
  terms.basis = command.basis.value_or(terms.basis);
  terms.allowance = command.allowance.value_or(0);
  terms.unit = command.allowance_unit.value_or("");
  terms.services = command.services;
  terms.projects = command.projects;
  terms.roll_over = command.roll_over.value_or(terms.roll_over);
  terms.roll_over_periods = command.roll_over_periods.value_or(0);
  terms.roll_over_cap = command.roll_over_cap;
  const DrawOrder usual = books.billing->own_hours_first ? DrawOrder::own_first : DrawOrder::carried_first;
  terms.order = command.order.value_or(usual);
  terms.overage = command.overage.value_or(terms.overage);
  terms.overage_rate = command.overage_rate;
  terms.overage_invoice = command.overage_invoice.value_or(terms.overage_invoice);
  terms.alert_percent = in_order(command.alert_percent);
  if (terms.alert_percent.empty() && terms.basis != AllowanceBasis::none) terms.alert_percent = usual_thresholds();
  terms.list_covered = command.list_covered.value_or(false);
  return terms;
}

// C6 run_out: an end within a period moves to the period's end.
std::optional<Date> whole_end(const Cadence& cadence) {
  if (!cadence.ends || cadence.cycle.at_end == EndPolicy::prorate) return cadence.ends;
  const std::optional<std::int32_t> last = period_of(cadence, *cadence.ends - 1);
  return last ? bound(cadence, *last + 1) : *cadence.ends;
}

}  // namespace

std::vector<std::int32_t> usual_thresholds() { return {80, 100}; }

std::vector<std::int32_t> in_order(std::vector<std::int32_t> percents) {
  std::sort(percents.begin(), percents.end());
  percents.erase(std::unique(percents.begin(), percents.end()), percents.end());
  return percents;
}

Decision<Event> decide(const Books& books, const AgreeRetainer& command, const Given&) {
  const EngagementId id = chosen(command.engagement);
  Faults faults;
  check_unused(books.engagements, id, "/engagement", faults);
  check_usable(books.clients, command.client, RefusalCode::unknown_client, "client", faults);
  const std::string name = check_name(books, kind_for_client("engagement", command.client), command.name, NameHolder{}, faults);
  check_dates(command.starts, command.ends, faults);
  const CycleTerms cycle = cycle_said(command);
  check_cycle_terms(cycle, faults);
  if (cycle.unit == CycleUnit::week && command.anchor_day) {
    faults.add(RefusalCode::engagement_terms_invalid, "/anchor_day",
               {{"must", "be left out for weeks, which begin on the start"}});
  }
  PeriodTerms terms = terms_said(books, command);
  check_period_terms(books, command.client, terms, faults);
  if (!faults.none()) return faults.in_order();

  const EngagementKind kind = terms.basis == AllowanceBasis::none ? EngagementKind::recurring_fee : EngagementKind::retainer;
  const std::optional<Date> ends = whole_end({cycle, command.starts, command.ends});
  return std::vector<Event>{
      RetainerAgreed{id, command.client, name, kind, command.starts, ends, command.scope.value_or(""), cycle, std::move(terms)}};
}

}  // namespace billtrail
