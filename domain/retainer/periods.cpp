// C1: a period's bound is counted from the first anchor and the anchor day, never from the bound before it: 31 Jan, 28 Feb, 31
// Mar. C3: a part of a period costs its days over the days of the whole natural period, also where the agreement begins or ends
// inside it.
#include "domain/retainer/periods.hpp"

#include <algorithm>

#include "domain/kernel/calendar.hpp"
#include "domain/kernel/rounding.hpp"

namespace billtrail {
namespace {

constexpr int days_a_week = 7;
constexpr int seconds_a_minute = 60;

bool weekly(const Cadence& cadence) { return cadence.cycle.unit == CycleUnit::week; }

bool in_anchor_month(const CycleTerms& cycle, Date date) {
  if (!cycle.anchor_month) return true;
  return (date.month() - *cycle.anchor_month + 12) % std::min(cycle.every, 12) == 0;
}

bool is_whole(const Period& period, Stretch stretch) {
  return stretch.from == period.whole_from && stretch.to == period.whole_to;
}

// Days that the fee or allowance of a whole period pays for.
int days_paid(const Cadence& cadence, const Period& period) {
  if (cadence.cycle.divisor == ProrationDivisor::thirty_days && !weekly(cadence)) return 30 * cadence.cycle.every;
  return period.whole_to - period.whole_from;
}

// How many of them the stretch covers; nothing to divide when it covers all.
std::int64_t part(std::int64_t whole, Stretch stretch, int days) {
  const int covered = std::max(0, stretch.to - stretch.from);
  return std::min(whole, divide_half_away(Int128{whole} * covered, days));
}

}  // namespace

Date first_bound(const Cadence& cadence) {
  if (weekly(cadence)) return cadence.starts;
  Date found = first_anchor(cadence.starts, cadence.cycle.anchor_day);
  for (int month = 1; !in_anchor_month(cadence.cycle, found) && month < 12; ++month) {
    found = anchored(found, 1, cadence.cycle.anchor_day);
  }
  return found;
}

std::int32_t first_period(const Cadence& cadence) { return first_bound(cadence) > cadence.starts ? -1 : 0; }

Date bound(const Cadence& cadence, std::int32_t n) {
  const Date first = first_bound(cadence);
  if (weekly(cadence)) return first + n * cadence.cycle.every * days_a_week;
  return anchored(first, n * cadence.cycle.every, cadence.cycle.anchor_day);
}

std::optional<Period> period_at(const Cadence& cadence, std::int32_t n) {
  if (n < first_period(cadence)) return std::nullopt;
  Period period{n, {}, {}, bound(cadence, n), bound(cadence, n + 1)};
  period.from = std::max(period.whole_from, cadence.starts);
  period.to = period.whole_to;
  if (!cadence.ends) return period;
  if (period.from >= *cadence.ends) return std::nullopt;
  if (cadence.cycle.at_end == EndPolicy::prorate) period.to = std::min(period.to, *cadence.ends);
  return period;
}

std::optional<std::int32_t> period_of(const Cadence& cadence, Date day) {
  if (day < cadence.starts) return std::nullopt;
  const Date first = first_bound(cadence);
  if (day < first) return -1;
  // A guess that is never too late: no period is longer than this.
  const int longest = weekly(cadence) ? days_a_week * cadence.cycle.every : 31 * cadence.cycle.every;
  std::int32_t n = std::max(0, (day - first) / longest - 1);
  while (bound(cadence, n + 1) <= day) ++n;
  return n;
}

std::int32_t last_of_year(const Cadence& cadence, std::int32_t period) {
  const int year = std::max(bound(cadence, period), cadence.starts).year();
  std::int32_t last = period;
  while (bound(cadence, last + 1).year() <= year) ++last;
  return last;
}

std::int64_t prorated_fee(const Cadence& cadence, const Period& period, Stretch stretch, std::int64_t fee) {
  const bool stub = period.period < 0;
  if (stub && cadence.cycle.stub == StubPolicy::free) return 0;
  if (stub && cadence.cycle.stub == StubPolicy::full_fee) return part(fee, stretch, period.whole_to - cadence.starts);
  return is_whole(period, stretch) ? fee : part(fee, stretch, days_paid(cadence, period));
}

std::int64_t prorated_allowance(const Cadence& cadence, const Period& period, Stretch stretch, const PeriodTerms& terms) {
  const bool full_stub = period.period < 0 && cadence.cycle.stub == StubPolicy::full_fee;
  const int days = full_stub ? period.whole_to - cadence.starts : days_paid(cadence, period);
  if (stretch.to - stretch.from == days || is_whole(period, stretch)) return terms.allowance;
  if (terms.basis != AllowanceBasis::hours) return part(terms.allowance, stretch, days);
  const int covered = std::max(0, stretch.to - stretch.from);
  const std::int64_t minutes = divide_half_away(Int128{terms.allowance} * covered, std::int64_t{days} * seconds_a_minute);
  return std::min(terms.allowance, minutes * seconds_a_minute);
}

}  // namespace billtrail
