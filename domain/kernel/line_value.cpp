// M1: 15, 50, 225, 75 and 35 minutes at 100.00 are 6.6667 h and 666.67; rounding each entry first would lose a cent.
#include "domain/kernel/line_value.hpp"

namespace billtrail {
namespace {

constexpr std::int64_t ten_to(int power) {
  std::int64_t value = 1;
  for (int i = 0; i < power; ++i) value *= 10;
  return value;
}

}  // namespace

int digits(QuantityDecimals decimals) {
  switch (decimals) {
    case QuantityDecimals::two: return 2;
    case QuantityDecimals::three: return 3;
    case QuantityDecimals::six: return 6;
    case QuantityDecimals::four: break;
  }
  return 4;
}

std::int64_t printed_quantity(Seconds seconds, const Price& price, QuantityDecimals decimals) {
  const std::int64_t one = ten_to(digits(decimals));
  return price.per.count == 0 ? one : divide_half_away(Int128{seconds.count} * one, price.per.count);
}

Money line_value(Seconds seconds, const Price& price, QuantityDecimals decimals) {
  const Int128 quantity = printed_quantity(seconds, price, decimals);
  const Int128 amount = Int128{price.amount.ten_thousandths} * ten_to(price.currency.exponent());
  return {divide_half_away(quantity * amount, Int128{ten_to(digits(decimals))} * ten_to(4)), price.currency};
}

}  // namespace billtrail
