// R4: what setting or ending a rule does to work that is already there.
#pragma once

#include <vector>

#include "domain/books.hpp"

namespace billtrail {

// A rule as it will be, and what it takes the place of.
struct RateChange {
  RateRuleId id;
  RateRuleState rule;     // with the window it will have
  Row replaced = no_row;  // the predecessor that ends, or the rule itself when its end moves
  Date from;              // the first date on which anything differs; after the lock date
};

// One EntryRepriced for each entry dated `from` or later whose rule differs then, added to `events`. Typed and imported rates
// stay; beside one, the standard rate is still restated (2.21).
void reprice(const Books& books, const RateChange& change, std::vector<Event>& events);

}  // namespace billtrail
