// An entry holds its rates small: the rule as a row, not as an id.
#include "domain/rate/held_rate.hpp"

namespace billtrail {

HeldRate held_rate(const Books& books, const std::optional<AppliedRate>& rate) {
  HeldRate held;
  if (!rate) return held;
  held.present = true;
  held.amount = rate->price.amount.ten_thousandths;
  held.per = static_cast<std::int32_t>(rate->price.per.count);
  held.currency = rate->price.currency;
  held.origin = rate->origin;
  if (rate->rule) {
    held.rule = books.rate_rules.row_of(*rate->rule);
    if (held.rule == no_row) throw std::logic_error("a rate names a rule that the books do not hold");
  }
  return held;
}

std::optional<AppliedRate> applied_rate(const Books& books, const HeldRate& held) {
  if (!held.present) return std::nullopt;
  AppliedRate rate{{Decimal4{held.amount}, held.currency, Seconds{held.per}}, held.origin, {}};
  if (held.rule != no_row) rate.rule = books.rate_rules.key(held.rule);
  return rate;
}

}  // namespace billtrail
