// Engagements of every kind (2.5): agreeing, changing, ending. One decide for each command, one evolve for each event; what decide promises is in domain/decide.hpp.
#pragma once

#include "domain/books.hpp"
#include "domain/command.hpp"
#include "domain/decide.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const AgreeEngagement& command, const Given& given);
Decision<Event> decide(const Books& books, const ChangeEngagement& command, const Given& given);
Decision<Event> decide(const Books& books, const EndEngagement& command, const Given& given);

void evolve(Books& books, const EngagementAgreed& event);
void evolve(Books& books, const EngagementChanged& event);
void evolve(Books& books, const EngagementEnded& event);

}  // namespace billtrail
