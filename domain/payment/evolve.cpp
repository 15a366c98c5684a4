// Payments as the events left them. What an invoice owes and what a payment still has follow from these sums; nothing sets a
// balance.
#include <algorithm>

#include "domain/payment/payment_rules.hpp"

namespace billtrail {
namespace {

void note_use(PaymentState& payment, Date on) { payment.last_use = std::max(payment.last_use, on); }

// More, or less again when the amount is negative, of the source is laid against invoices.
void use(Books& books, const AllocationState& allocation, std::int64_t amount, Date on) {
  if (allocation.payment) {
    PaymentState& payment = books.payments.edit(*allocation.payment);
    payment.allocated += amount;
    note_use(payment, on);
  } else {
    books.credit_notes.edit(allocation.credit_note.value()).allocated += amount;
  }
  InvoiceState& invoice = books.invoices.edit(allocation.invoice);
  invoice.paid += amount;
  invoice.last_allocation = std::max(invoice.last_allocation, on);
}

void pay_back(Books& books, const RefundState& refund, std::int64_t amount, Date on) {
  if (refund.payment) {
    PaymentState& payment = books.payments.edit(*refund.payment);
    payment.refunded += amount;
    note_use(payment, on);
  } else {
    books.credit_notes.edit(refund.credit_note.value()).refunded += amount;
  }
}

}  // namespace

void evolve(Books& books, const PaymentReceived& event) {
  PaymentState payment;
  payment.client = event.client;
  payment.amount = event.amount.minor;
  payment.on = payment.last_use = event.on;
  books.payments.insert(event.payment, payment);
  const ClientState* client = books.clients.find(event.client);
  if (client == nullptr) throw std::logic_error("a payment is from a client that was never added");
  if (!client->priced) books.clients.edit(event.client).priced = true;  // its currency stays
}

void evolve(Books& books, const PaymentAllocated& event) {
  const AllocationState allocation{event.payment, event.credit_note, event.invoice, event.amount, event.on, false};
  books.allocations.insert(event.allocation, allocation);
  use(books, allocation, event.amount, event.on);
}

void evolve(Books& books, const AllocationUndone& event) {
  AllocationState& allocation = books.allocations.edit(event.allocation);
  allocation.undone = true;
  use(books, allocation, -allocation.amount, event.on);
}

void evolve(Books& books, const PaymentRefunded& event) {
  const RefundState refund{event.payment, event.credit_note, event.amount, event.on, false};
  books.refunds.insert(event.refund, refund);
  pay_back(books, refund, event.amount, event.on);
}

void evolve(Books& books, const RefundReversed& event) {
  RefundState& refund = books.refunds.edit(event.refund);
  refund.reversed = true;
  pay_back(books, refund, -refund.amount, event.on);
}

void evolve(Books& books, const PaymentReversed& event) {
  PaymentState& payment = books.payments.edit(event.payment);
  payment.reversed = true;
  note_use(payment, event.on);
}

void evolve(Books& books, const DifferenceWrittenOff& event) {
  InvoiceState& invoice = books.invoices.edit(event.invoice);
  invoice.differences += event.amount;
  invoice.last_allocation = std::max(invoice.last_allocation, event.on);
}

}  // namespace billtrail
