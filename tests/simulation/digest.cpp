// A number for all that the books hold of money and time.
#include <boost/container_hash/hash.hpp>

#include "tests/simulation/simulated_practice.hpp"

namespace billtrail::simulation {
namespace {

class Digest {
 public:
  template <class... Values>
  void add(const Values&... values) {
    (add_one(values), ...);
  }
  std::uint64_t value() const { return value_; }

 private:
  template <class Value>
  void add_one(const std::optional<Value>& value) {
    add_one(value.has_value());
    if (value) add_one(*value);
  }
  void add_one(Date value) { boost::hash_combine(value_, value.days); }
  void add_one(Seconds value) { boost::hash_combine(value_, value.count); }
  void add_one(const std::string& value) { boost::hash_combine(value_, value); }
  template <class Tag>
  void add_one(const Id<Tag>& value) {
    boost::hash_combine(value_, value.text());
  }
  template <class Number>
  requires(std::is_integral_v<Number> || std::is_enum_v<Number>) void add_one(Number value) {
    boost::hash_combine(value_, static_cast<std::int64_t>(value));
  }

  std::size_t value_ = 0;
};

void add_work(Digest& sum, const Books& books) {
  for (Row row = 0; row < books.entries.size(); ++row) {
    const EntryState& entry = books.entries.at(row);
    sum.add(entry.client, entry.engagement, entry.category, entry.removed, entry.work_date, entry.seconds, entry.agreed.amount,
            entry.agreed.present, entry.rounding);
  }
  for (Row row = 0; row < books.settlements.size(); ++row) {
    const EntrySettlement& held = books.settlements.at(row);
    sum.add(books.settlements.key(row), held.billed, held.frozen, held.holder, held.invoiced, held.invoiced_value, held.covered,
            held.written_off, held.written_off_value, held.written_up_value, held.closed, held.overage, held.overage_value,
            held.overage_waits, held.deferred, held.deferred_until, held.adjusted);
  }
  for (Row row = 0; row < books.write_offs.size(); ++row) sum.add(books.write_offs.at(row).reversed);
  for (Row row = 0; row < books.expenses.size(); ++row) {
    const ExpenseState& expense = books.expenses.at(row);
    sum.add(expense.removed, expense.written_off, expense.holder);
  }
  for (Row row = 0; row < books.milestones.size(); ++row) {
    const MilestoneState& milestone = books.milestones.at(row);
    sum.add(milestone.amount, milestone.reached, milestone.approved, milestone.dropped, milestone.holder);
  }
}

void add_agreements(Digest& sum, const Books& books) {
  for (Row row = 0; row < books.engagements.size(); ++row) {
    const EngagementState& engagement = books.engagements.at(row);
    sum.add(engagement.ends, engagement.fee, engagement.cap, engagement.fee_invoiced, engagement.fee_drafted);
  }
  for (Row row = 0; row < books.retainers.size(); ++row) {
    const RetainerState& retainer = books.retainers.at(row);
    sum.add(retainer.terms.fee, retainer.terms.allowance, retainer.later.size(), retainer.pauses.size(),
            retainer.deliverables.size());
    for (const CycleState& cycle : retainer.cycles) {
      sum.add(cycle.period, cycle.skipped, cycle.closed, cycle.used, cycle.allowance, cycle.deficit_in, cycle.deficit_out,
              cycle.overage, cycle.overage_value, cycle.overage_approved, cycle.regular, cycle.adjustment, cycle.overage_draft,
              cycle.restated, cycle.alerts.size());
      for (const Bucket& bucket : cycle.carried) sum.add(bucket.origin, bucket.amount, bucket.expires);
    }
  }
}

void add_money(Digest& sum, const Books& books) {
  for (Row row = 0; row < books.invoices.size(); ++row) {
    const InvoiceState& invoice = books.invoices.at(row);
    sum.add(invoice.stage, invoice.number, invoice.flagged, invoice.paid, invoice.credited, invoice.credit_total,
            invoice.bad_debt, invoice.differences, invoice.drawn, invoice.document->total, invoice.document->due,
            invoice.document->lines.size());
  }
  for (Row row = 0; row < books.credit_notes.size(); ++row) {
    const CreditNoteState& note = books.credit_notes.at(row);
    sum.add(note.total, note.applied, note.allocated, note.refunded);
  }
  for (const Cell<SeriesState>& series : books.series) {
    sum.add(series->format, series->yearly, series->last_on);
    for (const auto& [year, next] : series->next) sum.add(year, next);
  }
  for (Row row = 0; row < books.payments.size(); ++row) {
    const PaymentState& payment = books.payments.at(row);
    sum.add(payment.amount, payment.allocated, payment.refunded, payment.reversed);
  }
  for (Row row = 0; row < books.allocations.size(); ++row) sum.add(books.allocations.at(row).undone);
  for (Row row = 0; row < books.refunds.size(); ++row) sum.add(books.refunds.at(row).reversed);
}

}  // namespace

std::uint64_t digest(const Books& books) {
  Digest sum;
  sum.add(books.members.size(), books.clients.size(), books.projects.size(), books.rate_rules.size(),
          books.rounding_policies.size(), books.deliverables.size(), books.media.size(), *books.locked_until);
  add_work(sum, books);
  add_agreements(sum, books);
  add_money(sum, books);
  return sum.value();
}

}  // namespace billtrail::simulation
