// Payments (2.16): money received, its allocation to invoices, refunds and reversals. Balances follow from these and are never set. All
// amounts are positive minor units of the client's currency.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/kernel/id.hpp"
#include "domain/kernel/money.hpp"
#include "domain/kernel/time.hpp"

namespace billtrail {

BOOST_DEFINE_ENUM_CLASS(PaymentMethod, eft, cash, card, other)

// How a new payment is allocated. exact_or_oldest: to the invoice whose balance or number it names exactly, else oldest due
// first. Never without being asked.
BOOST_DEFINE_ENUM_CLASS(AllocationRule, none, exact_or_oldest)

struct InvoiceShare {
  InvoiceId invoice;
  std::optional<std::int64_t> amount;  // what fits unless given: min(unallocated, balance)
  std::optional<AllocationId> allocation;
};
BOOST_DESCRIBE_STRUCT(InvoiceShare, (), (invoice, amount, allocation))

struct RecordPayment {
  std::optional<PaymentId> payment;
  ClientId client;
  std::int64_t amount = 0;
  std::optional<Currency> currency;  // must be the client's
  std::optional<Date> on;            // received; today unless given, never later
  std::optional<PaymentMethod> method;  // eft unless given
  std::optional<std::string> reference;
  std::optional<AllocationRule> allocate;  // none unless given
  std::vector<InvoiceShare> to;            // or exactly so
};
BOOST_DESCRIBE_STRUCT(RecordPayment, (), (payment, client, amount, currency, on, method, reference, allocate, to))

struct PaymentReceived {
  PaymentId payment;
  ClientId client;
  Money amount;
  Date on;
  PaymentMethod method = PaymentMethod::eft;
  std::string reference;
};
BOOST_DESCRIBE_STRUCT(PaymentReceived, (), (payment, client, amount, on, method, reference))

// From a payment or from the rest of a credit note: exactly one of the two.
struct AllocatePayment {
  std::optional<PaymentId> payment;
  std::optional<CreditNoteId> credit_note;
  std::vector<InvoiceShare> to;
  std::optional<AllocationRule> allocate;
  std::optional<Date> on;  // not before the payment, nor the invoice's issue
};
BOOST_DESCRIBE_STRUCT(AllocatePayment, (), (payment, credit_note, to, allocate, on))

struct PaymentAllocated {
  AllocationId allocation;
  std::optional<PaymentId> payment;
  std::optional<CreditNoteId> credit_note;
  InvoiceId invoice;
  std::int64_t amount = 0;
  Date on;
};
BOOST_DESCRIBE_STRUCT(PaymentAllocated, (), (allocation, payment, credit_note, invoice, amount, on))

// Undoes only that one.
struct UndoAllocation {
  AllocationId allocation;
  std::optional<Date> on;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(UndoAllocation, (), (allocation, on, reason))

struct AllocationUndone {
  AllocationId allocation;
  Date on;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(AllocationUndone, (), (allocation, on, reason))

// Pays back what is unallocated; no invoice is needed.
struct RefundPayment {
  std::optional<RefundId> refund;
  std::optional<PaymentId> payment;
  std::optional<CreditNoteId> credit_note;
  std::optional<std::int64_t> amount;  // all that is unallocated unless given
  std::optional<Date> on;
  std::optional<PaymentMethod> method;
  std::optional<std::string> reference;
};
BOOST_DESCRIBE_STRUCT(RefundPayment, (), (refund, payment, credit_note, amount, on, method, reference))

struct PaymentRefunded {
  RefundId refund;
  std::optional<PaymentId> payment;
  std::optional<CreditNoteId> credit_note;
  std::int64_t amount = 0;
  Date on;
  PaymentMethod method = PaymentMethod::eft;
  std::string reference;
};
BOOST_DESCRIBE_STRUCT(PaymentRefunded, (), (refund, payment, credit_note, amount, on, method, reference))

// A refund that never went out.
struct ReverseRefund {
  RefundId refund;
  std::optional<Date> on;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReverseRefund, (), (refund, on, reason))

struct RefundReversed {
  RefundId refund;
  Date on;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(RefundReversed, (), (refund, on, reason))

// Bounced: undoes its allocations, each by its own event, from the reversal's date on. Refused while a refund of it stands.
struct ReversePayment {
  PaymentId payment;
  std::optional<Date> on;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReversePayment, (), (payment, on, reason))

struct PaymentReversed {
  PaymentId payment;
  Date on;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(PaymentReversed, (), (payment, on, reason))

// What is left of an invoice, up to the practice's limit for small differences.
struct WriteOffDifference {
  InvoiceId invoice;
  std::optional<Date> on;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(WriteOffDifference, (), (invoice, on, reason))

struct DifferenceWrittenOff {
  InvoiceId invoice;
  std::int64_t amount = 0;
  Date on;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(DifferenceWrittenOff, (), (invoice, amount, on, reason))

}  // namespace billtrail
