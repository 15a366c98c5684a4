// C1-C3, C5, C6: periods open one after the other, when they are due, with what the one before hands on.
#include "tests/domain/retainer_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

RetainerCycleOpened opened_as(std::int32_t period, std::string_view from, std::string_view to, std::int64_t fee,
                              std::int64_t allowance, const PeriodTerms& terms) {
  return {care, acme, period, day(from), day(to), false, {{day(from), day(to), fee, terms.fee}}, allowance, 0, {}, terms};
}

CycleTerms five_days_ahead() {
  CycleTerms cycle;
  cycle.lead_days = 5;
  return cycle;
}

}  // namespace

TEST_CASE("C2, C3: the stub opens first, prorated, then whole periods; never out of turn and never early") {
  const PeriodTerms terms = forty_hours();
  Scenario{}
      .given(practice())
      .given({agreed(terms, {}, "2026-01-15")})
      .when(open_next(), morning("2026-01-14"))
      .then_refused({refuse(RefusalCode::cycle_not_due, {}, {{"due", "2026-01-15"}})})
      .when(OpenRetainerCycle{care, 0}, morning("2026-02-01"))
      .then_refused({refuse(RefusalCode::cycle_not_due, "/period", {{"next", std::int64_t{-1}}})})
      .when(OpenRetainerCycle{care, -1}, morning("2026-01-15"))
      .then({opened_as(-1, "2026-01-15", "2026-02-01", 170'000, 78'960, terms)})
      .when(open_next(), morning("2026-02-01"))
      .then({opened_as(0, "2026-02-01", "2026-03-01", 310'000, 40 * hour, terms)});
}

TEST_CASE("C5: in advance a period opens its lead days before it begins, in arrears when it begins") {
  const PeriodTerms terms = forty_hours();
  Scenario{}
      .given(practice())
      .given({agreed(terms, five_days_ahead(), "2026-02-01")})
      .when(open_next(), morning("2026-01-26"))
      .then_refused({refuse(RefusalCode::cycle_not_due, {}, {{"due", "2026-01-27"}})})
      .when(open_next(), morning("2026-01-27"))
      .then({opened_as(0, "2026-02-01", "2026-03-01", 310'000, 40 * hour, terms)});
  Scenario{}
      .given(practice())
      .given({agreed(terms, in_arrears(), "2026-02-01")})
      .when(open_next(), morning("2026-01-31"))
      .then_refused({refuse(RefusalCode::cycle_not_due, {}, {{"due", "2026-02-01"}})})
      .when(open_next(), morning("2026-02-01"))
      .then_anything();
}

TEST_CASE(
    "unknown_engagement, engagement_kind_differs, engagement_not_running: only a running agreement with cycles has periods") {
  const auto build = id<EngagementId>("build");
  Scenario{}
      .given(practice())
      .given({EngagementAgreed{build, acme, "Build", EngagementKind::hourly, day("2026-01-01"), {}, 0, 0, ""},
              agreed(forty_hours(), {}, "2026-01-01", day("2026-01-20"))})
      .when(OpenRetainerCycle{id<EngagementId>("none"), {}})
      .then_refused({refuse(RefusalCode::unknown_engagement, "/engagement")})
      .when(OpenRetainerCycle{build, {}})
      .then_refused({refuse(RefusalCode::engagement_kind_differs, "/engagement", {{"kind", "hourly"}})})
      .when(open_next())
      .then({opened_as(0, "2026-01-01", "2026-01-20", 190'000, 88'260, forty_hours())})
      .when(open_next())
      .then_refused({refuse(RefusalCode::engagement_not_running, "/engagement", {{"ends", "2026-01-20"}})});
}

TEST_CASE("C6: periods that begin in a pause are skipped: no fee, no allowance, and expiry does not count down") {
  PeriodTerms terms = forty_hours(OveragePolicy::rate_card, RollOver::periods);
  terms.roll_over_periods = 1;
  Scenario scenario;
  scenario.given(practice()).given({agreed(terms)});
  scenario.when(open_next(), morning("2026-01-01")).when(close_next(), morning("2026-02-01"));
  CHECK(left<RetainerCycleClosed>(scenario).carried == std::vector<Bucket>{{0, 40 * hour, 1}});
  scenario.when(PauseRetainer{care, day("2026-02-01"), day("2026-03-01"), "summer"})
      .then({RetainerPaused{care, day("2026-02-01"), day("2026-03-01"), "summer"}});
  scenario.when(open_next(), morning("2026-02-01"))
      .then(
          {RetainerCycleOpened{care, acme, 1, day("2026-02-01"), day("2026-03-01"), true, {}, 0, 0, {{0, 40 * hour, 1}}, terms}});
  scenario.when(CloseRetainerCycle{care, 1, {}}, morning("2026-03-01"))
      .then_refused({refuse(RefusalCode::cycle_skipped, "/period")});
  scenario.when(open_next(), morning("2026-03-01"));
  CHECK(left<RetainerCycleOpened>(scenario).carried == std::vector<Bucket>{{0, 40 * hour, 2}});
}

TEST_CASE("C6: a pause goes on until it is resumed, and what skips nothing is no pause") {
  Scenario scenario;
  scenario.given(practice()).given({agreed(forty_hours(), {}, "2026-01-01", day("2026-05-01"))});
  scenario.when(PauseRetainer{care, day("2026-02-02"), day("2026-03-01"), {}})
      .then_refused({refuse(RefusalCode::nothing_to_change, "/from")})
      .when(PauseRetainer{care, day("2026-05-01"), {}, {}})
      .then_refused({refuse(RefusalCode::nothing_to_change, "/from")})
      .when(PauseRetainer{care, day("2026-02-01"), day("2026-02-01"), {}})
      .then_refused({refuse(RefusalCode::engagement_terms_invalid, "/until", {{"from", "2026-02-01"}})})
      .when(ResumeRetainer{care, day("2026-02-01")})
      .then_refused({refuse(RefusalCode::nothing_to_change, "/from")})
      .when(PauseRetainer{care, day("2026-02-01"), {}, {}})
      .then({RetainerPaused{care, day("2026-02-01"), {}, ""}})
      .when(PauseRetainer{care, day("2026-03-01"), {}, {}})
      .then_refused({refuse(RefusalCode::nothing_to_change, "/from")})
      .when(ResumeRetainer{care, day("2026-03-01")})
      .then({RetainerResumed{care, day("2026-03-01")}});
  for (const std::string_view date : {"2026-01-01", "2026-02-01", "2026-03-01"}) scenario.when(open_next(), morning(date));
  CHECK_FALSE(cycle(scenario, 0).skipped);
  CHECK(cycle(scenario, 1).skipped);
  CHECK_FALSE(cycle(scenario, 2).skipped);
}
