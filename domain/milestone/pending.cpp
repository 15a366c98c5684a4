// Not decided yet.
#include "domain/milestone/milestone_rules.hpp"

namespace billtrail {

Decision<Event> decide(const Books&, const PlanMilestones&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const ReachMilestone&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const ApproveMilestone&, const Given&) { return refuse(RefusalCode::nothing_to_change); }

void evolve(Books&, const MilestonesPlanned&) {}
void evolve(Books&, const MilestoneReached&) {}
void evolve(Books&, const MilestoneApproved&) {}

}  // namespace billtrail
