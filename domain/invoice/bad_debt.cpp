// 2.13: what will not be paid is written off as bad debt, dated, with a reason, and can be taken back. The invoice stays what it
// was.
#include "domain/billing/money_dates.hpp"
#include "domain/invoice/invoice_rules.hpp"

namespace billtrail {
namespace {

const InvoiceState* check_issued(const Books& books, const InvoiceId& id, Faults& faults) {
  const InvoiceState* invoice = check_known(books.invoices, id, RefusalCode::unknown_invoice, "/invoice", faults);
  if (invoice == nullptr || invoice->stage == InvoiceStage::issued) return invoice;
  faults.add(RefusalCode::invoice_not_issued, "/invoice");
  return nullptr;
}

}  // namespace

Decision<Event> decide(const Books& books, const WriteOffInvoice& command, const Given& given) {
  Faults faults;
  const std::string reason = check_reason(command.reason, faults);
  const InvoiceState* invoice = check_issued(books, command.invoice, faults);
  if (invoice == nullptr) return faults.in_order();

  const Date on = dated(books, given, command.on);
  const std::int64_t balance = balance_of(*invoice);
  const std::int64_t amount = command.amount.value_or(balance);
  check_money_date(books, given, on, faults);
  check_not_before(on, invoice->on, "/on", faults);
  if (command.amount && amount <= 0) faults.add(RefusalCode::setting_out_of_range, "/amount", {{"least", std::int64_t{1}}});
  if (!command.amount && balance == 0) faults.add(RefusalCode::nothing_to_change, "/invoice");
  if (amount > balance) faults.add(RefusalCode::write_off_too_large, "/amount", {{"balance", balance}});
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{InvoiceWrittenOff{command.invoice, amount, on, reason}};
}

Decision<Event> decide(const Books& books, const ReverseInvoiceWriteOff& command, const Given& given) {
  Faults faults;
  const std::string reason = check_reason(command.reason, faults);
  const InvoiceState* invoice = check_issued(books, command.invoice, faults);
  if (invoice == nullptr) return faults.in_order();

  const Date on = dated(books, given, command.on);
  check_money_date(books, given, on, faults);
  if (invoice->bad_debt == 0) faults.add(RefusalCode::nothing_to_change, "/invoice");
  check_not_before(on, std::max(invoice->on, invoice->last_allocation), "/on", faults);
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{InvoiceWriteOffReversed{command.invoice, invoice->bad_debt, on, reason}};
}

}  // namespace billtrail
