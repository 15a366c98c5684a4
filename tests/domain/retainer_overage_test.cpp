// H4, H6: overage that is absorbed, approved or declined; late time; reopening.
#include "tests/domain/retainer_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

// January with 41 hours of 40, closed.
Scenario& january_closed(Scenario& scenario, OveragePolicy policy) {
  return scenario.given(practice())
      .given({agreed(forty_hours(policy))})
      .when(open_next(), morning("2026-01-01"))
      .given({worked("w", "2026-01-05", 41 * hour)})
      .when(close_next(), morning("2026-02-01"))
      .then_anything();
}
WipWrittenOff over_serviced(std::string write_off, std::string_view on, std::string reason) {
  return {id<WriteOffId>(write_off),
          acme,
          day(on),
          WriteOffReason::over_servicing,
          std::move(reason),
          {{id<EntryId>("w"), {41 * hour}, {hour}, 10'000}},
          care,
          0};
}
const EntrySettlement& settled(const Scenario& scenario) { return *scenario.books().settlements.find(id<EntryId>("w")); }

}  // namespace

TEST_CASE("H4: absorbed overage is written off in the same append, dated the close") {
  Scenario scenario;
  january_closed(scenario, OveragePolicy::absorb);
  const RetainerCycleClosed closed = left<RetainerCycleClosed>(scenario);
  CHECK(closed.overage == hour);
  CHECK(closed.overage_value == 0);
  scenario.then({closed, over_serviced("id-1", "2026-01-31", "overage absorbed at the close")});
  CHECK(settled(scenario).written_off == Seconds{hour});
  CHECK(settled(scenario).written_off_value == 10'000);
}

TEST_CASE("H4: overage waits for the client's word, is billed after it, and only once") {
  Scenario scenario;
  january_closed(scenario, OveragePolicy::needs_approval);
  CHECK(settled(scenario).overage_waits);
  scenario.when(ApproveOverage{care, 0, {}, "by mail"}).then({OverageApproved{care, 0, true, "by mail"}});
  CHECK_FALSE(settled(scenario).overage_waits);
  scenario.when(ApproveOverage{care, 0, {}, {}}).then_refused({refuse(RefusalCode::overage_not_waiting, "/period")});
}

TEST_CASE("H4: overage that the client declines is written off today") {
  Scenario scenario;
  january_closed(scenario, OveragePolicy::needs_approval)
      .when(ApproveOverage{care, 0, false, "not agreed"}, morning("2026-02-10"))
      .then({OverageApproved{care, 0, false, "not agreed"}, over_serviced("id-1", "2026-02-10", "not agreed")});
}

TEST_CASE("overage_not_waiting, cycle_open, unknown_period: only overage of a closed period that needs approval waits") {
  Scenario scenario;
  january_closed(scenario, OveragePolicy::rate_card)
      .when(open_next(), morning("2026-02-01"))
      .when(ApproveOverage{care, 0, {}, {}})
      .then_refused({refuse(RefusalCode::overage_not_waiting, "/period")})
      .when(ApproveOverage{care, 1, {}, {}})
      .then_refused({refuse(RefusalCode::cycle_open, "/period")})
      .when(ApproveOverage{care, 2, {}, {}})
      .then_refused({refuse(RefusalCode::unknown_period, "/period")});
}

TEST_CASE("H6, golden 13: time recorded for a closed period is drawn in the earliest open one, in the order of its own date") {
  Scenario scenario;
  january_closed(scenario, OveragePolicy::rate_card).when(open_next(), morning("2026-02-01"));
  scenario.given({worked("own", "2026-02-02", 40 * hour), worked("late", "2026-01-30", 2 * hour)})
      .when(close_next(), morning("2026-03-01"));
  const RetainerCycleClosed closed = left<RetainerCycleClosed>(scenario);
  CHECK(closed.draws == std::vector<Draw>{{id<EntryId>("late"), {2 * hour}, {2 * hour}, {}, {}, 0, {}},
                                          {id<EntryId>("own"), {40 * hour}, {38 * hour}, {2 * hour}, {}, 20'000, at_100()}});
  CHECK(cycle(scenario, 0).used == 41 * hour);
}

TEST_CASE("H6: work of a skipped period is drawn in the next one") {
  Scenario scenario;
  scenario.given(practice()).given({agreed(forty_hours()), RetainerPaused{care, day("2026-01-01"), day("2026-02-01"), ""}});
  scenario.when(open_next(), morning("2026-01-01")).when(open_next(), morning("2026-02-01"));
  scenario.given({worked("paused", "2026-01-30", hour)}).when(close_next(), morning("2026-03-01"));
  CHECK(left<RetainerCycleClosed>(scenario).used == hour);
}

TEST_CASE("H6: reopening takes back what the close froze and wrote off, at the same date; closing again says the same") {
  Scenario scenario;
  january_closed(scenario, OveragePolicy::absorb);
  const RetainerCycleClosed first = left<RetainerCycleClosed>(scenario);
  scenario.when(ReopenRetainerCycle{care, 0, "two entries were missing"}, morning("2026-02-10"))
      .then({WriteOffReversed{id<WriteOffId>("id-1"), day("2026-01-31"), "two entries were missing"},
             RetainerCycleReopened{care, 0, "two entries were missing"}, RetainerAlertRaised{care, 0, 80, {}},
             RetainerAlertRaised{care, 0, 100, {}}});
  CHECK_FALSE(settled(scenario).closed);
  CHECK_FALSE(settled(scenario).frozen);
  CHECK(settled(scenario).covered == Seconds{});
  CHECK(settled(scenario).written_off == Seconds{});
  scenario.when(close_next(), morning("2026-02-10"))
      .then({first, over_serviced("id-2", "2026-01-31", "overage absorbed at the close")});
}

TEST_CASE("H6: the period after a reopened one gives back what was carried into it") {
  Scenario scenario;
  scenario.given(practice()).given({agreed(forty_hours(OveragePolicy::rate_card, RollOver::forever))});
  scenario.when(open_next(), morning("2026-01-01"))
      .when(close_next(), morning("2026-02-01"))
      .when(open_next(), morning("2026-02-01"));
  CHECK(cycle(scenario, 1).carried.size() == 1);
  scenario.when(ReopenRetainerCycle{care, 0, "again"}, morning("2026-02-02")).then_anything();
  CHECK(cycle(scenario, 1).carried.empty());
  scenario.when(close_next(), morning("2026-02-02"));
  CHECK(cycle(scenario, 1).carried.size() == 1);
}

TEST_CASE("reason_needed, unknown_period, cycle_open, cycle_closed, period_locked: only the last closed period, with a reason") {
  Scenario scenario;
  january_closed(scenario, OveragePolicy::rate_card).when(open_next(), morning("2026-02-01"));
  scenario.when(ReopenRetainerCycle{care, 9, " "})
      .then_refused({refuse(RefusalCode::reason_needed, "/reason"), refuse(RefusalCode::unknown_period, "/period")})
      .when(ReopenRetainerCycle{care, 1, "why"})
      .then_refused({refuse(RefusalCode::cycle_open, "/period")})
      .when(close_next(), morning("2026-03-01"))
      .given({PeriodLocked{day("2026-01-31")}})
      .when(ReopenRetainerCycle{care, 0, "why"})
      .then_refused({refuse(RefusalCode::period_locked, "/period", {{"locked_until", "2026-01-31"}}),
                     refuse(RefusalCode::cycle_closed, "/period", {{"later", std::int64_t{1}}})});
}

TEST_CASE("entry_invoiced, entry_on_draft, entry_written_off: what has been done with the overage comes first") {
  Scenario scenario;
  january_closed(scenario, OveragePolicy::rate_card);
  EntrySettlement& settlement = scenario.books().settlements.edit(id<EntryId>("w"));
  settlement.written_off_value = 500;
  scenario.when(ReopenRetainerCycle{care, 0, "why"})
      .then_refused({refuse(RefusalCode::entry_written_off, "/period", {{"entry", "w"}})});
  settlement.written_off_value = 0;
  settlement.invoiced = Seconds{hour};
  scenario.when(ReopenRetainerCycle{care, 0, "why"}).then_refused({refuse(RefusalCode::entry_invoiced, "/period")});
  settlement.invoiced = {};
  InvoiceState draft;
  draft.client = acme;
  settlement.holder = scenario.books().invoices.insert(id<InvoiceId>("i1"), draft);
  scenario.when(ReopenRetainerCycle{care, 0, "why"})
      .then_refused({refuse(RefusalCode::entry_on_draft, "/period", {{"invoice", "i1"}})});
}
