// Not decided yet.
#include "domain/retainer/retainer_rules.hpp"

namespace billtrail {

Decision<Event> decide(const Books&, const AgreeRetainer&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const ChangeRetainer&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const PauseRetainer&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const ResumeRetainer&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const OpenRetainerCycle&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const CloseRetainerCycle&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const ReopenRetainerCycle&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const ApproveOverage&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const RecordDeliverable&, const Given&) { return refuse(RefusalCode::nothing_to_change); }

void evolve(Books&, const RetainerAgreed&) {}
void evolve(Books&, const RetainerChanged&) {}
void evolve(Books&, const RetainerPaused&) {}
void evolve(Books&, const RetainerResumed&) {}
void evolve(Books&, const RetainerCycleOpened&) {}
void evolve(Books&, const RetainerCycleRestated&) {}
void evolve(Books&, const RetainerCycleClosed&) {}
void evolve(Books&, const RetainerCycleReopened&) {}
void evolve(Books&, const OverageApproved&) {}
void evolve(Books&, const OverageCharged&) {}
void evolve(Books&, const DeliverableRecorded&) {}
void evolve(Books&, const RetainerAlertRaised&) {}
void evolve(Books&, const RetainerAlertCleared&) {}

}  // namespace billtrail
