// Money received and what became of it: payments, allocations, refunds and small differences, each with the date it counts from and the date
// it was undone. Balances are never kept; they follow from these for any day.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <optional>
#include <string>
#include <vector>

#include "projections/documents_view.hpp"

namespace billtrail {

// Of a payment or of the rest of a credit note: the other row is no_row.
struct AllocationFacts {
  Row payment = no_row, credit_note = no_row;
  Row invoice = no_row;
  std::int64_t amount = 0;
  Date on;
  std::optional<Date> undone_on;
  Position position;

  bool stands(Date day) const { return on <= day && !(undone_on && *undone_on <= day); }
};

struct RefundFacts {
  Row payment = no_row, credit_note = no_row;
  std::int64_t amount = 0;
  Date on;
  PaymentMethod method = PaymentMethod::eft;
  std::string reference;
  std::optional<Date> reversed_on;
  Position position;
  Position reversed_at;

  bool stands(Date day) const { return on <= day && !(reversed_on && *reversed_on <= day); }
};

struct PaymentFacts {
  Row client = no_row;
  Money amount;
  Date on;
  PaymentMethod method = PaymentMethod::eft;
  std::string reference;
  std::optional<Date> reversed_on;
  std::string reversal_reason;
  Position position;
  Position reversed_at;
  std::vector<Row> allocations;  // rows of PaymentsView::allocations
  std::vector<Row> refunds;      // rows of PaymentsView::refunds

  bool stands(Date day) const { return on <= day && !(reversed_on && *reversed_on <= day); }
};

struct DifferenceFacts {
  Row invoice = no_row;
  std::int64_t amount = 0;
  Date on;
  std::string reason;
  Position position;
};

struct PaymentsView {
  static constexpr std::string_view name = "payments";
  static constexpr int version = 1;

  Register<PaymentId, PaymentFacts> payments;
  Register<AllocationId, AllocationFacts> allocations;
  Register<RefundId, RefundFacts> refunds;
  std::vector<DifferenceFacts> differences;
  // Derived, by row of DocumentsView:
  boost::unordered_flat_map<Row, std::vector<Row>> allocations_of_invoice;
  boost::unordered_flat_map<Row, std::vector<Row>> allocations_of_note;
  boost::unordered_flat_map<Row, std::vector<Row>> refunds_of_note;
  boost::unordered_flat_map<Row, std::vector<Row>> differences_of_invoice;

  // `directory` and `documents` have already taken the event.
  void apply(const Recorded& recorded, const DirectoryView& directory, const DocumentsView& documents);
  std::size_t lines() const { return payments.size() + allocations.size() + refunds.size() + differences.size(); }
  void line(std::size_t i, std::string& out) const;
};

inline const std::vector<Row>& rows_of(const boost::unordered_flat_map<Row, std::vector<Row>>& rows, Row of) {
  static const std::vector<Row> none;
  const auto found = rows.find(of);
  return found == rows.end() ? none : found->second;
}

}  // namespace billtrail
