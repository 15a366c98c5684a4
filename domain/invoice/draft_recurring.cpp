// C5: the draft of an agreement, period and purpose is there at most once. In advance it holds the fee of its period and the
// overage that has come up before; in arrears the fee and overage of its own.
#include "domain/invoice/draft_recurring.hpp"

#include "domain/checks.hpp"
#include "domain/invoice/draft_lines.hpp"
#include "domain/invoice/finish_draft.hpp"
#include "domain/invoice/invoice_rules.hpp"
#include "domain/invoice/propose.hpp"
#include "domain/retainer/cycles.hpp"
#include "domain/retainer/fee_parts.hpp"

namespace billtrail {
namespace {

bool waits_for_next(const CycleState& cycle) { return cycle.terms.overage_invoice == OverageInvoice::next_draft; }

// H7: in arrears the period's own work, in advance that of the one before it.
const CycleState* covered_period(const RetainerState& retainer, const CycleState& cycle) {
  if (retainer.cycle.timing == Timing::arrears) return cycle.closed ? &cycle : nullptr;
  const CycleState* before = nullptr;
  for (const CycleState& other : retainer.cycles) {
    if (other.period >= cycle.period) break;
    if (!other.skipped) before = &other;
  }
  return before != nullptr && before->closed ? before : nullptr;
}

void list_covered_of(Drafting& draft, const EngagementId& engagement, const CycleState* cycle) {
  if (cycle == nullptr || !cycle->terms.list_covered) return;
  for (const InvoiceLine& line : draft.document().lines) {
    if (line.kind == LineKind::covered && line.engagement == engagement && line.period == cycle->period) return;
  }
  list_covered(draft, engagement, *cycle);
}

// The cycle that is to be drafted; null after adding why not.
const CycleState* check_cycle(const RetainerState& retainer, const DraftRecurring& command, DraftPurpose purpose,
                              Faults& faults) {
  if (!command.period) {
    for (const CycleState& cycle : retainer.cycles) {
      if (is_draft_due(retainer.cycle, cycle, purpose)) return &cycle;
    }
    faults.add(RefusalCode::nothing_due);
    return nullptr;
  }
  const CycleState* cycle = find_cycle(retainer, *command.period);
  if (cycle == nullptr) {
    faults.add(RefusalCode::unknown_period, "/period");
    return nullptr;
  }
  if (cycle->skipped) faults.add(RefusalCode::cycle_skipped, "/period");
  const std::optional<InvoiceId>& made = purpose == DraftPurpose::regular      ? cycle->regular
                                         : purpose == DraftPurpose::adjustment ? cycle->adjustment
                                                                               : cycle->overage_draft;
  if (made) faults.add(RefusalCode::draft_exists, "/period", {{"invoice", std::string(made->text())}});
  return cycle;
}

void fill(Drafting& draft, const DraftKey& key, const CycleState& cycle, Date now) {
  add_fees(draft, key, cycle);
  if (key.purpose == DraftPurpose::adjustment) return;
  if (key.purpose == DraftPurpose::overage) {
    return propose_overage(draft, key.engagement, now, [&](const CycleState& other) { return other.period == key.period; });
  }
  const RetainerState& retainer = *draft.books().retainers.find(key.engagement);
  propose_overage(draft, key.engagement, now, waits_for_next);
  list_covered_of(draft, key.engagement, covered_period(retainer, cycle));
}

// The draft that overage of the period goes to; null when none is still a draft, and it waits for the next.
const CycleState* still_drafted(const Books& books, const RetainerState& retainer, std::int32_t period) {
  const std::int32_t first = retainer.cycle.timing == Timing::arrears ? period : period + 1;
  for (const CycleState& cycle : retainer.cycles) {
    if (cycle.period < first || !cycle.regular) continue;
    if (books.invoices.find(*cycle.regular)->stage == InvoiceStage::draft) return &cycle;
  }
  return nullptr;
}

void append_overage(const Books& books, const EngagementId& engagement, std::int32_t period, const Given& given,
                    std::vector<Event>& events) {
  const RetainerState& retainer = *books.retainers.find(engagement);
  const CycleState* drafted = still_drafted(books, retainer, period);
  if (drafted == nullptr) return;
  const InvoiceId& invoice = *drafted->regular;
  const InvoiceState& state = *books.invoices.find(invoice);
  Drafting draft(books, *state.document);
  const Date now = today(books, given);
  propose_overage(draft, engagement, now, waits_for_next);
  list_covered_of(draft, engagement, covered_period(retainer, *drafted));
  InvoiceDocument after = draft.document();
  if (after == *state.document) return;
  widen_to_lines(after);
  Faults unsaid;  // nothing is refused here; what is wrong is said when it is approved
  finish(books, after, invoice, now, unsaid);
  events.push_back(InvoiceRevised{invoice, RevisionCause::overage_added, state.author, "", after});
  for (Event& event : overage_charged(state.document.get(), after, invoice)) events.push_back(std::move(event));
}

}  // namespace

Decision<Event> decide(const Books& books, const DraftRecurring& command, const Given& given) {
  const InvoiceId invoice = chosen(command.invoice);
  const DraftPurpose purpose = command.purpose.value_or(DraftPurpose::regular);
  Faults faults;
  check_unused(books.invoices, invoice, "/invoice", faults);
  const EngagementState* engagement =
      check_known(books.engagements, command.engagement, RefusalCode::unknown_engagement, "/engagement", faults);
  if (engagement == nullptr) return faults.in_order();
  const RetainerState* retainer = books.retainers.find(command.engagement);
  if (retainer == nullptr) {
    faults.add(RefusalCode::engagement_kind_differs, "/engagement");
    return faults.in_order();
  }
  const CycleState* cycle = check_cycle(*retainer, command, purpose, faults);
  if (!faults.none()) return faults.in_order();

  const Date now = today(books, given);
  const DraftKey key{command.engagement, cycle->period, purpose};
  Drafting draft(books, new_document(books, engagement->client));
  if (purpose == DraftPurpose::adjustment) draft.document().kind = InvoiceKind::adjustment;
  fill(draft, key, *cycle, now);
  InvoiceDocument document = draft.document();
  if (document.lines.empty()) return refuse(RefusalCode::nothing_to_bill);
  span_lines(document);
  draw_new(books, document, invoice, now, faults);
  if (!faults.none()) return faults.in_order();

  std::vector<Event> events{InvoiceDrafted{invoice, key, given.actor, document}};
  for (Event& event : overage_charged(nullptr, document, invoice)) events.push_back(std::move(event));
  return events;
}

std::vector<Event> overage_reactions(const Books& books, std::span<const Event> events, const Given& given) {
  std::vector<EngagementId> seen;  // one revision takes all overage of an agreement that waits
  std::vector<Event> reactions;
  const auto react_to = [&](const EngagementId& engagement, std::int32_t period) {
    if (std::find(seen.begin(), seen.end(), engagement) != seen.end()) return;
    seen.push_back(engagement);
    append_overage(books, engagement, period, given, reactions);
  };
  for (const Event& event : events) {
    if (const auto* closed = std::get_if<RetainerCycleClosed>(&event)) react_to(closed->engagement, closed->period);
    const auto* approved = std::get_if<OverageApproved>(&event);
    if (approved != nullptr && approved->approved) react_to(approved->engagement, approved->period);
  }
  return reactions;
}

}  // namespace billtrail
