// What has happened to the value of a piece of work since it was done, each with its business date (W1, W1a, W5-W7). The arithmetic of WIP
// is complete in these terms and in what a fee covers (live_draw.hpp); what is taken back is a settlement of its own with opposite signs.
#pragma once

#include <cstdint>
#include <vector>

#include "projections/entry_row.hpp"

namespace billtrail {

// billed: seconds, and the line's net. written_off: of a claim (W6, without seconds) or by hand (W5). written_up: adds value. corrected:
// proposed - value of a claim, adds value (W1a). deferred, released: set aside from that date on, and no longer; deferred work is still WIP.
enum class SettlementKind : std::uint8_t { billed, written_off, written_up, corrected, deferred, released };

struct Settlement {
  SettlementKind kind;
  Date date;
  Seconds seconds;
  std::int64_t minor = 0;  // in the currency of the work's value; negative where a void, credit note or reversal gives back
  Row source = no_row;     // of WorkView::invoices, or of write_offs when by hand
  bool by_hand = false;
};

// Puts it behind all of its date or before.
void insert(std::vector<Settlement>& settled, const Settlement& settlement);
// W7: what is said about deferral from a date on replaces all that was said for later.
void defer(std::vector<Settlement>& settled, Date on, std::optional<Date> until);
void release(std::vector<Settlement>& settled, Date on);

// What may be charged of a piece of work before anything was billed or written off (live_draw.hpp).
struct Charge {
  Seconds seconds;
  std::int64_t minor = 0;
};

// What is left of it at the end of a day.
struct OpenCharge {
  Seconds seconds;
  std::int64_t minor = 0;
  bool deferred = false;
};
OpenCharge open_work(const Charge& charge, const std::vector<Settlement>& settled, Date day);

// The seconds and value that settlements moved until the end of a day, by column. Value: open = charge - billed - written off + written
// up + corrected. Law of seconds: billed seconds of an entry = billed + covered + unbilled + written off (LiveDraw::account_of).
struct Settled {
  Seconds billed_seconds, written_off_seconds;
  std::int64_t billed = 0, written_off = 0, written_up = 0, corrected = 0;
};
// Dated after `after` and not after `day`.
Settled settled_between(const std::vector<Settlement>& settled, std::optional<Date> after, Date day);

}  // namespace billtrail
