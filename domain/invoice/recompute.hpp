// 2.19, R4: what becomes of a draft whose work or terms changed under it.
#pragma once

#include <span>

#include "domain/books.hpp"
#include "domain/decide.hpp"

namespace billtrail {

// One InvoiceRevised for each draft that the events, which have been taken into the books, touch; with the cause of the first of
// them. Never refuses: what is wrong with the draft then is said when it is approved.
std::vector<Event> draft_reactions(const Books& books, std::span<const Event> events, const Given& given);

}  // namespace billtrail
