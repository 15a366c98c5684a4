// 2.16: what is unallocated can be paid back, without an invoice. A refund that never went out is reversed, and the credit is
// there again.
#include "domain/billing/money_dates.hpp"
#include "domain/payment/money_source.hpp"
#include "domain/payment/payment_rules.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const RefundPayment& command, const Given& given) {
  const RefundId id = chosen(command.refund);
  Faults faults;
  check_unused(books.refunds, id, "/refund", faults);
  const std::optional<MoneySource> source = check_source(books, command.payment, command.credit_note, faults);
  const Date on = dated(books, given, command.on);
  check_money_date(books, given, on, faults);
  if (!source) return faults.in_order();

  const std::int64_t amount = command.amount.value_or(source->left);
  if (command.amount && amount <= 0) faults.add(RefusalCode::setting_out_of_range, "/amount", {{"least", std::int64_t{1}}});
  const bool nothing_left = !command.amount && amount <= 0;
  if (amount > source->left || nothing_left) {
    faults.add(RefusalCode::allocation_too_large, "/amount", {{"unallocated", source->left}});
  }
  check_not_before(on, source->since, "/on", faults);
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{PaymentRefunded{id, command.payment, command.credit_note, amount, on,
                                            command.method.value_or(PaymentMethod::eft),
                                            trimmed(command.reference.value_or(""))}};
}

Decision<Event> decide(const Books& books, const ReverseRefund& command, const Given& given) {
  Faults faults;
  const std::string reason = check_reason(command.reason, faults);
  const RefundState* refund = check_known(books.refunds, command.refund, RefusalCode::unknown_refund, "/refund", faults);
  const Date on = dated(books, given, command.on);
  check_money_date(books, given, on, faults);
  if (refund == nullptr) return faults.in_order();
  if (refund->reversed) faults.add(RefusalCode::already_undone, "/refund");
  check_not_before(on, refund->on, "/on", faults);
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{RefundReversed{command.refund, on, reason}};
}

}  // namespace billtrail
