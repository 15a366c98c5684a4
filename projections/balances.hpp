// Where a document or a payment stands at the end of a day: its state, its balance, what is unallocated (2.13, 2.16). All of it follows from
// dated facts; an invoice that is void by then owes nothing, and counts in full before.
#pragma once

#include <optional>
#include <string_view>

#include "projections/views.hpp"

namespace billtrail {

// Minor units of the document's currency.
struct InvoiceBalance {
  std::int64_t total = 0, due = 0;
  std::int64_t paid = 0;          // allocations in force, from payments and from other notes' credit
  std::int64_t credited = 0;      // applied from its own credit notes
  std::int64_t credit_total = 0;  // of its own credit notes, applied or not
  std::int64_t bad_debt = 0, differences = 0;
  bool stands = false;            // issued, and not void

  std::int64_t balance() const { return stands ? due - paid - credited - bad_debt - differences : 0; }
};
InvoiceBalance balance_as_of(const Views& views, Row invoice, Date day);

// "draft", "approved", "issued", "part_paid", "paid", "credited", "written_off", "void" or "discarded"; empty when it was not there yet.
std::string_view state_as_of(const Views& views, Row invoice, Date day);
std::string_view state_as_of(const InvoiceFacts& invoice, const InvoiceBalance& balance, Date day);

// A draft, approved or not.
bool is_draft_as_of(const InvoiceFacts& invoice, Date day);

std::int64_t refunded_as_of(const PaymentsView& payments, const std::vector<Row>& refunds, Date day);
std::int64_t allocated_as_of(const PaymentsView& payments, const std::vector<Row>& allocations, Date day);
// 0 before the payment and from its reversal on.
std::int64_t unallocated_as_of(const PaymentsView& payments, const PaymentFacts& payment, Date day);
// The rest of a credit note (K1): 0 before its date.
std::int64_t note_unallocated_as_of(const Views& views, Row note, Date day);

// Who holds something at the end of a day: the draft that has a line for it, or the invoice that billed it and has not given it back
// (void, or a credit note that returns the line). `rows` are candidates, `mine(line)` says which lines are meant.
struct Holding {
  Row invoice = no_row;
  bool issued = false;
};
template <class Mine>
Holding holding_of(const Views& views, const std::vector<Row>& rows, Date day, Mine&& mine);

// K2: whether a credit note dated by then returned the line's work.
bool returned_as_of(const Views& views, const InvoiceFacts& invoice, std::int32_t line, Date day);
// What credit notes dated by then took off the line, as printed.
std::int64_t credited_as_of(const Views& views, const InvoiceFacts& invoice, std::int32_t line, Date day);

template <class Mine>
Holding holding_of(const Views& views, const std::vector<Row>& rows, Date day, Mine&& mine) {
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    const InvoiceFacts& invoice = views.documents.invoices.at(*row);
    const bool issued = invoice.stands(day);
    if (!issued && !is_draft_as_of(invoice, day)) continue;
    for (const InvoiceLine& line : invoice.document->lines) {
      if (mine(line) && !(issued && returned_as_of(views, invoice, line.line, day))) return {*row, issued};
    }
  }
  return {};
}

// Fills the id and name of a row's client.
template <class AnswerRow>
void name_client(AnswerRow& row, const Views& views, Row client) {
  row.client = views.directory.clients.key(client);
  row.client_name = views.directory.clients.at(client).name;
}

// What the filter `client` lets through: no_row for an unknown name.
struct ClientFilter {
  ClientFilter(const Views& views, const std::optional<ClientId>& client)
      : any(!client), wanted(client ? views.directory.clients.row_of(*client) : no_row) {}
  bool any;
  Row wanted;
  bool lets_through(Row client) const { return any || (wanted != no_row && client == wanted); }
};

}  // namespace billtrail
