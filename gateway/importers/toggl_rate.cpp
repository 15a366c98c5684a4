// The rate of a row: toggl_rate.hpp has the rule.
#include "gateway/importers/toggl_rate.hpp"

#include "domain/kernel/rounding.hpp"
#include "gateway/importers/fields.hpp"

namespace billtrail::importers {

TogglRate toggl_rate(std::string_view rate, std::string_view amount, Seconds worked) {
  constexpr std::int64_t seconds_an_hour = 3600;
  if (!rate.empty() && rate != "-") {
    const auto per_hour = decimal(rate);
    if (!per_hour) return {TogglRateOrigin::unreadable, {}, std::string(rate)};
    if (per_hour->ten_thousandths != 0) return {TogglRateOrigin::rate_column, *per_hour, {}};
  }
  if (amount.empty() || amount == "-") return {};
  const auto total = decimal(amount);
  if (!total) return {TogglRateOrigin::unreadable, {}, std::string(amount)};
  if (total->ten_thousandths == 0 || worked.count == 0) return {};
  return {TogglRateOrigin::amount_column,
          Decimal4{divide_half_away(Int128{total->ten_thousandths} * seconds_an_hour, worked.count)},
          {}};
}

}  // namespace billtrail::importers
