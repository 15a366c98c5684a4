// Capacity: what a member is contracted to work on each weekday, with history, less holidays and leave (2.10).
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "domain/kernel/id.hpp"
#include "domain/kernel/time.hpp"

namespace billtrail {

struct WeekHours {
  Seconds monday, tuesday, wednesday, thursday, friday, saturday, sunday;
  friend bool operator==(const WeekHours&, const WeekHours&) = default;
};
BOOST_DESCRIBE_STRUCT(WeekHours, (), (monday, tuesday, wednesday, thursday, friday, saturday, sunday))

struct SetContractedHours {
  MemberId member;
  Date valid_from;
  WeekHours week;
  std::optional<std::string> calendar;  // the public holidays that count for the member; none unless given
};
BOOST_DESCRIBE_STRUCT(SetContractedHours, (), (member, valid_from, week, calendar))

struct ContractedHoursSet {
  MemberId member;
  Date valid_from;
  WeekHours week;
  std::optional<std::string> calendar;
};
BOOST_DESCRIBE_STRUCT(ContractedHoursSet, (), (member, valid_from, week, calendar))

struct AddHoliday {
  std::string calendar;
  Date date;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(AddHoliday, (), (calendar, date, name))

struct HolidayAdded {
  std::string calendar;
  Date date;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(HolidayAdded, (), (calendar, date, name))

// Approved leave from the first to the last day, both inclusive; whole contracted days unless seconds a day are given.
struct RecordLeave {
  std::optional<LeaveId> leave;
  MemberId member;
  Date first;
  Date last;
  std::optional<Seconds> seconds_a_day;
};
BOOST_DESCRIBE_STRUCT(RecordLeave, (), (leave, member, first, last, seconds_a_day))

struct LeaveRecorded {
  LeaveId leave;
  MemberId member;
  Date first;
  Date last;
  std::optional<Seconds> seconds_a_day;
};
BOOST_DESCRIBE_STRUCT(LeaveRecorded, (), (leave, member, first, last, seconds_a_day))

struct CancelLeave {
  LeaveId leave;
};
BOOST_DESCRIBE_STRUCT(CancelLeave, (), (leave))

struct LeaveCancelled {
  LeaveId leave;
};
BOOST_DESCRIBE_STRUCT(LeaveCancelled, (), (leave))

}  // namespace billtrail
