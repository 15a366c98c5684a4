// 2.19: a correction of work on a draft is allowed; the draft is recomputed and flagged. D2, D4: the billed seconds of what it
// claims were frozen by the claim, so they are worked out anew among its own entries. A line that a person changed keeps what was
// taken off it.
#include "domain/invoice/recompute.hpp"

#include <map>

#include "domain/checks.hpp"
#include "domain/invoice/draft_lines.hpp"
#include "domain/invoice/finish_draft.hpp"
#include "domain/retainer/cycles.hpp"
#include "domain/rounding/round_time.hpp"
#include "domain/wip/billed_seconds.hpp"
#include "domain/wip/groups.hpp"

namespace billtrail {
namespace {

// A draft to be looked at again, and why.
struct Touched {
  Row invoice = no_row;
  RevisionCause cause = RevisionCause::edited;
  std::string reason;
};

class TouchedDrafts {
 public:
  explicit TouchedDrafts(const Books& books) : books_(books) {}

  void by_entry(const EntryId& entry, RevisionCause cause, const std::string& reason) {
    const EntrySettlement* settlement = books_.settlements.find(entry);
    if (settlement != nullptr && settlement->holder != no_row) add(settlement->holder, cause, reason);
  }
  void by_draft(const std::optional<InvoiceId>& invoice) {
    if (invoice) add(books_.invoices.row_of(*invoice), RevisionCause::terms_changed, "");
  }
  const std::vector<Touched>& found() const { return found_; }

 private:
  void add(Row invoice, RevisionCause cause, const std::string& reason) {
    const InvoiceStage stage = books_.invoices.at(invoice).stage;
    if (stage != InvoiceStage::draft && stage != InvoiceStage::approved) return;
    const auto same = [&](const Touched& draft) { return draft.invoice == invoice; };
    if (std::none_of(found_.begin(), found_.end(), same)) found_.push_back({invoice, cause, reason});
  }

  const Books& books_;
  std::vector<Touched> found_;
};

// The drafts of a period whose terms changed.
void by_cycle(const Books& books, const EngagementId& engagement, std::int32_t period, TouchedDrafts& drafts) {
  const CycleState* cycle = find_cycle(*books.retainers.find(engagement), period);
  drafts.by_draft(cycle->regular);
  drafts.by_draft(cycle->adjustment);
  drafts.by_draft(cycle->overage_draft);
}

TouchedDrafts touched_by(const Books& books, std::span<const Event> events) {
  TouchedDrafts drafts(books);
  for (const Event& event : events) {
    if (const auto* corrected = std::get_if<TimeEntryCorrected>(&event)) {
      drafts.by_entry(corrected->entry, RevisionCause::entry_corrected, corrected->reason);
    } else if (const auto* reviewed = std::get_if<TimeEntryReviewed>(&event)) {
      drafts.by_entry(reviewed->entry, RevisionCause::entry_corrected, "");
    } else if (const auto* removed = std::get_if<TimeEntryRemoved>(&event)) {
      drafts.by_entry(removed->entry, RevisionCause::entry_removed, removed->reason);
    } else if (const auto* repriced = std::get_if<EntryRepriced>(&event)) {
      drafts.by_entry(repriced->entry, RevisionCause::entry_repriced, "");
    } else if (const auto* rerounded = std::get_if<EntryRerounded>(&event)) {
      drafts.by_entry(rerounded->entry, RevisionCause::entry_rerounded, "");
    } else if (const auto* restated = std::get_if<RetainerCycleRestated>(&event)) {
      by_cycle(books, restated->engagement, restated->period, drafts);
    } else if (const auto* reopened = std::get_if<RetainerCycleReopened>(&event)) {
      for (const CycleState& cycle : books.retainers.find(reopened->engagement)->cycles) drafts.by_draft(cycle.regular);
    }
  }
  return drafts;
}

// Whether only the draft's claim froze the entry's seconds.
bool frozen_by_claim(const EntrySettlement& settlement) {
  return settlement.invoiced.count == 0 && !settlement.closed && settlement.written_off.count == 0 &&
         settlement.written_off_value == 0 && settlement.written_up_value == 0;
}

// The billed seconds of the draft's entries as they would be without the claim.
class BilledAnew {
 public:
  BilledAnew(const Books& books, const InvoiceDocument& document) : books_(books) {
    std::map<GroupKey, std::vector<Row>> groups;
    for (const InvoiceLine& line : document.lines) {
      if (!is_work(line)) continue;
      for (const Claim& claim : line.claims) sort_in(books.entries.row_of(claim.entry), groups);
    }
    for (auto& [key, rows] : groups) {
      std::sort(rows.begin(), rows.end(), [&](Row a, Row b) { return comes_before(books, a, b); });
      const std::vector<Seconds> parts = rounded_together(books, rows);
      for (std::size_t i = 0; i < rows.size(); ++i) billed_[rows[i]] = parts[i];
    }
  }

  const std::map<Row, Seconds>& all() const { return billed_; }

 private:
  void sort_in(Row row, std::map<GroupKey, std::vector<Row>>& groups) {
    const EntryState& entry = books_.entries.at(row);
    const EntrySettlement& settlement = *settlement_of(books_, row);
    if (!frozen_by_claim(settlement)) return;
    const RoundingTerms& terms = books_.rounding_terms[entry.rounding];
    const bool raw = entry.category == Category::non_billable || entry.review == Review::needed || settlement.adjusts != no_row;
    if (!raw && terms.scope == RoundingScope::group && entry.seconds.count >= 0) {
      groups[group_of(entry)].push_back(row);
    } else {
      billed_[row] = raw ? entry.seconds : rounded(entry.seconds, terms);
    }
  }

  const Books& books_;
  std::map<Row, Seconds> billed_;
};

// What a person put on top of a line names the seconds of its entries too.
void name_seconds(Drafting& draft, const EntryId& entry, Seconds billed) {
  for (InvoiceLine& line : draft.document().lines) {
    if (line.kind != LineKind::write_up) continue;
    for (Claim& claim : line.claims) {
      if (claim.entry == entry) claim.billed = billed;
    }
  }
}

// Tells the draft what of each entry is open now, where its seconds are not the frozen ones any more.
void restate_work(Drafting& draft, const InvoiceDocument& document) {
  const Books& books = draft.books();
  const BilledAnew anew(books, document);
  for (const auto& [row, billed] : anew.all()) {
    if (billed == settlement_of(books, row)->billed) continue;
    std::optional<LineWork> work = draft.work_of(row);
    if (work) restate_seconds(books, *work, billed);
    if (work && work->seconds.count == 0) work.reset();
    draft.restate(row, work);
    name_seconds(draft, books.entries.key(row), billed);
  }
}

// What a scheduled draft charges for its period is charged anew.
void restate_fees(const Books& books, Drafting& draft, const DraftKey& key) {
  const CycleState* cycle = find_cycle(*books.retainers.find(key.engagement), key.period);
  const bool unchanged = key.purpose == DraftPurpose::regular && cycle->drafted_fees == cycle->fees;
  if (key.purpose != DraftPurpose::overage && !unchanged) replace_fees(draft, key, *cycle);
}

// Covered work is listed only while its period is closed.
void drop_reopened(Drafting& draft) {
  std::vector<std::int32_t> gone;
  for (const InvoiceLine& line : draft.document().lines) {
    if (line.kind != LineKind::covered || !line.engagement || !line.period) continue;
    const CycleState* cycle = find_cycle(*draft.books().retainers.find(*line.engagement), *line.period);
    if (cycle == nullptr || !cycle->closed) gone.push_back(line.line);
  }
  for (const std::int32_t line : gone) draft.erase(line);
}

// Overage counted in pieces has no entries that could tell.
void drop_pieces(Drafting& draft) {
  std::vector<std::int32_t> gone;
  for (const InvoiceLine& line : draft.document().lines) {
    if (line.kind != LineKind::overage || !line.claims.empty() || !line.engagement || !line.period) continue;
    const CycleState* cycle = find_cycle(*draft.books().retainers.find(*line.engagement), *line.period);
    if (cycle == nullptr || !cycle->closed) gone.push_back(line.line);
  }
  for (const std::int32_t line : gone) draft.erase(line);
}

InvoiceDocument recomputed(const Books& books, const InvoiceState& state, RevisionCause cause) {
  Drafting draft(books, *state.document);
  restate_work(draft, *state.document);
  regroup(draft);
  if (cause == RevisionCause::terms_changed) {
    if (state.key) restate_fees(books, draft, *state.key);
    drop_reopened(draft);
    drop_pieces(draft);
  }
  return draft.document();
}

}  // namespace

std::vector<Event> draft_reactions(const Books& books, std::span<const Event> events, const Given& given) {
  std::vector<Event> reactions;
  const TouchedDrafts drafts = touched_by(books, events);
  for (const Touched& touched : drafts.found()) {
    const InvoiceState& state = books.invoices.at(touched.invoice);
    const InvoiceId& invoice = books.invoices.key(touched.invoice);
    InvoiceDocument after = recomputed(books, state, touched.cause);
    if (after == *state.document) continue;
    widen_to_lines(after);
    Faults unsaid;
    finish(books, after, invoice, today(books, given), unsaid);
    reactions.push_back(InvoiceRevised{invoice, touched.cause, state.author, touched.reason, std::move(after)});
  }
  return reactions;
}

}  // namespace billtrail
