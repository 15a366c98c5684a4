// 2.19: adjustments of closed entries, and what billing does to corrections.
#include "domain/wip/billed_seconds.hpp"
#include "tests/domain/wip_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

AdjustTimeEntry adjust(std::string_view adjusts, std::int64_t seconds, std::string_view as = "new") {
  return {entry(as), entry(adjusts), {seconds}, {}, "wrong clock"};
}

TimeLogged adjusted(const TimeLogged& of, std::int64_t seconds, std::string_view as = "new") {
  TimeLogged event;
  event.entry = entry(as);
  event.facts = of.facts;
  event.facts.rounding = {};
  event.facts.span = {of.facts.span.work_date, {seconds}, {}, {}, {}, {}};
  event.adjusts = of.entry;
  event.adjust_reason = "wrong clock";
  return event;
}

CorrectTimeEntry correct(std::string_view name, std::int64_t seconds) {
  CorrectTimeEntry command;
  command.entry = entry(name);
  command.seconds = Seconds{seconds};
  command.reason = "wrong clock";
  return command;
}

MoveTimeEntry move(std::string_view name) {
  MoveTimeEntry command;
  command.entry = entry(name);
  command.as = entry("moved");
  command.client = id<ClientId>("dora");
  command.reason = "wrong client";
  return command;
}

// An hour that is on INV-1.
std::vector<Event> billed_hour() {
  std::vector<Event> history = agency;
  history.push_back(old_rate);
  history.push_back(worked("a", "2026-02-02", 3600));
  for (Event& event : invoiced("i", "INV-1", "2026-02-10", {claim("a", 3600, 10'000)})) history.push_back(std::move(event));
  return history;
}

const Refusal is_invoiced = refuse(RefusalCode::entry_invoiced, "/entry", {{"invoice", "i"}, {"number", "INV-1"}});

}  // namespace

TEST_CASE("2.19: an invoiced entry is neither corrected nor removed nor moved") {
  Scenario{}
      .given(billed_hour())
      .when(correct("a", 1800))
      .then_refused({is_invoiced})
      .when(RemoveTimeEntry{entry("a"), "twice"})
      .then_refused({is_invoiced})
      .when(move("a"))
      .then_refused({is_invoiced});
}

TEST_CASE("2.19: an entry on a draft may be corrected; removing and moving it name the draft") {
  const Refusal on_draft = refuse(RefusalCode::entry_on_draft, "/entry", {{"invoice", "d"}});
  TimeLogged before = worked("a", "2026-02-02", 3600);
  EntryFacts after = before.facts;
  after.span.seconds = {1800};
  Scenario scenario;
  scenario.given(agency)
      .given({old_rate, before, drafted("d", {claim("a", 3600, 10'000)})})
      .when(RemoveTimeEntry{entry("a"), "twice"})
      .then_refused({on_draft})
      .when(move("a"))
      .then_refused({on_draft});
  const Decision<Event> would = scenario.would(correct("a", 1800));
  REQUIRE(would.accepted());
  CHECK(printed(would.events()) ==
        printed(std::vector<Event>{TimeEntryCorrected{entry("a"), before.facts, after, {}, {}, "wrong clock"}}));
}

TEST_CASE("2.19: what was written off, or is of a closed period, is not corrected") {
  Scenario scenario;
  scenario.given(agency).given({old_rate, worked("a", "2026-02-02", 3600), worked("b", "2026-02-02", 3600),
                                WipWrittenOff{off, acme, day("2026-02-03"), {}, "", {{entry("a"), {3600}, {}, 1}}, {}, {}}});
  EntrySettlement& settlement = edit_settlement(scenario.books(), scenario.books().entries.row_of(entry("b")));
  settlement.closed = true;
  settlement.period = 4;
  scenario.when(correct("a", 1800))
      .then_refused({refuse(RefusalCode::entry_written_off, "/entry")})
      .when(correct("b", 1800))
      .then_refused({refuse(RefusalCode::cycle_closed, "/entry", {{"period", 4}})});
}

TEST_CASE("2.19: an adjustment has the entry's work, date and frozen rates, points at it, and is open") {
  const TimeLogged a = worked("a", "2026-02-02", 3600);
  Scenario scenario;
  scenario.given(billed_hour()).when(adjust("a", -900)).then({adjusted(a, -900)});
  CHECK(open_text(scenario.books(), "new") == "-900 s of -900, -25.00");
  scenario.when(adjust("a", 600, "more")).then({adjusted(a, 600, "more")});
  CHECK(open_text(scenario.books(), "more") == "600 s of 600, 16.67");
}

TEST_CASE("2.21: adjustments are never rounded, not even on request") {
  TimeLogged a = worked("a", "2026-02-02", 3600);
  const RoundingTerms quarters{RoundingMode::up, {900}, {}, {}, RoundingScope::entry};
  const SetRounding round{id<RoundingPolicyId>("quarters"), {}, quarters, day("2026-01-01"), true};
  Scenario scenario;
  scenario.given(billed_hour())
      .when(adjust("a", 60))
      .then_anything()
      .when(round)
      .then({RoundingSet{*round.policy, {}, round.terms, round.valid_from}});
  CHECK(billed_seconds(scenario.books(), scenario.books().entries.row_of(entry("new"))) == Seconds{60});
}

TEST_CASE("2.19: never more is taken away than there is, earlier adjustments counted, also those of adjustments") {
  const auto left = [](std::int64_t seconds, std::string_view pointer = "/seconds") {
    return refuse(RefusalCode::duration_must_be_positive, std::string(pointer), {{"seconds_left", seconds}});
  };
  Scenario scenario;
  scenario.given(billed_hour())
      .when(adjust("a", -3601))
      .then_refused({left(3600)})
      .when(adjust("a", 600, "more"))
      .then_anything()
      .when(adjust("a", -4000, "less"))
      .then_anything()
      .when(adjust("a", -201))
      .then_refused({left(200)})
      .when(RemoveTimeEntry{entry("more"), "mistake"})
      .then_refused({left(200, "/entry")})
      .given(invoiced("j", "INV-2", "2026-02-11", {claim("more", 600, 1'667)}))
      .when(adjust("more", -201))
      .then_refused({left(200)})
      .when(adjust("more", -200))
      .then_anything()
      .when(adjust("a", -1, "last"))
      .then_refused({left(0)})
      .when(RemoveTimeEntry{entry("less"), "mistake"})
      .then_anything()
      .when(adjust("a", -4000, "last"))
      .then_anything();
}

TEST_CASE("2.19: an entry that could be corrected is not adjusted; one in a locked period is, dated today") {
  TimeLogged a = worked("a", "2026-02-02", 3600);
  TimeLogged expected = adjusted(a, -900);
  expected.facts.span.work_date = day("2026-03-01");
  AdjustTimeEntry dated = adjust("a", -900);
  dated.date = day("2026-02-28");
  Scenario{}
      .given(agency)
      .given({old_rate, a})
      .when(adjust("a", -900))
      .then_refused({refuse(RefusalCode::entry_open, "/adjusts")})
      .given({PeriodLocked{day("2026-02-28")}})
      .when(dated)
      .then_refused({refuse(RefusalCode::period_locked, "/date", {{"locked_until", "2026-02-28"}})})
      .when(adjust("a", -900))
      .then({expected});
}

TEST_CASE("2.19, W5: work that was written up may be corrected and is then worth its new time and the write-up") {
  Scenario scenario;
  scenario.given(agency)
      .given({old_rate, worked("a", "2026-02-02", 3600),
              WipWrittenUp{off, acme, day("2026-02-03"), "", {{entry("a"), {3600}, {}, 500}}}})
      .when(correct("a", 1800))
      .then_anything();
  CHECK(open_text(scenario.books(), "a") == "1800 s of 1800, 55.00");
}

TEST_CASE("2.19: more time does not charge a price fixed per entry again") {
  TimeLogged fixed = worked("a", "2026-02-02", 3600);
  fixed.facts.agreed->price = {dec("250"), cur("EUR"), Seconds{0}};
  TimeLogged expected = adjusted(fixed, -900);
  expected.facts.agreed->price.amount = {};
  Scenario scenario;
  scenario.given(agency)
      .given({old_rate, fixed})
      .given(invoiced("i", "INV-1", "2026-02-10", {claim("a", 3600, 25'000)}))
      .when(adjust("a", -900))
      .then({expected});
  CHECK(open_text(scenario.books(), "new") == "-900 s of -900, 0.00");
}

TEST_CASE("2.19: what an adjustment needs") {
  AdjustTimeEntry future = adjust("a", 60);
  future.date = day("2026-03-03");
  AdjustTimeEntry ancient = adjust("a", 60);
  ancient.date = day("1989-12-31");
  AdjustTimeEntry wrong = adjust("a", 0, "a");
  wrong.reason = "";
  const Scenario& gone =
      Scenario{}
          .given(billed_hour())
          .when(wrong)
          .then_refused({refuse(RefusalCode::id_in_use, "/entry", {{"entry", "a"}}),
                         refuse(RefusalCode::nothing_to_change, "/seconds"), refuse(RefusalCode::reason_needed, "/reason")})
          .when(adjust("none", 60))
          .then_refused({refuse(RefusalCode::unknown_entry, "/adjusts")})
          .when(adjust("a", 604'801))
          .then_refused({refuse(RefusalCode::duration_too_long, "/seconds", {{"seconds_max", 604'800}})})
          .when(future)
          .then_refused({refuse(RefusalCode::occurred_in_the_future, "/date", {{"today", "2026-03-01"}})})
          .when(ancient)
          .then_refused({refuse(RefusalCode::date_out_of_range, "/date", {{"first", "1990-01-01"}, {"last", "2199-12-31"}})})
          .given({TimeEntryRemoved{entry("a"), {}, ""}})
          .when(adjust("a", 60))
          .then_refused({refuse(RefusalCode::entry_removed, "/adjusts")});
  CHECK(!gone.decision().accepted());
}
