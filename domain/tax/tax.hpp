// Tax: categories after EN 16931, and dated rates by jurisdiction (T1). Percentages have four decimals.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "domain/kernel/money.hpp"
#include "domain/kernel/time.hpp"

namespace billtrail {

// S standard, Z zero, E exempt, AE reverse charge, K intra-EU supply, G export, O outside scope. Only S has a rate.
BOOST_DEFINE_ENUM_CLASS(TaxCategory, S, Z, E, AE, K, G, O)

// The rate of category S in a jurisdiction from a date on.
struct SetTaxRate {
  std::string jurisdiction;  // ISO 3166 country code, or a practice's own word
  Decimal4 percent;
  Date valid_from;
  std::optional<std::string> name;  // as printed: "VAT", "MwSt."
};
BOOST_DESCRIBE_STRUCT(SetTaxRate, (), (jurisdiction, percent, valid_from, name))

struct TaxRateSet {
  std::string jurisdiction;
  Decimal4 percent;
  Date valid_from;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(TaxRateSet, (), (jurisdiction, percent, valid_from, name))

// A known set-up: "ZA", or a country of the EU. Sets its rates with their history and makes it the practice's jurisdiction.
struct AdoptTaxScheme {
  std::string jurisdiction;
};
BOOST_DESCRIBE_STRUCT(AdoptTaxScheme, (), (jurisdiction))

}  // namespace billtrail
