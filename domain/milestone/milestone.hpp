// Milestones of an engagement (2.14): planned, reached, approved, invoiced. Their amounts sum to the contract value. Minor units of the
// client's currency.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/kernel/id.hpp"
#include "domain/kernel/money.hpp"
#include "domain/kernel/time.hpp"

namespace billtrail {

// Either amounts that sum to the contract value, or percentages that sum to 100 and are allocated by largest remainder.
struct MilestoneSaid {
  std::optional<MilestoneId> milestone;
  std::string name;
  std::optional<std::int64_t> amount;
  std::optional<Decimal4> percent;
  std::optional<Date> planned;
};
BOOST_DESCRIBE_STRUCT(MilestoneSaid, (), (milestone, name, amount, percent, planned))

// Replaces those that have not been reached yet.
struct PlanMilestones {
  EngagementId engagement;
  std::vector<MilestoneSaid> milestones;
};
BOOST_DESCRIBE_STRUCT(PlanMilestones, (), (engagement, milestones))

struct PlannedMilestone {
  MilestoneId milestone;
  std::string name;
  std::int64_t amount = 0;
  std::optional<Date> planned;
  friend bool operator==(const PlannedMilestone&, const PlannedMilestone&) = default;
};
BOOST_DESCRIBE_STRUCT(PlannedMilestone, (), (milestone, name, amount, planned))

struct MilestonesPlanned {
  EngagementId engagement;
  std::vector<PlannedMilestone> milestones;
};
BOOST_DESCRIBE_STRUCT(MilestonesPlanned, (), (engagement, milestones))

struct ReachMilestone {
  MilestoneId milestone;
  std::optional<Date> on;
};
BOOST_DESCRIBE_STRUCT(ReachMilestone, (), (milestone, on))

struct MilestoneReached {
  MilestoneId milestone;
  Date on;
};
BOOST_DESCRIBE_STRUCT(MilestoneReached, (), (milestone, on))

// By client or manager; makes it billable.
struct ApproveMilestone {
  MilestoneId milestone;
  std::optional<Date> on;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(ApproveMilestone, (), (milestone, on, note))

struct MilestoneApproved {
  MilestoneId milestone;
  Date on;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(MilestoneApproved, (), (milestone, on, note))

}  // namespace billtrail
