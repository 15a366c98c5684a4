// H1-H5: what closing a period freezes, and what it hands on.
#include "domain/retainer/cycles.hpp"
#include "tests/domain/retainer_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

// In periods of January, February ... 2026: opens the next and closes it once it is over.
RetainerCycleClosed month(Scenario& scenario, std::string_view opens, std::string_view closes,
                          const std::vector<Event>& work = {}) {
  scenario.when(open_next(), morning(opens)).then_anything().given(work).when(close_next(), morning(closes)).then_anything();
  return left<RetainerCycleClosed>(scenario);
}

Draw drawn(std::string_view entry, std::int64_t billed, std::int64_t covered, std::int64_t overage, std::int64_t deficit,
           std::int64_t value, std::optional<AppliedRate> rate) {
  return {id<EntryId>(entry), {billed}, {covered}, {overage}, {deficit}, value, std::move(rate)};
}

const EntrySettlement& settled(const Scenario& scenario, std::string_view entry) {
  return *scenario.books().settlements.find(id<EntryId>(entry));
}

}  // namespace

TEST_CASE("H3, H4: at rate card the crossing entry is split and its overage is billed at its own rate") {
  Scenario scenario;
  scenario.given(practice()).given({agreed(forty_hours())});
  month(scenario, "2026-01-01", "2026-02-01", {worked("late", "2026-01-20", 5 * hour), worked("early", "2026-01-05", 38 * hour)});
  scenario.then({RetainerCycleClosed{
      care,
      acme,
      0,
      day("2026-01-01"),
      day("2026-02-01"),
      day("2026-01-31"),
      AllowanceBasis::hours,
      40 * hour,
      43 * hour,
      0,
      3 * hour,
      0,
      OveragePolicy::rate_card,
      30'000,
      {drawn("early", 38 * hour, 38 * hour, 0, 0, 0, {}), drawn("late", 5 * hour, 2 * hour, 3 * hour, 0, 30'000, at_100())},
      {},
      0}});
  CHECK(settled(scenario, "late").covered == Seconds{2 * hour});
  CHECK(settled(scenario, "late").overage == Seconds{3 * hour});
  CHECK(settled(scenario, "late").overage_value == 30'000);
  CHECK(settled(scenario, "late").closed);
  CHECK(settled(scenario, "late").frozen);
  CHECK_FALSE(settled(scenario, "late").overage_waits);
  CHECK(cycle(scenario, 0).overage == Seconds{3 * hour});
}

TEST_CASE("H4: at the agreement's own rate that rate is what the overage is worth") {
  PeriodTerms terms = forty_hours(OveragePolicy::overage_rate);
  terms.overage_rate = dec("120");
  Scenario scenario;
  scenario.given(practice()).given({agreed(terms)});
  const RetainerCycleClosed closed = month(scenario, "2026-01-01", "2026-02-01", {worked("w", "2026-01-05", 41 * hour)});
  const AppliedRate own{{dec("120"), cur("EUR"), Seconds{hour}}, RateOrigin::typed, {}};
  CHECK(closed.draws == std::vector<Draw>{drawn("w", 41 * hour, 40 * hour, hour, 0, 12'000, own)});
  CHECK(closed.overage_value == 12'000);
}

TEST_CASE("H4: a deficit is taken from the next periods' own hours, the rest from the one after, and is never WIP") {
  Scenario scenario;
  scenario.given(practice()).given({agreed(forty_hours(OveragePolicy::deficit))});
  const RetainerCycleClosed january = month(scenario, "2026-01-01", "2026-02-01", {worked("w", "2026-01-05", 90 * hour)});
  CHECK(january.draws == std::vector<Draw>{drawn("w", 90 * hour, 40 * hour, 0, 50 * hour, 0, {})});
  CHECK(january.overage == 0);
  CHECK(january.deficit == 50 * hour);
  CHECK(january.overage_value == 0);
  CHECK(settled(scenario, "w").covered == Seconds{90 * hour});
  const RetainerCycleClosed february = month(scenario, "2026-02-01", "2026-03-01", {worked("w2", "2026-02-05", hour)});
  CHECK(february.allowance == 0);
  CHECK(february.deficit == 11 * hour);
  scenario.when(open_next(), morning("2026-03-01"));
  CHECK(available(cycle(scenario, 2)) == 29 * hour);
}

TEST_CASE("H4, H5, golden 9: 40 h with 30 used, then 50 with 60 used, then 30") {
  Scenario scenario;
  scenario.given(practice()).given({agreed(forty_hours(OveragePolicy::deficit, RollOver::forever))});
  const RetainerCycleClosed january = month(scenario, "2026-01-01", "2026-02-01", {worked("w1", "2026-01-05", 30 * hour)});
  CHECK(january.unused == 10 * hour);
  CHECK(january.carried == std::vector<Bucket>{{0, 10 * hour, {}}});
  const RetainerCycleClosed february = month(scenario, "2026-02-01", "2026-03-01", {worked("w2", "2026-02-05", 60 * hour)});
  CHECK(february.allowance == 50 * hour);
  CHECK(february.used == 60 * hour);
  CHECK(february.deficit == 10 * hour);
  scenario.when(open_next(), morning("2026-03-01"));
  CHECK(available(cycle(scenario, 2)) == 30 * hour);
  CHECK(left<RetainerCycleOpened>(scenario).fees.front().fee == 310'000);
}

TEST_CASE("H5: a period that is open already gets what is carried when the one before it closes") {
  CycleTerms slow;
  slow.close_after_days = 5;
  Scenario scenario;
  scenario.given(practice()).given({agreed(forty_hours(OveragePolicy::rate_card, RollOver::forever), slow)});
  scenario.when(open_next(), morning("2026-01-01")).when(open_next(), morning("2026-02-01"));
  CHECK(available(cycle(scenario, 1)) == 40 * hour);
  scenario.given({worked("w", "2026-01-05", 25 * hour)}).when(close_next(), morning("2026-02-06"));
  CHECK(available(cycle(scenario, 1)) == 55 * hour);
}

TEST_CASE("H5: what is not carried expires, and with the agreement everything does") {
  Scenario scenario;
  scenario.given(practice()).given({agreed(forty_hours()), worked("w", "2026-01-05", 25 * hour)});
  const RetainerCycleClosed january = month(scenario, "2026-01-01", "2026-02-01");
  CHECK(january.expired == 15 * hour);
  CHECK(january.carried.empty());
  Scenario ending;
  ending.given(practice());
  ending.given({agreed(forty_hours(OveragePolicy::rate_card, RollOver::forever), {}, "2026-01-01", day("2026-02-01"))});
  const RetainerCycleClosed last = month(ending, "2026-01-01", "2026-02-01");
  CHECK(last.expired == 40 * hour);
  CHECK(last.carried.empty());
}

TEST_CASE("H2: a money allowance is drawn at agreed rates") {
  PeriodTerms terms = forty_hours();
  terms.basis = AllowanceBasis::money;
  terms.allowance = 100'000;
  Scenario scenario;
  scenario.given(practice()).given({agreed(terms)});
  const RetainerCycleClosed closed =
      month(scenario, "2026-01-01", "2026-02-01", {worked("a", "2026-01-05", 8 * hour), worked("b", "2026-01-06", 4 * hour)});
  CHECK(closed.used == 120'000);
  CHECK(closed.overage == 20'000);
  CHECK(closed.draws == std::vector<Draw>{drawn("a", 8 * hour, 8 * hour, 0, 0, 0, {}),
                                          drawn("b", 4 * hour, 2 * hour, 2 * hour, 0, 20'000, at_100())});
}

TEST_CASE("H1: only work of the category, of the engagement and not awaiting its review draws") {
  TimeLogged project_work = worked("project", "2026-01-05", hour);
  project_work.facts.work.category = Category::project;
  TimeLogged elsewhere = worked("elsewhere", "2026-01-05", hour);
  elsewhere.facts.work.engagement.reset();
  TimeLogged waiting = worked("waiting", "2026-01-05", hour);
  waiting.facts.review = Review::needed;
  Scenario scenario;
  scenario.given(practice()).given({agreed(forty_hours())});
  const RetainerCycleClosed closed =
      month(scenario, "2026-01-01", "2026-02-01",
            {project_work, elsewhere, waiting, worked("drawn", "2026-01-31", hour), worked("next", "2026-02-01", hour),
             worked("removed", "2026-01-05", hour), TimeEntryRemoved{id<EntryId>("removed"), {}, "gone"}});
  CHECK(closed.draws == std::vector<Draw>{drawn("drawn", hour, hour, 0, 0, 0, {})});
}

TEST_CASE("H6: a close is dated the last day of the period, the first day that is not locked, or as said") {
  Scenario scenario;
  scenario.given(practice()).given({agreed(forty_hours())}).when(open_next(), morning("2026-01-01"));
  scenario.when(close_next(), morning("2026-01-31"))
      .then_refused({refuse(RefusalCode::cycle_not_due, "/period", {{"due", "2026-02-01"}})})
      .given({PeriodLocked{day("2026-02-03")}})
      .when(CloseRetainerCycle{care, {}, day("2026-01-30")}, morning("2026-02-10"))
      .then_refused({refuse(RefusalCode::period_locked, "/on", {{"locked_until", "2026-02-03"}}),
                     refuse(RefusalCode::date_before_work, "/on", {{"last_day", "2026-01-31"}})})
      .when(CloseRetainerCycle{care, {}, day("2026-02-11")}, morning("2026-02-10"))
      .then_refused({refuse(RefusalCode::occurred_in_the_future, "/on", {{"today", "2026-02-10"}})})
      .when(close_next(), morning("2026-02-10"));
  CHECK(left<RetainerCycleClosed>(scenario).on == day("2026-02-04"));
}

TEST_CASE("unknown_period, cycle_closed, cycle_not_due: periods close once and in order") {
  Scenario scenario;
  scenario.given(practice()).given({agreed(forty_hours())});
  scenario.when(close_next()).then_refused({refuse(RefusalCode::cycle_not_due, "/period")});
  for (const std::string_view date : {"2026-01-01", "2026-02-01", "2026-03-01"}) scenario.when(open_next(), morning(date));
  scenario.when(CloseRetainerCycle{care, 1, {}}, morning("2026-03-01"))
      .then_refused({refuse(RefusalCode::cycle_not_due, "/period", {{"next", std::int64_t{0}}})})
      .when(CloseRetainerCycle{care, 7, {}}, morning("2026-03-01"))
      .then_refused({refuse(RefusalCode::unknown_period, "/period")})
      .when(close_next(), morning("2026-03-01"))
      .when(CloseRetainerCycle{care, 0, {}}, morning("2026-03-01"))
      .then_refused({refuse(RefusalCode::cycle_closed, "/period", {{"closed_on", "2026-01-31"}})});
}
