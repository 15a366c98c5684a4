// TM1, TM5 and TM7: timers, one at a time, forgotten ones, and clients that come back from being offline.
#include "tests/domain/time_support.hpp"

namespace billtrail::testing {
namespace {

TimerStopped stopped(std::string_view name, std::string_view when, StopCause cause) {
  return {entry(name), ana, at(when), cause};
}

// Ana's timer has run since 09:00 on 1 March 2026.
Begun running(std::vector<Event> more = {}) {
  more.push_back(started("one", ana, "2026-03-01T09:00:00Z"));
  return Begun{more};
}

std::vector<Fact> started_at(std::string_view when) { return {{"started_at", std::string(when)}}; }

}  // namespace

TEST_CASE("F1: a timer starts now, in the member's zone, with what is said about the work") {
  StartTimer command = start("one", ana);
  command.client = acme;
  command.service = advisory;
  command.tags = {"urgent"};
  command.description = Personal{"", "call"};
  Scenario{test_zones()}
      .given(agency("Europe/Berlin"))
      .when(command)
      .then({TimerStarted{entry("one"),
                          ana,
                          {acme, {}, {}, {}, {}, advisory, Category::ad_hoc},
                          Personal{"", "call"},
                          {"urgent"},
                          scenario_now,
                          "Europe/Berlin"}});
}

TEST_CASE("F1: stopping a timer logs its time with text, tags and frozen rates in the same append") {
  TimerStarted timer = started("one", ana, "2026-03-01T09:00:00Z", ad_hoc(acme));
  timer.description = Personal{"ana", "sealed"};
  timer.tags = {"urgent"};
  TimeLogged expected =
      logged("one", facts(ana, ad_hoc(acme), ran("2026-03-01", "2026-03-01T09:00:00Z", "2026-03-01T12:00:00Z", 10'800)));
  expected.description = Personal{"ana", "sealed"};
  expected.tags = {"urgent"};
  expected.facts.agreed = expected.facts.standard = by_rule("base", "80");
  Scenario{test_zones()}
      .given(agency())
      .given({rate("base", "80"), timer})
      .when(stop(ana))
      .then({stopped("one", "2026-03-01T12:00:00Z", StopCause::by_member), expected});
}

TEST_CASE("TM1: starting another timer stops the first at the same instant, in one append") {
  running()
      .when(start("two", ana), at("2026-03-01T10:30:00Z"))
      .then({stopped("one", "2026-03-01T10:30:00Z", StopCause::by_next_timer),
             logged("one", facts(ana, {}, ran("2026-03-01", "2026-03-01T09:00:00Z", "2026-03-01T10:30:00Z", 5400))),
             started("two", ana, "2026-03-01T10:30:00Z")})
      .when(start("bens", ben), at("2026-03-01T10:40:00Z"))  // another member's timer is another matter
      .then({started("bens", ben, "2026-03-01T10:40:00Z")});
}

TEST_CASE("TM1: a practice may refuse a second timer instead") {
  running({setting(SecondTimer::refused)})
      .when(start("two", ana))
      .then_refused({refuse(RefusalCode::timer_running, "", {{"entry", std::string("one")}})});
}

TEST_CASE("a timer that ran for less than a second is discarded: there is no time to log") {
  running()
      .when(stop(ana), Instant{at("2026-03-01T09:00:00Z").micros + 999'999})
      .then({TimerDiscarded{entry("one"), ana}})
      .when(stop(ana))
      .then_refused({refuse(RefusalCode::timer_not_running)});
  running()
      .when(start("two", ana), at("2026-03-01T09:00:00Z"))
      .then({TimerDiscarded{entry("one"), ana}, started("two", ana, "2026-03-01T09:00:00Z")});
}

TEST_CASE("a discarded timer leaves no time, and its id stays taken") {
  running()
      .when(DiscardTimer{ana, entry("one")})
      .then({TimerDiscarded{entry("one"), ana}})
      .when(start("one", ana))
      .then_refused({refuse(RefusalCode::id_in_use, "/entry", {{"entry", std::string("one")}})})
      .when(log_day("one", ana, "2026-03-01", 60))
      .then_refused({refuse(RefusalCode::id_in_use, "/entry", {{"entry", std::string("one")}})});
}

TEST_CASE("details of a running timer are filled in later, and a category that was only the default follows") {
  ChangeTimer client{.entry = entry("one"), .client = acme};
  ChangeTimer project{.entry = entry("one"), .project = site};
  ChangeTimer task{.entry = entry("one"), .task = monthly};
  ChangeTimer other{.entry = entry("one"), .client = bolt};
  const Assignment at_site{acme, {}, site, {}, {}, {}, Category::project};
  const Assignment at_monthly{acme, {}, site, {}, monthly, payroll, Category::retainer};
  const Assignment at_bolt{bolt, {}, {}, {}, {}, payroll, Category::ad_hoc};
  const Instant since = at("2026-03-01T09:00:00Z");
  running()
      .when(client)
      .then({TimerChanged{entry("one"), ad_hoc(acme), {}, {}, since}})
      .when(project)
      .then({TimerChanged{entry("one"), at_site, {}, {}, since}})
      .when(task)
      .then({TimerChanged{entry("one"), at_monthly, {}, {}, since}})
      .when(other)  // the task and the project were Acme's, so they go
      .then({TimerChanged{entry("one"), at_bolt, {}, {}, since}});
}

TEST_CASE("a timer's start can be corrected while it runs") {
  ChangeTimer command{.entry = entry("one"), .at = at("2026-03-01T08:00:00Z")};
  running()
      .when(command)
      .then({TimerChanged{entry("one"), {}, {}, {}, at("2026-03-01T08:00:00Z")}})
      .when(command)
      .then_refused({refuse(RefusalCode::nothing_to_change)})
      .when(stop(ana), at("2026-03-01T10:00:00Z"))
      .then({stopped("one", "2026-03-01T10:00:00Z", StopCause::by_member),
             logged("one", facts(ana, {}, ran("2026-03-01", "2026-03-01T08:00:00Z", "2026-03-01T10:00:00Z", 7200)))});
}

TEST_CASE("TM5: a forgotten timer is stopped at 16 hours and its time needs a review") {
  const Span whole = ran("2026-03-01", "2026-03-01T09:00:00Z", "2026-03-02T01:00:00Z", 57'600, "UTC",
                         {on("2026-03-01", 54'000), on("2026-03-02", 3600)});
  const Span trimmed = ran("2026-03-01", "2026-03-01T09:00:00Z", "2026-03-01T17:00:00Z", 28'800);
  running()
      .when(StopForgottenTimer{entry("one")}, at("2026-03-02T00:59:59Z"))
      .then_refused({refuse(RefusalCode::nothing_to_change, "/entry", {{"stops_at", std::string("2026-03-02T01:00:00Z")}})})
      .when(StopForgottenTimer{entry("one")}, at("2026-03-02T01:00:20Z"))
      .then({stopped("one", "2026-03-02T01:00:00Z", StopCause::forgotten), logged("one", facts(ana, {}, whole, Review::needed))})
      .when(StopForgottenTimer{entry("one")}, at("2026-03-02T01:00:40Z"))
      .then_refused({refuse(RefusalCode::timer_not_running, "/entry")})
      .when(ReviewTimeEntry{entry("one"), {}, at("2026-03-01T17:00:00Z")}, at("2026-03-02T08:00:00Z"))
      .then({TimeEntryReviewed{entry("one"), facts(ana, {}, whole, Review::needed), facts(ana, {}, trimmed, Review::done)}})
      .when(ReviewTimeEntry{entry("one"), {}, {}}, at("2026-03-02T08:00:00Z"))
      .then_refused({refuse(RefusalCode::entry_not_in_review, "/entry")});
}

TEST_CASE("TM5: a member confirms a forgotten timer's time as it is, or trims it by its seconds") {
  const Span whole = ran("2026-03-01", "2026-03-01T09:00:00Z", "2026-03-02T01:00:00Z", 57'600, "UTC",
                         {on("2026-03-01", 54'000), on("2026-03-02", 3600)});
  const Span trimmed = ran("2026-03-01", "2026-03-01T09:00:00Z", "2026-03-01T10:00:00Z", 3600);
  const Event forgotten = logged("one", facts(ana, {}, whole, Review::needed));
  running({forgotten})
      .when(ReviewTimeEntry{entry("one"), {}, {}}, at("2026-03-02T08:00:00Z"))
      .then({TimeEntryReviewed{entry("one"), facts(ana, {}, whole, Review::needed), facts(ana, {}, whole, Review::done)}});
  running({forgotten})
      .when(ReviewTimeEntry{entry("one"), Seconds{3600}, {}}, at("2026-03-02T08:00:00Z"))
      .then({TimeEntryReviewed{entry("one"), facts(ana, {}, whole, Review::needed), facts(ana, {}, trimmed, Review::done)}});
}

TEST_CASE("TM5: a stop beyond the limit finds the timer forgotten, exactly as if the server's clock had been in time") {
  const Span whole = ran("2026-03-01", "2026-03-01T09:00:00Z", "2026-03-02T01:00:00Z", 57'600, "UTC",
                         {on("2026-03-01", 54'000), on("2026-03-02", 3600)});
  running()
      .when(stop(ana), at("2026-03-02T08:00:00Z"))
      .then({stopped("one", "2026-03-02T01:00:00Z", StopCause::forgotten), logged("one", facts(ana, {}, whole, Review::needed))});
  running()
      .when(start("two", ana), at("2026-03-02T08:00:00Z"))
      .then({stopped("one", "2026-03-02T01:00:00Z", StopCause::forgotten), logged("one", facts(ana, {}, whole, Review::needed)),
             started("two", ana, "2026-03-02T08:00:00Z")});
}

TEST_CASE("TM7: a client's own clock says when, and a time it carries beats both clocks") {
  running()
      .when(stop(ana), at("2026-03-01T11:00:00Z"), at("2026-03-01T10:00:00Z"))
      .then({stopped("one", "2026-03-01T10:00:00Z", StopCause::by_member),
             logged("one", facts(ana, {}, ran("2026-03-01", "2026-03-01T09:00:00Z", "2026-03-01T10:00:00Z", 3600)))});
  running()
      .when(stop(ana, at("2026-03-01T09:30:00Z")), at("2026-03-01T11:00:00Z"), at("2026-03-01T10:00:00Z"))
      .then({stopped("one", "2026-03-01T09:30:00Z", StopCause::by_member),
             logged("one", facts(ana, {}, ran("2026-03-01", "2026-03-01T09:00:00Z", "2026-03-01T09:30:00Z", 1800)))});
}

TEST_CASE("TM7: a stop that arrives after a later start keeps the stop time it carried") {
  const EntryFacts ended = facts(ana, {}, ran("2026-03-01", "2026-03-01T09:00:00Z", "2026-03-01T10:30:00Z", 5400));
  const EntryFacts kept = facts(ana, {}, ran("2026-03-01", "2026-03-01T09:00:00Z", "2026-03-01T10:00:00Z", 3600));
  running()
      .when(start("two", ana), at("2026-03-01T10:30:00Z"))
      .then_anything()
      .when(stop(ana, at("2026-03-01T10:30:00Z"), entry("one")))  // the later start has stopped it then already
      .then_refused({refuse(RefusalCode::timer_not_running, "/entry")})
      .when(stop(ana, at("2026-03-01T10:00:00Z"), entry("one")))
      .then({TimeEntryCorrected{entry("one"), ended, kept, {}, {}, "the timer's own stop arrived late"}})
      .when(stop(ana, at("2026-03-01T10:15:00Z"), entry("one")))  // nothing is left to stop
      .then_refused({refuse(RefusalCode::timer_not_running, "/entry")})
      .when(stop(ana, at("2026-03-01T08:00:00Z"), entry("one")))
      .then_refused({refuse(RefusalCode::timer_stops_before_it_starts, "/at", started_at("2026-03-01T09:00:00Z"))})
      .when(stop(ana, at("2026-03-01T09:00:00Z"), entry("one")))
      .then_refused({refuse(RefusalCode::duration_must_be_positive, "/at")});
}

TEST_CASE("TM7: the member's own stop of a forgotten timer, arriving late, trims and reviews it") {
  const EntryFacts given_up = facts(ana, {},
                                    ran("2026-03-01", "2026-03-01T09:00:00Z", "2026-03-02T01:00:00Z", 57'600, "UTC",
                                        {on("2026-03-01", 54'000), on("2026-03-02", 3600)}),
                                    Review::needed);
  const EntryFacts kept = facts(ana, {}, ran("2026-03-01", "2026-03-01T09:00:00Z", "2026-03-01T10:00:00Z", 3600), Review::done);
  running()
      .when(StopForgottenTimer{entry("one")}, at("2026-03-02T01:00:20Z"))
      .then_anything()
      .when(stop(ana, at("2026-03-01T10:00:00Z"), entry("one")), at("2026-03-02T08:00:00Z"))
      .then({TimeEntryReviewed{entry("one"), given_up, kept}});
}

TEST_CASE("TM7: of two timers the one started later runs on; one that arrives late ends at its start") {
  running()
      .when(start("late", ana, at("2026-03-01T08:00:00Z")))
      .then({started("late", ana, "2026-03-01T08:00:00Z"), stopped("late", "2026-03-01T09:00:00Z", StopCause::by_next_timer),
             logged("late", facts(ana, {}, ran("2026-03-01", "2026-03-01T08:00:00Z", "2026-03-01T09:00:00Z", 3600)))})
      .when(stop(ana))  // the first has gone on running
      .then({stopped("one", "2026-03-01T12:00:00Z", StopCause::by_member),
             logged("one", facts(ana, {}, ran("2026-03-01", "2026-03-01T09:00:00Z", "2026-03-01T12:00:00Z", 10'800)))});
}

TEST_CASE("TM7: a timer that arrives late, in between, ends the one before it and is ended by the next") {
  const EntryFacts before = facts(ana, {}, ran("2026-03-01", "2026-03-01T09:00:00Z", "2026-03-01T10:00:00Z", 3600));
  const EntryFacts after = facts(ana, {}, ran("2026-03-01", "2026-03-01T09:00:00Z", "2026-03-01T09:20:00Z", 1200));
  running()
      .when(start("two", ana), at("2026-03-01T10:00:00Z"))
      .then_anything()
      .when(start("three", ana), at("2026-03-01T11:00:00Z"))
      .then_anything()
      .when(start("late", ana, at("2026-03-01T09:20:00Z")))
      .then({TimeEntryCorrected{entry("one"), before, after, {}, {}, "a timer was started in between"},
             started("late", ana, "2026-03-01T09:20:00Z"), stopped("late", "2026-03-01T10:00:00Z", StopCause::by_next_timer),
             logged("late", facts(ana, {}, ran("2026-03-01", "2026-03-01T09:20:00Z", "2026-03-01T10:00:00Z", 2400)))});
}

TEST_CASE("TM7: a time in the future by more than two minutes is refused, by up to two minutes it is taken") {
  const std::vector<Fact> now{{"now", std::string("2026-03-01T12:00:00Z")}};
  running()
      .when(start("two", ana, at("2026-03-01T12:02:00.000001Z")))
      .then_refused({refuse(RefusalCode::occurred_in_the_future, "/at", now)})
      .when(log_day("e", ana, "2026-03-01", 60), scenario_now, at("2026-03-01T12:03:00Z"))
      .then_refused({refuse(RefusalCode::occurred_in_the_future, "", now)})
      .when(stop(ana, at("2026-03-01T12:02:00Z")))
      .then({stopped("one", "2026-03-01T12:02:00Z", StopCause::by_member),
             logged("one", facts(ana, {}, ran("2026-03-01", "2026-03-01T09:00:00Z", "2026-03-01T12:02:00Z", 10'920)))});
}

TEST_CASE("TM7: a time older than the lock is refused, and a timer that began before it can be discarded or moved") {
  const std::vector<Fact> lock{{"locked_until", std::string("2026-03-01")}};
  const Instant later = at("2026-03-02T00:30:00Z");
  ChangeTimer move{.entry = entry("one"), .at = at("2026-03-02T00:00:00Z")};
  running()
      .given({PeriodLocked{day("2026-03-01")}})
      .when(start("two", ana, at("2026-03-01T23:59:59Z")), later)
      .then_refused({refuse(RefusalCode::period_locked, "/at", lock)})
      .when(stop(ana), later)
      .then_refused({refuse(RefusalCode::period_locked, "", lock)})
      .when(start("two", ana), later)
      .then_refused({refuse(RefusalCode::period_locked, "", lock)})
      .when(move, later)
      .then({TimerChanged{entry("one"), {}, {}, {}, at("2026-03-02T00:00:00Z")}})
      .when(DiscardTimer{ana, entry("one")}, later)
      .then({TimerDiscarded{entry("one"), ana}});
}

TEST_CASE("a timer does not stop before it started") {
  running()
      .when(stop(ana, at("2026-03-01T08:59:59Z")))
      .then_refused({refuse(RefusalCode::timer_stops_before_it_starts, "/at", started_at("2026-03-01T09:00:00Z"))});
}

TEST_CASE("only what runs can be stopped, changed or discarded") {
  const Refusals not_running{refuse(RefusalCode::timer_not_running, "/entry")};
  const Refusals unknown{refuse(RefusalCode::unknown_entry, "/entry")};
  running()
      .when(stop(ben))
      .then_refused({refuse(RefusalCode::timer_not_running)})
      .when(stop(ben, {}, entry("one")))
      .then_refused(not_running)
      .when(stop(ana, {}, entry("never")))
      .then_refused(unknown)
      .when(DiscardTimer{ben, entry("one")})
      .then_refused(not_running)
      .when(DiscardTimer{ana, entry("never")})
      .then_refused(unknown)
      .when(ChangeTimer{.entry = entry("never"), .client = acme})
      .then_refused(unknown)
      .when(StopForgottenTimer{entry("never")})
      .then_refused(unknown)
      .when(stop(ana))
      .then_anything()
      .when(ChangeTimer{.entry = entry("one"), .client = acme})
      .then_refused(not_running)
      .when(stop(ana, at("2026-03-01T10:00:00Z"), entry("one")))  // its member has stopped it: that stands
      .then_refused(not_running);
}

TEST_CASE("TM7: a stop for an entry that was removed since is told so") {
  running()
      .when(start("two", ana), at("2026-03-01T10:30:00Z"))
      .then_anything()
      .when(RemoveTimeEntry{entry("one"), "by mistake"})
      .then_anything()
      .when(stop(ana, at("2026-03-01T10:00:00Z"), entry("one")))
      .then_refused({refuse(RefusalCode::entry_removed, "/entry")});
}

TEST_CASE("every fault of a timer is told at once") {
  StartTimer command = start("one", id<MemberId>("nobody"), at("2026-03-01T13:00:00Z"));
  command.project = id<ProjectId>("nothing");
  command.zone = "Mars/Olympus";
  running().when(command).then_refused(
      {refuse(RefusalCode::id_in_use, "/entry", {{"entry", std::string("one")}}), refuse(RefusalCode::unknown_zone, "/zone"),
       refuse(RefusalCode::unknown_member, "/member"), refuse(RefusalCode::unknown_project, "/project"),
       refuse(RefusalCode::occurred_in_the_future, "/at", {{"now", std::string("2026-03-01T12:00:00Z")}})});
}

}  // namespace billtrail::testing
