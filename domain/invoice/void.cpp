// N2, 2.13: a void invoice keeps its number. It is only for what has not left the house: nothing paid, credited or sent, and
// still within the tax period of its date; everything else needs a credit note.
#include "domain/billing/money_dates.hpp"
#include "domain/invoice/invoice_rules.hpp"

namespace billtrail {
namespace {

// Tax periods of n months begin with January.
int tax_period(Date date, int months) { return (date.year() * 12 + date.month() - 1) / months; }

bool settled(const InvoiceState& invoice) {
  return invoice.sent || invoice.paid != 0 || invoice.credit_total != 0 || invoice.bad_debt != 0 || invoice.differences != 0 ||
         invoice.drawn != 0 || !invoice.credited_lines.empty();
}

}  // namespace

Decision<Event> decide(const Books& books, const VoidInvoice& command, const Given& given) {
  Faults faults;
  const InvoiceState* invoice = check_known(books.invoices, command.invoice, RefusalCode::unknown_invoice, "/invoice", faults);
  const std::string reason = check_reason(command.reason, faults);
  if (invoice == nullptr) return faults.in_order();
  if (invoice->stage != InvoiceStage::issued) {
    faults.add(RefusalCode::invoice_not_issued, "/invoice");
    return faults.in_order();
  }

  const Date on = dated(books, given, command.on);
  if (settled(*invoice)) faults.add(RefusalCode::invoice_settled, "/invoice", {{"number", invoice->number}});
  check_unlocked(books, on, "/on", faults);
  check_not_before(on, std::max(invoice->on, invoice->last_allocation), "/on", faults);
  const int months = books.billing->void_months;
  if (tax_period(on, months) != tax_period(invoice->on, months)) {
    faults.add(RefusalCode::void_period_over, "/on", {{"issued", invoice->on.text()}, {"months", std::int64_t{months}}});
  }
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{InvoiceVoided{command.invoice, on, reason}};
}

}  // namespace billtrail
