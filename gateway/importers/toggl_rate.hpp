// The hourly rate behind a Toggl row. The Rate column counts when the file has it; else amount / duration, in exact integer
// arithmetic, rounded once to four decimals half away from zero. An amount of nothing is no rate: work is never priced at
// zero silently (R1).
#pragma once

#include <string>
#include <string_view>

#include "domain/kernel/money.hpp"
#include "domain/kernel/time.hpp"

namespace billtrail::importers {

enum class TogglRateOrigin { none, rate_column, amount_column, unreadable };

struct TogglRate {
  TogglRateOrigin origin = TogglRateOrigin::none;
  Decimal4 per_hour;
  std::string text;  // what could not be read
};

TogglRate toggl_rate(std::string_view rate, std::string_view amount, Seconds worked);

}  // namespace billtrail::importers
