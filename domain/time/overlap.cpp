// TM6: which entries of the same member an entry overlaps.
#include "domain/time/overlap.hpp"

#include "domain/time/limits.hpp"

namespace billtrail {

std::optional<ClockRange> occupied(const Span& span) {
  if (!span.start || span.seconds.count == 0) return std::nullopt;
  const ClockRange range{*span.start, span.end ? *span.end : *span.start + span.seconds};
  if (range.to <= range.from) return std::nullopt;
  return range;
}

std::vector<EntryId> overlapped(const Books& books, const MemberId& member, const ClockRange& range, const EntryId& except,
                                const EntryId& and_except) {
  std::vector<EntryId> found;
  books.clock.search(books.members.row_of(member), range, [&](Row entry, const ClockRange&) {
    const EntryId& id = books.entries.key(entry);
    if (id != except && id != and_except) found.push_back(id);
    return found.size() < overlaps_listed_max ? OverlapIndex::Search::go_on : OverlapIndex::Search::stop;
  });
  return found;
}

}  // namespace billtrail
