// 2.14: lines that are not time. A milestone is billable once approved. An expense on the client's behalf is outside the scope of
// tax at exact cost. Media is passed through, in advance by its budget or after by what was spent, with the commission on a line
// of its own; what was billed in advance and not spent comes back when it is settled.
#include "domain/invoice/propose.hpp"
#include "domain/retainer/cycles.hpp"
#include "domain/retainer/fee_parts.hpp"

namespace billtrail {
namespace {

constexpr std::int64_t whole = 1'000'000;  // a hundred percent in ten-thousandths of a percent

bool is_of(const std::optional<EngagementId>& wanted, const std::optional<EngagementId>& engagement) {
  return !wanted || wanted == engagement;
}

void add(Drafting& draft, InvoiceLine line) {
  const LineTax tax = client_tax(draft.books(), draft.document().client);
  line.tax = tax.category;
  line.tax_reason = tax.reason;
  draft.add(std::move(line));
}

void propose_milestones(Drafting& draft, const Wanted& wanted) {
  const Books& books = draft.books();
  for (Row row = 0; row < books.milestones.size(); ++row) {
    const MilestoneState& milestone = books.milestones.at(row);
    if (milestone.dropped || !milestone.approved || *milestone.approved > wanted.until || milestone.holder != no_row) continue;
    if (!is_of(wanted.engagement, milestone.engagement)) continue;
    if (books.engagements.find(milestone.engagement)->client != draft.document().client) continue;
    InvoiceLine line = one_piece(LineKind::milestone, milestone.name, milestone.amount, draft.document().currency);
    line.engagement = milestone.engagement;
    line.milestone = books.milestones.key(row);
    line.from = line.to = milestone.approved;
    add(draft, std::move(line));
  }
}

bool is_open(const ExpenseState& expense, const ClientId& client, const Wanted& wanted) {
  const ExpenseRecorded& facts = expense.facts;
  if (facts.client != client || !facts.billable || facts.price == 0 || facts.on > wanted.until) return false;
  if (expense.removed || expense.written_off || expense.holder != no_row || !is_of(wanted.engagement, facts.engagement))
    return false;
  if (wanted.projects.empty()) return true;
  return facts.project && std::find(wanted.projects.begin(), wanted.projects.end(), *facts.project) != wanted.projects.end();
}

void propose_expenses(Drafting& draft, const Wanted& wanted) {
  const Books& books = draft.books();
  for (Row row = 0; row < books.expenses.size(); ++row) {
    const ExpenseState& expense = books.expenses.at(row);
    if (!is_open(expense, draft.document().client, wanted)) continue;
    const ExpenseRecorded& facts = expense.facts;
    const bool on_behalf = facts.kind == ExpenseKind::on_behalf;
    InvoiceLine line =
        one_piece(on_behalf ? LineKind::disbursement : LineKind::recharge, facts.text, facts.price, draft.document().currency);
    line.engagement = facts.engagement;
    line.project = facts.project;
    line.expense = books.expenses.key(row);
    line.from = line.to = facts.on;
    if (on_behalf) {
      line.tax = TaxCategory::O;
      line.tax_reason = "Paid on the client's behalf";
      draft.add(std::move(line));
    } else {
      add(draft, std::move(line));
    }
  }
}

std::int64_t commission_on(const MediaPlanned& plan, std::int64_t spend) {
  if (plan.commission_percent.ten_thousandths == 0) return plan.commission;
  return divide_half_away(Int128{spend} * plan.commission_percent.ten_thousandths, whole);
}

void propose_media_line(Drafting& draft, const MediaId& id, const MediaState& media, LineKind kind, std::int64_t amount) {
  if (amount == 0) return;
  std::string text = media.plan.text;
  if (kind == LineKind::commission) text = "Commission, " + text;
  if (kind == LineKind::adjustment) text = "Settlement, " + text;
  InvoiceLine line = one_piece(kind, std::move(text), amount, draft.document().currency);
  line.media = id;
  line.from = media.plan.from;
  line.to = media.plan.to;
  add(draft, std::move(line));
}

void propose_media(Drafting& draft, const MediaId& id, const MediaState& media, Date until) {
  const bool advance = media.plan.billing == MediaBilling::advance;
  const bool spent = media.spent_on && *media.spent_on <= until;
  const bool settled = media.settled && spent;
  // What should have been billed by now, and whether it was billed before.
  const bool first = media.invoiced == 0 && media.commission_invoiced == 0;
  std::int64_t should = media.invoiced;
  if (settled || (spent && !advance && media.actual > media.invoiced)) {
    should = media.actual;
  } else if (advance && first) {
    should = media.plan.budget;
  } else {
    return;
  }
  const bool settles = settled && !first;
  propose_media_line(draft, id, media, settles ? LineKind::adjustment : LineKind::pass_through, should - media.invoiced);
  propose_media_line(draft, id, media, LineKind::commission, commission_on(media.plan, should) - media.commission_invoiced);
}

std::int64_t pieces_of(const CycleState& cycle) {
  const Decimal4 rate = cycle.terms.overage_rate.value_or(Decimal4{});
  const std::int64_t beyond = cycle.used - available(cycle);
  return rate.ten_thousandths == 0 ? 0 : std::max<std::int64_t>(0, beyond);
}

}  // namespace

void propose_pieces(Drafting& draft, const EngagementId& engagement, const WhichPeriods& which) {
  const RetainerState* retainer = draft.books().retainers.find(engagement);
  if (retainer == nullptr) return;
  for (const CycleState& cycle : retainer->cycles) {
    if (cycle.terms.basis != AllowanceBasis::deliverables || !overage_may_be_billed(cycle)) continue;
    if (cycle.overage_draft || !which(cycle)) continue;
    const std::string text = "Overage, " + draft.books().engagements.find(engagement)->name;
    InvoiceLine line = one_piece(LineKind::overage, text, cycle.overage_value, draft.document().currency);
    const std::int64_t pieces = pieces_of(cycle) * 10'000;
    const Decimal4 rate = cycle.terms.overage_rate.value_or(Decimal4{});
    // Pieces at their price where that is what the close said; else one sum.
    if (pieces != 0 && printed_amount(pieces, line.decimals, rate, draft.document().currency) == cycle.overage_value) {
      line.quantity = pieces;
      line.price = rate;
      if (!cycle.terms.unit.empty()) line.unit = cycle.terms.unit;
    }
    line.engagement = engagement;
    line.period = cycle.period;
    line.from = cycle.from;
    line.to = cycle.to - 1;
    add(draft, std::move(line));
  }
}

void propose_items(Drafting& draft, const Wanted& wanted) {
  const Books& books = draft.books();
  const ClientId client = draft.document().client;
  if (wanted.projects.empty()) {
    for (Row row = 0; row < books.retainers.size(); ++row) {
      const EngagementId& engagement = books.retainers.key(row);
      if (is_of(wanted.engagement, engagement) && books.engagements.find(engagement)->client == client) {
        propose_pieces(draft, engagement, [](const CycleState&) { return true; });
      }
    }
    propose_milestones(draft, wanted);
  }
  propose_expenses(draft, wanted);
  if (!wanted.projects.empty() || wanted.engagement) return;
  for (Row row = 0; row < books.media.size(); ++row) {
    const MediaState& media = books.media.at(row);
    if (media.plan.client == client && media.holder == no_row) propose_media(draft, books.media.key(row), media, wanted.until);
  }
}

}  // namespace billtrail
