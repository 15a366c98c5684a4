// T1: the rate that began last on or before the date.
#include "domain/tax/tax_rate.hpp"

namespace billtrail {

const TaxRateState* tax_rate(const TaxRates& rates, const std::string& jurisdiction, Date on) {
  const auto dated = rates.find(jurisdiction);
  if (dated == rates.end()) return nullptr;
  const auto later = dated->second.upper_bound(on);
  return later == dated->second.begin() ? nullptr : &std::prev(later)->second;
}

}  // namespace billtrail
