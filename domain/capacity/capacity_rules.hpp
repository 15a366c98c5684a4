// What may be decided about capacity, and what its events do to the books.
#pragma once

#include "domain/books.hpp"
#include "domain/decide.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const SetContractedHours& command, const Given& given);
Decision<Event> decide(const Books& books, const AddHoliday& command, const Given& given);
Decision<Event> decide(const Books& books, const RecordLeave& command, const Given& given);
Decision<Event> decide(const Books& books, const CancelLeave& command, const Given& given);

void evolve(Books& books, const ContractedHoursSet& event);
void evolve(Books& books, const HolidayAdded& event);
void evolve(Books& books, const LeaveRecorded& event);
void evolve(Books& books, const LeaveCancelled& event);

}  // namespace billtrail
