// The last step of every change of a draft: its period, what it draws from deposits, its tax and totals; and the event that says
// so.
#pragma once

#include "domain/decide.hpp"
#include "domain/invoice/drafting.hpp"
#include "domain/kernel/faults.hpp"

namespace billtrail {

// What paid deposits of the client still hold for this document: paid, not drawn by an issued invoice and not on another draft.
std::vector<DepositDraw> open_deposits(const Books& books, const ClientId& client, const InvoiceId& document);

// 2.14: takes the draws away.
void draw_nothing(InvoiceDocument& document);
bool draws_deposits(const InvoiceDocument& document);

// T7: the span of the periods of the lines.
void span_lines(InvoiceDocument& document);
// The same, as far as the document has a period: it grows with its lines.
void widen_to_lines(InvoiceDocument& document);

// Rates and totals; a document that draws from deposits draws anew. Without lines nothing is missing (2.13: an empty draft).
void finish(const Books& books, InvoiceDocument& document, const InvoiceId& id, Date on, Faults& faults);
// The same, and it draws min(balance, due) from deposits whether it did before or not.
void draw_new(const Books& books, InvoiceDocument& document, const InvoiceId& id, Date on, Faults& faults);

// A document of the client's without lines: currency, prices, terms and reference.
InvoiceDocument new_document(const Books& books, const ClientId& client);

// The draft that may be edited; null after adding unknown_invoice or invoice_not_draft.
const InvoiceState* editable_draft(const Books& books, const InvoiceId& invoice, Faults& faults);

// OverageCharged for each period whose overage stands in `after` and did not in `before`.
std::vector<Event> overage_charged(const InvoiceDocument* before, const InvoiceDocument& after, const InvoiceId& invoice);

// The edit as InvoiceRevised with what belongs beside it; or the refusals.
struct Edit {
  InvoiceId invoice;
  std::string reason;
  std::vector<Event> beside;
};
Decision<Event> revised(const Books& books, const Given& given, Edit edit, InvoiceDocument after, Faults& faults);

}  // namespace billtrail
