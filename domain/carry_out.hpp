// One command from deciding to the books: decides it, takes its events in, and adds what follows from them in the same append (react.hpp).
// A run (domain/run) is carried out step by step, each decided on the books as the one before left them.
#pragma once

#include "domain/books.hpp"
#include "domain/decide.hpp"

namespace billtrail {

// The events, already taken into the books; or the refusals, and the books are as before. An exception leaves the books half changed:
// roll their journal back or fold them anew.
Decision<Event> carry_out(Books& books, const Command& command, const Given& given);

}  // namespace billtrail
