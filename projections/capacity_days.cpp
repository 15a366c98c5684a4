// Walks the days of each member.
#include "projections/capacity_days.hpp"

#include <algorithm>
#include <map>

namespace billtrail {
namespace {

Seconds hours_on(const WeekHours& week, Weekday weekday) {
  switch (weekday) {
    case Weekday::monday: return week.monday;
    case Weekday::tuesday: return week.tuesday;
    case Weekday::wednesday: return week.wednesday;
    case Weekday::thursday: return week.thursday;
    case Weekday::friday: return week.friday;
    case Weekday::saturday: return week.saturday;
    case Weekday::sunday: return week.sunday;
  }
  return {};
}

using Leaves = std::vector<const Leave*>;

// All leave of a day together, at most what the day has.
Seconds leave_on(const Leaves& leaves, Date date, Seconds contracted) {
  Seconds taken;
  for (const Leave* leave : leaves) {
    if (leave->first <= date && date <= leave->last) taken += leave->seconds_a_day.value_or(contracted);
  }
  return std::min(taken, contracted);
}

Capacity capacity_between(const CapacityView& view, const std::map<Date, Contract>& contracts, const Leaves& leaves, Date first, Date last) {
  Capacity capacity;
  auto upcoming = contracts.upper_bound(first);
  const Contract* contract = upcoming == contracts.begin() ? nullptr : &std::prev(upcoming)->second;
  for (Date date = first; date <= last; date = date + 1) {
    for (; upcoming != contracts.end() && upcoming->first <= date; ++upcoming) contract = &upcoming->second;
    if (!contract) continue;
    const Seconds contracted = hours_on(contract->week, date.weekday());
    if (contracted.count == 0) continue;
    capacity.gross += contracted;
    const auto calendar = contract->calendar ? view.holidays.find(*contract->calendar) : view.holidays.end();
    if (calendar != view.holidays.end() && calendar->second.contains(date)) {
      capacity.holiday += contracted;
    } else {
      capacity.leave += leave_on(leaves, date, contracted);
    }
  }
  return capacity;
}

}  // namespace

std::vector<Capacity> capacity_of_members(const Views& views, Date first, Date last) {
  std::map<MemberId, Leaves> leaves;
  for (const auto& [id, leave] : views.capacity.leaves) {
    if (!leave.cancelled && leave.first <= last && first <= leave.last) leaves[leave.member].push_back(&leave);
  }
  std::vector<Capacity> capacities(views.directory.members.size());
  for (Row row = 0; row < capacities.size(); ++row) {
    const auto contracts = views.capacity.contracts.find(views.directory.members.key(row));
    if (contracts == views.capacity.contracts.end()) continue;
    const MemberFacts& member = views.directory.members.at(row);
    const Date from = member.joined ? std::max(first, *member.joined) : first;
    const Date to = member.archived_on ? std::min(last, *member.archived_on - 1) : last;
    capacities[row] = capacity_between(views.capacity, contracts->second, leaves[contracts->first], from, to);
  }
  return capacities;
}

}  // namespace billtrail
