// C5: overage of a period that closes while the draft it belongs to is still a draft.
#pragma once

#include <span>

#include "domain/books.hpp"
#include "domain/decide.hpp"

namespace billtrail {

// For closes and approvals of overage among the events, which have been taken into the books: InvoiceRevised with the overage
// appended, and OverageCharged.
std::vector<Event> overage_reactions(const Books& books, std::span<const Event> events, const Given& given);

}  // namespace billtrail
