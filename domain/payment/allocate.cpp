// 2.16: exact match on number or amount, else the oldest due first. An order that depends on nothing but the books: due date,
// issue date, then the order in which the invoices were drafted.
#include "domain/payment/allocate.hpp"

#include <algorithm>
#include <tuple>

#include "domain/billing/money_dates.hpp"

namespace billtrail {
namespace {

bool is_word(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The number as a word of its own: INV-12 is not in "INV-123".
bool names(std::string_view reference, std::string_view number) {
  if (number.empty()) return false;
  for (std::size_t at = reference.find(number); at != std::string_view::npos; at = reference.find(number, at + 1)) {
    const std::size_t end = at + number.size();
    const bool begins = at == 0 || !is_word(reference[at - 1]);
    const bool ends = end == reference.size() || !is_word(reference[end]);
    if (begins && ends) return true;
  }
  return false;
}

}  // namespace

Date Allocating::date_for(const InvoiceState& invoice) const { return on_ ? *on_ : std::max(source_.since, invoice.on); }

std::int64_t Allocating::owed(Row invoice) const {
  const auto found = taken_.find(invoice);
  return balance_of(books_.invoices.at(invoice)) - (found == taken_.end() ? 0 : found->second);
}

void Allocating::allocate(Row invoice, std::int64_t amount, const AllocationId& allocation) {
  source_.left -= amount;
  taken_[invoice] += amount;
  used_.push_back(allocation);
  events_.push_back(PaymentAllocated{allocation, source_.payment, source_.credit_note, books_.invoices.key(invoice), amount,
                                     date_for(books_.invoices.at(invoice))});
}

void Allocating::take_share(const InvoiceShare& share, const std::string& pointer, Faults& faults) {
  const Row row = books_.invoices.row_of(share.invoice);
  if (row == no_row || books_.invoices.at(row).client != source_.client) {
    return faults.add(RefusalCode::unknown_invoice, pointer + "/invoice");
  }
  const InvoiceState& invoice = books_.invoices.at(row);
  if (invoice.stage != InvoiceStage::issued) return faults.add(RefusalCode::invoice_not_issued, pointer + "/invoice");

  const Date on = date_for(invoice);
  if (on < invoice.on || on > today(books_, given_)) {
    faults.add(RefusalCode::date_before_document, pointer + "/invoice", {{"earliest", invoice.on.text()}});
  }
  if (share.allocation) {
    const bool repeated = std::ranges::find(used_, *share.allocation) != used_.end();
    if (repeated || books_.allocations.find(*share.allocation) != nullptr) {
      faults.add(RefusalCode::id_in_use, pointer + "/allocation");
    }
  }
  const std::int64_t most = std::min(source_.left, owed(row));
  const std::int64_t amount = share.amount.value_or(most);
  if (share.amount && amount <= 0) {
    return faults.add(RefusalCode::setting_out_of_range, pointer + "/amount", {{"least", std::int64_t{1}}});
  }
  if (amount > most || amount <= 0) {
    return faults.add(RefusalCode::allocation_too_large, pointer + "/amount",
                      {{"unallocated", source_.left}, {"balance", owed(row)}});
  }
  allocate(row, amount, share.allocation ? *share.allocation : given_.new_ids.make<AllocationId>());
}

void Allocating::take(const std::vector<InvoiceShare>& shares, Faults& faults) {
  for (std::size_t i = 0; i < shares.size(); ++i) take_share(shares[i], "/to/" + std::to_string(i), faults);
}

std::vector<Row> Allocating::open_invoices() const {
  const Date latest = on_.value_or(today(books_, given_));
  std::vector<Row> rows;
  for (Row row = 0; row < books_.invoices.size(); ++row) {
    const InvoiceState& invoice = books_.invoices.at(row);
    if (invoice.client == source_.client && invoice.stage == InvoiceStage::issued && invoice.on <= latest && owed(row) > 0) {
      rows.push_back(row);
    }
  }
  std::ranges::stable_sort(rows, {}, [this](Row row) {
    const InvoiceState& invoice = books_.invoices.at(row);
    return std::tuple(invoice.due_on, invoice.on);
  });
  return rows;
}

void Allocating::by_rule(AllocationRule rule) {
  if (rule == AllocationRule::none || source_.left <= 0) return;
  const std::vector<Row> open = open_invoices();
  std::vector<Row> order;
  for (const Row row : open) {
    if (names(source_.reference, books_.invoices.at(row).number)) order.push_back(row);
  }
  if (order.empty()) {
    const auto exact = std::ranges::find_if(open, [this](Row row) { return owed(row) == source_.left; });
    if (exact != open.end()) order.push_back(*exact);
  }
  order.insert(order.end(), open.begin(), open.end());
  for (const Row row : order) {
    const std::int64_t amount = std::min(source_.left, owed(row));
    if (amount > 0) allocate(row, amount, given_.new_ids.make<AllocationId>());
  }
}

}  // namespace billtrail
