// What may be decided about services, and what their events do to the books.
#pragma once

#include "domain/books.hpp"
#include "domain/decide.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const AddService& command, const Given& given);
Decision<Event> decide(const Books& books, const ChangeService& command, const Given& given);

void evolve(Books& books, const ServiceAdded& event);
void evolve(Books& books, const ServiceChanged& event);

}  // namespace billtrail
