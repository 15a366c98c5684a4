// Looking at the cycles of a retainer.
#include "domain/retainer/cycles.hpp"

#include <algorithm>

#include "domain/retainer/draw_down.hpp"

namespace billtrail {

Retainer check_retainer(const Books& books, const EngagementId& id, Faults& faults) {
  Retainer retainer{books.engagements.find(id), books.retainers.find(id)};
  if (retainer.engagement == nullptr) {
    faults.add(RefusalCode::unknown_engagement, "/engagement");
  } else if (retainer.cycles == nullptr) {
    const char* kind = boost::describe::enum_to_string(retainer.engagement->kind, "");
    faults.add(RefusalCode::engagement_kind_differs, "/engagement", {{"kind", kind}});
  }
  return retainer;
}

Cadence cadence_of(const Retainer& retainer) {
  return {retainer.cycles->cycle, retainer.engagement->starts, retainer.engagement->ends};
}

std::optional<Period> next_period(const Retainer& retainer) {
  const Cadence cadence = cadence_of(retainer);
  const std::vector<CycleState>& cycles = retainer.cycles->cycles;
  return period_at(cadence, cycles.empty() ? first_period(cadence) : cycles.back().period + 1);
}

Date opens_on(const CycleTerms& cycle, const Period& period) {
  return cycle.timing == Timing::advance ? period.from - cycle.lead_days : period.from;
}

std::optional<std::size_t> place_of(const RetainerState& retainer, std::int32_t period) {
  if (retainer.cycles.empty()) return std::nullopt;
  const std::int64_t place = std::int64_t{period} - retainer.cycles.front().period;
  if (place < 0 || place >= static_cast<std::int64_t>(retainer.cycles.size())) return std::nullopt;
  return static_cast<std::size_t>(place);
}

const CycleState* find_cycle(const RetainerState& retainer, std::int32_t period) {
  const std::optional<std::size_t> place = place_of(retainer, period);
  return place ? &retainer.cycles[*place] : nullptr;
}

const CycleState* earliest_open(const RetainerState& retainer) {
  const auto found = std::find_if(retainer.cycles.begin(), retainer.cycles.end(), is_open);
  return found == retainer.cycles.end() ? nullptr : &*found;
}

std::vector<Bucket> buckets_of(const CycleState& cycle) {
  return buckets_of(cycle.carried, cycle.period, cycle.allowance, cycle.deficit_in, cycle.terms.order);
}

std::int64_t available(const CycleState& cycle) {
  std::int64_t sum = 0;
  for (const Bucket& bucket : buckets_of(cycle)) sum += bucket.amount;
  return sum;
}

std::int64_t deficit_left(const CycleState& cycle) { return std::max<std::int64_t>(0, cycle.deficit_in - cycle.allowance); }

HandedOn handed_on(const CycleState& cycle) {
  if (!cycle.skipped) return {cycle.carried_out, cycle.deficit_out};
  HandedOn handed{cycle.carried, cycle.deficit_in};
  for (Bucket& bucket : handed.carried) {
    if (!bucket.expires) continue;
    if (cycle.terms.roll_over == RollOver::periods) ++*bucket.expires;
    bucket.expires = std::max(*bucket.expires, cycle.period + 1);
  }
  return handed;
}

bool is_paused(const RetainerState& retainer, Date from) {
  return std::any_of(retainer.pauses.begin(), retainer.pauses.end(),
                     [&](const Pause& pause) { return from >= pause.from && (!pause.until || from < *pause.until); });
}

const PeriodTerms& terms_from(const RetainerState& retainer, Date from) {
  const PeriodTerms* terms = &retainer.terms;
  for (const LaterTerms& later : retainer.later) {
    if (later.from <= from) terms = &later.terms;
  }
  return *terms;
}

}  // namespace billtrail
