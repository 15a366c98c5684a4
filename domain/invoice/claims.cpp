// 2.13: a claim is exclusive; what a draft holds nobody else gets, and what a discarded draft held is open again. Covered lines
// (H7) only show work: the close of their period has settled it, so they hold nothing.
#include "domain/invoice/claims.hpp"

#include "domain/wip/open_work.hpp"

namespace billtrail {
namespace {

Row known_entry(const Books& books, const EntryId& entry) {
  const Row row = books.entries.row_of(entry);
  if (row == no_row) throw std::logic_error("a document claims a time entry that was never logged: " + std::string(entry.text()));
  return row;
}

// D2: billed, closed and written-off work keeps the seconds it had then.
bool stays_frozen(const EntrySettlement& settlement) {
  return settlement.invoiced.count != 0 || settlement.closed || settlement.written_off.count != 0 ||
         settlement.written_off_value != 0 || settlement.written_up_value != 0;
}

void unfreeze(EntrySettlement& settlement) {
  if (stays_frozen(settlement)) return;
  settlement.frozen = false;
  settlement.billed = {};
}

CycleState* cycle_of(Books& books, const EngagementId& engagement, std::int32_t period) {
  const RetainerState* held = books.retainers.find(engagement);
  if (held == nullptr) return nullptr;
  for (std::size_t i = 0; i < held->cycles.size(); ++i) {
    if (held->cycles[i].period == period) return &books.retainers.edit(engagement).cycles[i];
  }
  return nullptr;
}

bool is_one_off_fee(const Books& books, const InvoiceLine& line) {
  if (line.kind != LineKind::fee || !line.engagement) return false;
  const EngagementState* engagement = books.engagements.find(*line.engagement);
  return engagement != nullptr && engagement->kind == EngagementKind::fixed_fee;
}

bool is_overage(const InvoiceLine& line) { return line.kind == LineKind::overage && line.engagement && line.period; }

// Expenses and milestones stay with their document; media with one draft at a time.
void set_holder(Books& books, const InvoiceLine& line, Row holder) {
  if (line.expense) books.expenses.edit(*line.expense).holder = holder;
  if (line.milestone) books.milestones.edit(*line.milestone).holder = holder;
  if (line.media) books.media.edit(*line.media).holder = holder;
}

void clear_overage_draft(Books& books, const InvoiceLine& line, const InvoiceId& invoice) {
  if (!is_overage(line)) return;
  CycleState* cycle = cycle_of(books, *line.engagement, *line.period);
  if (cycle != nullptr && cycle->overage_draft == invoice) cycle->overage_draft.reset();
}

// What a media line counts for, with the sign of an issue (1) or a return (-1).
void count_media(Books& books, const InvoiceLine& line, std::int64_t sign) {
  if (!line.media) return;
  MediaState& media = books.media.edit(*line.media);
  if (line.kind == LineKind::commission) media.commission_invoiced += sign * line.net;
  if (line.kind == LineKind::pass_through || line.kind == LineKind::adjustment) media.invoiced += sign * line.net;
}

}  // namespace

void take_hold(Books& books, Row invoice, const InvoiceDocument& document) {
  for (const InvoiceLine& line : document.lines) {
    set_holder(books, line, invoice);
    if (is_one_off_fee(books, line)) books.engagements.edit(*line.engagement).fee_drafted += line.net;
    if (is_overage(line)) {
      CycleState* cycle = cycle_of(books, *line.engagement, *line.period);
      if (cycle != nullptr) cycle->overage_draft = books.invoices.key(invoice);
    }
    if (line.kind == LineKind::covered) continue;
    for (const Claim& claim : line.claims) {
      EntrySettlement& settlement = edit_settlement(books, known_entry(books, claim.entry));
      settlement.holder = invoice;
      settlement.frozen = true;
      settlement.billed = claim.billed;
    }
  }
}

void let_go(Books& books, Row invoice, const InvoiceDocument& document) {
  for (const InvoiceLine& line : document.lines) {
    set_holder(books, line, no_row);
    if (is_one_off_fee(books, line)) books.engagements.edit(*line.engagement).fee_drafted -= line.net;
    clear_overage_draft(books, line, books.invoices.key(invoice));
    if (line.kind == LineKind::covered) continue;
    for (const Claim& claim : line.claims) {
      EntrySettlement& settlement = edit_settlement(books, known_entry(books, claim.entry));
      settlement.holder = no_row;
      unfreeze(settlement);
    }
  }
}

void settle_claims(Books& books, Row invoice, const InvoiceDocument& document) {
  for (const InvoiceLine& line : document.lines) {
    if (line.media) books.media.edit(*line.media).holder = no_row;
    count_media(books, line, 1);
    if (is_one_off_fee(books, line)) {
      EngagementState& engagement = books.engagements.edit(*line.engagement);
      engagement.fee_drafted -= line.net;
      engagement.fee_invoiced += line.net;
    }
    if (line.kind == LineKind::covered) continue;
    for (const Claim& claim : line.claims) {
      EntrySettlement& settlement = edit_settlement(books, known_entry(books, claim.entry));
      settlement.holder = no_row;
      settlement.last_invoice = invoice;
      settlement.frozen = true;
      settlement.billed = claim.billed;
      settlement.invoiced += claim.seconds;
      settlement.invoiced_value += claim.value;
    }
  }
}

void return_line(Books& books, Row invoice, const InvoiceLine& line) {
  const InvoiceId id = books.invoices.key(invoice);
  if (line.expense) books.expenses.edit(*line.expense).holder = no_row;
  if (line.milestone) books.milestones.edit(*line.milestone).holder = no_row;
  count_media(books, line, -1);
  if (is_one_off_fee(books, line)) books.engagements.edit(*line.engagement).fee_invoiced -= line.net;
  clear_overage_draft(books, line, id);
  // The fee of a period may be drafted again.
  if (line.engagement && line.period && (line.kind == LineKind::fee || line.kind == LineKind::adjustment)) {
    CycleState* cycle = cycle_of(books, *line.engagement, *line.period);
    if (cycle != nullptr && cycle->regular == id) {
      cycle->regular.reset();
      cycle->drafted_fees.clear();
    }
    if (cycle != nullptr && cycle->adjustment == id) {
      cycle->adjustment.reset();
      cycle->restated = true;
    }
  }
  if (line.kind == LineKind::covered) return;
  for (const Claim& claim : line.claims) {
    EntrySettlement& settlement = edit_settlement(books, known_entry(books, claim.entry));
    settlement.invoiced -= claim.seconds;
    settlement.invoiced_value -= claim.value;
    if (settlement.holder == no_row) unfreeze(settlement);
  }
}

}  // namespace billtrail
