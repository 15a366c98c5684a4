// Not decided yet.
#include "domain/run/carry_out_run.hpp"
#include "domain/run/run_rules.hpp"

namespace billtrail {

Decision<Event> decide(const Books&, const RunSchedule&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const DraftAllRecurring&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const DraftAllUnbilled&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const ApproveInvoices&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const IssueInvoices&, const Given&) { return refuse(RefusalCode::nothing_to_change); }

void evolve(Books&, const RunCarriedOut&) {}

bool is_run(const Command&) { return false; }
Decision<Event> carry_out_run(Books&, const Command&, const Given&) { return refuse(RefusalCode::nothing_to_change); }

}  // namespace billtrail
