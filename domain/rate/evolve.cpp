// Rate rules as the events left them. A predecessor ends on the day its successor begins.
#include "domain/rate/rate_rules.hpp"
#include "domain/rate/resolve.hpp"

namespace billtrail {

void evolve(Books& books, const RateSet& event) {
  const Row rule = books.rate_rules.insert(
      event.rule, RateRuleState{event.kind, event.selectors, event.price, event.valid_from, event.valid_to});
  if (event.selectors.role) books.rate_index.number_role(*event.selectors.role);
  books.rate_index.add(*rate_key(books, event.kind, event.price.currency, event.selectors), rule);
  if (event.ends) books.rate_rules.edit(*event.ends).valid_to = event.valid_from;
}

void evolve(Books& books, const RateEnded& event) { books.rate_rules.edit(event.rule).valid_to = event.valid_to; }

}  // namespace billtrail
