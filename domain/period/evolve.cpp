// The lock as the events left it.
#include "domain/period/period_rules.hpp"

namespace billtrail {

void evolve(Books& books, const PeriodLocked& event) { books.locked_until.edit() = event.until; }

}  // namespace billtrail
