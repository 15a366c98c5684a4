// What an act on work in progress is about, and when.
#include "domain/wip/targets.hpp"

#include "domain/checks.hpp"
#include "domain/wip/entry_lock.hpp"

namespace billtrail {
namespace {

bool on_draft(const Books& books, Row entry) {
  const EntrySettlement* settlement = settlement_of(books, entry);
  return settlement != nullptr && settlement->holder != no_row;
}

// The place of the entry among the client's open work; its end when it is not there.
auto place_of(const std::vector<OpenEntry>& open, Row entry) {
  return std::find_if(open.begin(), open.end(), [&](const OpenEntry& found) { return found.entry == entry; });
}

void check_named(const Books& books, const ClientId& client, const EntryId& named, const std::vector<OpenEntry>& open,
                 std::string_view pointer, Faults& faults) {
  const Row row = books.entries.row_of(named);
  if (row == no_row) return faults.add(RefusalCode::unknown_entry, std::string(pointer));
  const Row of = books.entries.at(row).client;
  if (of != books.clients.row_of(client)) {
    std::vector<Fact> facts;
    if (of != no_row) facts.push_back({"client", std::string(books.clients.key(of).text())});
    return faults.add(RefusalCode::entry_of_another_client, std::string(pointer), std::move(facts));
  }
  check_open_to_acts(books, row, place_of(open, row) != open.end(), pointer, faults);
}

}  // namespace

void check_open_to_acts(const Books& books, Row entry, bool open, std::string_view pointer, Faults& faults) {
  const std::string at(pointer);
  if (books.entries.at(entry).removed) return faults.add(RefusalCode::entry_removed, at);
  if (on_draft(books, entry)) {
    return faults.add(RefusalCode::entry_on_draft, at, invoice_facts(books, settlement_of(books, entry)->holder));
  }
  if (open) return;
  const EntrySettlement* settlement = settlement_of(books, entry);
  if (settlement != nullptr && is_invoiced(*settlement)) {
    return faults.add(RefusalCode::entry_invoiced, at, invoice_facts(books, settlement->last_invoice));
  }
  const bool written_off = settlement != nullptr && (settlement->written_off.count != 0 || settlement->written_off_value != 0);
  faults.add(written_off ? RefusalCode::entry_written_off : RefusalCode::entry_not_billable, at);
}

std::vector<OpenEntry> targets(const Books& books, const ClientId& client, const std::vector<EntryId>& named, Faults& faults) {
  std::vector<OpenEntry> open = open_work_of_client(books, books.clients.row_of(client));
  for (std::size_t i = 0; i < named.size(); ++i) {
    check_named(books, client, named[i], open, "/entries/" + std::to_string(i), faults);
  }
  std::erase_if(open, [&](const OpenEntry& found) {
    if (on_draft(books, found.entry)) return true;
    return !named.empty() && std::find(named.begin(), named.end(), books.entries.key(found.entry)) == named.end();
  });
  return open;
}

Date date_of_act(const Books& books, const std::optional<Date>& said, const Given& given, Faults& faults) {
  const Date now = today(books, given);
  const Date on = said.value_or(now);
  if (on > now) faults.add(RefusalCode::occurred_in_the_future, "/on", {{"today", now.text()}});
  check_unlocked(books, on, "/on", faults);
  return on;
}

void check_after_work(const Books& books, Date on, const std::vector<OpenEntry>& work, Faults& faults) {
  for (const OpenEntry& found : work) {
    const Date date = books.entries.at(found.entry).work_date;
    if (date <= on) continue;
    const std::string entry(books.entries.key(found.entry).text());
    return faults.add(RefusalCode::date_before_work, "/on", {{"entry", entry}, {"work_date", date.text()}});
  }
}

}  // namespace billtrail
