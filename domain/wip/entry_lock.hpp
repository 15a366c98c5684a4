// 2.18, 2.19: why an entry cannot be corrected, removed or moved any more.
#pragma once

#include <string_view>

#include "domain/books.hpp"
#include "domain/kernel/faults.hpp"

namespace billtrail {

// Adds entry_invoiced (any part of it on an issued invoice), cycle_closed or entry_written_off (any part). An entry on a draft
// may be corrected, and is then recomputed there; removing or moving it is refused as entry_on_draft.
void check_open_for_correction(const Books& books, Row entry, std::string_view pointer, Faults& faults);
void check_open_for_removal(const Books& books, Row entry, std::string_view pointer, Faults& faults);

// R4 as settled in 2.21: a change of rates leaves the entry alone, because any of it is invoiced, all of it is written off, or
// its retainer period is closed.
bool rate_is_settled(const Books& books, Row entry);
// D2: a new policy leaves the entry alone, even on request. What stands on a draft only is rounded anew; an adjustment never is.
bool rounding_is_settled(const Books& books, Row entry);

// Any part of it stands on an issued invoice.
bool is_invoiced(const EntrySettlement& settlement);
// The facts of a refusal that names a document, by its row of Books::invoices; none for no_row.
std::vector<Fact> invoice_facts(const Books& books, Row invoice);

}  // namespace billtrail
