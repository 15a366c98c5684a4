// What money came in, and what became of it by the day asked for? Newest first (2.16).
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "projections/question.hpp"
#include "projections/views.hpp"

namespace billtrail {

struct PaymentAllocationRow {
  AllocationId allocation;
  InvoiceId invoice;
  std::string number;
  std::int64_t amount = 0;
  Date on;
  std::optional<Date> undone_on;
};
BOOST_DESCRIBE_STRUCT(PaymentAllocationRow, (), (allocation, invoice, number, amount, on, undone_on))

struct PaymentRefundRow {
  RefundId refund;
  std::int64_t amount = 0;
  Date on;
  std::optional<Date> reversed_on;
};
BOOST_DESCRIBE_STRUCT(PaymentRefundRow, (), (refund, amount, on, reversed_on))

struct PaymentRow {
  std::string key;
  PaymentId payment;
  ClientId client;
  std::string client_name;
  Money amount;
  Date on;
  PaymentMethod method = PaymentMethod::eft;
  std::string reference;
  Money allocated, refunded;
  Money unallocated;  // the client's credit; nothing of a reversed payment
  std::optional<Date> reversed_on;
  std::vector<PaymentAllocationRow> allocations;  // undone ones too
  std::vector<PaymentRefundRow> refunds;
};
BOOST_DESCRIBE_STRUCT(PaymentRow, (),
                      (key, payment, client, client_name, amount, on, method, reference, allocated, refunded, unallocated, reversed_on,
                       allocations, refunds))

struct PaymentsAnswer {
  std::vector<PaymentRow> rows;
};
BOOST_DESCRIBE_STRUCT(PaymentsAnswer, (), (rows))

PaymentsAnswer payments(const Views& views, const Question& question);

}  // namespace billtrail
