// Not decided yet.
#include "domain/expense/expense_rules.hpp"

namespace billtrail {

Decision<Event> decide(const Books&, const RecordExpense&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const RemoveExpense&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const WriteOffExpense&, const Given&) { return refuse(RefusalCode::nothing_to_change); }

void evolve(Books&, const ExpenseRecorded&) {}
void evolve(Books&, const ExpenseRemoved&) {}
void evolve(Books&, const ExpenseWrittenOff&) {}

}  // namespace billtrail
