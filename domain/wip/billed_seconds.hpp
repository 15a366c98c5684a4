// D1, D2, D4 on the books: the billed seconds of an entry.
#pragma once

#include "domain/books.hpp"

namespace billtrail {

// Frozen ones where the entry is claimed, drawn or written off; else its raw seconds rounded by its own terms, alone or in its
// group. The group is the client's entries of the same member, day, engagement, service, category and terms that are not frozen.
// Non-billable work and work that awaits its review keep their raw seconds.
Seconds billed_seconds(const Books& books, Row entry);

// 2.21, "earlier" in H3, M3, M4, D4: work date, start instant or none first, entry id.
bool comes_before(const Books& books, Row a, Row b);

}  // namespace billtrail
