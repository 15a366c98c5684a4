// 2.10: contracted hours have history, holidays belong to a calendar, leave is from the first to the last day.
#include "domain/capacity/capacity_rules.hpp"
#include "domain/checks.hpp"

namespace billtrail {
namespace {

constexpr Seconds whole_day{86'400};

void check_hours(Seconds hours, std::string_view pointer, Faults& faults) {
  if (hours < Seconds{0} || hours > whole_day) faults.add(RefusalCode::hours_out_of_range, std::string(pointer));
}

void check_week(const WeekHours& week, Faults& faults) {
  check_hours(week.monday, "/week/monday", faults);
  check_hours(week.tuesday, "/week/tuesday", faults);
  check_hours(week.wednesday, "/week/wednesday", faults);
  check_hours(week.thursday, "/week/thursday", faults);
  check_hours(week.friday, "/week/friday", faults);
  check_hours(week.saturday, "/week/saturday", faults);
  check_hours(week.sunday, "/week/sunday", faults);
}

// The leaving date is exclusive (2.21).
void check_still_there(const MemberState& member, Date date, std::string_view pointer, Faults& faults) {
  if (member.left && date >= *member.left) {
    faults.add(RefusalCode::after_member_left, std::string(pointer), {{"left", member.left->text()}});
  }
}

}  // namespace

Decision<Event> decide(const Books& books, const SetContractedHours& command, const Given&) {
  Faults faults;
  const MemberState* member = check_known(books.members, command.member, RefusalCode::unknown_member, "/member", faults);
  check_week(command.week, faults);
  std::optional<std::string> calendar = command.calendar;
  if (calendar) calendar = check_said(*calendar, "/calendar", faults);
  check_unlocked(books, command.valid_from, "/valid_from", faults);
  if (member != nullptr) check_still_there(*member, command.valid_from, "/valid_from", faults);
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{ContractedHoursSet{command.member, command.valid_from, command.week, calendar}};
}

Decision<Event> decide(const Books& books, const AddHoliday& command, const Given&) {
  Faults faults;
  const std::string calendar = check_said(command.calendar, "/calendar", faults);
  const std::string name = check_said(command.name, "/name", faults);
  check_unlocked(books, command.date, "/date", faults);
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{HolidayAdded{calendar, command.date, name}};
}

Decision<Event> decide(const Books& books, const RecordLeave& command, const Given&) {
  const LeaveId leave = chosen(command.leave);
  Faults faults;
  check_unused(books.leaves, leave, "/leave", faults);
  const MemberState* member = check_known(books.members, command.member, RefusalCode::unknown_member, "/member", faults);
  check_unlocked(books, command.first, "/first", faults);
  if (member != nullptr) {
    if (member->joined && command.first < *member->joined) {
      faults.add(RefusalCode::before_member_joined, "/first", {{"joined", member->joined->text()}});
    }
    check_still_there(*member, command.last, "/last", faults);
  }
  if (command.last < command.first) faults.add(RefusalCode::leave_ends_before_it_starts, "/last");
  if (command.seconds_a_day) check_hours(*command.seconds_a_day, "/seconds_a_day", faults);
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{LeaveRecorded{leave, command.member, command.first, command.last, command.seconds_a_day}};
}

Decision<Event> decide(const Books& books, const CancelLeave& command, const Given&) {
  Faults faults;
  const LeaveState* leave = check_known(books.leaves, command.leave, RefusalCode::unknown_leave, "/leave", faults);
  if (leave != nullptr) {
    check_unlocked(books, leave->first, "/leave", faults);
    if (leave->cancelled) faults.add(RefusalCode::nothing_to_change);
  }
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{LeaveCancelled{command.leave}};
}

}  // namespace billtrail
