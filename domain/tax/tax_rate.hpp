// T1: which rate of category S holds in a jurisdiction on a date.
#pragma once

#include <string>

#include "domain/billing/billing_state.hpp"

namespace billtrail {

// The rate in force; null when the jurisdiction has none on that date.
const TaxRateState* tax_rate(const TaxRates& rates, const std::string& jurisdiction, Date on);

}  // namespace billtrail
