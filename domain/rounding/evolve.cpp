// Rounding policies as the events left them.
#include "domain/rounding/rounding_rules.hpp"

namespace billtrail {

void evolve(Books& books, const RoundingSet& event) {
  books.rounding_policies.insert(event.policy, RoundingPolicyState{event.client, event.terms, event.valid_from});
}

}  // namespace billtrail
