// H6: the last closed period is opened again, as long as nothing of its overage has gone out. What its close wrote off is taken
// back at the same date, so that closing it again does not count it twice.
#include "domain/checks.hpp"
#include "domain/retainer/cycles.hpp"
#include "domain/retainer/drawn_entries.hpp"
#include "domain/retainer/retainer_rules.hpp"
#include "domain/wip/entry_lock.hpp"
#include "domain/wip/open_work.hpp"

namespace billtrail {
namespace {

const CycleState* check_last_closed(const RetainerState& retainer, std::int32_t period, Faults& faults) {
  const CycleState* cycle = find_cycle(retainer, period);
  if (cycle == nullptr) {
    faults.add(RefusalCode::unknown_period, "/period");
  } else if (cycle->skipped) {
    faults.add(RefusalCode::cycle_skipped, "/period");
  } else if (!cycle->closed) {
    faults.add(RefusalCode::cycle_open, "/period");
  } else {
    for (const CycleState& later : retainer.cycles) {
      if (later.period <= period || !later.closed) continue;
      faults.add(RefusalCode::cycle_closed, "/period", {{"later", std::int64_t{later.period}}});
      break;
    }
    return cycle;
  }
  return nullptr;
}

// Neither issued nor on a draft, which would then hold what is not overage any more.
void check_overage_free(const Books& books, const std::vector<Row>& drawn, const CycleState& cycle, Faults& faults) {
  for (const Row row : drawn) {
    const EntrySettlement& settlement = *settlement_of(books, row);
    if (is_invoiced(settlement)) {
      faults.add(RefusalCode::entry_invoiced, "/period", invoice_facts(books, settlement.last_invoice));
      return;
    }
    if (settlement.holder != no_row) {
      faults.add(RefusalCode::entry_on_draft, "/period", invoice_facts(books, settlement.holder));
      return;
    }
  }
  if (cycle.terms.basis != AllowanceBasis::deliverables || !cycle.overage_draft) return;
  const Row draft = books.invoices.row_of(*cycle.overage_draft);
  const bool issued = books.invoices.at(draft).stage == InvoiceStage::issued;
  faults.add(issued ? RefusalCode::entry_invoiced : RefusalCode::entry_on_draft, "/period", invoice_facts(books, draft));
}

// The write-offs that the close, or a client's refusal, made of these entries; one that a person made may not stand on them.
std::vector<WriteOffId> written_off_at_close(const Books& books, const std::vector<Row>& drawn) {
  std::vector<WriteOffId> found;
  for (Row row = 0; row < books.write_offs.size(); ++row) {
    const WriteOffState& write_off = books.write_offs.at(row);
    if (!write_off.absorbed || write_off.reversed || write_off.shares.empty()) continue;
    const Row first = books.entries.row_of(write_off.shares.front().entry);
    if (std::find(drawn.begin(), drawn.end(), first) != drawn.end()) found.push_back(books.write_offs.key(row));
  }
  return found;
}

// What is written off or up by hand has to be taken back first: it was decided on the overage as it is.
void check_no_other_acts(const Books& books, const std::vector<Row>& drawn, const std::vector<WriteOffId>& own, Faults& faults) {
  for (const Row row : drawn) {
    const EntrySettlement& settlement = *settlement_of(books, row);
    std::int64_t written_off = settlement.written_off_value;
    Seconds seconds = settlement.written_off;
    for (const WriteOffId& id : own) {
      for (const WriteOffShare& share : books.write_offs.find(id)->shares) {
        if (share.entry != books.entries.key(row)) continue;
        written_off -= share.minor;
        seconds -= share.seconds;
      }
    }
    if (written_off == 0 && seconds.count == 0 && settlement.written_up_value == 0) continue;
    faults.add(RefusalCode::entry_written_off, "/period", {{"entry", std::string(books.entries.key(row).text())}});
    return;
  }
}

}  // namespace

Decision<Event> decide(const Books& books, const ReopenRetainerCycle& command, const Given&) {
  Faults faults;
  const Retainer retainer = check_retainer(books, command.engagement, faults);
  const std::string reason = trimmed(command.reason);
  if (reason.empty()) faults.add(RefusalCode::reason_needed, "/reason");
  const CycleState* cycle = retainer.cycles == nullptr ? nullptr : check_last_closed(*retainer.cycles, command.period, faults);
  if (cycle == nullptr) return faults.in_order();
  const std::vector<Row> drawn = drawn_entries(books, command.engagement, command.period);
  const std::vector<WriteOffId> written_off = written_off_at_close(books, drawn);
  check_unlocked(books, cycle->closed_on, "/period", faults);
  check_overage_free(books, drawn, *cycle, faults);
  check_no_other_acts(books, drawn, written_off, faults);
  if (!faults.none()) return faults.in_order();

  std::vector<Event> events;
  for (const WriteOffId& id : written_off) events.emplace_back(WriteOffReversed{id, books.write_offs.find(id)->on, reason});
  events.emplace_back(RetainerCycleReopened{command.engagement, command.period, reason});
  return events;
}

}  // namespace billtrail
