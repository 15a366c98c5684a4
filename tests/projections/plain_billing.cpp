// The obvious way.
#include "tests/projections/plain_billing.hpp"

namespace billtrail::testing {
namespace {

// Calls visit(claim, line) for every claim on the entry.
template <class Visit>
void each_claim(const InvoiceDocument& document, const EntryId& entry, Visit&& visit) {
  for (const InvoiceLine& line : document.lines) {
    for (const Claim& claim : line.claims) {
      if (claim.entry == entry) visit(claim, line);
    }
  }
}

}  // namespace

std::optional<Date> PlainBilling::Document::back(std::int32_t line) const {
  const auto found = returned.find(line);
  if (found == returned.end()) return voided;
  return voided ? std::min(*voided, found->second) : found->second;
}

PlainBilling::PlainBilling(const std::vector<Recorded>& recorded, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) take(recorded[i].event);
}

void PlainBilling::take(const Event& event) {
  if (const auto* e = std::get_if<InvoiceDrafted>(&event)) documents[e->invoice].document = e->document;
  if (const auto* e = std::get_if<InvoiceRevised>(&event)) documents[e->invoice].document = e->document;
  if (const auto* e = std::get_if<InvoiceDiscarded>(&event)) documents.erase(e->invoice);
  if (const auto* e = std::get_if<InvoiceIssued>(&event)) documents[e->invoice] = {e->document, false, e->on, {}, {}};
  if (const auto* e = std::get_if<InvoiceVoided>(&event)) documents[e->invoice].voided = e->on;
  if (const auto* e = std::get_if<CreditNoteIssued>(&event)) {
    for (const CreditLine& line : e->lines) {
      if (line.returns) documents[e->invoice].returned.emplace(line.line, e->on);
    }
  }
  if (const auto* e = std::get_if<WipWrittenOff>(&event)) {
    write_offs[e->write_off] = {e->on, false, e->shares, {}, {}};
    if (e->engagement) write_offs[e->write_off].period = {*e->engagement, *e->period};
  }
  if (const auto* e = std::get_if<WipWrittenUp>(&event)) write_offs[e->write_off] = {e->on, true, e->shares, {}, {}};
  if (const auto* e = std::get_if<WriteOffReversed>(&event)) write_offs[e->write_off].reversed = e->on;
  if (const auto* e = std::get_if<EntryDeferred>(&event)) said_[e->entry].push_back({e->on, e->until, true});
  if (const auto* e = std::get_if<EntryReleased>(&event)) said_[e->entry].push_back({e->on, {}, false});
  if (const auto* e = std::get_if<ExpenseRecorded>(&event)) expenses[e->expense] = *e;
  if (const auto* e = std::get_if<ExpenseRemoved>(&event)) expenses.erase(e->expense);
  if (const auto* e = std::get_if<ExpenseWrittenOff>(&event)) expense_written_off_[e->expense] = e->on;
  if (const auto* e = std::get_if<RetainerAgreed>(&event)) retainer = e->engagement;
  if (const auto* e = std::get_if<EngagementAgreed>(&event)) capped = e->engagement, cap = e->cap;
  if (const auto* e = std::get_if<RetainerCycleOpened>(&event)) periods[e->period] = {e->from, e->to, e->allowance, {}};
  if (const auto* e = std::get_if<RetainerCycleClosed>(&event)) periods[e->period].close = *e;
  if (const auto* e = std::get_if<RetainerCycleReopened>(&event)) {
    periods[e->period].close.reset();
    std::erase_if(write_offs, [&](const auto& one) { return one.second.period == std::pair{e->engagement, e->period}; });
  }
}

std::optional<Seconds> PlainBilling::fixed(const EntryId& entry) const {
  std::optional<Seconds> billed;
  for (const auto& [id, document] : documents) {
    each_claim(document.document, entry, [&](const Claim& claim, const InvoiceLine& line) {
      if (!document.back(line.line)) billed = claim.billed;
    });
  }
  for (const auto& [id, write_off] : write_offs) {
    for (const WriteOffShare& share : write_off.shares) {
      if (share.entry == entry && !write_off.reversed) billed = share.billed;
    }
  }
  if (const Draw* draw = drawn(entry, Date{1'000'000})) billed = draw->billed;
  return billed;
}

bool PlainBilling::on_draft(const EntryId& entry) const {
  bool held = false;
  for (const auto& [id, document] : documents) {
    each_claim(document.document, entry, [&](const Claim&, const InvoiceLine&) { held = held || document.draft; });
  }
  return held;
}

bool PlainBilling::deferred(const EntryId& entry, Date day) const {
  bool deferred = false;
  const auto found = said_.find(entry);
  if (found == said_.end()) return false;
  for (const Said& said : found->second) {
    if (said.on <= day) deferred = said.deferred && (!said.until || day < *said.until);
  }
  return deferred;
}

const Draw* PlainBilling::drawn(const EntryId& entry, Date day) const {
  for (const auto& [number, period] : periods) {
    if (!period.close || period.close->on > day) continue;
    for (const Draw& draw : period.close->draws) {
      if (draw.entry == entry) return &draw;
    }
  }
  return nullptr;
}

PlainBilling::Taken PlainBilling::taken(const EntryId& entry, Date day) const {
  Taken taken;
  for (const auto& [id, document] : documents) {
    if (document.draft || document.on > day) continue;
    each_claim(document.document, entry, [&](const Claim& claim, const InvoiceLine& line) {
      const std::optional<Date> back = document.back(line.line);
      if (back && *back <= day) return;
      taken.seconds += claim.seconds;
      taken.minor += claim.value;
    });
  }
  for (const auto& [id, write_off] : write_offs) {
    if (write_off.on > day || (write_off.reversed && *write_off.reversed <= day)) continue;
    for (const WriteOffShare& share : write_off.shares) {
      if (share.entry != entry) continue;
      taken.seconds += share.seconds;
      taken.minor += write_off.up ? -share.minor : share.minor;
    }
  }
  return taken;
}

std::int64_t PlainBilling::left_of(const ExpenseRecorded& expense, Date day) const {
  if (expense.on > day || !expense.billable) return 0;
  std::int64_t left = expense.price;
  const auto off = expense_written_off_.find(expense.expense);
  if (off != expense_written_off_.end() && off->second <= day) left -= expense.price;
  for (const auto& [id, document] : documents) {
    if (document.draft || document.on > day) continue;
    for (const InvoiceLine& line : document.document.lines) {
      const std::optional<Date> back = document.back(line.line);
      if (line.expense == expense.expense && !(back && *back <= day)) left -= expense.price;
    }
  }
  return left;
}

std::map<ClientId, std::int64_t> PlainBilling::on_account(Date day) const {
  std::map<ClientId, std::int64_t> sums;
  for (const auto& [id, document] : documents) {
    if (document.draft || document.on > day) continue;
    for (const InvoiceLine& line : document.document.lines) {
      const std::optional<Date> back = document.back(line.line);
      if (line.kind == LineKind::progress && !(back && *back <= day)) sums[document.document.client] += line.net;
    }
  }
  return sums;
}

}  // namespace billtrail::testing
