// Disbursements and production costs (2.14). One decide for each command, one evolve for each event; what decide promises is in domain/decide.hpp.
#pragma once

#include "domain/books.hpp"
#include "domain/command.hpp"
#include "domain/decide.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const RecordExpense& command, const Given& given);
Decision<Event> decide(const Books& books, const RemoveExpense& command, const Given& given);
Decision<Event> decide(const Books& books, const WriteOffExpense& command, const Given& given);

void evolve(Books& books, const ExpenseRecorded& event);
void evolve(Books& books, const ExpenseRemoved& event);
void evolve(Books& books, const ExpenseWrittenOff& event);

}  // namespace billtrail
