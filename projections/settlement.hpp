// What has happened to the value of an entry since it was worked, each with its business date (W1, W5, W7). The arithmetic of WIP is
// complete in these terms; as long as no event bills, writes off or defers, there are none and every entry is open in full.
#pragma once

#include <vector>

#include "projections/entry_row.hpp"

namespace billtrail {

// billed, written_off: take away value and seconds. written_up: adds value (seconds 0). deferred, released: set aside from that date on,
// and no longer; deferred work is still WIP.
enum class SettlementKind { billed, written_off, written_up, deferred, released };

struct Settlement {
  SettlementKind kind;
  Date date;
  Seconds seconds;
  std::int64_t minor = 0;  // in the currency of the entry's value, never negative
};

// Law of seconds: billed seconds = billed + covered + unbilled + written off, for every billable entry. Covered is retainer work:
// until cycles draw it down it is all covered by the fee.
struct SecondsAccount {
  Seconds billed, covered, unbilled, written_off;
};

// What is left of an entry at the end of a day.
struct OpenWork {
  Seconds seconds;
  std::int64_t minor = 0;
  bool deferred = false;
};

// Both count the settlements dated on or before `day`. The entry must be billable.
OpenWork open_work(const EntryRow& entry, const std::vector<Settlement>& settled, Date day);
SecondsAccount seconds_account(const EntryRow& entry, const std::vector<Settlement>& settled, Date day);

}  // namespace billtrail
