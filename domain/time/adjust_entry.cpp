// 2.19: an entry that is billed, or of a closed period, is put right by an adjustment: an entry of its own with the same work and
// rates that adds seconds or takes them away, is never rounded, and flows to the next invoice.
#include "domain/time/changing.hpp"
#include "domain/time/dating.hpp"
#include "domain/time/limits.hpp"
#include "domain/time/small.hpp"
#include "domain/time/time_rules.hpp"
#include "domain/wip/entry_lock.hpp"
#include "domain/wip/open_work.hpp"

namespace billtrail {
namespace {

// What could simply be corrected is not adjusted: neither locked nor settled.
void check_closed(const Books& books, Row entry, Faults& faults) {
  Faults reasons;
  check_unlocked(books, books.entries.at(entry).work_date, {}, reasons);
  check_open_for_correction(books, entry, {}, reasons);
  if (reasons.none()) faults.add(RefusalCode::entry_open, "/adjusts");
}

void check_seconds(const Books& books, Row entry, Seconds seconds, Faults& faults) {
  if (seconds.count == 0) faults.add(RefusalCode::nothing_to_change, "/seconds");
  if (seconds > entry_seconds_max || seconds < Seconds{} - entry_seconds_max) {
    faults.add(RefusalCode::duration_too_long, "/seconds", {{"seconds_max", entry_seconds_max.count}});
    return;
  }
  check_enough_left(books, entry, seconds, "/seconds", faults);
}

Date adjusted_on(const Books& books, const AdjustTimeEntry& command, const EntryState& entry, const Given& given,
                 Faults& faults) {
  const Date now = today(books, given);
  const std::optional<Date>& locked = books.locked_until.get();
  const Date date = command.date ? *command.date : locked && entry.work_date <= *locked ? now : entry.work_date;
  if (date < first_date || date > last_date) {
    faults.add(RefusalCode::date_out_of_range, "/date", {{"first", first_date.text()}, {"last", last_date.text()}});
  } else if (date > now + days_ahead_max) {
    faults.add(RefusalCode::occurred_in_the_future, "/date", {{"today", now.text()}});
  }
  check_unlocked(books, date, "/date", faults);
  return date;
}

// A price fixed per entry was charged once; more or less time does not charge it again.
std::optional<AppliedRate> by_time_only(std::optional<AppliedRate> rate) {
  if (rate && rate->price.per.count == 0) rate->price.amount = {};
  return rate;
}

}  // namespace

Decision<Event> decide(const Books& books, const AdjustTimeEntry& command, const Given& given) {
  Faults faults;
  check_occurred(given, faults);
  if (is_blank(command.reason)) faults.add(RefusalCode::reason_needed, "/reason");
  const EntryId& id = chosen(command.entry);
  if (books.entries.row_of(id) != no_row || books.timers.row_of(id) != no_row) {
    faults.add(RefusalCode::id_in_use, "/entry", {{"entry", std::string(id.text())}});
  }
  const Row row = books.entries.row_of(command.adjusts);
  if (row == no_row) {
    faults.add(RefusalCode::unknown_entry, "/adjusts");
    return faults.in_order();
  }
  if (books.entries.at(row).removed) {
    faults.add(RefusalCode::entry_removed, "/adjusts");
    return faults.in_order();
  }
  check_closed(books, row, faults);
  check_seconds(books, row, command.seconds, faults);
  const Date date = adjusted_on(books, command, books.entries.at(row), given, faults);
  if (!faults.none()) return faults.in_order();

  const EntryFacts adjusted = facts_of(books, row);
  TimeLogged logged;
  logged.entry = id;
  logged.facts.member = adjusted.member;
  logged.facts.work = adjusted.work;
  logged.facts.span.work_date = date;
  logged.facts.span.seconds = command.seconds;
  logged.facts.agreed = by_time_only(adjusted.agreed);
  logged.facts.standard = by_time_only(adjusted.standard);
  logged.adjusts = command.adjusts;
  logged.adjust_reason = command.reason;
  std::vector<Event> events;
  events.emplace_back(std::move(logged));
  return events;
}

}  // namespace billtrail
