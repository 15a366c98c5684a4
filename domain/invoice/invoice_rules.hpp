// Invoices from draft to issue, credit notes, numbers (2.13). One decide for each command, one evolve for each event; what decide promises is in domain/decide.hpp.
#pragma once

#include "domain/books.hpp"
#include "domain/command.hpp"
#include "domain/decide.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const DraftInvoice& command, const Given& given);
Decision<Event> decide(const Books& books, const DraftRecurring& command, const Given& given);
Decision<Event> decide(const Books& books, const DraftDeposit& command, const Given& given);
Decision<Event> decide(const Books& books, const AddInvoiceLine& command, const Given& given);
Decision<Event> decide(const Books& books, const ChangeInvoiceLine& command, const Given& given);
Decision<Event> decide(const Books& books, const RemoveInvoiceLine& command, const Given& given);
Decision<Event> decide(const Books& books, const MergeInvoiceLines& command, const Given& given);
Decision<Event> decide(const Books& books, const SplitInvoiceLine& command, const Given& given);
Decision<Event> decide(const Books& books, const AddInvoiceEntries& command, const Given& given);
Decision<Event> decide(const Books& books, const RemoveInvoiceEntries& command, const Given& given);
Decision<Event> decide(const Books& books, const ChangeInvoice& command, const Given& given);
Decision<Event> decide(const Books& books, const DiscardInvoice& command, const Given& given);
Decision<Event> decide(const Books& books, const ApproveInvoice& command, const Given& given);
Decision<Event> decide(const Books& books, const IssueInvoice& command, const Given& given);
Decision<Event> decide(const Books& books, const RecordInvoiceSent& command, const Given& given);
Decision<Event> decide(const Books& books, const VoidInvoice& command, const Given& given);
Decision<Event> decide(const Books& books, const WriteOffInvoice& command, const Given& given);
Decision<Event> decide(const Books& books, const ReverseInvoiceWriteOff& command, const Given& given);
Decision<Event> decide(const Books& books, const SetNumberSeries& command, const Given& given);
Decision<Event> decide(const Books& books, const ReserveNumbers& command, const Given& given);
Decision<Event> decide(const Books& books, const IssueCreditNote& command, const Given& given);

void evolve(Books& books, const InvoiceDrafted& event);
void evolve(Books& books, const InvoiceRevised& event);
void evolve(Books& books, const InvoiceDiscarded& event);
void evolve(Books& books, const InvoiceApproved& event);
void evolve(Books& books, const InvoiceIssued& event);
void evolve(Books& books, const InvoiceSent& event);
void evolve(Books& books, const InvoiceVoided& event);
void evolve(Books& books, const InvoiceWrittenOff& event);
void evolve(Books& books, const InvoiceWriteOffReversed& event);
void evolve(Books& books, const NumberSeriesSet& event);
void evolve(Books& books, const NumbersReserved& event);
void evolve(Books& books, const CreditNoteIssued& event);

}  // namespace billtrail
