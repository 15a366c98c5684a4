// 2.16: money that is there, a payment's or the rest of a credit note, laid against invoices of its client. Never more than is
// unallocated, nor than an invoice still owes; what is left over stays unallocated.
#pragma once

#include <map>
#include <vector>

#include "domain/books.hpp"
#include "domain/decide.hpp"
#include "domain/kernel/faults.hpp"

namespace billtrail {

class Allocating {
 public:
  // Where the money comes from: exactly one of the two.
  struct Source {
    std::optional<PaymentId> payment;
    std::optional<CreditNoteId> credit_note;
    ClientId client;
    std::int64_t left = 0;
    Date since;             // no allocation before it
    std::string reference;  // of the payment, where the rule may find an invoice's number
  };

  // Without a date each allocation has the first that is possible: the money's, or the invoice's if that is later.
  Allocating(const Books& books, const Given& given, Source source, std::optional<Date> on)
      : books_(books), given_(given), source_(std::move(source)), on_(on) {}

  // As asked. Faults point into /to.
  void take(const std::vector<InvoiceShare>& shares, Faults& faults);
  // To the invoices whose number the reference names, or whose balance is exactly the amount; what is left goes to the oldest due
  // first.
  void by_rule(AllocationRule rule);

  std::vector<Event>& events() { return events_; }

 private:
  Date date_for(const InvoiceState& invoice) const;
  std::int64_t owed(Row invoice) const;
  std::vector<Row> open_invoices() const;
  void allocate(Row invoice, std::int64_t amount, const AllocationId& allocation);
  void take_share(const InvoiceShare& share, const std::string& pointer, Faults& faults);

  const Books& books_;
  const Given& given_;
  Source source_;
  std::optional<Date> on_;
  std::map<Row, std::int64_t> taken_;
  std::vector<AllocationId> used_;
  std::vector<Event> events_;
};

}  // namespace billtrail
