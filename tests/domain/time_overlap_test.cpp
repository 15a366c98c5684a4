// TM6: overlaps are warned of, allowed or refused; ranges are half-open.
#include "domain/time/limits.hpp"
#include "tests/domain/time_support.hpp"

namespace billtrail::testing {
namespace {

// Ana has worked from 09:00 to 13:00 on 27 February.
Begun morning(Overlaps overlaps) {
  const Span four_hours = ran("2026-02-27", "2026-02-27T09:00:00Z", "2026-02-27T13:00:00Z", 14'400);
  return Begun{{setting(overlaps), logged("morning", facts(ana, {}, four_hours))}};
}

LogTime until_two(std::string_view name, const MemberId& member = ana) {
  return log_clock(name, member, "2026-02-27T12:00:00Z", "2026-02-27T14:00:00Z");
}
TimeLogged two_logged(std::string_view name, std::vector<EntryId> overlaps, const MemberId& member = ana) {
  return logged(name, facts(member, {}, ran("2026-02-27", "2026-02-27T12:00:00Z", "2026-02-27T14:00:00Z", 7200)),
                std::move(overlaps));
}
Refusal over(std::string_view pointer, std::initializer_list<std::string> entries) {
  std::vector<Fact> facts;
  for (const std::string& name : entries) facts.push_back({"entry", name});
  return refuse(RefusalCode::overlaps_another_entry, std::string(pointer), std::move(facts));
}

}  // namespace

TEST_CASE("TM6: 09-13 then 13-17 do not overlap") {
  morning(Overlaps::refused)
      .when(log_clock("afternoon", ana, "2026-02-27T13:00:00Z", "2026-02-27T17:00:00Z"))
      .then({logged("afternoon", facts(ana, {}, ran("2026-02-27", "2026-02-27T13:00:00Z", "2026-02-27T17:00:00Z", 14'400)))});
}

TEST_CASE("TM6: where overlaps are warned of, the entry lists what it overlaps") {
  morning(Overlaps::warned).when(until_two("two")).then({two_logged("two", {entry("morning")})});
}

TEST_CASE("TM6: where overlaps are allowed, nothing is listed") {
  morning(Overlaps::allowed).when(until_two("two")).then({two_logged("two", {})});
}

TEST_CASE("TM6: where overlaps are refused, the refusal names the entries") {
  morning(Overlaps::refused).when(until_two("two")).then_refused({over("", {"morning"})});
}

TEST_CASE("TM6: other members and work without clock times overlap nothing") {
  morning(Overlaps::refused)
      .when(until_two("bens", ben))
      .then({two_logged("bens", {}, ben)})
      .when(log_day("bare", ana, "2026-02-27", 28'800))
      .then({logged("bare", facts(ana, {}, lasted("2026-02-27", 28'800)))});
}

TEST_CASE("TM6: an import is never refused for an overlap, only warned of") {
  LogTime command = until_two("two");
  command.source = ImportSource{"toggl", "row 1"};
  TimeLogged expected = two_logged("two", {entry("morning")});
  expected.source = command.source;
  morning(Overlaps::refused).when(command).then({expected});
}

TEST_CASE("TM6: entries of one command overlap each other too") {
  LogTimes both{{until_two("two"), log_clock("three", ana, "2026-02-27T13:30:00Z", "2026-02-27T15:00:00Z")}};
  morning(Overlaps::warned)
      .when(both)
      .then({two_logged("two", {entry("morning")}),
             logged("three", facts(ana, {}, ran("2026-02-27", "2026-02-27T13:30:00Z", "2026-02-27T15:00:00Z", 5400)),
                    {entry("two")})});
  LogTimes of_two_members{{until_two("bens", ben), log_clock("anas", ana, "2026-02-27T13:30:00Z", "2026-02-27T14:00:00Z")}};
  morning(Overlaps::refused)
      .when(of_two_members)
      .then({two_logged("bens", {}, ben),
             logged("anas", facts(ana, {}, ran("2026-02-27", "2026-02-27T13:30:00Z", "2026-02-27T14:00:00Z", 1800)))});
  morning(Overlaps::refused).when(both).then_refused({over("/entries/0", {"morning"}), over("/entries/1", {"two"})});
}

TEST_CASE("TM6: an entry across the end of a week overlaps what is on either side") {
  Scenario{test_zones()}
      .given(agency())
      .given({logged("long", facts(ana, {}, ran("2026-02-20", "2026-02-20T00:00:00Z", "2026-02-27T00:00:00Z", 604'800)))})
      .when(log_clock("before", ana, "2026-02-19T23:00:00Z", "2026-02-20T00:00:01Z"))
      .then({logged("before",
                    facts(ana, {},
                          ran("2026-02-19", "2026-02-19T23:00:00Z", "2026-02-20T00:00:01Z", 3601, "UTC",
                              {on("2026-02-19", 3600), on("2026-02-20", 1)})),
                    {entry("long")})})
      .when(log_clock("last", ana, "2026-02-26T23:00:00Z", "2026-02-26T23:30:00Z"))
      .then({logged("last", facts(ana, {}, ran("2026-02-26", "2026-02-26T23:00:00Z", "2026-02-26T23:30:00Z", 1800)),
                    {entry("long")})});
}

TEST_CASE("TM6: what was removed, moved or corrected away is overlapped no more") {
  CorrectTimeEntry shorter = correct("morning");
  shorter.end = at("2026-02-27T12:00:00Z");
  morning(Overlaps::refused).when(shorter).then_anything().when(until_two("two")).then({two_logged("two", {})});
  morning(Overlaps::refused)
      .when(RemoveTimeEntry{entry("morning"), "by mistake"})
      .then_anything()
      .when(until_two("two"))
      .then({two_logged("two", {})});
}

TEST_CASE("TM6: a correction may not come to overlap, but what overlapped before can be put right step by step") {
  LogTime imported = until_two("two");
  imported.source = ImportSource{"toggl", "row 1"};
  CorrectTimeEntry shorter = correct("two"), earlier = correct("late");
  shorter.end = at("2026-02-27T13:30:00Z");
  earlier.start = at("2026-02-27T12:30:00Z");
  const EntryFacts before = facts(ana, {}, ran("2026-02-27", "2026-02-27T12:00:00Z", "2026-02-27T14:00:00Z", 7200));
  const EntryFacts after = facts(ana, {}, ran("2026-02-27", "2026-02-27T12:00:00Z", "2026-02-27T13:30:00Z", 5400));
  morning(Overlaps::refused)
      .when(imported)
      .then_anything()
      .when(log_clock("late", ana, "2026-02-27T15:00:00Z", "2026-02-27T16:00:00Z"))
      .then_anything()
      .when(earlier)
      .then_refused({over("", {"morning", "two"})})
      .when(shorter)
      .then({was_corrected("two", before, after)});
}

TEST_CASE(
    "TM6: where overlaps are refused, a running timer is in the way and may not start inside an entry; stopping it always "
    "works") {
  const TimerStopped stopped{entry("timer"), ana, at("2026-02-27T14:30:00Z"), StopCause::by_member};
  morning(Overlaps::refused)
      .when(start("timer", ana, at("2026-02-27T12:59:59Z")), at("2026-02-27T14:00:00Z"))
      .then_refused({over("/at", {"morning"})})
      .when(start("timer", ana, at("2026-02-27T13:00:00Z")), at("2026-02-27T14:00:00Z"))
      .then({started("timer", ana, "2026-02-27T13:00:00Z")})
      .when(log_clock("two", ana, "2026-02-27T13:30:00Z", "2026-02-27T13:45:00Z"), at("2026-02-27T14:00:00Z"))
      .then_refused({over("", {"timer"})})
      .when(ChangeTimer{.entry = entry("timer"), .at = at("2026-02-27T12:00:00Z")}, at("2026-02-27T14:00:00Z"))
      .then_refused({over("/at", {"morning"})})
      .given({two_logged("two", {})})
      .when(stop(ana), at("2026-02-27T14:30:00Z"))
      .then({stopped, logged("timer", facts(ana, {}, ran("2026-02-27", "2026-02-27T13:00:00Z", "2026-02-27T14:30:00Z", 5400)),
                             {entry("two")})});
}

TEST_CASE("TM6: at most twenty overlapped entries are listed") {
  Scenario scenario{test_zones()};
  scenario.given(agency());
  for (int i = 0; i < 25; ++i) scenario.when(until_two("e" + std::to_string(i))).then_anything();
  scenario.when(until_two("last")).then_anything();
  const auto& last = std::get<TimeLogged>(scenario.decision().events().front());
  REQUIRE(last.overlaps.size() == overlaps_listed_max);
  CHECK(last.overlaps.front() == entry("e0"));
  CHECK(last.overlaps.back() == entry("e19"));
}

}  // namespace billtrail::testing
