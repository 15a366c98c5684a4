// What members are contracted to work, with history; the holidays of each calendar; leave (2.10).
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "projections/projection.hpp"

namespace billtrail {

struct Contract {
  WeekHours week;
  std::optional<std::string> calendar;
};

struct Leave {
  MemberId member;
  Date first;
  Date last;  // inclusive
  std::optional<Seconds> seconds_a_day;
  bool cancelled = false;
};

struct CapacityView {
  static constexpr std::string_view name = "capacity";
  static constexpr int version = 1;

  std::map<MemberId, std::map<Date, Contract>> contracts;  // by the date they begin; the last one set for a date counts
  std::map<std::string, std::map<Date, std::string>> holidays;
  std::map<LeaveId, Leave> leaves;

  void apply(const Event& event);
  std::size_t lines() const { return contracts.size() + holidays.size() + leaves.size(); }
  void line(std::size_t i, std::string& out) const;
};

}  // namespace billtrail
