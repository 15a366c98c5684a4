// Dates of money (2.21): not in the future, not in a locked period, and never before the thing they are about.
#pragma once

#include <optional>
#include <string_view>

#include "domain/checks.hpp"

namespace billtrail {

// The date given, else today.
Date dated(const Books& books, const Given& given, const std::optional<Date>& on);
// Adds occurred_in_the_future or period_locked, at /on.
void check_money_date(const Books& books, const Given& given, Date on, Faults& faults);
// Adds date_before_document.
void check_not_before(Date on, Date earliest, std::string_view pointer, Faults& faults);

// What the reason says; adds reason_needed when it says nothing.
std::string check_reason(std::string_view reason, Faults& faults);

// 2.13: due n days after the issue, or after the end of its month, or on a day of the next month, the last one where it is
// shorter.
Date due_date(Date issued, const PaymentTerms& terms);

}  // namespace billtrail
