// Which disbursements and production costs are there, and where do they stand on the day (2.14)? Newest first.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "projections/question.hpp"
#include "projections/views.hpp"

namespace billtrail {

struct ExpenseRow {
  std::string key;
  ExpenseId expense;
  ClientId client;
  std::string client_name;
  std::optional<ProjectId> project;
  std::optional<std::string> project_name;
  std::optional<EngagementId> engagement;
  ExpenseKind kind = ExpenseKind::recharge;
  std::string text;
  Date on;
  Money cost;
  Money price;
  bool billable = true;
  std::string state;  // "open", "on_draft", "invoiced", "written_off" or "removed"
  std::optional<InvoiceId> invoice;
};
BOOST_DESCRIBE_STRUCT(ExpenseRow, (),
                      (key, expense, client, client_name, project, project_name, engagement, kind, text, on, cost, price, billable,
                       state, invoice))

struct ExpensesAnswer {
  std::vector<ExpenseRow> rows;
};
BOOST_DESCRIBE_STRUCT(ExpensesAnswer, (), (rows))

ExpensesAnswer expenses(const Views& views, const Question& question);

}  // namespace billtrail
