// 2.19: an entry that is billed, or of a closed period, is put right by an adjustment of its own.
#include "domain/time/time_rules.hpp"

namespace billtrail {

Decision<Event> decide(const Books&, const AdjustTimeEntry&, const Given&) { return refuse(RefusalCode::nothing_to_change); }

}  // namespace billtrail
