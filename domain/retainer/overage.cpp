// H4: the client agrees to pay for overage, or does not and it is written off.
#include "domain/retainer/overage.hpp"

#include "domain/checks.hpp"
#include "domain/retainer/cycles.hpp"
#include "domain/retainer/drawn_entries.hpp"
#include "domain/retainer/retainer_rules.hpp"

namespace billtrail {

void write_off_overage(OverageWrittenOff overage, const Given& given, std::vector<Event>& events) {
  if (overage.shares.empty()) return;
  WipWrittenOff written_off;
  written_off.write_off = given.new_ids.make<WriteOffId>();
  written_off.client = overage.client;
  written_off.on = overage.on;
  written_off.code = WriteOffReason::over_servicing;
  written_off.reason = std::move(overage.reason);
  written_off.shares = std::move(overage.shares);
  written_off.engagement = overage.engagement;
  written_off.period = overage.period;
  events.emplace_back(std::move(written_off));
}

Decision<Event> decide(const Books& books, const ApproveOverage& command, const Given& given) {
  Faults faults;
  const Retainer retainer = check_retainer(books, command.engagement, faults);
  if (!faults.none()) return faults.in_order();
  const CycleState* cycle = find_cycle(*retainer.cycles, command.period);
  if (cycle == nullptr) return refuse(RefusalCode::unknown_period, "/period");
  if (!cycle->skipped && !cycle->closed) return refuse(RefusalCode::cycle_open, "/period");
  const bool there_is_some = cycle->overage.count != 0 || cycle->overage_value != 0;
  const bool waits = cycle->closed && cycle->policy == OveragePolicy::needs_approval && there_is_some && !cycle->overage_approved;
  if (!waits) return refuse(RefusalCode::overage_not_waiting, "/period");

  const Date now = today(books, given);
  const Date on = command.on.value_or(now);
  if (on > now) faults.add(RefusalCode::occurred_in_the_future, "/on", {{"today", now.text()}});
  if (on < cycle->closed_on) faults.add(RefusalCode::date_before_document, "/on", {{"closed_on", cycle->closed_on.text()}});
  if (!faults.none()) return faults.in_order();
  const bool approved = command.approved.value_or(true);
  std::vector<Event> events{OverageApproved{command.engagement, command.period, approved, command.note.value_or("")}};
  if (approved) return events;
  OverageWrittenOff declined{
      command.engagement, retainer.engagement->client, command.period, on, command.note.value_or(""), {}};
  for (const Row row : drawn_entries(books, command.engagement, command.period)) {
    const EntrySettlement& settlement = *books.settlements.find(books.entries.key(row));
    if (settlement.overage.count == 0) continue;
    declined.shares.push_back({books.entries.key(row), settlement.billed, settlement.overage, settlement.overage_value});
  }
  write_off_overage(std::move(declined), given, events);
  return events;
}

}  // namespace billtrail
