// Acts on work in progress, taken into the settlements of the entries they are about.
#include "domain/wip/open_work.hpp"
#include "domain/wip/wip_rules.hpp"

namespace billtrail {
namespace {

Row known_entry(const Books& books, const EntryId& entry) {
  const Row row = books.entries.row_of(entry);
  if (row == no_row) throw std::logic_error("an act on work names an unknown entry: " + std::string(entry.text()));
  return row;
}

// The entry with its billed seconds frozen as the act saw them.
EntrySettlement& frozen(Books& books, const WriteOffShare& share) {
  EntrySettlement& settlement = edit_settlement(books, known_entry(books, share.entry));
  settlement.billed = share.billed;
  settlement.frozen = true;
  return settlement;
}

// Whether anything else still needs the billed seconds to stay.
bool holds(const EntrySettlement& settlement) {
  return settlement.holder != no_row || settlement.closed || settlement.invoiced.count != 0 || settlement.invoiced_value != 0 ||
         settlement.written_off.count != 0 || settlement.written_off_value != 0 || settlement.written_up_value != 0;
}

Row alert_of(Books& books, const ClientId& client) {
  const Row row = books.wip_alerts.row_of(client);
  return row == no_row ? books.wip_alerts.insert(client, {}) : row;
}

void set_alert(Books& books, const ClientId& client, WipAlertKind kind, bool raised) {
  WipAlertState& state = books.wip_alerts.edit(alert_of(books, client));
  (kind == WipAlertKind::value ? state.value : state.age) = raised;
}

}  // namespace

void evolve(Books& books, const WipWrittenOff& event) {
  for (const WriteOffShare& share : event.shares) {
    EntrySettlement& settlement = frozen(books, share);
    settlement.written_off += share.seconds;
    settlement.written_off_value += share.minor;
  }
  books.write_offs.insert(event.write_off, {event.client, event.on, false, false, event.engagement.has_value(), event.shares});
}

void evolve(Books& books, const WipWrittenUp& event) {
  for (const WriteOffShare& share : event.shares) frozen(books, share).written_up_value += share.minor;
  books.write_offs.insert(event.write_off, {event.client, event.on, true, false, false, event.shares});
}

void evolve(Books& books, const WriteOffReversed& event) {
  WriteOffState& act = books.write_offs.edit(event.write_off);
  act.reversed = true;
  for (const WriteOffShare& share : act.shares) {
    EntrySettlement& settlement = edit_settlement(books, known_entry(books, share.entry));
    if (act.up) {
      settlement.written_up_value -= share.minor;
    } else {
      settlement.written_off -= share.seconds;
      settlement.written_off_value -= share.minor;
    }
    settlement.frozen = holds(settlement);
  }
}

void evolve(Books& books, const EntryDeferred& event) {
  EntrySettlement& settlement = edit_settlement(books, known_entry(books, event.entry));
  settlement.deferred = true;
  settlement.deferred_until = event.until;
}

void evolve(Books& books, const EntryReleased& event) {
  EntrySettlement& settlement = edit_settlement(books, known_entry(books, event.entry));
  settlement.deferred = false;
  settlement.deferred_until.reset();
}

void evolve(Books& books, const WipAlertRaised& event) { set_alert(books, event.client, event.kind, true); }

void evolve(Books& books, const WipAlertCleared& event) { set_alert(books, event.client, event.kind, false); }

}  // namespace billtrail
