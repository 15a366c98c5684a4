// What follows from events in the same append, whatever command left them: drafts whose work changed are recomputed and flagged (2.19, R4),
// alerts cross their thresholds (W4, 2.12). Never refuses.
#pragma once

#include <span>
#include <vector>

#include "domain/books.hpp"
#include "domain/decide.hpp"

namespace billtrail {

// `events` have been taken into the books already. What is returned has not.
std::vector<Event> react(const Books& books, std::span<const Event> events, const Given& given);

}  // namespace billtrail
