// W7: work that is not to be proposed yet, until a date or until somebody releases it. It stays WIP.
#include "domain/checks.hpp"
#include "domain/time/small.hpp"
#include "domain/wip/targets.hpp"
#include "domain/wip/wip_rules.hpp"

namespace billtrail {
namespace {

// The rows of the entries named, each once; unknown ones are faults.
std::vector<Row> named_rows(const Books& books, const std::vector<EntryId>& entries, Faults& faults) {
  if (entries.empty()) faults.add(RefusalCode::nothing_to_change, "/entries");
  std::vector<Row> rows;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Row row = books.entries.row_of(entries[i]);
    if (row == no_row) {
      faults.add(RefusalCode::unknown_entry, "/entries/" + std::to_string(i));
    } else if (std::find(rows.begin(), rows.end(), row) == rows.end()) {
      rows.push_back(row);
    }
  }
  return rows;
}

bool is_deferred(const Books& books, Row entry) {
  const EntrySettlement* settlement = settlement_of(books, entry);
  return settlement != nullptr && settlement->deferred;
}

}  // namespace

Decision<Event> decide(const Books& books, const DeferEntries& command, const Given& given) {
  Faults faults;
  const Date on = today(books, given);
  if (is_blank(command.reason)) faults.add(RefusalCode::reason_needed, "/reason");
  if (command.until && *command.until <= on) faults.add(RefusalCode::nothing_to_change, "/until", {{"today", on.text()}});
  const std::vector<Row> rows = named_rows(books, command.entries, faults);
  std::map<Row, WorkOfClient> clients;
  std::vector<Event> events;
  for (const Row row : rows) {
    const EntryId& entry = books.entries.key(row);
    const Row client = books.entries.at(row).client;
    WorkOfClient& work = clients.try_emplace(client, books, client).first->second;
    const auto place = std::find(command.entries.begin(), command.entries.end(), entry) - command.entries.begin();
    check_open_to_acts(books, row, work.open(row).has_value(), "/entries/" + std::to_string(place), faults);
    events.emplace_back(EntryDeferred{entry, on, command.until, command.reason});
  }
  if (!faults.none()) return faults.in_order();
  return events;
}

Decision<Event> decide(const Books& books, const ReleaseEntries& command, const Given& given) {
  Faults faults;
  const Date on = today(books, given);
  std::vector<Event> events;
  for (const Row row : named_rows(books, command.entries, faults)) {
    if (is_deferred(books, row)) events.emplace_back(EntryReleased{books.entries.key(row), on});
  }
  if (faults.none() && events.empty()) faults.add(RefusalCode::nothing_to_change, "/entries");
  if (!faults.none()) return faults.in_order();
  return events;
}

}  // namespace billtrail
