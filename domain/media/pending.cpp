// Not decided yet.
#include "domain/media/media_rules.hpp"

namespace billtrail {

Decision<Event> decide(const Books&, const PlanMedia&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const RecordMediaSpend&, const Given&) { return refuse(RefusalCode::nothing_to_change); }

void evolve(Books&, const MediaPlanned&) {}
void evolve(Books&, const MediaSpendRecorded&) {}

}  // namespace billtrail
