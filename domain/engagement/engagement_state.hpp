// Engagements as the books hold them.
#pragma once

#include "domain/engagement/engagement.hpp"
#include "domain/kernel/table.hpp"

namespace billtrail {

struct EngagementState {
  std::string name;
  ClientId client;
  EngagementKind kind = EngagementKind::hourly;
  Date starts;
  std::optional<Date> ends;       // exclusive, as agreed or as ended
  std::int64_t fee = 0;
  std::int64_t cap = 0;
  std::int64_t fee_invoiced = 0;  // net of fee lines issued and not credited or voided: fixed_fee
  std::int64_t fee_drafted = 0;   // the same on drafts
};

// Whether the engagement covers the day.
constexpr bool runs_on(const EngagementState& engagement, Date date) {
  return date >= engagement.starts && (!engagement.ends || date < *engagement.ends);
}
// Kinds with cycles.
constexpr bool has_cycles(EngagementKind kind) {
  return kind == EngagementKind::retainer || kind == EngagementKind::recurring_fee;
}

}  // namespace billtrail
