// Between the small form of an entry in the books and the whole form in events.
#include "domain/time/entry_state.hpp"

#include <limits>

#include "domain/rate/held_rate.hpp"

namespace billtrail {
namespace {

template <class Key, class Value>
Row row_of(const Table<Key, Value>& table, const std::optional<Key>& id) {
  if (!id) return no_row;
  const Row row = table.row_of(*id);
  if (row == no_row) throw std::logic_error("a time entry names what the books do not hold: " + std::string(id->text()));
  return row;
}

template <class Key, class Value>
std::optional<Key> id_of(const Table<Key, Value>& table, Row row) {
  if (row == no_row) return std::nullopt;
  return table.key(row);
}

// The place of the value in a short list of the different values there are.
template <class Value>
std::uint16_t interned(std::vector<Value>& values, const Value& value) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] == value) return static_cast<std::uint16_t>(i);
  }
  if (values.size() >= std::numeric_limits<std::uint16_t>::max()) throw std::logic_error("too many different values to intern");
  values.push_back(value);
  return static_cast<std::uint16_t>(values.size() - 1);
}

Row kept_days(Books& books, const std::vector<DayPart>& days) {
  if (days.empty()) return no_row;
  books.day_splits.push_back(days);
  if (books.journal.open()) books.journal.note([&books] { books.day_splits.pop_back(); });
  return static_cast<Row>(books.day_splits.size() - 1);
}

}  // namespace

EntryFacts facts_of(const Books& books, Row entry) {
  const EntryState& held = books.entries.at(entry);
  EntryFacts facts;
  facts.member = books.members.key(held.member);
  facts.work.client = id_of(books.clients, held.client);
  facts.work.engagement = id_of(books.engagements, held.engagement);
  facts.work.project = id_of(books.projects, held.project);
  facts.work.campaign = id_of(books.campaigns, held.campaign);
  facts.work.task = id_of(books.tasks, held.task);
  facts.work.service = id_of(books.services, held.service);
  facts.work.category = held.category;
  facts.span.work_date = held.work_date;
  facts.span.seconds = held.seconds;
  if (held.has_start) facts.span.start = held.start;
  if (held.has_end) facts.span.end = held.end;
  if (held.zone != 0) facts.span.zone = books.zone_names[held.zone - 1U];
  if (held.days != no_row) facts.span.days = books.day_splits[held.days];
  facts.rounding = books.rounding_terms[held.rounding];
  facts.agreed = applied_rate(books, held.agreed);
  facts.standard = applied_rate(books, held.standard);
  facts.review = held.review;
  return facts;
}

EntryState held_entry(Books& books, const EntryFacts& facts) {
  EntryState held;
  held.member = row_of(books.members, std::optional(facts.member));
  held.client = row_of(books.clients, facts.work.client);
  held.engagement = row_of(books.engagements, facts.work.engagement);
  held.project = row_of(books.projects, facts.work.project);
  held.campaign = row_of(books.campaigns, facts.work.campaign);
  held.task = row_of(books.tasks, facts.work.task);
  held.service = row_of(books.services, facts.work.service);
  held.category = facts.work.category;
  held.work_date = facts.span.work_date;
  held.seconds = facts.span.seconds;
  held.has_start = facts.span.start.has_value();
  held.has_end = facts.span.end.has_value();
  if (facts.span.start) held.start = *facts.span.start;
  if (facts.span.end) held.end = *facts.span.end;
  if (facts.span.zone) held.zone = static_cast<std::uint16_t>(interned(books.zone_names, *facts.span.zone) + 1U);
  held.rounding = interned_rounding(books, facts.rounding);
  held.agreed = held_rate(books, facts.agreed);
  held.standard = held_rate(books, facts.standard);
  held.review = facts.review;
  held.days = kept_days(books, facts.span.days);
  return held;
}

std::uint16_t interned_rounding(Books& books, const RoundingTerms& terms) { return interned(books.rounding_terms, terms); }

std::optional<ClockRange> occupied(const EntryState& entry) {
  if (!entry.has_start || entry.seconds.count == 0) return std::nullopt;
  const ClockRange range{entry.start, entry.has_end ? entry.end : entry.start + entry.seconds};
  if (range.to <= range.from) return std::nullopt;
  return range;
}

}  // namespace billtrail
