// The dump of the work view: entries, then what billing knows of them.
#include "projections/canonical.hpp"
#include "projections/work_view.hpp"

namespace billtrail {
namespace {

void append(std::string& out, const Settlement& act) {
  append_all(out, static_cast<int>(act.kind), act.date, act.seconds, act.minor, act.source, act.by_hand);
}
void append(std::string& out, const WorkClaim& claim) {
  append_all(out, claim.entry, claim.billed, claim.seconds, claim.value, claim.proposed, claim.amount);
}
void append(std::string& out, const InvoicedAmount& amount) {
  append_all(out, amount.client, amount.project, amount.engagement, amount.period, amount.currency, amount.on, amount.minor);
}

void append(std::string& out, const WorkInvoice& invoice) {
  append_all(out, invoice.invoice, invoice.client, invoice.currency, static_cast<int>(invoice.stage), invoice.number, invoice.on,
             invoice.voided, invoice.total, invoice.due);
  for (const WorkLine& line : invoice.lines) {
    append_all(out, line.line, line.kind, line.net, line.before_tax, line.project, line.engagement, line.period, line.expense,
               line.returned);
    for (const WorkClaim& claim : line.claims) append(out, claim);
  }
  for (const WorkCredit& credit : invoice.credits) {
    append_all(out, credit.on, credit.total);
    for (const LineCredit& line : credit.lines) append_all(out, line.line, line.before_tax);
  }
}

void append(std::string& out, const WorkExpense& expense) {
  append_all(out, expense.expense, expense.client, expense.project, expense.campaign, expense.on, expense.price, expense.billable,
             expense.removed, expense.holder);
  for (const Settlement& act : expense.settled) append(out, act);
}

void append(std::string& out, const WorkWriteOff& write_off) {
  append_all(out, write_off.write_off, write_off.client, write_off.on, write_off.code, write_off.up, write_off.taken_back,
             write_off.reversed_on, write_off.engagement, write_off.period, write_off.reason);
  for (const WrittenOffShare& share : write_off.shares) append_all(out, share.entry, share.seconds, share.minor);
}

void entry_line(const WorkView& view, Row row, std::string& out) {
  const EntryRow& entry = view.rows[row];
  const EntryDetail& detail = view.details[row];
  append_all(out, detail.entry, entry.member, entry.client, entry.project, entry.campaign, entry.task, entry.service, entry.work_date,
             entry.seconds, entry.billed_seconds, entry.value, entry.standard_value, entry.category(), entry.review(),
             bool{entry.removed}, bool{entry.on_draft}, bool{entry.frozen}, detail.position);
  append_all(out, entry.agreed == no_row ? std::optional<AppliedRate>{} : std::optional(view.rates[entry.agreed]),
             detail.standard == no_row ? std::optional<AppliedRate>{} : std::optional(view.rates[detail.standard]),
             view.roundings[detail.rounding], view.tags[detail.tags],
             detail.engagement == no_row ? std::optional<EngagementId>{} : std::optional(view.engagements[detail.engagement]),
             detail.has_start ? std::optional(detail.start) : std::nullopt, detail.has_end ? std::optional(detail.end) : std::nullopt,
             detail.zone == 0 ? std::optional<std::string>{} : std::optional(view.zones[detail.zone - 1U]), view.days_of(row),
             view.description_of(row));
  for (const Settlement& act : view.settled_of(row)) append(out, act);
  if (const auto held = view.holders.find(row); held != view.holders.end()) append_all(out, held->second);
  if (const auto found = view.drawn.find(row); found != view.drawn.end()) {
    const DrawnEntry& drawn = found->second;
    append_all(out, drawn.on, drawn.engagement, drawn.period, drawn.covered, drawn.overage, drawn.deficit, drawn.value, drawn.priced);
  }
}

}  // namespace

std::size_t WorkView::lines() const {
  return rows.size() + invoices.size() + expenses.size() + progress.size() + fees.size() + write_offs.size();
}

void WorkView::line(std::size_t i, std::string& out) const {
  if (i < rows.size()) return entry_line(*this, static_cast<Row>(i), out);
  i -= rows.size();
  const auto in = [&](const auto& list) {
    if (i < list.size()) return append(out, list[i]), true;
    i -= list.size();
    return false;
  };
  if (in(invoices) || in(expenses) || in(progress) || in(fees)) return;
  in(write_offs);
}

}  // namespace billtrail
