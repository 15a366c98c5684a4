// What tests of agreements have in common: Ana works for Acme (EUR, all hours at 100.00) and for Bolt (USD). Acme's retainer is
// called care.
#pragma once

#include "tests/support/given_when_then.hpp"

namespace billtrail::testing {

inline const auto ana = id<MemberId>("ana");
inline const auto acme = id<ClientId>("acme");
inline const auto bolt = id<ClientId>("bolt");
inline const auto payroll = id<ServiceId>("payroll");
inline const auto seo = id<ServiceId>("seo");
inline const auto site = id<ProjectId>("site");
inline const auto care = id<EngagementId>("care");
inline const auto usual = id<RateRuleId>("usual");

inline constexpr std::int64_t hour = 3600;

inline AppliedRate at_100() { return {{dec("100"), cur("EUR"), Seconds{hour}}, RateOrigin::rule, usual}; }

inline std::vector<Event> practice() {
  return {opened(),
          MemberAdded{ana, {}, {}, {}, {}, {}},
          ClientAdded{acme, "Acme", cur("EUR")},
          ClientAdded{bolt, "Bolt", cur("USD")},
          ServiceAdded{payroll, "Payroll"},
          ServiceAdded{seo, "SEO"},
          ProjectOpened{site, acme, "Site"},
          RateSet{usual, RateKind::bill, {}, at_100().price, day("2020-01-01"), {}, {}}};
}

// 40 hours a month for 3 100.00, from 1 January 2026 on.
inline PeriodTerms forty_hours(OveragePolicy overage = OveragePolicy::rate_card, RollOver roll_over = RollOver::none) {
  PeriodTerms terms;
  terms.fee = 310'000;
  terms.basis = AllowanceBasis::hours;
  terms.allowance = 40 * hour;
  terms.overage = overage;
  terms.roll_over = roll_over;
  terms.alert_percent = {80, 100};
  return terms;
}

inline RetainerAgreed agreed(PeriodTerms terms, CycleTerms cycle = {}, std::string_view starts = "2026-01-01",
                             std::optional<Date> ends = {}) {
  const auto kind = terms.basis == AllowanceBasis::none ? EngagementKind::recurring_fee : EngagementKind::retainer;
  return {care, acme, "Care", kind, day(starts), ends, "", std::move(cycle), std::move(terms)};
}
inline CycleTerms in_arrears() {
  CycleTerms cycle;
  cycle.timing = Timing::arrears;
  return cycle;
}

// Work under the retainer.
inline TimeLogged worked(std::string_view entry, std::string_view date, std::int64_t seconds,
                         std::optional<AppliedRate> rate = at_100()) {
  TimeLogged time;
  time.entry = id<EntryId>(entry);
  time.facts.member = ana;
  time.facts.work.client = acme;
  time.facts.work.engagement = care;
  time.facts.work.category = Category::retainer;
  time.facts.span.work_date = day(date);
  time.facts.span.seconds = {seconds};
  time.facts.agreed = rate;
  time.facts.standard = rate;
  return time;
}

inline Instant morning(std::string_view date) { return at(std::string(date) + "T09:00:00Z"); }
inline OpenRetainerCycle open_next() { return {care, {}}; }
inline CloseRetainerCycle close_next() { return {care, {}, {}}; }

inline const CycleState& cycle(const Scenario& scenario, std::int32_t period) {
  for (const CycleState& found : scenario.books().retainers.find(care)->cycles) {
    if (found.period == period) return found;
  }
  throw std::logic_error("no such period");
}

// As if the period's regular invoice had been drafted and issued.
inline void invoiced(Scenario& scenario, std::int32_t period) {
  const auto id = InvoiceId::parse("i" + std::to_string(period)).value();
  InvoiceState invoice;
  invoice.stage = InvoiceStage::issued;
  invoice.client = acme;
  invoice.key = DraftKey{care, period, DraftPurpose::regular};
  invoice.document = std::make_shared<InvoiceDocument>();
  scenario.books().invoices.insert(id, std::move(invoice));
  for (CycleState& cycle : scenario.books().retainers.edit(care).cycles) {
    if (cycle.period != period) continue;
    cycle.regular = id;
    cycle.drafted_fees = cycle.fees;
  }
}

// The one event of a kind in what the last command left.
template <class SomeEvent>
SomeEvent left(const Scenario& scenario) {
  std::optional<SomeEvent> found;
  for (const Event& event : scenario.decision().events()) {
    if (const auto* held = std::get_if<SomeEvent>(&event)) {
      if (found) throw std::logic_error("more than one such event");
      found = *held;
    }
  }
  return found.value();
}

}  // namespace billtrail::testing
