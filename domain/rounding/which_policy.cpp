// D2: client over practice; among policies of one scope the one that began last, and of two that began on one day the later set.
#include "domain/rounding/which_policy.hpp"

#include "domain/books.hpp"

namespace billtrail {

RoundingTerms rounding_for(const Books& books, const std::optional<ClientId>& client, Date work_date, Category category) {
  if (category == Category::non_billable) return {};
  const RoundingPolicyState* of_client = nullptr;
  const RoundingPolicyState* of_practice = nullptr;
  for (Row row = 0; row < books.rounding_policies.size(); ++row) {
    const RoundingPolicyState& policy = books.rounding_policies.at(row);
    if (policy.valid_from > work_date || (policy.client && policy.client != client)) continue;
    const RoundingPolicyState*& best = policy.client ? of_client : of_practice;
    if (best == nullptr || policy.valid_from >= best->valid_from) best = &policy;
  }
  if (of_client != nullptr) return of_client->terms;
  return of_practice != nullptr ? of_practice->terms : RoundingTerms{};
}

}  // namespace billtrail
