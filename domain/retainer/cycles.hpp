// Looking at the cycles of a retainer as the books hold them.
#pragma once

#include "domain/books.hpp"
#include "domain/kernel/faults.hpp"
#include "domain/retainer/periods.hpp"

namespace billtrail {

// The agreement and its cycles, which a command is about.
struct Retainer {
  const EngagementState* engagement = nullptr;
  const RetainerState* cycles = nullptr;  // null: nothing can be decided
};
// Adds unknown_engagement, or engagement_kind_differs for one without cycles.
Retainer check_retainer(const Books& books, const EngagementId& id, Faults& faults);
Cadence cadence_of(const Retainer& retainer);
// The period that would be opened next; nothing once the agreement has ended.
std::optional<Period> next_period(const Retainer& retainer);
// From that day on it may be opened (C5).
Date opens_on(const CycleTerms& cycle, const Period& period);

// The place of a period in RetainerState::cycles; nothing when it has not been opened.
std::optional<std::size_t> place_of(const RetainerState& retainer, std::int32_t period);
const CycleState* find_cycle(const RetainerState& retainer, std::int32_t period);
// The earliest period that is open; null when there is none.
const CycleState* earliest_open(const RetainerState& retainer);
// Open: work may still be drawn in it. A skipped period never is.
inline bool is_open(const CycleState& cycle) { return !cycle.closed && !cycle.skipped; }
// Closed once, reopened by a person, and not closed again: the clock leaves it alone.
inline bool is_reopened(const CycleState& cycle) { return is_open(cycle) && cycle.closed_on != Date{}; }

// H2: what may be drawn in the period, in order.
std::vector<Bucket> buckets_of(const CycleState& cycle);
std::int64_t available(const CycleState& cycle);
// H4: what is left of the deficit that came in after all of the period's own allowance has gone to it.
std::int64_t deficit_left(const CycleState& cycle);

// What a period hands on to the one after it: what its close said, or what came in when it is skipped (C6: nothing expires then).
struct HandedOn {
  std::vector<Bucket> carried;
  std::int64_t deficit = 0;
};
HandedOn handed_on(const CycleState& cycle);

// Whether a period that begins on that day is skipped.
bool is_paused(const RetainerState& retainer, Date from);
// The terms of a period that begins on that day and has not been opened.
const PeriodTerms& terms_from(const RetainerState& retainer, Date from);

}  // namespace billtrail
