// Not decided yet.
#include "domain/tax/tax_rules.hpp"

namespace billtrail {

Decision<Event> decide(const Books&, const SetTaxRate&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const AdoptTaxScheme&, const Given&) { return refuse(RefusalCode::nothing_to_change); }

void evolve(Books&, const TaxRateSet&) {}

}  // namespace billtrail
