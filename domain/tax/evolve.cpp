// Tax rates as the events left them; a later one for the same date takes its place.
#include "domain/tax/tax_rules.hpp"

namespace billtrail {

void evolve(Books& books, const TaxRateSet& event) {
  books.tax_rates.edit()[event.jurisdiction][event.valid_from] = TaxRateState{event.percent, event.name};
}

}  // namespace billtrail
