// Expenses as the events left them. What drafts and invoices hold of them is domain/invoice's.
#include "domain/expense/expense_rules.hpp"

namespace billtrail {

void evolve(Books& books, const ExpenseRecorded& event) { books.expenses.insert(event.expense, {event, false, false, no_row}); }

void evolve(Books& books, const ExpenseRemoved& event) { books.expenses.edit(event.expense).removed = true; }

void evolve(Books& books, const ExpenseWrittenOff& event) { books.expenses.edit(event.expense).written_off = true; }

}  // namespace billtrail
