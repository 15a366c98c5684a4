// Contracted hours, holidays and leave (2.10).
#include "tests/support/given_when_then.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

const auto ana = id<MemberId>("ana");
const auto trip = id<LeaveId>("trip");
const Seconds hours8{8 * 3600};
const WeekHours full_week{hours8, hours8, hours8, hours8, hours8, {}, {}};

Event ana_added() { return MemberAdded{ana, {}, {}, {}, {}, day("2026-01-10")}; }
Event ana_leaves() { return Archived{Noun::member, "ana", day("2026-06-01")}; }
Event lock() { return PeriodLocked{day("2026-01-31")}; }
Fact locked_until() { return {"locked_until", "2026-01-31"}; }

}  // namespace

TEST_CASE("contracted hours are set from a date on, with the calendar whose holidays count") {
  Scenario{}
      .given({opened(), ana_added()})
      .when(SetContractedHours{ana, day("2026-02-01"), full_week, " de-by "})
      .then({ContractedHoursSet{ana, day("2026-02-01"), full_week, "de-by"}});
}

TEST_CASE("hours_out_of_range: a day has between 0 and 24 hours") {
  WeekHours week = full_week;
  week.tuesday = Seconds{-1};
  week.sunday = Seconds{86'401};
  week.saturday = Seconds{86'400};
  Scenario{}
      .given({opened(), ana_added()})
      .when(SetContractedHours{ana, day("2026-02-01"), week, {}})
      .then_refused(
          {refuse(RefusalCode::hours_out_of_range, "/week/tuesday"), refuse(RefusalCode::hours_out_of_range, "/week/sunday")});
}

TEST_CASE("unknown_member, name_must_not_be_empty, period_locked: every fault of contracted hours is named") {
  Scenario{}
      .given({opened(), lock()})
      .when(SetContractedHours{ana, day("2026-01-31"), full_week, ""})
      .then_refused({refuse(RefusalCode::unknown_member, "/member"), refuse(RefusalCode::name_must_not_be_empty, "/calendar"),
                     refuse(RefusalCode::period_locked, "/valid_from", {locked_until()})});
}

TEST_CASE("after_member_left: hours do not begin on the leaving date, which is exclusive") {
  Scenario{}
      .given({opened(), ana_added(), ana_leaves()})
      .when(SetContractedHours{ana, day("2026-06-01"), full_week, {}})
      .then_refused({refuse(RefusalCode::after_member_left, "/valid_from", {{"left", "2026-06-01"}})})
      .when(SetContractedHours{ana, day("2026-05-31"), full_week, {}})
      .then({ContractedHoursSet{ana, day("2026-05-31"), full_week, {}}});
}

TEST_CASE("a holiday belongs to a calendar") {
  Scenario{}
      .given({opened()})
      .when(AddHoliday{"de-by", day("2026-05-01"), "Labour Day"})
      .then({HolidayAdded{"de-by", day("2026-05-01"), "Labour Day"}});
}

TEST_CASE("name_must_not_be_empty, period_locked: every fault of a holiday is named") {
  Scenario{}
      .given({opened(), lock()})
      .when(AddHoliday{" ", day("2026-01-01"), " "})
      .then_refused({refuse(RefusalCode::name_must_not_be_empty, "/calendar"),
                     refuse(RefusalCode::name_must_not_be_empty, "/name"),
                     refuse(RefusalCode::period_locked, "/date", {locked_until()})});
}

TEST_CASE("leave is recorded from the first to the last day, and cancelled once") {
  Scenario{}
      .given({opened(), ana_added()})
      .when(RecordLeave{trip, ana, day("2026-02-02"), day("2026-02-02"), hours8})
      .then({LeaveRecorded{trip, ana, day("2026-02-02"), day("2026-02-02"), hours8}})
      .when(CancelLeave{trip})
      .then({LeaveCancelled{trip}})
      .when(CancelLeave{trip})
      .then_refused({refuse(RefusalCode::nothing_to_change)});
}

TEST_CASE("leave_ends_before_it_starts, hours_out_of_range: leave has an order and at most whole days") {
  Scenario{}
      .given({opened(), ana_added()})
      .when(RecordLeave{trip, ana, day("2026-02-02"), day("2026-02-01"), Seconds{86'401}})
      .then_refused(
          {refuse(RefusalCode::leave_ends_before_it_starts, "/last"), refuse(RefusalCode::hours_out_of_range, "/seconds_a_day")});
}

TEST_CASE("before_member_joined, after_member_left: leave lies within the time with the practice") {
  Scenario{}
      .given({opened(), ana_added(), ana_leaves()})
      .when(RecordLeave{trip, ana, day("2026-01-09"), day("2026-06-01"), {}})
      .then_refused({refuse(RefusalCode::before_member_joined, "/first", {{"joined", "2026-01-10"}}),
                     refuse(RefusalCode::after_member_left, "/last", {{"left", "2026-06-01"}})})
      .when(RecordLeave{trip, ana, day("2026-01-10"), day("2026-05-31"), {}})
      .then({LeaveRecorded{trip, ana, day("2026-01-10"), day("2026-05-31"), {}}});
}

TEST_CASE("id_in_use, unknown_member: leave has an id of its own and a member") {
  Scenario{}
      .given({opened(), LeaveRecorded{trip, ana, day("2026-02-02"), day("2026-02-02"), {}}})
      .when(RecordLeave{trip, id<MemberId>("bob"), day("2026-02-02"), day("2026-02-02"), {}})
      .then_refused({refuse(RefusalCode::id_in_use, "/leave"), refuse(RefusalCode::unknown_member, "/member")});
}

TEST_CASE("period_locked: leave that begins on or before the lock date stays as it is") {
  Scenario{}
      .given({opened(), ana_added(), LeaveRecorded{trip, ana, day("2026-01-30"), day("2026-02-05"), {}}, lock()})
      .when(CancelLeave{trip})
      .then_refused({refuse(RefusalCode::period_locked, "/leave", {locked_until()})})
      .when(RecordLeave{id<LeaveId>("other"), ana, day("2026-01-31"), day("2026-02-05"), {}})
      .then_refused({refuse(RefusalCode::period_locked, "/first", {locked_until()})});
}

TEST_CASE("unknown_leave: only recorded leave is cancelled") {
  Scenario{}.given({opened()}).when(CancelLeave{trip}).then_refused({refuse(RefusalCode::unknown_leave, "/leave")});
}
