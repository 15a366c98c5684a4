// The history of payments.
#include "projections/payments.hpp"

#include <algorithm>

#include "projections/balances.hpp"
#include "projections/entry_filter.hpp"

namespace billtrail {
namespace {

std::optional<Date> by(const std::optional<Date>& on, Date day) { return on && *on <= day ? on : std::nullopt; }

void uses(PaymentRow& row, const Views& views, const PaymentFacts& facts, Date day) {
  for (const Row number : facts.allocations) {
    const AllocationFacts& allocation = views.payments.allocations.at(number);
    if (allocation.on > day) continue;
    row.allocations.push_back({views.payments.allocations.key(number), views.documents.invoices.key(allocation.invoice),
                               views.documents.invoices.at(allocation.invoice).number, allocation.amount, allocation.on,
                               by(allocation.undone_on, day)});
  }
  for (const Row number : facts.refunds) {
    const RefundFacts& refund = views.payments.refunds.at(number);
    if (refund.on > day) continue;
    row.refunds.push_back({views.payments.refunds.key(number), refund.amount, refund.on, by(refund.reversed_on, day)});
  }
}

}  // namespace

PaymentsAnswer payments(const Views& views, const Question& question) {
  const ClientFilter clients(views, question.client);
  const DateBounds bounds = bounds_of(question);
  const Date day = question.day();
  PaymentsAnswer answer;
  for (std::size_t i = views.payments.payments.size(); i-- > 0;) {
    const Row number = static_cast<Row>(i);
    const PaymentFacts& facts = views.payments.payments.at(number);
    if (facts.on > day || !bounds.hold(facts.on) || !clients.lets_through(facts.client)) continue;
    const Currency currency = facts.amount.currency;
    PaymentRow& row = answer.rows.emplace_back();
    row.payment = views.payments.payments.key(number);
    row.key = row.payment.text();
    name_client(row, views, facts.client);
    row.amount = facts.amount;
    row.on = facts.on;
    row.method = facts.method;
    row.reference = facts.reference;
    row.allocated = {allocated_as_of(views.payments, facts.allocations, day), currency};
    row.refunded = {refunded_as_of(views.payments, facts.refunds, day), currency};
    row.unallocated = {unallocated_as_of(views.payments, facts, day), currency};
    row.reversed_on = by(facts.reversed_on, day);
    uses(row, views, facts, day);
  }
  std::ranges::stable_sort(answer.rows, std::ranges::greater{}, &PaymentRow::on);
  return answer;
}

}  // namespace billtrail
