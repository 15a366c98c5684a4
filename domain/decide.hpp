// The two functions of the write side. Both are pure: what deciding needs of the world comes in as `Given`, and replay only
// evolves, so it never depends on a clock or on zone data.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/command.hpp"
#include "domain/kernel/decision.hpp"
#include "domain/kernel/zone.hpp"

namespace billtrail {

struct Books;

// Fresh ids, chosen at the edge; replay never asks, as they stand in the events.
class NewIds {
 public:
  virtual ~NewIds() = default;
  // 1 to 39 characters, never the same twice.
  virtual std::string next() = 0;
  template <class SomeId>
  SomeId make() {
    return SomeId::parse(next()).value();
  }
};

// What comes in with a command. Every id that the caller left open has been filled in before deciding.
struct Given {
  Instant now;  // the server's clock when the command was taken
  const ZoneRules& zones;
  std::optional<Instant> occurred_at;  // the client's clock, when it sent one
  ActorId actor;                       // who asks (2.13: author and approver)
  NewIds& new_ids;                     // for what one command makes many of
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
