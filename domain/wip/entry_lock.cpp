// 2.18, 2.19, H6: what has been invoiced, closed or written off is put right by an act of its own, never by changing it.
#include "domain/wip/entry_lock.hpp"

#include "domain/wip/open_work.hpp"

namespace billtrail {

bool is_invoiced(const EntrySettlement& settlement) { return settlement.invoiced.count != 0 || settlement.invoiced_value != 0; }

std::vector<Fact> invoice_facts(const Books& books, Row invoice) {
  if (invoice == no_row) return {};
  std::vector<Fact> facts{{"invoice", std::string(books.invoices.key(invoice).text())}};
  const std::string& number = books.invoices.at(invoice).number;
  if (!number.empty()) facts.push_back({"number", number});
  return facts;
}

void check_open_for_correction(const Books& books, Row entry, std::string_view pointer, Faults& faults) {
  const EntrySettlement* settlement = settlement_of(books, entry);
  if (settlement == nullptr) return;
  const std::string at(pointer);
  if (is_invoiced(*settlement)) faults.add(RefusalCode::entry_invoiced, at, invoice_facts(books, settlement->last_invoice));
  if (settlement->closed) {
    std::vector<Fact> facts{{"period", std::int64_t{settlement->period}}};
    const Row engagement = books.entries.at(entry).engagement;
    if (engagement != no_row) facts.insert(facts.begin(), {"engagement", std::string(books.engagements.key(engagement).text())});
    faults.add(RefusalCode::cycle_closed, at, std::move(facts));
  }
  if (settlement->written_off.count != 0 || settlement->written_off_value != 0) faults.add(RefusalCode::entry_written_off, at);
}

void check_open_for_removal(const Books& books, Row entry, std::string_view pointer, Faults& faults) {
  check_open_for_correction(books, entry, pointer, faults);
  const EntrySettlement* settlement = settlement_of(books, entry);
  if (settlement == nullptr || settlement->holder == no_row) return;
  faults.add(RefusalCode::entry_on_draft, std::string(pointer), invoice_facts(books, settlement->holder));
}

bool rate_is_settled(const Books& books, Row entry) {
  const EntrySettlement* settlement = settlement_of(books, entry);
  if (settlement == nullptr) return false;
  const bool wholly_written_off = settlement->written_off.count != 0 && settlement->written_off == settlement->billed;
  return is_invoiced(*settlement) || settlement->closed || wholly_written_off;
}

bool rounding_is_settled(const Books& books, Row entry) {
  const EntrySettlement* settlement = settlement_of(books, entry);
  if (settlement == nullptr) return false;
  if (settlement->adjusts != no_row || settlement->written_off.count != 0 || settlement->written_off_value != 0) return true;
  if (is_invoiced(*settlement) || settlement->closed) return true;
  return settlement->frozen && settlement->holder == no_row;
}

}  // namespace billtrail
