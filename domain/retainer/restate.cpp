// C4: the last change within a period wins from its date, and each part rounds by itself. C6: what lies behind the end falls
// away.
#include "domain/retainer/restate.hpp"

#include <algorithm>
#include <boost/mp11/algorithm.hpp>

#include "domain/kernel/rounding.hpp"

namespace billtrail {
namespace {

RetainerCycleRestated as_it_is(const EngagementId& id, const CycleState& cycle) {
  return {id, cycle.period, cycle.from, cycle.to, cycle.fees, cycle.allowance, cycle.terms};
}

// The natural period that a cycle stands for, whatever its end.
Period natural(Cadence cadence, const CycleState& cycle) {
  cadence.ends.reset();
  Period period = *period_at(cadence, cycle.period);
  period.from = cycle.from;
  period.to = cycle.to;
  return period;
}

// The days before `until` of parts that were stated together: their share of the allowance, to the minute where it counts hours.
std::int64_t share_before(const CycleState& cycle, std::int64_t allowance, Stretch parts, Date until) {
  const int days = parts.to - parts.from;
  const int kept = std::clamp(until - parts.from, 0, days);
  if (kept == days || days == 0) return allowance;
  const std::int64_t unit = cycle.terms.basis == AllowanceBasis::hours ? 60 : 1;
  return divide_half_away(Int128{allowance} * kept, std::int64_t{days} * unit) * unit;
}

// The own allowance of the days before `until`. The last part's terms are known and give it exactly; what was stated for the
// parts before it is cut by days.
std::int64_t allowance_before(const Cadence& cadence, const CycleState& cycle, Date until) {
  if (cycle.fees.empty() || until <= cycle.from) return 0;
  const Period period = natural(cadence, cycle);
  const FeePart& last = cycle.fees.back();
  const std::int64_t earlier = cycle.allowance - prorated_allowance(cadence, period, {last.from, last.to}, cycle.terms);
  if (until <= last.from) return share_before(cycle, earlier, {cycle.from, last.from}, until);
  return earlier + prorated_allowance(cadence, period, {last.from, std::min(until, last.to)}, cycle.terms);
}

// The parts before `until`, the one that crosses it cut.
std::vector<FeePart> fees_before(const Cadence& cadence, const CycleState& cycle, Date until) {
  const Period period = natural(cadence, cycle);
  std::vector<FeePart> kept;
  for (FeePart part : cycle.fees) {
    if (part.from >= until) break;
    if (part.to > until) {
      part.to = until;
      part.fee = prorated_fee(cadence, period, {part.from, part.to}, part.whole_fee);
    }
    kept.push_back(part);
  }
  return kept;
}

// The part from a day on. Where the fee stays what it was (the allowance changed), the parts sum to what they would cost as one,
// to the cent.
FeePart part_from(const Cadence& cadence, const Period& period, Stretch stretch, std::int64_t fee,
                  const std::vector<FeePart>& before) {
  FeePart part{stretch.from, stretch.to, 0, fee};
  std::int64_t charged = 0;
  for (auto earlier = before.rbegin(); earlier != before.rend() && earlier->whole_fee == fee; ++earlier) {
    stretch.from = earlier->from;
    charged += earlier->fee;
  }
  part.fee = prorated_fee(cadence, period, stretch, fee) - charged;
  return part;
}

// C6: an end that moves later gives days back to the last part.
void lengthen(const Cadence& cadence, const CycleState& cycle, Date to, RetainerCycleRestated& restated) {
  Period period = natural(cadence, cycle);
  period.to = to;
  if (restated.fees.empty()) restated.fees = {{cycle.from, cycle.from, 0, cycle.terms.fee}};
  FeePart& last = restated.fees.back();
  const std::int64_t had = last.to == last.from ? 0 : prorated_allowance(cadence, period, {last.from, last.to}, cycle.terms);
  last.to = to;
  last.fee = prorated_fee(cadence, period, {last.from, to}, last.whole_fee);
  restated.allowance += prorated_allowance(cadence, period, {last.from, to}, cycle.terms) - had;
}

}  // namespace

PeriodTerms rebased(const PeriodTerms& later, const TermsChange& change) {
  PeriodTerms terms = later;
  using Members = boost::describe::describe_members<PeriodTerms, boost::describe::mod_public>;
  boost::mp11::mp_for_each<Members>([&](auto member) {
    if (later.*member.pointer == change.before.*member.pointer) terms.*member.pointer = change.now.*member.pointer;
  });
  return terms;
}

TermsChange restate_for_terms(const Retainer& retainer, const EngagementId& id, Date from, TermsChange change,
                              std::vector<Event>& events) {
  const Cadence cadence = cadence_of(retainer);
  for (const CycleState& cycle : retainer.cycles->cycles) {
    if (!is_open(cycle) || cycle.to <= from) continue;
    const Stretch part{std::max(cycle.from, from), cycle.to};
    const Period period = natural(cadence, cycle);
    RetainerCycleRestated restated = as_it_is(id, cycle);
    restated.terms = rebased(cycle.terms, change);
    change = {cycle.terms, restated.terms};
    if (change.now == change.before) continue;
    restated.fees = fees_before(cadence, cycle, part.from);
    restated.fees.push_back(part_from(cadence, period, part, restated.terms.fee, restated.fees));
    restated.allowance = allowance_before(cadence, cycle, part.from) + prorated_allowance(cadence, period, part, restated.terms);
    events.emplace_back(std::move(restated));
  }
  return change;
}

void restate_for_end(const Retainer& retainer, const EngagementId& id, Date ends, std::vector<Event>& events) {
  Cadence cadence = cadence_of(retainer);
  cadence.ends = ends;
  for (const CycleState& cycle : retainer.cycles->cycles) {
    if (!is_open(cycle)) continue;
    const std::optional<Period> period = period_at(cadence, cycle.period);
    const Date to = period ? period->to : cycle.from;
    if (to == cycle.to) continue;
    RetainerCycleRestated restated = as_it_is(id, cycle);
    restated.to = to;
    if (to > cycle.to) {
      lengthen(cadence, cycle, to, restated);
    } else {
      restated.fees = fees_before(cadence, cycle, to);
      restated.allowance = allowance_before(cadence, cycle, to);
    }
    events.emplace_back(std::move(restated));
  }
}

}  // namespace billtrail
