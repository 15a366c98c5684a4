// What of an entry is open: could be claimed by a line or written off now (W1, W1a, 2.5, H3).
#pragma once

#include "domain/books.hpp"

namespace billtrail {

struct OpenWork {
  Seconds billed;                   // of the whole entry
  Seconds seconds;                  // of them, open
  std::int64_t value = 0;           // at the agreed rate, or the overage's; less write-offs, plus write-ups; minor units
  std::optional<AppliedRate> rate;  // nothing: unpriced
  bool overage = false;             // of a closed retainer period
};

// Hourly, ad hoc and deposit work: what has not been invoiced or written off. Capped: the part within the cap (2.21). Retainer
// work: the overage of a closed period that may be billed. Nothing for other work: covered, of a fixed fee or milestone,
// non-billable, removed, awaiting review, or with nothing left. A draft's claim does not close it: see EntrySettlement::holder.
std::optional<OpenWork> open_work(const Books& books, Row entry);

// The settlement to change; made when there is none yet.
EntrySettlement& edit_settlement(Books& books, Row entry);
// Null when nothing has happened to the entry.
const EntrySettlement* settlement_of(const Books& books, Row entry);

}  // namespace billtrail
