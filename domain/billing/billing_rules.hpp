// How the practice and its clients are billed (2.13, 2.4). One decide for each command, one evolve for each event; what decide promises is in domain/decide.hpp.
#pragma once

#include "domain/books.hpp"
#include "domain/command.hpp"
#include "domain/decide.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const SetBilling& command, const Given& given);
Decision<Event> decide(const Books& books, const SetClientBilling& command, const Given& given);

void evolve(Books& books, const BillingSet& event);
void evolve(Books& books, const ClientBillingSet& event);

}  // namespace billtrail
