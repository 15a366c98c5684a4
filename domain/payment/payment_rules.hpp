// Payments and their allocation (2.16). One decide for each command, one evolve for each event; what decide promises is in domain/decide.hpp.
#pragma once

#include "domain/books.hpp"
#include "domain/command.hpp"
#include "domain/decide.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const RecordPayment& command, const Given& given);
Decision<Event> decide(const Books& books, const AllocatePayment& command, const Given& given);
Decision<Event> decide(const Books& books, const UndoAllocation& command, const Given& given);
Decision<Event> decide(const Books& books, const RefundPayment& command, const Given& given);
Decision<Event> decide(const Books& books, const ReverseRefund& command, const Given& given);
Decision<Event> decide(const Books& books, const ReversePayment& command, const Given& given);
Decision<Event> decide(const Books& books, const WriteOffDifference& command, const Given& given);

void evolve(Books& books, const PaymentReceived& event);
void evolve(Books& books, const PaymentAllocated& event);
void evolve(Books& books, const AllocationUndone& event);
void evolve(Books& books, const PaymentRefunded& event);
void evolve(Books& books, const RefundReversed& event);
void evolve(Books& books, const PaymentReversed& event);
void evolve(Books& books, const DifferenceWrittenOff& event);

}  // namespace billtrail
