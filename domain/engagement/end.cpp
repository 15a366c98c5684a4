// C6: an agreement ends; no work dated on or after that day belongs to it. A cycle that is open then is cut there and its fee and
// allowance restated, or runs to its end, as agreed. A period that has been closed cannot be cut any more.
#include "domain/checks.hpp"
#include "domain/engagement/engagement_rules.hpp"
#include "domain/retainer/cycles.hpp"
#include "domain/retainer/restate.hpp"

namespace billtrail {
namespace {

// C6 run_out: the last period is whole.
Date ends_on(const Retainer& retainer, Date on) {
  if (retainer.cycles == nullptr || retainer.cycles->cycle.at_end == EndPolicy::prorate) return on;
  const Cadence cadence = cadence_of(retainer);
  const std::optional<std::int32_t> last = period_of(cadence, on - 1);
  return last ? bound(cadence, *last + 1) : on;
}

void check_work(const Books& books, const EngagementId& id, Date on, Faults& faults) {
  const Row engagement = books.engagements.row_of(id);
  const Row client = books.clients.row_of(books.engagements.at(engagement).client);
  for (const Row row : books.client_work.of(client)) {
    const EntryState& entry = books.entries.at(row);
    if (entry.engagement != engagement || entry.removed || entry.work_date < on) continue;
    const std::string name(books.entries.key(row).text());
    faults.add(RefusalCode::date_before_work, "/on", {{"entry", name}, {"work_date", entry.work_date.text()}});
    return;
  }
}

// A closed period can neither be cut nor get back what was cut of it.
void check_cycles(const Retainer& retainer, Date on, Faults& faults) {
  Cadence cadence = cadence_of(retainer);
  cadence.ends = on;
  for (const CycleState& cycle : retainer.cycles->cycles) {
    const std::optional<Period> period = period_at(cadence, cycle.period);
    if (!cycle.closed || (period && period->to == cycle.to)) continue;
    faults.add(RefusalCode::cycle_closed, "/on", {{"period", std::int64_t{cycle.period}}});
    return;
  }
}

}  // namespace

Decision<Event> decide(const Books& books, const EndEngagement& command, const Given&) {
  Faults faults;
  const EngagementState* engagement =
      check_known(books.engagements, command.engagement, RefusalCode::unknown_engagement, "/engagement", faults);
  if (engagement == nullptr) return faults.in_order();

  const Retainer retainer{engagement, books.retainers.find(command.engagement)};
  const Date on = ends_on(retainer, command.on);
  if (on < engagement->starts) faults.add(RefusalCode::engagement_terms_invalid, "/on", {{"starts", engagement->starts.text()}});
  if (engagement->ends == on) faults.add(RefusalCode::nothing_to_change, "/on");
  check_unlocked(books, on, "/on", faults);
  check_work(books, command.engagement, on, faults);
  if (retainer.cycles != nullptr) check_cycles(retainer, on, faults);
  if (!faults.none()) return faults.in_order();

  std::vector<Event> events{EngagementEnded{command.engagement, on, command.reason.value_or("")}};
  if (retainer.cycles != nullptr) restate_for_end(retainer, command.engagement, on, events);
  return events;
}

}  // namespace billtrail
