// What may be decided about rates, and what their events do to the books. What a rule does to an entry already there
// (EntryRepriced) is the entry's: domain/time.
#pragma once

#include "domain/books.hpp"
#include "domain/decide.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const SetRate& command, const Given& given);
Decision<Event> decide(const Books& books, const EndRate& command, const Given& given);

void evolve(Books& books, const RateSet& event);
void evolve(Books& books, const RateEnded& event);

// A thousand million of the currency, so that no value of work overflows.
inline constexpr Decimal4 rate_amount_max{10'000'000'000'000};

}  // namespace billtrail
