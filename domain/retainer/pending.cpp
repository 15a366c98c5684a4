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


}  // namespace billtrail
