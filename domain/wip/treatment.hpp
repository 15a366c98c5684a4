// 2.5: how work is billed, by its category and the kind of its engagement. What the category says beyond the engagement was an
// override with a reason, so it counts: ad hoc work is billed whatever the agreement.
#pragma once

#include <optional>

#include "domain/engagement/engagement.hpp"
#include "domain/time/category.hpp"

namespace billtrail {

// none: never by its time. full: all of it. capped: up to the engagement's cap. drawn: the overage of its retainer period.
enum class Treatment { none, full, capped, drawn };

constexpr Treatment treatment_of(Category category, std::optional<EngagementKind> kind) {
  switch (category) {
    case Category::non_billable: return Treatment::none;
    case Category::retainer: return Treatment::drawn;
    case Category::ad_hoc: return Treatment::full;
    case Category::project: break;
  }
  if (!kind) return Treatment::full;
  switch (*kind) {
    case EngagementKind::hourly:
    case EngagementKind::deposit:
    case EngagementKind::retainer: return Treatment::full;
    case EngagementKind::capped: return Treatment::capped;
    case EngagementKind::fixed_fee:
    case EngagementKind::recurring_fee:
    case EngagementKind::milestone:
    case EngagementKind::non_billable: return Treatment::none;
  }
  return Treatment::none;
}

}  // namespace billtrail
