// F32, W7: what is proposed. One entry is claimed once: a second claim is refused with the holder's id (2.13).
#include <set>

#include "domain/invoice/propose.hpp"
#include "domain/wip/entry_lock.hpp"

namespace billtrail {
namespace {

bool is_wanted(const Books& books, const EntryState& entry, const Wanted& wanted) {
  if (entry.removed || entry.work_date > wanted.until) return false;
  if (wanted.engagement && (entry.engagement == no_row || books.engagements.key(entry.engagement) != *wanted.engagement))
    return false;
  if (wanted.projects.empty()) return true;
  if (entry.project == no_row) return false;
  const ProjectId& project = books.projects.key(entry.project);
  return std::find(wanted.projects.begin(), wanted.projects.end(), project) != wanted.projects.end();
}

// Which line of the holder has it.
std::vector<Fact> holder_facts(const Books& books, Row holder, const EntryId& entry) {
  std::vector<Fact> facts = invoice_facts(books, holder);
  for (const InvoiceLine& line : books.invoices.at(holder).document->lines) {
    if (line.kind == LineKind::covered) continue;
    for (const Claim& claim : line.claims) {
      if (claim.entry != entry) continue;
      facts.push_back({"line", std::int64_t{line.line}});
      return facts;
    }
  }
  return facts;
}

// Why there is nothing to bill of the entry.
void say_why(const Books& books, Row row, const std::string& at, Faults& faults) {
  const EntrySettlement* settlement = settlement_of(books, row);
  if (settlement != nullptr && is_invoiced(*settlement)) {
    faults.add(RefusalCode::entry_invoiced, at, invoice_facts(books, settlement->last_invoice));
  } else if (settlement != nullptr && settlement->written_off.count != 0) {
    faults.add(RefusalCode::entry_written_off, at);
  } else {
    faults.add(RefusalCode::entry_not_billable, at);
  }
}

}  // namespace

bool is_deferred(const EntrySettlement* settlement, Date until) {
  if (settlement == nullptr || !settlement->deferred) return false;
  return !settlement->deferred_until || *settlement->deferred_until > until;
}

void propose_work(Drafting& draft, const Wanted& wanted) {
  const Books& books = draft.books();
  std::vector<LineWork> work;
  for (const Row row : books.client_work.of(books.clients.row_of(draft.document().client))) {
    if (!is_wanted(books, books.entries.at(row), wanted)) continue;
    const EntrySettlement* settlement = settlement_of(books, row);
    if (is_deferred(settlement, wanted.until) || (settlement != nullptr && settlement->holder != no_row)) continue;
    if (const std::optional<LineWork> open = draft.work_of(row)) work.push_back(*open);
  }
  draft.add_work(work);
}

std::vector<LineWork> named_work(Drafting& draft, const std::vector<EntryId>& entries, std::string_view pointer, Faults& faults) {
  const Books& books = draft.books();
  std::vector<LineWork> work;
  std::set<EntryId> seen;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (!seen.insert(entries[i]).second) continue;
    const std::string at = std::string(pointer) + "/" + std::to_string(i);
    const Row row = books.entries.row_of(entries[i]);
    if (row == no_row) {
      faults.add(RefusalCode::unknown_entry, at);
      continue;
    }
    const EntryState& entry = books.entries.at(row);
    if (entry.removed) {
      faults.add(RefusalCode::entry_removed, at);
      continue;
    }
    if (entry.client == no_row || books.clients.key(entry.client) != draft.document().client) {
      faults.add(RefusalCode::entry_of_another_client, at);
      continue;
    }
    const EntrySettlement* settlement = settlement_of(books, row);
    if (settlement != nullptr && settlement->holder != no_row) {
      faults.add(RefusalCode::entry_claimed, at, holder_facts(books, settlement->holder, entries[i]));
      continue;
    }
    if (const std::optional<LineWork> open = draft.work_of(row)) {
      work.push_back(*open);
    } else if (open_work(books, row)) {
      faults.add(RefusalCode::entry_unpriced, at);
    } else {
      say_why(books, row, at, faults);
    }
  }
  return work;
}

}  // namespace billtrail
