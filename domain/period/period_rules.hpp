// What may be decided about the lock, and what its event does to the books.
#pragma once

#include "domain/books.hpp"
#include "domain/decide.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const LockPeriod& command, const Given& given);

void evolve(Books& books, const PeriodLocked& event);

}  // namespace billtrail
