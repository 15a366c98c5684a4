// What every change of an existing entry asks first.
#include "domain/time/changing.hpp"

#include "domain/time/dating.hpp"
#include "domain/time/limits.hpp"
#include "domain/time/overlap.hpp"
#include "domain/time/small.hpp"
#include "domain/wip/open_work.hpp"

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

void check_enough_left(const Books& books, Row entry, Seconds more, std::string_view pointer, Faults& faults) {
  const EntrySettlement* settlement = settlement_of(books, entry);
  const bool adjustment = settlement != nullptr && settlement->adjusts != no_row;
  const Row adjusted = adjustment ? settlement->adjusts : entry;
  const EntrySettlement* whole = settlement_of(books, adjusted);
  const EntryState& held = books.entries.at(adjusted);
  const Seconds left = (held.removed ? Seconds{} : held.seconds) + (whole == nullptr ? Seconds{} : whole->adjusted);
  if (more.count < 0 && left + more < Seconds{}) {
    faults.add(RefusalCode::duration_must_be_positive, std::string(pointer), {{"seconds_left", left.count}});
  }
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
