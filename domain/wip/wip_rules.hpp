// Acts on work in progress (W4-W7). One decide for each command, one evolve for each event; what decide promises is in domain/decide.hpp.
#pragma once

#include "domain/books.hpp"
#include "domain/command.hpp"
#include "domain/decide.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const WriteOffWip& command, const Given& given);
Decision<Event> decide(const Books& books, const WriteUpWip& command, const Given& given);
Decision<Event> decide(const Books& books, const ReverseWriteOff& command, const Given& given);
Decision<Event> decide(const Books& books, const DeferEntries& command, const Given& given);
Decision<Event> decide(const Books& books, const ReleaseEntries& command, const Given& given);
Decision<Event> decide(const Books& books, const CheckWipAlerts& command, const Given& given);

void evolve(Books& books, const WipWrittenOff& event);
void evolve(Books& books, const WipWrittenUp& event);
void evolve(Books& books, const WriteOffReversed& event);
void evolve(Books& books, const EntryDeferred& event);
void evolve(Books& books, const EntryReleased& event);
void evolve(Books& books, const WipAlertRaised& event);
void evolve(Books& books, const WipAlertCleared& event);

}  // namespace billtrail
