// Taking what happened to timers and entries into the books. Policy has been decided before; nothing is refused here.
#include "domain/rate/held_rate.hpp"
#include "domain/time/entry_state.hpp"
#include "domain/time/time_rules.hpp"
#include "domain/wip/entry_lock.hpp"
#include "domain/wip/open_work.hpp"

namespace billtrail {
namespace {

Row existing_entry(const Books& books, const EntryId& entry) {
  const Row row = books.entries.row_of(entry);
  if (row == no_row) throw std::logic_error("an event names a time entry that was never logged: " + std::string(entry.text()));
  return row;
}

// TM1: of two timers the one started later is the member's running one.
void set_running(Books& books, const TimerStarted& event) {
  const MemberState* member = books.members.find(event.member);
  if (member != nullptr && member->running && books.timers.find(*member->running)->at > event.at) return;
  books.members.edit(event.member).running = event.entry;
}

void end(Books& books, const EntryId& entry, const MemberId& member, std::optional<StopCause> cause) {
  RunningTimer& timer = books.timers.edit(entry);
  timer.running = false;
  timer.stopped = cause;
  timer.description.reset();  // only a running timer's text is needed
  timer.tags.clear();
  const MemberState* state = books.members.find(member);
  if (state != nullptr && state->running == entry) books.members.edit(member).running.reset();
}

// A client whose work has a rate keeps its currency.
void mark_priced(Books& books, const EntryState& entry) {
  if (entry.client == no_row || (!entry.agreed.present && !entry.standard.present)) return;
  if (!books.clients.at(entry.client).priced) books.clients.edit(entry.client).priced = true;
}

void set_clock(Books& books, Row row, const EntryState& entry) {
  if (const std::optional<ClockRange> range = occupied(entry)) books.clock.insert(entry.member, row, *range);
}
void clear_clock(Books& books, Row row, const EntryState& entry) {
  if (const std::optional<ClockRange> range = occupied(entry)) books.clock.remove(entry.member, row, *range);
}

// 2.19: work that was only written up may still be changed, and is then rounded anew. What a draft holds stays frozen until the
// draft is recomputed.
void thaw(Books& books, Row row) {
  const EntrySettlement* settlement = settlement_of(books, row);
  if (settlement == nullptr || !settlement->frozen || settlement->written_up_value == 0) return;
  const bool kept =
      settlement->closed || is_invoiced(*settlement) || settlement->written_off.count != 0 || settlement->written_off_value != 0;
  if (!kept) edit_settlement(books, row).frozen = false;
}

// The entry itself, also when an adjustment of it is adjusted.
Row adjusted_entry(const Books& books, const EntryId& adjusts) {
  const Row row = existing_entry(books, adjusts);
  const EntrySettlement* settlement = settlement_of(books, row);
  return settlement == nullptr || settlement->adjusts == no_row ? row : settlement->adjusts;
}

// 2.19: what the adjustments of an entry come to.
void adjust(Books& books, Row adjustment, Seconds more) {
  const EntrySettlement* settlement = settlement_of(books, adjustment);
  if (settlement == nullptr || settlement->adjusts == no_row || more.count == 0) return;
  edit_settlement(books, settlement->adjusts).adjusted += more;
}

void replace(Books& books, const EntryId& entry, const EntryFacts& after) {
  const Row row = existing_entry(books, entry);
  clear_clock(books, row, books.entries.at(row));
  thaw(books, row);
  adjust(books, row, after.span.seconds - books.entries.at(row).seconds);
  EntryState held = held_entry(books, after);
  set_clock(books, row, held);
  mark_priced(books, held);
  books.entries.edit(row) = held;
}

}  // namespace

void evolve(Books& books, const TimerStarted& event) {
  set_running(books, event);
  books.timers.insert(event.entry, {event.member, event.work, event.description, event.tags, event.at, event.zone, true, {}});
}

void evolve(Books& books, const TimerChanged& event) {
  RunningTimer& timer = books.timers.edit(event.entry);
  timer.work = event.work;
  timer.at = event.at;
  if (event.description) timer.description = event.description;
  if (event.tags) timer.tags = *event.tags;
}

void evolve(Books& books, const TimerStopped& event) { end(books, event.entry, event.member, event.cause); }

void evolve(Books& books, const TimerDiscarded& event) { end(books, event.entry, event.member, std::nullopt); }

void evolve(Books& books, const TimeLogged& event) {
  const EntryState held = held_entry(books, event.facts);
  const Row row = books.entries.insert(event.entry, held);
  set_clock(books, row, held);
  mark_priced(books, held);
  if (held.client != no_row) books.client_work.add(held.client, row);
  if (!event.adjusts) return;
  edit_settlement(books, row).adjusts = adjusted_entry(books, *event.adjusts);
  adjust(books, row, held.seconds);
}

void evolve(Books& books, const TimeEntryCorrected& event) { replace(books, event.entry, event.after); }

void evolve(Books& books, const TimeEntryReviewed& event) { replace(books, event.entry, event.after); }

void evolve(Books& books, const TimeEntryRemoved& event) {
  const Row row = existing_entry(books, event.entry);
  clear_clock(books, row, books.entries.at(row));
  adjust(books, row, Seconds{} - books.entries.at(row).seconds);
  books.entries.edit(row).removed = true;
}

void evolve(Books& books, const EntryRepriced& event) {
  const HeldRate agreed = held_rate(books, event.new_agreed);
  const HeldRate standard = held_rate(books, event.new_standard);
  EntryState& entry = books.entries.edit(existing_entry(books, event.entry));
  entry.agreed = agreed;
  entry.standard = standard;
  mark_priced(books, entry);
}

void evolve(Books& books, const EntryRerounded& event) {
  const Row row = existing_entry(books, event.entry);
  thaw(books, row);
  books.entries.edit(row).rounding = interned_rounding(books, event.after);
}

}  // namespace billtrail
