// 2.12: alerts of a retainer, once for each threshold, at the entry that crossed it.
#include "domain/retainer/alerts.hpp"

#include "tests/domain/retainer_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

// Takes the events in and then their alerts; the alerts, printed.
std::string alerts_of(Scenario& scenario, const std::vector<Event>& events) {
  scenario.given(events);
  const std::vector<Event> alerts = retainer_alerts(scenario.books(), events);
  scenario.given(alerts);
  return printed(alerts);
}
std::string raised(std::int32_t percent, std::string_view entry) {
  return printed({RetainerAlertRaised{care, 0, percent, id<EntryId>(entry)}});
}
Scenario& open_january(Scenario& scenario) {
  return scenario.given(practice()).given({agreed(forty_hours())}).when(open_next(), morning("2026-01-01"));
}

}  // namespace

TEST_CASE("2.12: a threshold is told once, at the entry that crossed it") {
  Scenario scenario;
  open_january(scenario);
  CHECK(alerts_of(scenario, {worked("a", "2026-01-05", 31 * hour)}).empty());
  CHECK(alerts_of(scenario, {worked("b", "2026-01-04", hour)}) == raised(80, "b"));
  CHECK(alerts_of(scenario, {worked("c", "2026-01-06", hour)}).empty());
  CHECK(alerts_of(scenario, {worked("d", "2026-01-07", hour), worked("e", "2026-01-08", 7 * hour)}) == raised(100, "e"));
}

TEST_CASE("2.12: one entry may cross both thresholds, and of several the first that does is named") {
  Scenario scenario;
  open_january(scenario);
  CHECK(alerts_of(scenario, {worked("a", "2026-01-05", 30 * hour), worked("b", "2026-01-05", 5 * hour),
                             worked("c", "2026-01-05", 5 * hour)}) == raised(80, "b") + raised(100, "c"));
}

TEST_CASE("2.12: falling below the threshold clears it, and it can be told again") {
  Scenario scenario;
  open_january(scenario);
  const TimeLogged work = worked("a", "2026-01-05", 32 * hour);
  CHECK(alerts_of(scenario, {work}) == raised(80, "a"));
  CHECK(alerts_of(scenario, {TimeEntryRemoved{work.entry, work.facts, "gone"}}) == printed({RetainerAlertCleared{care, 0, 80}}));
  CHECK(alerts_of(scenario, {worked("b", "2026-01-05", 33 * hour)}) == raised(80, "b"));
}

TEST_CASE("2.12: a larger allowance clears, and a smaller one raises without an entry") {
  Scenario scenario;
  open_january(scenario);
  alerts_of(scenario, {worked("a", "2026-01-05", 32 * hour)});
  RetainerCycleRestated more{care, 0, day("2026-01-01"), day("2026-02-01"), cycle(scenario, 0).fees, 50 * hour, forty_hours()};
  CHECK(alerts_of(scenario, {more}) == printed({RetainerAlertCleared{care, 0, 80}}));
  more.allowance = 40 * hour;
  CHECK(alerts_of(scenario, {more}) == printed({RetainerAlertRaised{care, 0, 80, {}}}));
}

TEST_CASE("2.12: work that awaits its review counts, work of other periods and agreements does not") {
  Scenario scenario;
  open_january(scenario);
  TimeLogged other = worked("other", "2026-01-05", 40 * hour);
  other.facts.work.engagement.reset();
  CHECK(alerts_of(scenario, {other, worked("later", "2026-02-05", 40 * hour)}).empty());
  TimeLogged waiting = worked("waiting", "2026-01-05", 32 * hour);
  waiting.facts.review = Review::needed;
  CHECK(alerts_of(scenario, {waiting}) == raised(80, "waiting"));
}
