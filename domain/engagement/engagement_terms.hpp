// What the terms of every agreement are checked for. The codes are engagement_terms_invalid, date_out_of_range and
// amount_too_large.
#pragma once

#include <optional>
#include <string_view>

#include "domain/kernel/faults.hpp"
#include "domain/kernel/time.hpp"

namespace billtrail {

// The highest fee, cap or allowance in minor units: far from where sums of a year would not fit.
inline constexpr std::int64_t agreed_amount_max = 1'000'000'000'000'000;

void check_not_too_large(std::int64_t amount, std::string_view pointer, Faults& faults);
// Within the years that can be recorded, and the end after the start.
void check_dates(Date starts, const std::optional<Date>& ends, Faults& faults);

}  // namespace billtrail
