// Details of a running timer filled in after the start, or its start corrected.
#include "domain/time/assignment.hpp"
#include "domain/time/dating.hpp"
#include "domain/time/overlap.hpp"
#include "domain/time/small.hpp"
#include "domain/time/time_rules.hpp"

namespace billtrail {
namespace {

// Only a start that moves back can come to lie inside an entry; only where overlaps are refused does it matter.
void check_start(const Books& books, const RunningTimer& timer, Instant at, const Given& given, Faults& faults) {
  if (!check_moment(at, "/at", given, faults)) return;
  const Date date = given.zones.local(at, books.settings->zone).date;
  check_unlocked(books, date, "/at", faults);
  check_membership(*books.members.find(timer.member), date, "/at", faults);
  if (books.settings->overlaps != Overlaps::refused || at >= timer.at) return;
  const std::vector<EntryId> found = overlapped(books, timer.member, {at, timer.at});
  if (!found.empty()) faults.add(RefusalCode::overlaps_another_entry, "/at", entry_facts(found));
}

}  // namespace

Decision<Event> decide(const Books& books, const ChangeTimer& command, const Given& given) {
  Faults faults;
  check_occurred(given, faults);
  const RunningTimer* timer = books.timers.find(command.entry);
  if (timer == nullptr) {
    const bool entered = books.entries.row_of(command.entry) != no_row;
    faults.add(entered ? RefusalCode::timer_not_running : RefusalCode::unknown_entry, "/entry");
    return faults.in_order();
  }
  if (!timer->running) faults.add(RefusalCode::timer_not_running, "/entry");

  const WorkSaid said = filled_in(books, work_said(command), timer->work);
  Assignment work = assign(books, said, timer->work, {}, faults);
  if (command.at) check_start(books, *timer, *command.at, given, faults);
  const Instant at = command.at.value_or(timer->at);
  const bool text_changes =
      (command.description && command.description != timer->description) || (command.tags && *command.tags != timer->tags);
  if (!faults.none()) return faults.in_order();
  if (work == timer->work && at == timer->at && !text_changes) return refuse(RefusalCode::nothing_to_change);
  std::vector<Event> events;
  events.emplace_back(TimerChanged{command.entry, std::move(work), command.description, command.tags, at});
  return events;
}

}  // namespace billtrail
