// Milestones (2.14). One decide for each command, one evolve for each event; what decide promises is in domain/decide.hpp.
#pragma once

#include "domain/books.hpp"
#include "domain/command.hpp"
#include "domain/decide.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const PlanMilestones& command, const Given& given);
Decision<Event> decide(const Books& books, const ReachMilestone& command, const Given& given);
Decision<Event> decide(const Books& books, const ApproveMilestone& command, const Given& given);

void evolve(Books& books, const MilestonesPlanned& event);
void evolve(Books& books, const MilestoneReached& event);
void evolve(Books& books, const MilestoneApproved& event);

}  // namespace billtrail
