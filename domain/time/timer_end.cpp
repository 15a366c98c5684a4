// How a timer ends: its time becomes an entry in the same append.
#include "domain/time/timer_end.hpp"

#include "domain/time/dating.hpp"
#include "domain/time/limits.hpp"
#include "domain/time/overlap.hpp"
#include "domain/time/pricing.hpp"
#include "domain/time/span.hpp"

namespace billtrail {

Instant forgotten_at(const Books& books, const RunningTimer& timer) {
  return timer.at + std::min(books.settings->timer_stops_after, entry_seconds_max);
}

void end_timer(const Books& books, const TimerEnding& ending, const Given& given, std::vector<Event>& events, Faults& faults,
               const EntryId& except) {
  const RunningTimer& timer = ending.timer;
  const Instant limit = forgotten_at(books, timer);
  const bool forgotten = ending.cause == StopCause::forgotten || ending.at > limit;
  const Instant at = forgotten ? limit : ending.at;
  const Seconds seconds = between(timer.at, at);
  if (seconds.count <= 0) {
    events.emplace_back(TimerDiscarded{ending.entry, timer.member});
    return;
  }

  Span span = clock_span(books, given.zones, timer.at, at, seconds, timer.zone, std::nullopt);
  check_unlocked(books, span.work_date, {}, faults);
  check_membership(*books.members.find(timer.member), span.work_date, {}, faults);
  if (!faults.none()) return;

  const std::optional<ClockRange> range = occupied(span);
  std::vector<EntryId> overlaps;
  if (range && books.settings->overlaps != Overlaps::allowed) overlaps = overlapped(books, timer.member, *range, except);
  const Review review = forgotten ? Review::needed : Review::not_needed;
  events.emplace_back(TimerStopped{ending.entry, timer.member, at, forgotten ? StopCause::forgotten : ending.cause});
  events.emplace_back(TimeLogged{ending.entry,
                                 frozen(books, timer.member, timer.work, std::move(span), std::nullopt, review),
                                 timer.description,
                                 timer.tags,
                                 {},
                                 {},
                                 std::move(overlaps),
                                 {}});
}

}  // namespace billtrail
