// D1, D2, D4: frozen where something has been decided about the entry, else as its terms round it, alone or in its group.
#include "domain/wip/billed_seconds.hpp"

#include "domain/rounding/round_time.hpp"
#include "domain/wip/groups.hpp"
#include "domain/wip/open_work.hpp"

namespace billtrail {

bool rounds_in_group(const Books& books, Row entry) {
  const EntryState& held = books.entries.at(entry);
  if (held.client == no_row || held.removed || held.category == Category::non_billable) return false;
  if (held.review == Review::needed) return false;
  if (held.seconds.count < 0 || books.rounding_terms[held.rounding].scope != RoundingScope::group) return false;
  const EntrySettlement* settlement = settlement_of(books, entry);
  return settlement == nullptr || (!settlement->frozen && settlement->adjusts == no_row);
}

GroupKey group_of(const EntryState& entry) {
  return {entry.member, entry.work_date, entry.engagement, entry.service, entry.category, entry.rounding};
}

std::vector<Seconds> rounded_together(const Books& books, const std::vector<Row>& group) {
  std::vector<Seconds> raw;
  raw.reserve(group.size());
  for (const Row row : group) raw.push_back(books.entries.at(row).seconds);
  return rounded_group(raw, books.rounding_terms[books.entries.at(group.front()).rounding]);
}

Seconds billed_alone(const Books& books, Row entry) {
  const EntryState& held = books.entries.at(entry);
  const EntrySettlement* settlement = settlement_of(books, entry);
  if (settlement != nullptr && settlement->frozen) return settlement->billed;
  const bool raw = held.category == Category::non_billable || held.review == Review::needed ||
                   (settlement != nullptr && settlement->adjusts != no_row);
  return raw ? held.seconds : rounded(held.seconds, books.rounding_terms[held.rounding]);
}

Seconds billed_seconds(const Books& books, Row entry) {
  if (!rounds_in_group(books, entry)) return billed_alone(books, entry);
  const EntryState& held = books.entries.at(entry);
  const GroupKey key = group_of(held);
  std::vector<Row> group;
  for (const Row row : books.client_work.of(held.client)) {
    // The cheap question first: most of a client's work is of other days.
    if (books.entries.at(row).work_date != held.work_date) continue;
    if (group_of(books.entries.at(row)) == key && rounds_in_group(books, row)) group.push_back(row);
  }
  std::sort(group.begin(), group.end(), [&](Row a, Row b) { return comes_before(books, a, b); });
  const auto place = std::find(group.begin(), group.end(), entry) - group.begin();
  return rounded_together(books, group)[static_cast<std::size_t>(place)];
}

bool comes_before(const Books& books, Row a, Row b) {
  const EntryState& left = books.entries.at(a);
  const EntryState& right = books.entries.at(b);
  if (left.work_date != right.work_date) return left.work_date < right.work_date;
  if (left.has_start != right.has_start) return !left.has_start;
  if (left.has_start && left.start != right.start) return left.start < right.start;
  return books.entries.key(a) < books.entries.key(b);
}

}  // namespace billtrail
