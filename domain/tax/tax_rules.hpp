// Tax rates (2.4). One decide for each command, one evolve for each event; what decide promises is in domain/decide.hpp.
#pragma once

#include "domain/books.hpp"
#include "domain/command.hpp"
#include "domain/decide.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const SetTaxRate& command, const Given& given);
Decision<Event> decide(const Books& books, const AdoptTaxScheme& command, const Given& given);

void evolve(Books& books, const TaxRateSet& event);

}  // namespace billtrail
