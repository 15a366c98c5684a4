// Invoices and credit notes as the events left them, from the issue on. The document is the event's own; nothing ever changes it.
#include <algorithm>

#include "domain/invoice/claims.hpp"
#include "domain/invoice/deposit.hpp"
#include "domain/invoice/invoice_rules.hpp"
#include "domain/invoice/next_number.hpp"

namespace billtrail {
namespace {

// Its currency stays once it has been billed.
void note_priced(Books& books, const ClientId& client) {
  const ClientState* state = books.clients.find(client);
  if (state == nullptr) throw std::logic_error("an invoice is for a client that was never added");
  if (!state->priced) books.clients.edit(client).priced = true;
}

void give_back(Books& books, Row invoice, const InvoiceLine& line) {
  return_line(books, invoice, line);
  give_back_line(books, line);
}

const InvoiceLine& line_of(const InvoiceDocument& document, std::int32_t number) {
  for (const InvoiceLine& line : document.lines) {
    if (line.line == number) return line;
  }
  throw std::logic_error("a credit note names a line that its invoice does not have");
}

void add_group(std::vector<TaxGroup>& groups, const TaxGroup& added) {
  for (TaxGroup& group : groups) {
    if (group.category != added.category || group.percent != added.percent) continue;
    group.net += added.net;
    group.tax += added.tax;
    return;
  }
  groups.push_back(added);
}

}  // namespace

void evolve(Books& books, const InvoiceIssued& event) {
  const Row row = books.invoices.row_of(event.invoice);
  settle_claims(books, row, event.document);
  note_drawn(books, event.document);
  note_priced(books, event.document.client);
  use_number(books, DocumentKind::invoice, {event.number, event.series_year, event.counter}, event.on);
  InvoiceState& invoice = books.invoices.edit(event.invoice);
  invoice.stage = InvoiceStage::issued;
  invoice.document = std::make_shared<const InvoiceDocument>(event.document);
  invoice.number = event.number;
  invoice.on = invoice.last_allocation = event.on;
  invoice.due_on = event.due_on;
  invoice.supplier = event.supplier;
  invoice.customer = event.customer;
}

void evolve(Books& books, const InvoiceSent& event) { books.invoices.edit(event.invoice).sent = true; }

void evolve(Books& books, const InvoiceVoided& event) {
  InvoiceState& invoice = books.invoices.edit(event.invoice);
  const Row row = books.invoices.row_of(event.invoice);
  for (const InvoiceLine& line : invoice.document->lines) give_back(books, row, line);
  give_back_money(books, *invoice.document);
  invoice.stage = InvoiceStage::voided;
}

void evolve(Books& books, const InvoiceWrittenOff& event) {
  InvoiceState& invoice = books.invoices.edit(event.invoice);
  invoice.bad_debt += event.amount;
  invoice.last_allocation = std::max(invoice.last_allocation, event.on);
}

void evolve(Books& books, const InvoiceWriteOffReversed& event) {
  InvoiceState& invoice = books.invoices.edit(event.invoice);
  invoice.bad_debt -= event.amount;
  invoice.last_allocation = std::max(invoice.last_allocation, event.on);
}

void evolve(Books& books, const CreditNoteIssued& event) {
  books.credit_notes.insert(event.credit_note,
                            CreditNoteState{event.client, event.invoice, event.on, event.total, event.applied, 0, 0});
  use_number(books, DocumentKind::credit_note, {event.number, event.series_year, event.counter}, event.on);
  InvoiceState& invoice = books.invoices.edit(event.invoice);
  const Row row = books.invoices.row_of(event.invoice);
  invoice.credited += event.applied;
  invoice.credit_total += event.total;
  for (const CreditLine& line : event.lines) {
    invoice.credited_lines[line.line] += line.net;
    if (!line.returns) continue;
    invoice.returned_lines.push_back(line.line);
    give_back(books, row, line_of(*invoice.document, line.line));
  }
  for (const TaxGroup& group : event.taxes) add_group(invoice.credited_taxes, group);
}

}  // namespace billtrail
