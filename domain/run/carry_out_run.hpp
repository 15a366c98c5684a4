// Carries out a run: many commands, each on its own (F36, C5). What is refused is listed in the run's last event; the rest stands.
#pragma once

#include "domain/books.hpp"
#include "domain/decide.hpp"

namespace billtrail {

bool is_run(const Command& command);

// As carry_out. Refused as a whole only for faults of the run itself, or when there is nothing to do (nothing_due).
Decision<Event> carry_out_run(Books& books, const Command& command, const Given& given);

// A run dated ahead closes periods that have not ended, so it is only for previews: what a real one is refused for; empty when it is
// not ahead. The caller asks, as only it knows which is which.
Refusals check_not_ahead(const Books& books, const Command& command, const Given& given);

}  // namespace billtrail
