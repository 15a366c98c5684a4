// Runs (F36). Each is carried out by carry_out; decide alone refuses them. One decide for each command, one evolve for each event; what decide promises is in domain/decide.hpp.
#pragma once

#include "domain/books.hpp"
#include "domain/command.hpp"
#include "domain/decide.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const RunSchedule& command, const Given& given);
Decision<Event> decide(const Books& books, const DraftAllRecurring& command, const Given& given);
Decision<Event> decide(const Books& books, const DraftAllUnbilled& command, const Given& given);
Decision<Event> decide(const Books& books, const ApproveInvoices& command, const Given& given);
Decision<Event> decide(const Books& books, const IssueInvoices& command, const Given& given);

void evolve(Books& books, const RunCarriedOut& event);

}  // namespace billtrail
