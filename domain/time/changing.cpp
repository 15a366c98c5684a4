// What every change of an existing entry asks first.
#include "domain/time/changing.hpp"

#include "domain/time/dating.hpp"
#include "domain/time/limits.hpp"
#include "domain/time/overlap.hpp"
#include "domain/time/small.hpp"

namespace billtrail {

Row changeable_entry(const Books& books, const EntryId& entry, Faults& faults) {
  const Row row = books.entries.row_of(entry);
  if (row == no_row) {
    faults.add(RefusalCode::unknown_entry, "/entry");
    return no_row;
  }
  if (books.entries.at(row).removed) {
    faults.add(RefusalCode::entry_removed, "/entry");
    return no_row;
  }
  check_unlocked(books, books.entries.at(row).work_date, {}, faults);
  return row;
}

void check_new_overlaps(const Books& books, const EntryId& entry, const EntryFacts& before, const Span& after, Faults& faults) {
  if (books.settings->overlaps != Overlaps::refused || after == before.span) return;
  const std::optional<ClockRange> range = occupied(after);
  if (!range) return;
  const std::optional<ClockRange> old = occupied(before.span);
  std::vector<EntryId> found;
  books.clock.search(books.members.row_of(before.member), *range, [&](Row other, const ClockRange& theirs) {
    const bool overlapped_before = old && overlap(*old, theirs);
    if (!overlapped_before && books.entries.key(other) != entry) found.push_back(books.entries.key(other));
    return found.size() < overlaps_listed_max ? OverlapIndex::Search::go_on : OverlapIndex::Search::stop;
  });
  if (!found.empty()) faults.add(RefusalCode::overlaps_another_entry, {}, entry_facts(found));
}

}  // namespace billtrail
