// Not decided yet.
#include "domain/wip/wip_rules.hpp"

namespace billtrail {

Decision<Event> decide(const Books&, const WriteOffWip&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const WriteUpWip&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const ReverseWriteOff&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const DeferEntries&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const ReleaseEntries&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const CheckWipAlerts&, const Given&) { return refuse(RefusalCode::nothing_to_change); }

void evolve(Books&, const WipWrittenOff&) {}
void evolve(Books&, const WipWrittenUp&) {}
void evolve(Books&, const WriteOffReversed&) {}
void evolve(Books&, const EntryDeferred&) {}
void evolve(Books&, const EntryReleased&) {}
void evolve(Books&, const WipAlertRaised&) {}
void evolve(Books&, const WipAlertCleared&) {}

}  // namespace billtrail
