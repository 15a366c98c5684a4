// Payments as the books hold them. Minor units of the client's currency.
#pragma once

#include "domain/kernel/table.hpp"
#include "domain/payment/payment.hpp"

namespace billtrail {

struct PaymentState {
  ClientId client;
  std::int64_t amount = 0;
  Date on;
  std::int64_t allocated = 0;
  std::int64_t refunded = 0;
  bool reversed = false;
  Date last_use;  // latest allocation, undo or refund
};
inline std::int64_t unallocated(const PaymentState& payment) {
  return payment.reversed ? 0 : payment.amount - payment.allocated - payment.refunded;
}

struct AllocationState {
  std::optional<PaymentId> payment;
  std::optional<CreditNoteId> credit_note;
  InvoiceId invoice;
  std::int64_t amount = 0;
  Date on;
  bool undone = false;
};

struct RefundState {
  std::optional<PaymentId> payment;
  std::optional<CreditNoteId> credit_note;
  std::int64_t amount = 0;
  Date on;
  bool reversed = false;
};

}  // namespace billtrail
