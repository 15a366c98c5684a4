// What has become of an entry's work, as the books hold it; only entries that were claimed, drawn, written off, deferred or adjusted
// have one.
// Law of seconds (2.21): billed = invoiced + covered + written off + what is still open.
#pragma once

#include "domain/kernel/table.hpp"
#include "domain/rate/rate.hpp"
#include "domain/wip/wip_acts.hpp"

namespace billtrail {

struct EntrySettlement {
  Seconds billed;             // D2: frozen, when `frozen`
  bool frozen = false;
  Row holder = no_row;        // of Books::invoices: the draft that claims what is open
  Seconds invoiced;           // on issued invoices, and not returned
  std::int64_t invoiced_value = 0;  // relieved by them (W1a)
  Row last_invoice = no_row;  // of Books::invoices
  Seconds covered;            // by a closed retainer period, deficit included
  Seconds written_off;
  std::int64_t written_off_value = 0;
  std::int64_t written_up_value = 0;
  bool closed = false;        // in a closed period: adjusted, not corrected (H6)
  std::int32_t period = 0;    // that period
  Seconds overage;            // H3, of the close
  std::int64_t overage_value = 0;
  std::optional<AppliedRate> overage_rate;
  bool overage_waits = false;  // H4: for the client's approval
  bool deferred = false;       // W7
  std::optional<Date> deferred_until;
  Row adjusts = no_row;        // 2.19, of Books::entries: this one is an adjustment, never rounded, of that entry and not of an adjustment
  Seconds adjusted;            // by the adjustments of it that stand
};

struct WriteOffState {
  ClientId client;
  Date on;
  bool up = false;
  bool reversed = false;
  bool absorbed = false;  // H4: by the close of a period; only reopening takes it back
  std::vector<WriteOffShare> shares;
};

struct WipAlertState {
  bool value = false, age = false;  // raised and not cleared
};

}  // namespace billtrail
