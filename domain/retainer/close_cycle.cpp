// H1-H6: closing a period freezes what was used of it. What lies beyond the allowance is billed, waits for the client's word, is
// written off or taken from the next periods, as agreed; what is left is carried on or expires.
#include <algorithm>

#include "domain/checks.hpp"
#include "domain/rate/held_rate.hpp"
#include "domain/retainer/cycles.hpp"
#include "domain/retainer/overage.hpp"
#include "domain/retainer/period_work.hpp"
#include "domain/retainer/retainer_rules.hpp"
#include "domain/retainer/roll_over.hpp"

namespace billtrail {
namespace {

constexpr Seconds an_hour{3600};

// The period to close; null after adding why there is none.
const CycleState* check_period(const Retainer& retainer, const CloseRetainerCycle& command, Date today, Faults& faults) {
  const CycleState* earliest = earliest_open(*retainer.cycles);
  const CycleState* cycle = command.period ? find_cycle(*retainer.cycles, *command.period) : earliest;
  if (cycle == nullptr) {
    faults.add(command.period ? RefusalCode::unknown_period : RefusalCode::cycle_not_due, "/period");
  } else if (cycle->skipped) {
    faults.add(RefusalCode::cycle_skipped, "/period");
  } else if (cycle->closed) {
    faults.add(RefusalCode::cycle_closed, "/period", {{"closed_on", cycle->closed_on.text()}});
  } else if (cycle != earliest) {
    faults.add(RefusalCode::cycle_not_due, "/period", {{"next", std::int64_t{earliest->period}}});
  } else if (today < cycle->to) {
    faults.add(RefusalCode::cycle_not_due, "/period", {{"due", cycle->to.text()}});
  } else {
    return cycle;
  }
  return nullptr;
}

// The last day of the period, or the first that is not locked any more.
Date default_date(const Books& books, const CycleState& cycle) {
  const Date last_day = cycle.to - 1;
  const std::optional<Date>& locked = books.locked_until.get();
  return locked && *locked >= last_day ? *locked + 1 : last_day;
}

Date check_date(const Books& books, const CloseRetainerCycle& command, const CycleState& cycle, Date today, Faults& faults) {
  if (!command.on) return default_date(books, cycle);
  check_unlocked(books, *command.on, "/on", faults);
  if (*command.on < cycle.to - 1) faults.add(RefusalCode::date_before_work, "/on", {{"last_day", (cycle.to - 1).text()}});
  if (*command.on > today) faults.add(RefusalCode::occurred_in_the_future, "/on", {{"today", today.text()}});
  return *command.on;
}

// H4: the agreement's own rate, where it says one for overage that may be billed.
std::optional<Price> own_price(const PeriodTerms& terms, Currency currency) {
  const bool billed = terms.overage == OveragePolicy::overage_rate || terms.overage == OveragePolicy::needs_approval;
  if (!billed || !terms.overage_rate) return std::nullopt;
  return Price{*terms.overage_rate, currency, an_hour};
}

Draw draw_of(const Books& books, Row row, Seconds billed, const DrawnPart& part, const PeriodTerms& terms) {
  const EntryState& entry = books.entries.at(row);
  Draw draw;
  draw.entry = books.entries.key(row);
  draw.billed = billed;
  draw.covered = part.covered;
  if (terms.overage == OveragePolicy::deficit) {
    draw.deficit = part.overage;
    return draw;
  }
  draw.overage = part.overage;
  if (part.overage.count == 0 && part.value == 0) return draw;
  if (const std::optional<Price> price = own_price(terms, books.clients.at(entry.client).currency)) {
    draw.rate = AppliedRate{*price, RateOrigin::typed, std::nullopt};
    draw.value = value_of(part.overage, *price).minor;
  } else {
    draw.rate = applied_rate(books, entry.agreed);
    draw.value = part.value;
  }
  return draw;
}

// H4: pieces beyond the allowance cost the agreement's rate each.
std::int64_t value_of_pieces(std::int64_t pieces, const PeriodTerms& terms, Currency currency) {
  if (!terms.overage_rate) return 0;
  return value_of(Seconds{pieces}, Price{*terms.overage_rate, currency, Seconds{1}}).minor;
}

// What may be billed of the overage.
std::int64_t billable_overage(const std::vector<Draw>& draws, const PeriodWork& work, const PeriodTerms& terms,
                              Currency currency) {
  if (terms.overage == OveragePolicy::absorb || terms.overage == OveragePolicy::deficit) return 0;
  if (terms.basis == AllowanceBasis::deliverables) return value_of_pieces(work.drawn.overage, terms, currency);
  std::int64_t sum = 0;
  for (const Draw& draw : draws) sum += draw.value;
  return sum;
}

RolledOver rolled_over(const Retainer& retainer, const CycleState& cycle, const PeriodWork& work) {
  const Cadence cadence = cadence_of(retainer);
  RollingOver rolling{
      cycle.period, work.buckets, cycle.terms.roll_over, cycle.terms.roll_over_periods, cycle.terms.roll_over_cap, 0};
  for (std::size_t i = 0; i < rolling.left.size(); ++i) rolling.left[i].amount -= work.drawn.drawn[i];
  rolling.last_of_year = last_of_year(cadence, cycle.period);
  RolledOver rolled = roll_over(rolling);
  if (period_at(cadence, cycle.period + 1)) return rolled;
  // C6: with the agreement everything ends.
  for (const Bucket& bucket : rolled.carried) rolled.expired += bucket.amount;
  rolled.carried.clear();
  return rolled;
}

RetainerCycleClosed closing(const Books& books, const EngagementId& id, const Retainer& retainer, const CycleState& cycle,
                            Date on) {
  const PeriodWork work = period_work(books, id, cycle, Pending::left_out);
  RolledOver rolled = rolled_over(retainer, cycle, work);
  const bool to_deficit = cycle.terms.overage == OveragePolicy::deficit;
  RetainerCycleClosed closed;
  closed.engagement = id;
  closed.client = retainer.engagement->client;
  closed.period = cycle.period;
  closed.from = cycle.from;
  closed.to = cycle.to;
  closed.on = on;
  closed.basis = cycle.terms.basis;
  closed.allowance = work.drawn.available;
  closed.used = work.drawn.used;
  closed.unused = std::max<std::int64_t>(0, work.drawn.available - std::max<std::int64_t>(0, work.drawn.used));
  closed.overage = to_deficit ? 0 : work.drawn.overage;
  closed.deficit = (to_deficit ? work.drawn.overage : 0) + deficit_left(cycle);
  closed.policy = cycle.terms.overage;
  for (std::size_t i = 0; i < work.entries.size(); ++i) {
    closed.draws.push_back(draw_of(books, work.entries[i], work.work[i].billed, work.drawn.parts[i], cycle.terms));
  }
  closed.overage_value = billable_overage(closed.draws, work, cycle.terms, books.clients.find(closed.client)->currency);
  closed.carried = std::move(rolled.carried);
  closed.expired = rolled.expired;
  return closed;
}

}  // namespace

Decision<Event> decide(const Books& books, const CloseRetainerCycle& command, const Given& given) {
  Faults faults;
  const Date now = today(books, given);
  const Retainer retainer = check_retainer(books, command.engagement, faults);
  if (!faults.none()) return faults.in_order();
  const CycleState* cycle = check_period(retainer, command, now, faults);
  if (cycle == nullptr) return faults.in_order();
  const Date on = check_date(books, command, *cycle, now, faults);
  if (!faults.none()) return faults.in_order();

  RetainerCycleClosed closed = closing(books, command.engagement, retainer, *cycle, on);
  OverageWrittenOff absorbed{command.engagement, closed.client, closed.period, on, "overage absorbed at the close", {}};
  if (closed.policy == OveragePolicy::absorb) {
    for (const Draw& draw : closed.draws) {
      if (draw.overage.count != 0) absorbed.shares.push_back({draw.entry, draw.billed, draw.overage, draw.value});
    }
  }
  std::vector<Event> events{std::move(closed)};
  write_off_overage(std::move(absorbed), given, events);
  return events;
}

}  // namespace billtrail
