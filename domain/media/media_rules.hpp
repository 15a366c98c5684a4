// Pass-through media (2.14). One decide for each command, one evolve for each event; what decide promises is in domain/decide.hpp.
#pragma once

#include "domain/books.hpp"
#include "domain/command.hpp"
#include "domain/decide.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const PlanMedia& command, const Given& given);
Decision<Event> decide(const Books& books, const RecordMediaSpend& command, const Given& given);

void evolve(Books& books, const MediaPlanned& event);
void evolve(Books& books, const MediaSpendRecorded& event);

}  // namespace billtrail
