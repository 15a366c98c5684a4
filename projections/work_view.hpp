// Every time entry, compact: about 170 bytes and its sealed text. All questions about work scan `rows`; the dates stand in them, so
// that any as_of is a filter and never a replay.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "projections/directory_view.hpp"
#include "projections/entry_row.hpp"
#include "projections/interned.hpp"
#include "projections/settlement.hpp"
#include "projections/work_billing.hpp"

namespace billtrail {

std::size_t hash_value(const AppliedRate& rate);
std::size_t hash_value(const RoundingTerms& terms);
std::size_t hash_value(const Currency& currency);

// D4: member + day + client + engagement + service + category; and the terms, since each entry keeps those it was logged under (D2).
struct RoundingGroup {
  Row member, client, engagement, service, rounding;
  Date day;
  std::uint8_t category;
  friend bool operator==(const RoundingGroup&, const RoundingGroup&) = default;
};
std::size_t hash_value(const RoundingGroup& group);

struct WorkView {
  static constexpr std::string_view name = "work";
  static constexpr int version = 2;

  std::vector<EntryRow> rows;         // in order of arrival; removed ones stay, marked
  std::vector<EntryDetail> details;   // the same rows
  RowIndex index;                     // by entry id

  Interned<AppliedRate> rates;
  Interned<Currency> currencies;
  Interned<std::string> zones;
  Interned<RoundingTerms> roundings;
  Interned<std::vector<std::string>> tags;
  Interned<EngagementId> engagements;
  Interned<std::string> subjects;
  TextStore texts;
  std::vector<DayPart> day_parts;
  boost::unordered_flat_map<Row, std::vector<Settlement>> settled;  // by row of the entry, in order of date
  boost::unordered_flat_map<RoundingGroup, std::vector<Row>> groups;  // the live entries that round together
  std::vector<std::vector<Row>> engaged;  // by engagement: entries that are or were its own, some twice; see entries_of

  // Billing:
  std::vector<WorkInvoice> invoices;  // in order of drafting
  boost::unordered_flat_map<InvoiceId, Row> invoice_rows;
  boost::unordered_flat_map<Row, Row> holders;  // by entry: the draft that holds it
  std::vector<WorkExpense> expenses;
  boost::unordered_flat_map<ExpenseId, Row> expense_rows;
  std::vector<InvoicedAmount> progress, fees;
  std::vector<WorkWriteOff> write_offs;
  boost::unordered_flat_map<WriteOffId, Row> write_off_rows;
  boost::unordered_flat_map<Row, DrawnEntry> drawn;                     // by entry
  std::map<std::pair<Row, std::int32_t>, std::vector<Row>> draws;       // by engagement and closed period: its entries

  // `directory` has already taken the event.
  void apply(const Recorded& recorded, const DirectoryView& directory);
  std::size_t lines() const;
  void line(std::size_t i, std::string& out) const;

  Row row_of(const EntryId& entry) const;
  std::vector<DayPart> days_of(Row row) const;
  std::optional<Personal> description_of(Row row) const;
  const std::vector<Settlement>& settled_of(Row row) const;
  // The draw of a close dated on or before the day.
  const DrawnEntry* drawn_of(Row row, Date day) const;
  // The draft that holds the entry, or the last invoice that billed it and has not given it back.
  Row invoice_of(Row row) const;
  // Live entries of an engagement in order of H3: work date, start or none first, entry id.
  std::vector<Row> entries_of(Row engagement) const;
  bool earlier(Row a, Row b) const;

  // Calls take(date, seconds) for each local day the entry's raw seconds fall on (TM4).
  template <class Take>
  void each_day(Row row, Take&& take) const {
    const EntryRow& entry = rows[row];
    if (!entry.has_days) return take(entry.work_date, Seconds{entry.seconds});
    const EntryDetail& detail = details[row];
    for (std::uint32_t i = 0; i < detail.days_count; ++i) {
      const DayPart& part = day_parts[detail.days_first + i];
      take(part.date, part.seconds);
    }
  }
};

}  // namespace billtrail
