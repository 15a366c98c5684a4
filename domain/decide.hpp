// The two functions of the write side. Both are pure: what deciding needs of the world comes in as `Given`, and replay only
// evolves, so it never depends on a clock or on zone data.
#pragma once

#include <vector>

#include "domain/command.hpp"
#include "domain/kernel/decision.hpp"
#include "domain/kernel/zone.hpp"

namespace billtrail {

struct Books;

// What comes in with a command. Every id that the caller left open has been filled in before deciding.
struct Given {
  Instant now;  // the server's clock when the command was taken
  const ZoneRules& zones;
  std::optional<Instant> occurred_at;  // the client's clock, when it sent one
};

// The events the command leaves, or every reason why it may not be. Changes nothing.
Decision<Event> decide(const Books& books, const Command& command, const Given& given);

// Takes an event that has been decided into the books. Never refuses; throws std::logic_error on an event that could not
// have been decided, which means a broken log.
void evolve(Books& books, const Event& event);

// The date the event counts on (envelope.business_date): the work date of time, the first date of what holds from a date on, the
// day of a holiday, of leave or of leaving, else today.
Date business_date(const Event& event, Date today);

}  // namespace billtrail
