// Arithmetic on dates: months, weeks, and the anchored periods of a retainer (rule C1).
#pragma once

#include <string>

#include "domain/kernel/time.hpp"

namespace billtrail {

int days_in_month(int year, int month);
Date first_of_month(Date date);
Date last_of_month(Date date);
// The Monday on or before the date (ISO weeks).
Date first_of_week(Date date);
// "2026-03" and "2026-W09": the keys that read models group by.
std::string month_key(Date date);
std::string week_key(Date date);

// C1: the month `months` after the month of `anchor_month`, on `anchor_day`, or that month's last day when it has no
// such day. Always from the anchor day, never from a clamped bound, so 31 Jan, 28 Feb, 31 Mar.
Date anchored(Date anchor_month, int months, int anchor_day);
// C1: the first date on or after `start` that is a bound for `anchor_day` (1 to 31).
Date first_anchor(Date start, int anchor_day);

}  // namespace billtrail
