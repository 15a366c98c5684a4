// What a document holds (2.13): its claims, expenses, milestones, media, fees and deposits, taken, released, settled and returned
// in the books. Used by the evolve of every event about a document.
#pragma once

#include "domain/books.hpp"

namespace billtrail {

// A draft takes hold of everything its lines name; freezes the billed seconds of its entries.
void take_hold(Books& books, Row invoice, const InvoiceDocument& document);
// The draft lets go: discarded, or before a revision takes hold anew.
void let_go(Books& books, Row invoice, const InvoiceDocument& document);
// Issued: what was held is invoiced. `document` is the draft's.
void settle_claims(Books& books, Row invoice, const InvoiceDocument& document);
// K2, void: the work of one line is open again, worth what it was before the invoice.
void return_line(Books& books, Row invoice, const InvoiceLine& line);

}  // namespace billtrail
