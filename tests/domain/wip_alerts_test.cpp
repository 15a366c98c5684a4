// W4: alerts on a client's WIP.
#include "domain/wip/alerts.hpp"
#include "tests/domain/wip_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

Event thresholds(std::optional<std::int64_t> value, std::optional<std::int64_t> aged = {}, std::int32_t days = 60) {
  ClientBillingSet set;
  set.client = acme;
  set.alert = WipThresholds{value, aged, days};
  return set;
}

LogTime hours(std::string_view name, std::int64_t count, std::string_view date = "2026-02-20") {
  LogTime command;
  command.entry = entry(name);
  command.member = ana;
  command.client = acme;
  command.date = day(date);
  command.seconds = Seconds{count * 3600};
  return command;
}

TimeLogged logged_hours(std::string_view name, std::int64_t count, std::string_view date = "2026-02-20") {
  TimeLogged time = worked(name, date, count * 3600);
  time.facts.standard.reset();
  return time;
}

WriteOffWip write_off(std::int64_t amount) {
  WriteOffWip command;
  command.write_off = off;
  command.client = acme;
  command.entries = {entry("b")};
  command.amount = amount;
  command.reason = "goodwill";
  return command;
}

}  // namespace

TEST_CASE("W4: crossing a client's threshold is told once, with the entry that crossed it, and again after falling below") {
  const Scenario& end = Scenario{}
                            .given(agency)
                            .given({old_rate, thresholds(50'000)})
                            .when(hours("a", 4))
                            .then({logged_hours("a", 4)})
                            .when(hours("b", 1))
                            .then({logged_hours("b", 1), WipAlertRaised{acme, WipAlertKind::value, 50'000, 50'000, entry("b")}})
                            .when(hours("c", 1))
                            .then({logged_hours("c", 1)})
                            .when(write_off(10'000))
                            .then({written_off("goodwill", {{entry("b"), {3600}, {3600}, 10'000}}, "2026-03-01")})
                            .when(RemoveTimeEntry{entry("c"), "twice"})
                            .then({TimeEntryRemoved{entry("c"), logged_hours("c", 1).facts, "twice"},
                                   WipAlertCleared{acme, WipAlertKind::value, 40'000}})
                            .when(hours("d", 1))
                            .then({logged_hours("d", 1), WipAlertRaised{acme, WipAlertKind::value, 50'000, 50'000, entry("d")}});
  CHECK(end.books().wip_alerts.find(acme)->value);
}

TEST_CASE("W4: work that grows old crosses its threshold with the passing of time") {
  Scenario{}
      .given(agency)
      .given({old_rate, thresholds({}, 30'000, 30), logged_hours("a", 2, "2026-01-30"), logged_hours("b", 1, "2026-01-31"),
              logged_hours("c", 9, "2026-02-01")})
      .when(CheckWipAlerts{day("2026-03-02")})
      .then_refused({refuse(RefusalCode::occurred_in_the_future, "/on", {{"today", "2026-03-01"}})})
      .when(CheckWipAlerts{})
      .then_refused({refuse(RefusalCode::nothing_due)})
      .when(CheckWipAlerts{}, at("2026-03-03T08:00:00Z"))
      .then({WipAlertRaised{acme, WipAlertKind::age, 30'000, 30'000, {}}})
      .when(CheckWipAlerts{}, at("2026-03-03T09:00:00Z"))
      .then_refused({refuse(RefusalCode::nothing_due)});
}

TEST_CASE("W1: expenses count, invoiced work does not, drafts do") {
  ExpenseRecorded hotel;
  hotel.expense = id<ExpenseId>("hotel");
  hotel.client = acme;
  hotel.on = day("2026-02-01");
  hotel.price = 12'000;
  Scenario scenario;
  scenario.given(golden_work()).given({hotel, drafted("d", {claim("a", 28'800, 80'000)})});
  const Row client = scenario.books().clients.row_of(acme);
  CHECK(wip_of_client(scenario.books(), client, day("2026-03-01")).value == 112'000);
  CHECK(wip_of_client(scenario.books(), client, day("2026-02-03")).value == 107'000);
  scenario.given({InvoiceApproved{id<InvoiceId>("d"), id<ActorId>("ana")},
                  issued("d", "INV-1", "2026-02-28", {claim("a", 28'800, 80'000)})});
  CHECK(wip_of_client(scenario.books(), client, day("2026-03-01")).value == 32'000);
}

TEST_CASE("W4: an alert ends with its threshold") {
  SetClientBilling none;
  none.client = acme;
  none.alert = WipThresholds{};
  Scenario{}
      .given(golden_work())
      .given({thresholds(50'000), WipAlertRaised{acme, WipAlertKind::value, 50'000, 100'000, {}}})
      .when(none)
      .then({thresholds({}), WipAlertCleared{acme, WipAlertKind::value, 100'000}});
}
