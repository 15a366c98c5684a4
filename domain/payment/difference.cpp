// 2.16: a small difference, such as a bank's fee, is written off with a reason, up to the practice's limit.
#include "domain/billing/money_dates.hpp"
#include "domain/payment/payment_rules.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const WriteOffDifference& command, const Given& given) {
  Faults faults;
  const std::string reason = check_reason(command.reason, faults);
  const InvoiceState* invoice = check_known(books.invoices, command.invoice, RefusalCode::unknown_invoice, "/invoice", faults);
  const Date on = dated(books, given, command.on);
  check_money_date(books, given, on, faults);
  if (invoice == nullptr) return faults.in_order();
  if (invoice->stage != InvoiceStage::issued) {
    faults.add(RefusalCode::invoice_not_issued, "/invoice");
    return faults.in_order();
  }

  const std::int64_t left = balance_of(*invoice);
  const std::int64_t most = books.billing->small_difference_max;
  if (left <= 0) faults.add(RefusalCode::nothing_to_change, "/invoice");
  if (left > most) faults.add(RefusalCode::difference_too_large, "/invoice", {{"left", left}, {"most", most}});
  check_not_before(on, std::max(invoice->on, invoice->last_allocation), "/on", faults);
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{DifferenceWrittenOff{command.invoice, left, on, reason}};
}

}  // namespace billtrail
