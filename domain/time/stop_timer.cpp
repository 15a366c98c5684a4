// Stopping a timer: by its member, late by an offline client (TM7), by the server when it was forgotten (TM5), or throwing it
// away.
#include "domain/time/dating.hpp"
#include "domain/time/entry_state.hpp"
#include "domain/time/span.hpp"
#include "domain/time/time_rules.hpp"
#include "domain/time/timer_end.hpp"

namespace billtrail {
namespace {

Refusal not_running(std::string_view pointer) { return refuse(RefusalCode::timer_not_running, std::string(pointer)); }

Refusal stops_before_start(Instant started) {
  return refuse(RefusalCode::timer_stops_before_it_starts, "/at", {{"started_at", started.text()}});
}

// TM7: a stop that arrives after a later start, or after the server gave the timer up, keeps the time it carried: the entry is
// trimmed to it. A stop that carries no earlier time than the entry's end has nothing left to stop.
Decision<Event> stop_late(const Books& books, const StopTimer& command, Instant at, const Given& given) {
  if (!command.entry) return not_running({});
  const RunningTimer* timer = books.timers.find(*command.entry);
  if (timer == nullptr) return refuse(RefusalCode::unknown_entry, "/entry");
  const Row row = books.entries.row_of(*command.entry);
  const bool ended_by_others = timer->stopped && timer->stopped != StopCause::by_member;
  if (timer->member != command.member || !ended_by_others || row == no_row) return not_running("/entry");
  const EntryState& held = books.entries.at(row);
  if (held.removed) return refuse(RefusalCode::entry_removed, "/entry");
  const bool untouched = held.has_start && held.has_end && held.start == timer->at && held.review != Review::done;
  if (!untouched || at >= held.end) return not_running("/entry");

  const Seconds left = between(held.start, at);
  if (left.count < 0) return stops_before_start(held.start);
  if (left.count == 0) return refuse(RefusalCode::duration_must_be_positive, "/at");
  Faults faults;
  check_unlocked(books, held.work_date, {}, faults);
  if (!faults.none()) return faults.in_order();

  const EntryFacts before = facts_of(books, row);
  EntryFacts after = before;
  after.span = ended_at(books, given.zones, before.span, at, std::min(left, before.span.seconds));
  std::vector<Event> events;
  if (before.review == Review::needed) {
    after.review = Review::done;
    events.emplace_back(TimeEntryReviewed{*command.entry, before, std::move(after)});
  } else {
    events.emplace_back(
        TimeEntryCorrected{*command.entry, before, std::move(after), {}, {}, "the timer's own stop arrived late"});
  }
  return events;
}

}  // namespace

Decision<Event> decide(const Books& books, const StopTimer& command, const Given& given) {
  Faults faults;
  check_occurred(given, faults);
  const MemberState* member = books.members.find(command.member);
  if (member == nullptr) faults.add(RefusalCode::unknown_member, "/member");
  const Instant at = moment_said(command.at, given);
  check_moment(at, "/at", given, faults);
  if (!faults.none()) return faults.in_order();

  if (!member->running || (command.entry && command.entry != member->running)) return stop_late(books, command, at, given);
  const RunningTimer& timer = *books.timers.find(*member->running);
  if (at < timer.at) return stops_before_start(timer.at);
  std::vector<Event> events;
  end_timer(books, {*member->running, timer, at, StopCause::by_member}, given, events, faults);
  if (!faults.none()) return faults.in_order();
  return events;
}

Decision<Event> decide(const Books& books, const DiscardTimer& command, const Given& given) {
  Faults faults;
  check_occurred(given, faults);
  if (books.members.row_of(command.member) == no_row) faults.add(RefusalCode::unknown_member, "/member");
  const RunningTimer* timer = books.timers.find(command.entry);
  if (timer == nullptr) faults.add(RefusalCode::unknown_entry, "/entry");
  if (timer != nullptr && (!timer->running || timer->member != command.member))
    faults.add(RefusalCode::timer_not_running, "/entry");
  if (!faults.none()) return faults.in_order();
  return std::vector<Event>{TimerDiscarded{command.entry, command.member}};
}

// TM5: at the limit (16 h unless set) the server stops it; until the member confirms or trims, the time is not billable.
Decision<Event> decide(const Books& books, const StopForgottenTimer& command, const Given& given) {
  const RunningTimer* timer = books.timers.find(command.entry);
  if (timer == nullptr) return refuse(RefusalCode::unknown_entry, "/entry");
  if (!timer->running) return not_running("/entry");
  const Instant limit = forgotten_at(books, *timer);
  if (given.now < limit) return refuse(RefusalCode::nothing_to_change, "/entry", {{"stops_at", limit.text()}});
  Faults faults;
  std::vector<Event> events;
  end_timer(books, {command.entry, *timer, limit, StopCause::forgotten}, given, events, faults);
  if (!faults.none()) return faults.in_order();
  return events;
}

}  // namespace billtrail
