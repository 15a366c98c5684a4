// What may be decided about tasks, and what their events do to the books.
#pragma once

#include "domain/books.hpp"
#include "domain/decide.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const AddTask& command, const Given& given);
Decision<Event> decide(const Books& books, const ChangeTask& command, const Given& given);

void evolve(Books& books, const TaskAdded& event);
void evolve(Books& books, const TaskChanged& event);

}  // namespace billtrail
