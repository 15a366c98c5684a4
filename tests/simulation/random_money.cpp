// Payments and what becomes of them.
#include "tests/simulation/random_commands.hpp"

namespace billtrail::simulation {

Command RandomCommands::pay() {
  const Books& books = practice_.books();
  RecordPayment pay;
  pay.payment = fresh<PaymentId>("p");
  const InvoiceId owed = some(books.invoices, [](const InvoiceState& held) { return balance_of(held) > 0; });
  const InvoiceState* invoice = books.invoices.find(owed);
  pay.client = invoice == nullptr || dice_.chance(5) ? some_client() : invoice->client;
  pay.amount = amount(pay.client, 10, 900);
  if (invoice != nullptr && balance_of(*invoice) > 0) {
    const std::int64_t balance = balance_of(*invoice);
    switch (dice_.below(5)) {
      case 0: pay.amount = balance; break;
      case 1: pay.amount = dice_.between(1, balance); break;
      case 2: pay.amount = balance + dice_.between(1, 20'000); break;
      case 3: pay.amount = std::max<std::int64_t>(1, balance - dice_.between(1, 300)); break;
      default: break;
    }
  }
  pay.on = maybe_day(6);
  pay.reference = "ref " + std::to_string(made_);
  if (dice_.chance(40))
    pay.allocate = AllocationRule::exact_or_oldest;
  else if (invoice != nullptr && dice_.chance(60))
    pay.to = {{owed, {}, fresh<AllocationId>("l")}};
  return pay;
}

Command RandomCommands::allocate() {
  const Books& books = practice_.books();
  AllocatePayment allocate;
  ClientId client = id<ClientId>("c0");
  if (dice_.chance(25) && books.credit_notes.size() > 0) {
    allocate.credit_note = some(books.credit_notes, [](const CreditNoteState& held) { return unallocated(held) > 0; });
    client = books.credit_notes.find(*allocate.credit_note)->client;
  } else {
    allocate.payment = some(books.payments, [](const PaymentState& held) { return unallocated(held) > 0; });
    if (const PaymentState* held = books.payments.find(*allocate.payment)) client = held->client;
  }
  allocate.on = maybe_day(4);
  if (dice_.chance(30)) {
    allocate.allocate = AllocationRule::exact_or_oldest;
    return allocate;
  }
  const InvoiceId to =
      some(books.invoices, [&](const InvoiceState& held) { return held.client == client && balance_of(held) > 0; });
  InvoiceShare share{to, {}, fresh<AllocationId>("l")};
  if (dice_.chance(40)) share.amount = amount(client, 1, 300);
  allocate.to = {share};
  return allocate;
}

Command RandomCommands::undo_allocation() {
  const AllocationId undone = some(practice_.books().allocations, [](const AllocationState& held) { return !held.undone; });
  return UndoAllocation{undone, maybe_day(3), {}};
}

Command RandomCommands::refund() {
  const Books& books = practice_.books();
  RefundPayment refund;
  refund.refund = fresh<RefundId>("f");
  if (dice_.chance(30) && books.credit_notes.size() > 0) {
    refund.credit_note = some(books.credit_notes, [](const CreditNoteState& held) { return unallocated(held) > 0; });
  } else {
    refund.payment = some(books.payments, [](const PaymentState& held) { return unallocated(held) > 0; });
  }
  if (dice_.chance(40)) refund.amount = dice_.between(1, 20'000);
  refund.on = maybe_day(3);
  return refund;
}

Command RandomCommands::reverse_refund() {
  const RefundId refund = some(practice_.books().refunds, [](const RefundState& held) { return !held.reversed; });
  return ReverseRefund{refund, maybe_day(2), reason()};
}

Command RandomCommands::reverse_payment() {
  const PaymentId payment = some(practice_.books().payments, [](const PaymentState& held) { return !held.reversed; });
  return ReversePayment{payment, maybe_day(2), reason()};
}

Command RandomCommands::write_off_difference() {
  const InvoiceId invoice =
      some(practice_.books().invoices, [](const InvoiceState& held) { return balance_of(held) > 0 && balance_of(held) < 1000; });
  return WriteOffDifference{invoice, maybe_day(3), reason()};
}

}  // namespace billtrail::simulation
