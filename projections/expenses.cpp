// Expenses and who holds them.
#include "projections/expenses.hpp"

#include <algorithm>

#include "projections/balances.hpp"

namespace billtrail {
namespace {

void standing(ExpenseRow& row, const Views& views, const ExpenseFacts& facts, Date day) {
  row.state = "open";
  if (facts.removed_on && *facts.removed_on <= day) {
    row.state = "removed";
    return;
  }
  const auto mine = [&](const InvoiceLine& line) { return line.expense == row.expense; };
  const Holding holding = holding_of(views, holders_of(views.documents.of_expense, row.expense), day, mine);
  if (holding.invoice != no_row) {
    row.state = holding.issued ? "invoiced" : "on_draft";
    row.invoice = views.documents.invoices.key(holding.invoice);
  } else if (facts.written_off_on && *facts.written_off_on <= day) {
    row.state = "written_off";
  }
}

}  // namespace

ExpensesAnswer expenses(const Views& views, const Question& question) {
  const ClientFilter clients(views, question.client);
  const Date day = question.day();
  ExpensesAnswer answer;
  for (std::size_t i = views.billing.expenses.size(); i-- > 0;) {
    const ExpenseFacts& facts = views.billing.expenses.at(static_cast<Row>(i));
    const Row client = views.directory.clients.required(facts.facts.client);
    if (facts.facts.on > day || !clients.lets_through(client)) continue;
    const Currency currency = views.directory.clients.at(client).currency;
    ExpenseRow& row = answer.rows.emplace_back();
    row.expense = facts.facts.expense;
    row.key = row.expense.text();
    name_client(row, views, client);
    row.project = facts.facts.project;
    if (row.project) row.project_name = views.directory.projects.at(views.directory.projects.required(*row.project)).name;
    row.engagement = facts.facts.engagement;
    row.kind = facts.facts.kind;
    row.text = facts.facts.text;
    row.on = facts.facts.on;
    row.cost = {facts.facts.cost, currency};
    row.price = {facts.facts.price, currency};
    row.billable = facts.facts.billable;
    standing(row, views, facts, day);
  }
  std::ranges::stable_sort(answer.rows, std::ranges::greater{}, &ExpenseRow::on);
  return answer;
}

}  // namespace billtrail
