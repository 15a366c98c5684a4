// Milestones as the events left them. What drafts and invoices hold of them is domain/invoice's.
#include "domain/milestone/milestone_rules.hpp"

namespace billtrail {

// A plan takes the place of everything that had not been reached.
void evolve(Books& books, const MilestonesPlanned& event) {
  for (Row row = 0; row < books.milestones.size(); ++row) {
    const MilestoneState& milestone = books.milestones.at(row);
    const bool replaced = milestone.engagement == event.engagement && !milestone.reached && milestone.holder == no_row;
    if (replaced && !milestone.dropped) books.milestones.edit(row).dropped = true;
  }
  for (const PlannedMilestone& planned : event.milestones) {
    MilestoneState state{event.engagement, planned.name, planned.amount, planned.planned, {}, {}, false, no_row};
    const Row row = books.milestones.row_of(planned.milestone);
    if (row == no_row) {
      books.milestones.insert(planned.milestone, std::move(state));
    } else {
      books.milestones.edit(row) = std::move(state);
    }
  }
}

void evolve(Books& books, const MilestoneReached& event) { books.milestones.edit(event.milestone).reached = event.on; }

void evolve(Books& books, const MilestoneApproved& event) { books.milestones.edit(event.milestone).approved = event.on; }

}  // namespace billtrail
