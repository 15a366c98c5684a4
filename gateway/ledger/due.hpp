// What the clock makes due without anybody asking: forgotten timers to stop (TM5), retainer cycles to open, close and draft (C5), alerts of
// work that grew old (W4). On the clerk's thread, as it looks at the books.
#pragma once

#include <vector>

#include "gateway/ledger/ledger.hpp"
#include "gateway/ledger/order.hpp"

namespace billtrail {

// `today` is the day in the practice's zone. Each answer is one request for the clerk; none waits for it.
std::vector<ClerkRequest> due_requests(const std::shared_ptr<Ledger>& ledger, Instant now, Date today);

}  // namespace billtrail
