// Not decided yet.
#include "domain/invoice/invoice_rules.hpp"

namespace billtrail {

Decision<Event> decide(const Books&, const DraftRecurring&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const AddInvoiceLine&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const ChangeInvoiceLine&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const RemoveInvoiceLine&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const MergeInvoiceLines&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const SplitInvoiceLine&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const AddInvoiceEntries&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const RemoveInvoiceEntries&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const ChangeInvoice&, const Given&) { return refuse(RefusalCode::nothing_to_change); }


}  // namespace billtrail
