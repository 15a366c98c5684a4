// TM6: which entries of the same member an entry overlaps. Ranges are half-open; work without clock times overlaps nothing.
#pragma once

#include <optional>
#include <vector>

#include "domain/books.hpp"

namespace billtrail {

// The stretch of the clock that the span stands on: from its start to its end, or as long as it lasted when only the duration was
// trusted. Nothing without clock times and nothing for zero seconds.
std::optional<ClockRange> occupied(const Span& span);

// The member's entries that the range overlaps, by start, at most overlaps_listed_max. Two may be left out: the entry itself when
// it is being changed, and one that the same decision takes away.
std::vector<EntryId> overlapped(const Books& books, const MemberId& member, const ClockRange& range, const EntryId& except = {},
                                const EntryId& and_except = {});

}  // namespace billtrail
