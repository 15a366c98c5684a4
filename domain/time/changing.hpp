// What every change of an existing entry asks first (2.18, 2.19).
#pragma once

#include "domain/books.hpp"
#include "domain/kernel/faults.hpp"
#include "domain/time/entry_state.hpp"

namespace billtrail {

// The entry's row, or no_row when there is nothing that could be changed: unknown, or removed before. An entry dated in a locked
// period has a row and a fault.
Row changeable_entry(const Books& books, const EntryId& entry, Faults& faults);

// 2.19: an entry and its adjustments together never come to less than nothing. `more` is what the change adds, mostly negative.
void check_enough_left(const Books& books, Row entry, Seconds more, std::string_view pointer, Faults& faults);

// TM6, where overlaps are refused: the changed entry may not come to overlap what it did not overlap before, so that one that was
// imported over another can be put right step by step.
void check_new_overlaps(const Books& books, const EntryId& entry, const EntryFacts& before, const Span& after, Faults& faults);

}  // namespace billtrail
