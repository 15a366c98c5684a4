// 2.12: a retainer's alerts: raised once for each threshold and period at the entry that crossed it, cleared when use falls below
// it again.
#pragma once

#include <span>
#include <vector>

#include "domain/books.hpp"

namespace billtrail {

// Of the open cycles of the engagements that the events touch, which have been taken into the books already. Work counts with
// billed seconds, approved and pending.
std::vector<Event> retainer_alerts(const Books& books, std::span<const Event> events);

}  // namespace billtrail
