// 2.6: allowances that count pieces: "20 posts".
#include "tests/domain/retainer_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

PeriodTerms twenty_posts() {
  PeriodTerms terms = forty_hours();
  terms.basis = AllowanceBasis::deliverables;
  terms.allowance = 20;
  terms.unit = "posts";
  terms.overage_rate = dec("75.50");
  return terms;
}
RecordDeliverable deliver(std::string_view name, std::string_view on, std::int64_t count) {
  return {id<DeliverableId>(name), care, day(on), count, " posts "};
}
DeliverableRecorded delivered(std::string_view name, std::string_view on, std::int64_t count) {
  return {id<DeliverableId>(name), care, day(on), count, "posts"};
}

}  // namespace

TEST_CASE("H4: pieces use the allowance, those beyond it cost the agreed price, and work is covered") {
  Scenario scenario;
  scenario.given(practice()).given({agreed(twenty_posts())}).when(open_next(), morning("2026-01-01"));
  scenario.given({worked("w", "2026-01-05", 30 * hour)})
      .when(deliver("d1", "2026-01-10", 18), morning("2026-01-10"))
      .then({delivered("d1", "2026-01-10", 18), RetainerAlertRaised{care, 0, 80, {}}})
      .given({delivered("d2", "2026-01-31", 5)})
      .when(close_next(), morning("2026-02-01"));
  const RetainerCycleClosed closed = left<RetainerCycleClosed>(scenario);
  CHECK(closed.used == 23);
  CHECK(closed.overage == 3);
  CHECK(closed.overage_value == 22'650);
  CHECK(closed.draws.front().covered == Seconds{30 * hour});
}

TEST_CASE("H6: pieces recorded late, or taken back, count in the earliest open period") {
  Scenario scenario;
  scenario.given(practice()).given({agreed(twenty_posts())}).when(open_next(), morning("2026-01-01"));
  scenario.given({delivered("d1", "2026-01-10", 10)})
      .when(close_next(), morning("2026-02-01"))
      .when(open_next(), morning("2026-02-01"));
  scenario.given({delivered("d2", "2026-01-31", 4), delivered("d3", "2026-02-02", 7), delivered("d4", "2026-01-15", -1)});
  scenario.when(close_next(), morning("2026-03-01"));
  CHECK(left<RetainerCycleClosed>(scenario).used == 10);
}

TEST_CASE(
    "what is delivered must be for an agreement that counts pieces, on a day it runs, and not more taken back than there is") {
  Scenario scenario;
  scenario.given(practice()).given({agreed(twenty_posts()), PeriodLocked{day("2026-01-03")}});
  scenario.when(deliver("d1", "2025-12-31", -1), morning("2026-01-10"))
      .then_refused({refuse(RefusalCode::period_locked, "/on", {{"locked_until", "2026-01-03"}}),
                     refuse(RefusalCode::amount_too_large, "/count", {{"delivered", std::int64_t{0}}}),
                     refuse(RefusalCode::engagement_not_running, "/on", {{"starts", "2026-01-01"}})})
      .when(deliver("d1", "2026-01-12", 0), morning("2026-01-10"))
      .then_refused({refuse(RefusalCode::occurred_in_the_future, "/on", {{"last", "2026-01-11"}}),
                     refuse(RefusalCode::nothing_to_change, "/count")});
  Scenario hours;
  hours.given(practice()).given({agreed(forty_hours())}).when(deliver("d1", "2026-01-10", 1), morning("2026-01-10"));
  hours.then_refused({refuse(RefusalCode::engagement_kind_differs, "/engagement", {{"must", "count deliverables"}})});
}
