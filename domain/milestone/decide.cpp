// 2.14: milestones sum to the contract value. Percentages are cut by largest remainder, ties to the earlier: 100.00 in 3 equal
// parts is 33.34, 33.33, 33.33. Reached is a fact; only the approval, by client or manager, makes one billable.
#include "domain/checks.hpp"
#include "domain/milestone/milestone_rules.hpp"
#include "domain/time/limits.hpp"

namespace billtrail {
namespace {

constexpr std::size_t milestones_max = 200;
// Equal thirds are said as 33.3333, 33.3333, 33.3334 or simply three times 33.3333: what lies within a ten-thousandth for each is
// a hundred.
constexpr std::int64_t hundred_percent = 1'000'000;

// A milestone of this plan that stays what it is, or may be planned anew.
bool may_be_replaced(const MilestoneState& milestone) { return !milestone.reached && milestone.holder == no_row; }

// What of the contract value the milestones reached before have taken.
std::int64_t kept_value(const Books& books, const EngagementId& engagement) {
  std::int64_t kept = 0;
  for (Row row = 0; row < books.milestones.size(); ++row) {
    const MilestoneState& milestone = books.milestones.at(row);
    if (milestone.engagement == engagement && !milestone.dropped && !may_be_replaced(milestone)) kept += milestone.amount;
  }
  return kept;
}

void check_milestone(const Books& books, const PlanMilestones& command, std::size_t place, Faults& faults) {
  const MilestoneSaid& said = command.milestones[place];
  const std::string at = "/milestones/" + std::to_string(place);
  check_said(said.name, at + "/name", faults);
  for (std::size_t i = 0; i < place; ++i) {
    const MilestoneSaid& other = command.milestones[i];
    if (trimmed(other.name) == trimmed(said.name)) faults.add(RefusalCode::name_in_use, at + "/name");
    if (said.milestone && other.milestone == said.milestone) faults.add(RefusalCode::id_in_use, at + "/milestone");
  }
  if (said.milestone) {
    const MilestoneState* known = books.milestones.find(*said.milestone);
    const bool taken = known != nullptr && (known->engagement != command.engagement || !may_be_replaced(*known));
    if (taken) faults.add(RefusalCode::id_in_use, at + "/milestone");
  }
  const bool one = said.amount.has_value() != said.percent.has_value();
  const bool positive = said.amount.value_or(1) > 0 && said.percent.value_or(Decimal4{1}) > Decimal4{};
  if (!one || !positive) faults.add(RefusalCode::milestones_do_not_sum, at);
}

// The amounts, which sum to `left`; nothing and a fault when they do not.
std::vector<std::int64_t> amounts(const std::vector<MilestoneSaid>& said, std::int64_t left, Faults& faults) {
  std::vector<std::int64_t> parts;
  Int128 sum = 0;
  const bool by_percent = said.front().percent.has_value();
  for (const MilestoneSaid& milestone : said) {
    if (milestone.percent.has_value() != by_percent) faults.add(RefusalCode::milestones_do_not_sum, "/milestones");
    parts.push_back(by_percent ? milestone.percent.value_or(Decimal4{}).ten_thousandths : milestone.amount.value_or(0));
    sum += parts.back();
  }
  const Int128 wanted = by_percent ? hundred_percent : left;
  const Int128 missing = sum > wanted ? sum - wanted : wanted - sum;
  const Int128 allowed = by_percent ? static_cast<Int128>(said.size()) : 0;
  if (missing > allowed || left <= 0) {
    faults.add(RefusalCode::milestones_do_not_sum, "/milestones", {{"contract_value_left", left}});
  }
  if (!faults.none() || !by_percent) return parts;
  return largest_remainder(left, parts);
}

const MilestoneState* planned(const Books& books, const MilestoneId& id, Faults& faults) {
  const MilestoneState* milestone = books.milestones.find(id);
  if (milestone != nullptr && !milestone->dropped) return milestone;
  faults.add(RefusalCode::unknown_milestone, "/milestone");
  return nullptr;
}

Date past_date(const Books& books, const std::optional<Date>& said, const Given& given, Faults& faults) {
  const Date now = today(books, given);
  const Date on = said.value_or(now);
  if (on > now) faults.add(RefusalCode::occurred_in_the_future, "/on", {{"today", now.text()}});
  check_unlocked(books, on, "/on", faults);
  return on;
}

}  // namespace

Decision<Event> decide(const Books& books, const PlanMilestones& command, const Given& given) {
  Faults faults;
  const EngagementState* engagement =
      check_known(books.engagements, command.engagement, RefusalCode::unknown_engagement, "/engagement", faults);
  if (engagement != nullptr && engagement->kind != EngagementKind::milestone) {
    faults.add(RefusalCode::engagement_kind_differs, "/engagement");
  }
  if (command.milestones.empty()) faults.add(RefusalCode::nothing_to_change, "/milestones");
  if (command.milestones.size() > milestones_max) {
    return refuse(RefusalCode::amount_too_large, "/milestones", {{"milestones_max", std::int64_t{milestones_max}}});
  }
  for (std::size_t i = 0; i < command.milestones.size(); ++i) check_milestone(books, command, i, faults);
  if (!faults.none()) return faults.in_order();
  const std::int64_t left = engagement->fee - kept_value(books, command.engagement);
  const std::vector<std::int64_t> parts = amounts(command.milestones, left, faults);
  if (!faults.none()) return faults.in_order();

  MilestonesPlanned plan{command.engagement, {}};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const MilestoneSaid& said = command.milestones[i];
    const MilestoneId id = said.milestone ? *said.milestone : given.new_ids.make<MilestoneId>();
    plan.milestones.push_back({id, trimmed(said.name), parts[i], said.planned});
  }
  return std::vector<Event>{std::move(plan)};
}

Decision<Event> decide(const Books& books, const ReachMilestone& command, const Given& given) {
  Faults faults;
  const Date on = past_date(books, command.on, given, faults);
  const MilestoneState* milestone = planned(books, command.milestone, faults);
  if (milestone != nullptr && milestone->reached) faults.add(RefusalCode::milestone_settled, "/milestone");
  if (!faults.none()) return faults.in_order();
  return std::vector<Event>{MilestoneReached{command.milestone, on}};
}

Decision<Event> decide(const Books& books, const ApproveMilestone& command, const Given& given) {
  Faults faults;
  const Date on = past_date(books, command.on, given, faults);
  const MilestoneState* milestone = planned(books, command.milestone, faults);
  if (milestone == nullptr) return faults.in_order();
  if (!milestone->reached) {
    faults.add(RefusalCode::milestone_not_reached, "/milestone");
  } else if (on < *milestone->reached) {
    faults.add(RefusalCode::date_before_work, "/on", {{"work_date", milestone->reached->text()}});
  }
  if (milestone->approved) faults.add(RefusalCode::milestone_settled, "/milestone");
  if (!faults.none()) return faults.in_order();
  return std::vector<Event>{MilestoneApproved{command.milestone, on, command.note.value_or("")}};
}

}  // namespace billtrail
