// M1, M2: what a line of many entries costs. The quantity is rounded to the decimals that are printed, then that quantity is
// priced, so that what is printed multiplies.
#pragma once

#include <boost/describe.hpp>

#include "domain/kernel/rounding.hpp"

namespace billtrail {

// M2: how many decimals a quantity is printed with.
BOOST_DEFINE_ENUM_CLASS(QuantityDecimals, four, two, three, six)
int digits(QuantityDecimals decimals);

// How often the price's unit fits into the time, in the last printed decimal: 1000 s by the hour with four decimals are 2778. A
// price fixed per entry counts one.
std::int64_t printed_quantity(Seconds seconds, const Price& price, QuantityDecimals decimals);

// M1: round(round(seconds / unit, decimals) x price), half away from zero both times.
Money line_value(Seconds seconds, const Price& price, QuantityDecimals decimals);

}  // namespace billtrail
