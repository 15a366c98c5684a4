// W7: deferral.
#include "tests/domain/wip_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

const Date today = day("2026-03-01");

const EntrySettlement& settled(const Scenario& scenario, std::string_view name) {
  return *settlement_of(scenario.books(), scenario.books().entries.row_of(entry(name)));
}

}  // namespace

TEST_CASE("W7: entries are deferred until a date or until released, with a reason, and stay open") {
  Scenario scenario;
  scenario.given(golden_work())
      .when(DeferEntries{{entry("a"), entry("a"), entry("b")}, day("2026-04-01"), "awaits the order"})
      .then({EntryDeferred{entry("a"), today, day("2026-04-01"), "awaits the order"},
             EntryDeferred{entry("b"), today, day("2026-04-01"), "awaits the order"}});
  CHECK(settled(scenario, "a").deferred);
  CHECK(settled(scenario, "a").deferred_until == day("2026-04-01"));
  CHECK(open_text(scenario.books(), "a") == "28800 s of 28800, 800.00");
  scenario.when(ReleaseEntries{{entry("a"), entry("c")}}).then({EntryReleased{entry("a"), today}});
  CHECK(!settled(scenario, "a").deferred);
  CHECK(!settled(scenario, "a").deferred_until);
}

TEST_CASE("W7: only open work that no draft holds can be deferred") {
  Scenario{}
      .given(golden_work())
      .given({drafted("d", {claim("a", 28'800, 80'000)})})
      .given(invoiced("i", "INV-1", "2026-02-10", {claim("b", 5'400, 15'000)}))
      .when(DeferEntries{{entry("a"), entry("b"), entry("none")}, today, ""})
      .then_refused({refuse(RefusalCode::unknown_entry, "/entries/2"),
                     refuse(RefusalCode::nothing_to_change, "/until", {{"today", "2026-03-01"}}),
                     refuse(RefusalCode::reason_needed, "/reason"),
                     refuse(RefusalCode::entry_on_draft, "/entries/0", {{"invoice", "d"}}),
                     refuse(RefusalCode::entry_invoiced, "/entries/1", {{"invoice", "i"}, {"number", "INV-1"}})})
      .when(DeferEntries{{}, {}, "later"})
      .then_refused({refuse(RefusalCode::nothing_to_change, "/entries")});
}

TEST_CASE("W7: there must be something to release") {
  Scenario{}
      .given(golden_work())
      .when(ReleaseEntries{{entry("a")}})
      .then_refused({refuse(RefusalCode::nothing_to_change, "/entries")})
      .when(ReleaseEntries{{entry("none")}})
      .then_refused({refuse(RefusalCode::unknown_entry, "/entries/0")});
}
