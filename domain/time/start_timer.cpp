// TM1: one running timer per member. Starting another stops the first at the same instant, in one append; a practice may choose
// to refuse it instead. TM7: of timers that were started offline the one started last goes on running, and each other ends at the
// start of the next.
#include "domain/time/assignment.hpp"
#include "domain/time/dating.hpp"
#include "domain/time/entry_state.hpp"
#include "domain/time/overlap.hpp"
#include "domain/time/small.hpp"
#include "domain/time/span.hpp"
#include "domain/time/time_rules.hpp"
#include "domain/time/timer_end.hpp"

namespace billtrail {
namespace {

// The zone of the clock the person looks at; a fault when it is unknown.
std::string zone_said(const Books& books, const StartTimer& command, const MemberState* member, const Given& given,
                      Faults& faults) {
  if (command.zone) {
    if (!given.zones.known(*command.zone)) faults.add(RefusalCode::unknown_zone, "/zone");
    return *command.zone;
  }
  return member != nullptr && member->zone ? *member->zone : books.settings->zone;
}

// Where overlaps are refused, a timer may not start inside an entry either. The timer that it stops is not an entry yet.
void check_overlaps(const Books& books, const MemberId& member, Instant at, const Given& given, Faults& faults) {
  if (books.settings->overlaps != Overlaps::refused) return;
  const Instant until{std::max(at.micros + 1, given.now.micros)};
  const std::vector<EntryId> found = overlapped(books, member, {at, until});
  if (!found.empty()) faults.add(RefusalCode::overlaps_another_entry, "/at", entry_facts(found));
}

// What other timers of the member left around a start that arrives late.
struct Neighbours {
  Row before = no_row;  // the entry of a timer that went on past the late start, ended by a later one
  Instant next;         // the first start after it
};
Neighbours neighbours(const Books& books, const MemberId& member, Instant at, Instant running_since) {
  Neighbours found{no_row, running_since};
  books.clock.search(books.members.row_of(member), {at, running_since}, [&](Row entry, const ClockRange& range) {
    const RunningTimer* timer = books.timers.find(books.entries.key(entry));
    if (timer == nullptr || !timer->stopped) return OverlapIndex::Search::go_on;  // written by hand: none of a timer's business
    if (range.from > at) {
      found.next = range.from;
      return OverlapIndex::Search::stop;
    }
    if (range.from < at && timer->stopped == StopCause::by_next_timer) found.before = entry;
    return OverlapIndex::Search::go_on;
  });
  return found;
}

// TM7: the timer before ends where the late one starts, unless its day is locked or less than a second would be left.
void trim(const Books& books, Row entry, Instant at, const Given& given, std::vector<Event>& events) {
  const EntryFacts before = facts_of(books, entry);
  const Seconds left = between(*before.span.start, at);
  Faults locked;
  check_unlocked(books, before.span.work_date, {}, locked);
  if (left.count <= 0 || !locked.none()) return;
  EntryFacts after = before;
  after.span = ended_at(books, given.zones, before.span, at, std::min(left, before.span.seconds));
  events.emplace_back(
      TimeEntryCorrected{books.entries.key(entry), before, std::move(after), {}, {}, "a timer was started in between"});
}

void start_in_between(const Books& books, TimerStarted started, Instant running_since, const Given& given,
                      std::vector<Event>& events, Faults& faults) {
  const Neighbours around = neighbours(books, started.member, started.at, running_since);
  EntryId trimmed;
  if (around.before != no_row) {
    trimmed = books.entries.key(around.before);
    trim(books, around.before, started.at, given, events);
    if (events.empty()) trimmed = {};
  }
  const RunningTimer timer{started.member, started.work, started.description, started.tags, started.at, started.zone, true, {}};
  events.emplace_back(started);
  end_timer(books, {started.entry, timer, around.next, StopCause::by_next_timer}, given, events, faults, trimmed);
}

}  // namespace

Decision<Event> decide(const Books& books, const StartTimer& command, const Given& given) {
  Faults faults;
  check_occurred(given, faults);
  const EntryId& entry = chosen(command.entry);
  if (books.timers.row_of(entry) != no_row || books.entries.row_of(entry) != no_row) {
    faults.add(RefusalCode::id_in_use, "/entry", {{"entry", std::string(entry.text())}});
  }
  const MemberState* member = books.members.find(command.member);
  if (member == nullptr) faults.add(RefusalCode::unknown_member, "/member");
  std::string zone = zone_said(books, command, member, given, faults);

  const Instant at = moment_said(command.at, given);
  WorkSaid said = work_said(command);
  if (check_moment(at, "/at", given, faults)) {
    const Date date = given.zones.local(at, books.settings->zone).date;
    said.date = date;
    check_unlocked(books, date, "/at", faults);
    if (member != nullptr) {
      check_membership(*member, date, "/at", faults);
      check_overlaps(books, command.member, at, given, faults);
    }
  }
  static const Assignment nothing_kept;
  Assignment work = assign(books, said, nothing_kept, {}, faults);
  const std::optional<EntryId> running = member == nullptr ? std::nullopt : member->running;
  if (running && books.settings->second_timer == SecondTimer::refused) {
    faults.add(RefusalCode::timer_running, {}, {{"entry", std::string(running->text())}});
  }
  if (!faults.none()) return faults.in_order();

  TimerStarted started{entry, command.member, std::move(work), command.description, command.tags, at, std::move(zone)};
  std::vector<Event> events;
  if (!running) {
    events.emplace_back(std::move(started));
  } else if (const RunningTimer& first = *books.timers.find(*running); at < first.at) {
    start_in_between(books, std::move(started), first.at, given, events, faults);
  } else {
    end_timer(books, {*running, first, at, StopCause::by_next_timer}, given, events, faults);
    events.emplace_back(std::move(started));
  }
  if (!faults.none()) return faults.in_order();
  return events;
}

}  // namespace billtrail
