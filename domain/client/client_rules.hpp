// What may be decided about clients, and what their events do to the books.
#pragma once

#include "domain/books.hpp"
#include "domain/decide.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const AddClient& command, const Given& given);
Decision<Event> decide(const Books& books, const ChangeClient& command, const Given& given);

void evolve(Books& books, const ClientAdded& event);
void evolve(Books& books, const ClientChanged& event);

}  // namespace billtrail
