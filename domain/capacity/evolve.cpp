// Of capacity the books hold only leave, so that it can be cancelled; hours and holidays matter to read models alone.
#include "domain/capacity/capacity_rules.hpp"

namespace billtrail {

void evolve(Books&, const ContractedHoursSet&) {}

void evolve(Books&, const HolidayAdded&) {}

void evolve(Books& books, const LeaveRecorded& event) { books.leaves.insert(event.leave, LeaveState{event.member, event.first}); }

void evolve(Books& books, const LeaveCancelled& event) { books.leaves.edit(event.leave).cancelled = true; }

}  // namespace billtrail
