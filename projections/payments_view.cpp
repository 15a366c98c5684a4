// Fold of payments.
#include "projections/payments_view.hpp"

#include "projections/canonical.hpp"
#include "projections/event_families.hpp"

namespace billtrail {
namespace {

struct PaymentArms : IgnoresTime, IgnoresAgreements, IgnoresInvoices, IgnoresWipActs, IgnoresRuns {
  using IgnoresTime::operator();
  using IgnoresAgreements::operator();
  using IgnoresInvoices::operator();
  using IgnoresWipActs::operator();
  using IgnoresRuns::operator();

  PaymentsView& view;
  Position position;
  const DirectoryView& directory;
  const DocumentsView& documents;
  PaymentArms(PaymentsView& view_, Position position_, const DirectoryView& directory_, const DocumentsView& documents_)
      : view(view_), position(position_), directory(directory_), documents(documents_) {}

  void operator()(const PaymentReceived& e) const {
    PaymentFacts facts;
    facts.client = directory.clients.required(e.client);
    facts.amount = e.amount;
    facts.on = e.on;
    facts.method = e.method;
    facts.reference = e.reference;
    facts.position = position;
    view.payments.add(e.payment, std::move(facts));
  }
  void operator()(const PaymentAllocated& e) const {
    AllocationFacts facts;
    facts.payment = view.payments.required(e.payment);
    facts.credit_note = documents.credit_notes.required(e.credit_note);
    facts.invoice = documents.invoices.required(e.invoice);
    facts.amount = e.amount;
    facts.on = e.on;
    facts.position = position;
    const Row row = static_cast<Row>(view.allocations.size());
    view.allocations.add(e.allocation, facts);
    if (e.payment) view.payments.edit(*e.payment).allocations.push_back(row);
    if (e.credit_note) view.allocations_of_note[facts.credit_note].push_back(row);
    view.allocations_of_invoice[facts.invoice].push_back(row);
  }
  void operator()(const AllocationUndone& e) const { view.allocations.edit(e.allocation).undone_on = e.on; }
  void operator()(const PaymentRefunded& e) const {
    RefundFacts facts;
    facts.payment = view.payments.required(e.payment);
    facts.credit_note = documents.credit_notes.required(e.credit_note);
    facts.amount = e.amount;
    facts.on = e.on;
    facts.method = e.method;
    facts.reference = e.reference;
    facts.position = position;
    const Row row = static_cast<Row>(view.refunds.size());
    view.refunds.add(e.refund, std::move(facts));
    if (e.payment) view.payments.edit(*e.payment).refunds.push_back(row);
    if (e.credit_note) view.refunds_of_note[documents.credit_notes.row_of(*e.credit_note)].push_back(row);
  }
  void operator()(const RefundReversed& e) const {
    RefundFacts& facts = view.refunds.edit(e.refund);
    facts.reversed_on = e.on;
    facts.reversed_at = position;
  }
  void operator()(const PaymentReversed& e) const {
    PaymentFacts& facts = view.payments.edit(e.payment);
    facts.reversed_on = e.on;
    facts.reversal_reason = e.reason;
    facts.reversed_at = position;
  }
  void operator()(const DifferenceWrittenOff& e) const {
    const Row invoice = documents.invoices.required(e.invoice);
    view.differences_of_invoice[invoice].push_back(static_cast<Row>(view.differences.size()));
    view.differences.push_back({invoice, e.amount, e.on, e.reason, position});
  }
};

}  // namespace

void PaymentsView::apply(const Recorded& recorded, const DirectoryView& directory, const DocumentsView& documents) {
  std::visit(PaymentArms(*this, recorded.envelope.position, directory, documents), recorded.event);
}

void PaymentsView::line(std::size_t i, std::string& out) const {
  if (i < payments.size()) {
    const PaymentFacts& facts = payments.at(static_cast<Row>(i));
    return append_all(out, std::string_view("payment"), payments.key(static_cast<Row>(i)), facts.client, facts.amount.minor,
                      facts.amount.currency, facts.on, facts.method, facts.reference, facts.reversed_on, facts.reversal_reason,
                      facts.position.value, facts.reversed_at.value, facts.allocations, facts.refunds);
  }
  i -= payments.size();
  if (i < allocations.size()) {
    const AllocationFacts& facts = allocations.at(static_cast<Row>(i));
    return append_all(out, std::string_view("allocation"), allocations.key(static_cast<Row>(i)), facts.payment, facts.credit_note,
                      facts.invoice, facts.amount, facts.on, facts.undone_on, facts.position.value);
  }
  i -= allocations.size();
  if (i < refunds.size()) {
    const RefundFacts& facts = refunds.at(static_cast<Row>(i));
    return append_all(out, std::string_view("refund"), refunds.key(static_cast<Row>(i)), facts.payment, facts.credit_note, facts.amount,
                      facts.on, facts.method, facts.reference, facts.reversed_on, facts.position.value, facts.reversed_at.value);
  }
  const DifferenceFacts& facts = differences[i - refunds.size()];
  append_all(out, std::string_view("difference"), facts.invoice, facts.amount, facts.on, facts.reason, facts.position.value);
}

}  // namespace billtrail
