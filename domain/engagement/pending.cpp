// Not decided yet.
#include "domain/engagement/engagement_rules.hpp"

namespace billtrail {

Decision<Event> decide(const Books&, const AgreeEngagement&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const ChangeEngagement&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const EndEngagement&, const Given&) { return refuse(RefusalCode::nothing_to_change); }

}  // namespace billtrail
