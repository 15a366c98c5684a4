// 2.16: undoing one allocation undoes only that one. A bounced payment undoes all of its own, each by its own event, from its own
// date on, so that last month's debtors stay as they were.
#include "domain/billing/money_dates.hpp"
#include "domain/payment/payment_rules.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const UndoAllocation& command, const Given& given) {
  Faults faults;
  const AllocationState* allocation =
      check_known(books.allocations, command.allocation, RefusalCode::unknown_allocation, "/allocation", faults);
  const Date on = dated(books, given, command.on);
  check_money_date(books, given, on, faults);
  if (allocation == nullptr) return faults.in_order();
  if (allocation->undone) faults.add(RefusalCode::already_undone, "/allocation");
  check_not_before(on, allocation->on, "/on", faults);
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{AllocationUndone{command.allocation, on, trimmed(command.reason.value_or(""))}};
}

Decision<Event> decide(const Books& books, const ReversePayment& command, const Given& given) {
  Faults faults;
  const std::string reason = check_reason(command.reason, faults);
  const PaymentState* payment = check_known(books.payments, command.payment, RefusalCode::unknown_payment, "/payment", faults);
  const Date on = dated(books, given, command.on);
  check_money_date(books, given, on, faults);
  if (payment == nullptr) return faults.in_order();
  if (payment->reversed) faults.add(RefusalCode::payment_reversed, "/payment");
  if (payment->refunded != 0) faults.add(RefusalCode::payment_has_refunds, "/payment", {{"refunded", payment->refunded}});
  check_not_before(on, std::max(payment->on, payment->last_use), "/on", faults);
  if (!faults.none()) return faults.in_order();

  std::vector<Event> events;
  for (Row row = 0; row < books.allocations.size(); ++row) {
    const AllocationState& allocation = books.allocations.at(row);
    if (allocation.payment == command.payment && !allocation.undone) {
      events.push_back(AllocationUndone{books.allocations.key(row), on, reason});
    }
  }
  events.push_back(PaymentReversed{command.payment, on, reason});
  return events;
}

}  // namespace billtrail
