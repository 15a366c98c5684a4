// 2.18, 2.19: why an entry cannot be corrected, removed or moved any more.
#pragma once

#include <string_view>

#include "domain/books.hpp"
#include "domain/kernel/faults.hpp"

namespace billtrail {

// Adds entry_invoiced (any part of it on an issued invoice), cycle_closed or entry_written_off (any part). An entry on a draft may be
// corrected, and is then recomputed there; removing or moving it is refused as entry_on_draft.
void check_open_for_correction(const Books& books, Row entry, std::string_view pointer, Faults& faults);
void check_open_for_removal(const Books& books, Row entry, std::string_view pointer, Faults& faults);

}  // namespace billtrail
