// What the calendar makes due (C5, H6): the steps that a scheduler takes, one after the other, each exactly once and in order.
#pragma once

#include <optional>

#include "domain/books.hpp"
#include "domain/command.hpp"

namespace billtrail {

// The next OpenRetainerCycle, CloseRetainerCycle (drafts: false) or also DraftRecurring or IssueCreditNote (drafts: true) of this
// agreement that is due on the day; ids are left open; nothing when all is done. Carrying it out makes the following one due: call again.
std::optional<Command> next_step(const Books& books, const EngagementId& engagement, Date today, bool drafts);

}  // namespace billtrail
