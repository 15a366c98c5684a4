// What may be decided about rounding, and what its event does to the books. What a policy does to an entry already there
// (EntryRerounded) is the entry's: domain/time.
#pragma once

#include "domain/books.hpp"
#include "domain/decide.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const SetRounding& command, const Given& given);

void evolve(Books& books, const RoundingSet& event);

inline constexpr Seconds increment_min{60};
inline constexpr Seconds increment_max{14'400};

}  // namespace billtrail
