// 2.10 and 2.21: utilisation over contracted hours with history, holidays and leave.
#include "tests/projections/history.hpp"

namespace billtrail::testing {
namespace {

const Seconds none{0};
const WeekHours full_week{hours(8), hours(8), hours(8), hours(8), hours(8), none, none};

// Contracted from 2026-01-01 on, with the holidays of calendar "de".
Event contract(std::string_view member, std::string_view from = "2026-01-01", WeekHours week = full_week) {
  return ContractedHoursSet{id<MemberId>(member), day(from), week, "de"};
}
Event holiday(std::string_view date) { return HolidayAdded{"de", day(date), "Holiday"}; }
Event leave(std::string_view leave_id, std::string_view first, std::string_view last, std::optional<Seconds> a_day = {}) {
  return LeaveRecorded{id<LeaveId>(leave_id), id<MemberId>("ana"), day(first), day(last), a_day};
}

UtilisationAnswer of(const History& history, std::string_view from, std::string_view to, Parameters more = {}) {
  more.emplace_back("from", from);
  more.emplace_back("to", to);
  return utilisation(history.views(), ask("utilisation", more));
}
UtilisationRow ana(const History& history, std::string_view from, std::string_view to) {
  return of(history, from, to, {{"member", "ana"}}).rows.at(0);
}

}  // namespace

TEST_CASE("2.10: gross 160 h, leave 16 h, billable 126 h are 87.5 % net and 78.75 % gross") {
  History history;
  // Four weeks of 40 h: 2 to 29 March 2026; two days of leave.
  history.add(contract("ana")).add(leave("l1", "2026-03-09", "2026-03-10"));
  history.add(Time("e1", "ana", "acme", "2026-03-02", hours(60)).as(Category::retainer))
      .add(Time("e2", "ana", "acme", "2026-03-03", hours(40)).as(Category::project))
      .add(Time("e3", "ana", "acme", "2026-03-04", hours(26)).as(Category::ad_hoc))
      .add(Time("e4", "ana", "", "2026-03-05", hours(14)));
  const UtilisationAnswer answer = of(history, "2026-03-02", "2026-03-29", {{"member", "ana"}});
  CHECK(lines_of(answer.rows) ==
        "UtilisationRow{key: \"ana\", member: \"ana\", member_name: Personal{ana: sealed Ana}, gross_seconds: 576000s, "
        "available_seconds: 518400s, holiday_seconds: 0s, leave_seconds: 57600s, logged_seconds: 504000s, billable_seconds: 453600s, "
        "non_billable_seconds: 50400s, review_seconds: 0s, utilisation_net: 8750, utilisation_gross: 7875, billable_share: 9000, "
        "logged_share: 9722}\n");
  CHECK(answer.totals.utilisation_net == 8750);
}

TEST_CASE("2.10: contracted hours count from the date they begin, each weekday by its own") {
  History history;
  history.add(contract("ana"));
  history.add(contract("ana", "2026-03-11", {hours(6), hours(6), hours(6), none, none, none, none}));
  // Monday 9 and Tuesday 10 at 8 h, Wednesday 11 at 6 h, Thursday and Friday free.
  CHECK(ana(history, "2026-03-09", "2026-03-15").gross_seconds == hours(22));
  CHECK(ana(history, "2025-12-29", "2025-12-31").gross_seconds == none);
  history.add(contract("ana", "2026-03-11", full_week));
  CHECK(ana(history, "2026-03-09", "2026-03-15").gross_seconds == hours(40));
}

TEST_CASE("2.10: public holidays of the member's calendar are not available, a holiday on a free day takes nothing") {
  History history;
  history.add(contract("ana")).add(holiday("2026-03-10")).add(holiday("2026-03-14"));
  history.add(HolidayAdded{"fr", day("2026-03-11"), "Elsewhere"});
  const UtilisationRow row = ana(history, "2026-03-09", "2026-03-15");
  CHECK(row.gross_seconds == hours(40));
  CHECK(row.holiday_seconds == hours(8));
  CHECK(row.available_seconds == hours(32));
}

TEST_CASE("2.21: leave on a holiday counts once") {
  History history;
  history.add(contract("ana")).add(holiday("2026-03-10")).add(leave("l1", "2026-03-09", "2026-03-11"));
  const UtilisationRow row = ana(history, "2026-03-09", "2026-03-15");
  CHECK(row.holiday_seconds == hours(8));
  CHECK(row.leave_seconds == hours(16));
  CHECK(row.available_seconds == hours(16));
}

TEST_CASE("2.10: leave is at most what the day has, whatever was recorded, and nothing on a free day") {
  History history;
  history.add(contract("ana"))
      .add(leave("part", "2026-03-09", "2026-03-09", hours(3)))
      .add(leave("long", "2026-03-10", "2026-03-10", hours(12)))
      .add(leave("a", "2026-03-11", "2026-03-11", hours(5)))
      .add(leave("b", "2026-03-11", "2026-03-11", hours(5)))
      .add(leave("weekend", "2026-03-14", "2026-03-15"));
  CHECK(ana(history, "2026-03-09", "2026-03-15").leave_seconds == hours(3 + 8 + 8));
}

TEST_CASE("2.10: cancelled leave is available again") {
  History history;
  history.add(contract("ana")).add(leave("l1", "2026-03-09", "2026-03-10"));
  CHECK(ana(history, "2026-03-09", "2026-03-15").leave_seconds == hours(16));
  history.add(LeaveCancelled{id<LeaveId>("l1")});
  CHECK(ana(history, "2026-03-09", "2026-03-15").leave_seconds == none);
}

TEST_CASE("2.10: members joining or leaving within the period count from and to their dates, the leaving date not included") {
  History history;
  MemberChanged joined;
  joined.member = id<MemberId>("ana");
  joined.joined = day("2026-03-10");
  history.add(contract("ana")).add(joined).add(Archived{Noun::member, "ana", day("2026-03-12")});
  CHECK(ana(history, "2026-03-09", "2026-03-15").gross_seconds == hours(16));
  CHECK(of(history, "2026-03-12", "2026-03-15", {{"member", "ana"}}).rows.empty());
  history.add(Restored{Noun::member, "ana"});
  CHECK(ana(history, "2026-03-09", "2026-03-15").gross_seconds == hours(32));
}

TEST_CASE("2.10: nothing available is n/a, and more than all of it is allowed") {
  History history;
  history.add(Time("e1", "ana", "acme", "2026-03-09", hours(10)));
  const UtilisationRow without = ana(history, "2026-03-09", "2026-03-09");
  CHECK(without.utilisation_net == std::nullopt);
  CHECK(without.utilisation_gross == std::nullopt);
  CHECK(without.logged_share == std::nullopt);
  CHECK(without.billable_share == 10000);
  history.add(contract("ana"));
  CHECK(ana(history, "2026-03-09", "2026-03-09").utilisation_net == 12500);
  CHECK(ana(history, "2026-03-10", "2026-03-10").billable_share == std::nullopt);
}

TEST_CASE("2.21: percents have two decimals, half away from zero") {
  History history;
  history.add(contract("ana", "2026-01-01", {Seconds{800}, none, none, none, none, none, none}));
  history.add(Time("e1", "ana", "acme", "2026-03-09", Seconds{1}));
  CHECK(ana(history, "2026-03-09", "2026-03-09").utilisation_net == 13);  // 0.125 %
}

TEST_CASE("2.21: time that awaits its review counts as logged, not as billable") {
  History history;
  history.add(contract("ana"));
  history.add(Time("e1", "ana", "acme", "2026-03-09", hours(4)).reviewed(Review::needed))
      .add(Time("e2", "ana", "acme", "2026-03-09", hours(2)).reviewed(Review::done));
  const UtilisationRow row = ana(history, "2026-03-09", "2026-03-09");
  CHECK(row.logged_seconds == hours(6));
  CHECK(row.billable_seconds == hours(2));
  CHECK(row.review_seconds == hours(4));
  CHECK(row.utilisation_net == 2500);
}

TEST_CASE("2.21: an entry over midnight counts on the days it was worked") {
  History history;
  history.add(contract("ana"));
  history.add(Time("e1", "ana", "acme", "2026-02-28", hours(3)).split({{day("2026-02-28"), hours(1)}, {day("2026-03-01"), hours(2)}}));
  CHECK(ana(history, "2026-02-01", "2026-02-28").billable_seconds == hours(1));
  CHECK(ana(history, "2026-03-01", "2026-03-31").billable_seconds == hours(2));
  CHECK(ana(history, "2026-02-01", "2026-03-31").billable_seconds == hours(3));
}

TEST_CASE("utilisation of the team is one row, the sum of all members") {
  History history;
  history.add(contract("ana")).add(contract("ben"));
  history.add(Time("e1", "ana", "acme", "2026-03-09", hours(8))).add(Time("e2", "ben", "acme", "2026-03-09", hours(4)));
  const UtilisationAnswer answer = of(history, "2026-03-09", "2026-03-09", {{"by", "team"}});
  REQUIRE(answer.rows.size() == 1);
  CHECK(answer.rows[0].key == "team");
  CHECK(answer.rows[0].gross_seconds == hours(16));
  CHECK(answer.rows[0].utilisation_net == 7500);
  CHECK(answer.totals.utilisation_net == 7500);
}

TEST_CASE("unless given, the period of utilisation is the month of the day asked for, up to that day") {
  const UtilisationAnswer answer = utilisation(History().views(), ask("utilisation", {{"as_of", "2026-03-15"}}));
  CHECK(answer.from == day("2026-03-01"));
  CHECK(answer.to == day("2026-03-15"));
  CHECK(answer.rows.size() == 2);
}

}  // namespace billtrail::testing
