// Not decided yet.
#include "domain/invoice/invoice_rules.hpp"

namespace billtrail {

Decision<Event> decide(const Books&, const DraftInvoice&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const DraftRecurring&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const DraftDeposit&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const AddInvoiceLine&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const ChangeInvoiceLine&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const RemoveInvoiceLine&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const MergeInvoiceLines&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const SplitInvoiceLine&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const AddInvoiceEntries&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const RemoveInvoiceEntries&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const ChangeInvoice&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const DiscardInvoice&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const ApproveInvoice&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const IssueInvoice&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const RecordInvoiceSent&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const VoidInvoice&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const WriteOffInvoice&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const ReverseInvoiceWriteOff&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const SetNumberSeries&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const ReserveNumbers&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const IssueCreditNote&, const Given&) { return refuse(RefusalCode::nothing_to_change); }

void evolve(Books&, const InvoiceIssued&) {}
void evolve(Books&, const InvoiceSent&) {}
void evolve(Books&, const InvoiceVoided&) {}
void evolve(Books&, const InvoiceWrittenOff&) {}
void evolve(Books&, const InvoiceWriteOffReversed&) {}
void evolve(Books&, const NumberSeriesSet&) {}
void evolve(Books&, const NumbersReserved&) {}
void evolve(Books&, const CreditNoteIssued&) {}

}  // namespace billtrail
