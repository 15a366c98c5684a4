// 2.13: work taken into a draft or out of it, and between its lines. W7: what is taken out may be deferred, so that no draft
// proposes it before its time. M1: a line of merged or split work is priced anew; what a person took off each entry stays with
// the entry.
#include "domain/checks.hpp"
#include "domain/invoice/finish_draft.hpp"
#include "domain/invoice/invoice_rules.hpp"
#include "domain/invoice/propose.hpp"
#include "domain/time/small.hpp"

namespace billtrail {
namespace {

bool claims(const InvoiceLine& line, const EntryId& entry) {
  return std::any_of(line.claims.begin(), line.claims.end(), [&](const Claim& claim) { return claim.entry == entry; });
}

void check_on_draft(const InvoiceDocument& document, const std::vector<EntryId>& entries, Faults& faults) {
  if (entries.empty()) faults.add(RefusalCode::nothing_to_change, "/entries");
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto holds = [&](const InvoiceLine& line) { return claims(line, entries[i]); };
    if (std::any_of(document.lines.begin(), document.lines.end(), holds)) continue;
    faults.add(RefusalCode::not_on_draft, "/entries/" + std::to_string(i));
  }
}

bool can_be_merged(const InvoiceLine& line) {
  return is_work(line) || line.kind == LineKind::fixed || line.kind == LineKind::progress;
}

bool is_alike(const InvoiceLine& a, const InvoiceLine& b) {
  if (a.kind != b.kind || a.price != b.price || a.unit != b.unit || a.decimals != b.decimals) return false;
  if (a.tax != b.tax || a.tax_percent != b.tax_percent || a.tax_reason != b.tax_reason) return false;
  // The agreement of work is its cap's or its overage's, and must stay.
  return !is_work(a) || (a.engagement == b.engagement && a.period == b.period);
}

// What no longer holds for all of the line is left unsaid.
void join_head(InvoiceLine& first, const InvoiceLine& other, Currency currency) {
  if (first.project != other.project) first.project.reset();
  if (first.service != other.service) first.service.reset();
  if (first.engagement != other.engagement) first.engagement.reset();
  first.changed = first.changed || other.changed;
  if (first.allowance_reason.empty()) first.allowance_reason = other.allowance_reason;
  if (!first.from || (other.from && *other.from < *first.from)) first.from = other.from ? other.from : first.from;
  if (!first.to || (other.to && *other.to > *first.to)) first.to = other.to ? other.to : first.to;
  if (is_work(first)) return;
  first.quantity += other.quantity;
  first.gross = first.net = printed_amount(first.quantity, first.decimals, first.price, currency);
}

// The lines in the order named, without those that cannot be merged.
std::vector<std::int32_t> mergeable(Drafting& draft, const MergeInvoiceLines& command, Faults& faults) {
  std::vector<std::int32_t> lines;
  for (std::size_t i = 0; i < command.lines.size(); ++i) {
    const std::string at = "/lines/" + std::to_string(i);
    const InvoiceLine* line = draft.find(command.lines[i]);
    if (line == nullptr) {
      faults.add(RefusalCode::unknown_line, at);
    } else if (!can_be_merged(*line)) {
      faults.add(RefusalCode::line_kind_differs, at);
    } else if (std::find(lines.begin(), lines.end(), line->line) == lines.end()) {
      if (!lines.empty() && !is_alike(*draft.find(lines.front()), *line)) faults.add(RefusalCode::lines_differ, at);
      lines.push_back(line->line);
    }
  }
  if (faults.none() && lines.size() < 2) faults.add(RefusalCode::nothing_to_change, "/lines");
  return lines;
}

void merge(Drafting& draft, const std::vector<std::int32_t>& lines) {
  std::vector<LineWork> work = draft.work_of(*draft.find(lines.front()));
  std::int64_t down = written_down(*draft.find(lines.front()));
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const InvoiceLine other = *draft.find(lines[i]);
    draft.erase(lines[i]);
    join_head(*draft.find(lines.front()), other, draft.document().currency);
    const std::vector<LineWork> more = draft.work_of(other);
    work.insert(work.end(), more.begin(), more.end());
    down += written_down(other);
  }
  if (is_work(*draft.find(lines.front()))) draft.price(lines.front(), work, down);
}

}  // namespace

Decision<Event> decide(const Books& books, const AddInvoiceEntries& command, const Given& given) {
  Faults faults;
  const InvoiceState* state = editable_draft(books, command.invoice, faults);
  if (state == nullptr) return faults.in_order();

  if (state->document->kind == InvoiceKind::deposit) return refuse(RefusalCode::line_kind_differs, "/invoice");
  Drafting draft(books, *state->document);
  if (command.entries.empty()) faults.add(RefusalCode::nothing_to_change, "/entries");
  const std::vector<LineWork> work = named_work(draft, command.entries, "/entries", faults);
  const bool first = state->document->lines.empty();
  if (faults.none()) draft.add_work(work);
  InvoiceDocument after = draft.document();
  if (first && !after.from && !after.to) span_lines(after);
  widen_to_lines(after);
  return revised(books, given, {command.invoice, "", {}}, std::move(after), faults);
}

Decision<Event> decide(const Books& books, const RemoveInvoiceEntries& command, const Given& given) {
  Faults faults;
  const InvoiceState* state = editable_draft(books, command.invoice, faults);
  if (state == nullptr) return faults.in_order();

  const Date now = today(books, given);
  const bool defers = command.defer.value_or(false);
  check_on_draft(*state->document, command.entries, faults);
  if (defers && is_blank(command.reason)) faults.add(RefusalCode::reason_needed, "/reason");
  if (defers && command.until && *command.until <= now) {
    faults.add(RefusalCode::date_out_of_range, "/until", {{"today", now.text()}});
  }
  if (!faults.none()) return faults.in_order();

  Drafting draft(books, *state->document);
  draft.remove_entries(command.entries);
  Edit edit{command.invoice, command.reason.value_or(""), {}};
  std::vector<EntryId> deferred;
  for (const EntryId& entry : command.entries) {
    if (!defers || std::find(deferred.begin(), deferred.end(), entry) != deferred.end()) continue;
    deferred.push_back(entry);
    edit.beside.push_back(EntryDeferred{entry, now, command.until, command.reason.value_or("")});
  }
  return revised(books, given, std::move(edit), draft.document(), faults);
}

Decision<Event> decide(const Books& books, const MergeInvoiceLines& command, const Given& given) {
  Faults faults;
  const InvoiceState* state = editable_draft(books, command.invoice, faults);
  if (state == nullptr) return faults.in_order();

  Drafting draft(books, *state->document);
  const std::vector<std::int32_t> lines = mergeable(draft, command, faults);
  std::optional<std::string> text;
  if (command.text) text = check_said(*command.text, "/text", faults);
  if (!faults.none()) return faults.in_order();

  if (text) draft.find(lines.front())->text = *text;
  merge(draft, lines);
  return revised(books, given, {command.invoice, "", {}}, draft.document(), faults);
}

Decision<Event> decide(const Books& books, const SplitInvoiceLine& command, const Given& given) {
  Faults faults;
  const InvoiceState* state = editable_draft(books, command.invoice, faults);
  if (state == nullptr) return faults.in_order();
  Drafting draft(books, *state->document);
  InvoiceLine* line = draft.find(command.line);
  if (line == nullptr) return refuse(RefusalCode::unknown_line, "/line");
  if (!is_work(*line)) return refuse(RefusalCode::line_kind_differs, "/line");

  InvoiceLine taken = *line;
  taken.claims.clear();
  for (std::size_t i = 0; i < command.entries.size(); ++i) {
    const EntryId& entry = command.entries[i];
    const auto claim =
        std::find_if(line->claims.begin(), line->claims.end(), [&](const Claim& held) { return held.entry == entry; });
    if (claim != line->claims.end()) {
      taken.claims.push_back(*claim);
      line->claims.erase(claim);
    } else if (!claims(taken, entry)) {
      faults.add(RefusalCode::not_on_draft, "/entries/" + std::to_string(i));
    }
  }
  if (taken.claims.empty() || line->claims.empty()) faults.add(RefusalCode::nothing_to_change, "/entries");
  if (command.text) taken.text = check_said(*command.text, "/text", faults);
  if (!faults.none()) return faults.in_order();

  const std::vector<LineWork> left = draft.work_of(*line), moved = draft.work_of(taken);
  const std::int64_t left_down = written_down(*line), moved_down = written_down(taken);
  line->changed = left_down != 0;
  taken.changed = moved_down != 0;
  const std::int32_t number = draft.add(std::move(taken));
  draft.price(command.line, left, left_down);
  draft.price(number, moved, moved_down);
  return revised(books, given, {command.invoice, "", {}}, draft.document(), faults);
}

}  // namespace billtrail
