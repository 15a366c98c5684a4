// How a timer ends (TM1, TM5): its time becomes an entry in the same append.
#pragma once

#include <vector>

#include "domain/books.hpp"
#include "domain/decide.hpp"
#include "domain/kernel/faults.hpp"

namespace billtrail {

struct TimerEnding {
  const EntryId& entry;
  const RunningTimer& timer;
  Instant at;  // not before the timer's start
  StopCause cause;
};

// Adds TimerStopped and TimeLogged. A timer that ran into the limit counts as forgotten, however it is stopped: it ends at the
// limit and its entry needs a review, exactly as if the server's clock had been in time. Less than a second is no work: the timer
// is discarded. Overlaps are listed, never refused, because a timer that cannot be stopped would be worse; `except` is not
// listed. Refused when the entry would be dated in a locked period or after the member left: discard the timer or correct its
// start.
void end_timer(const Books& books, const TimerEnding& ending, const Given& given, std::vector<Event>& events, Faults& faults,
               const EntryId& except = {});

// When the timer runs into the limit (TM5).
Instant forgotten_at(const Books& books, const RunningTimer& timer);

}  // namespace billtrail
