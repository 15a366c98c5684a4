// An entry as the books hold it (small: rows and plain numbers) and as events say it (whole: ids and texts).
#pragma once

#include "domain/books.hpp"

namespace billtrail {

// The whole facts of the entry in that row, equal to what the last event about it said.
EntryFacts facts_of(const Books& books, Row entry);

// Takes facts into the form of the books, interning what it has to. Throws std::logic_error when they name something that the
// books do not hold, which means a broken log.
EntryState held_entry(Books& books, const EntryFacts& facts);

// The row of Books::rounding_terms that holds the terms, added when they are new.
std::uint16_t interned_rounding(Books& books, const RoundingTerms& terms);

// The stretch of the clock the entry occupies; nothing without clock times.
std::optional<ClockRange> occupied(const EntryState& entry);

}  // namespace billtrail
