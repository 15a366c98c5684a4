// Not decided yet.
#include "domain/billing/billing_rules.hpp"

namespace billtrail {

Decision<Event> decide(const Books&, const SetBilling&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const SetClientBilling&, const Given&) { return refuse(RefusalCode::nothing_to_change); }

void evolve(Books&, const BillingSet&) {}
void evolve(Books&, const ClientBillingSet&) {}

}  // namespace billtrail
