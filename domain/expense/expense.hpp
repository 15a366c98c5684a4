// Disbursements and production costs (2.14): what the practice paid and the client is billed for. Minor units of the client's currency.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "domain/kernel/id.hpp"
#include "domain/kernel/money.hpp"
#include "domain/kernel/time.hpp"

namespace billtrail {

// on_behalf: paid for the client, outside the scope of tax, at exact cost. recharge: own cost, taxable, mark-up allowed.
BOOST_DEFINE_ENUM_CLASS(ExpenseKind, recharge, on_behalf)

struct RecordExpense {
  std::optional<ExpenseId> expense;
  ClientId client;
  std::optional<EngagementId> engagement;
  std::optional<ProjectId> project;
  std::optional<CampaignId> campaign;
  std::optional<ExpenseKind> kind;     // recharge unless given; a mark-up above 0 forces it
  std::string text;
  Date on;
  std::int64_t cost = 0;               // without tax
  std::optional<std::int64_t> tax;     // tax on the cost; billed on only where paid on the client's behalf
  std::optional<Decimal4> markup_percent;
  std::optional<std::int64_t> markup;  // or fixed
  std::optional<bool> billable;        // yes unless given
  std::optional<std::string> receipt;
};
BOOST_DESCRIBE_STRUCT(RecordExpense, (),
                      (expense, client, engagement, project, campaign, kind, text, on, cost, tax, markup_percent, markup, billable, receipt))

struct ExpenseRecorded {
  ExpenseId expense;
  ClientId client;
  std::optional<EngagementId> engagement;
  std::optional<ProjectId> project;
  std::optional<CampaignId> campaign;
  ExpenseKind kind = ExpenseKind::recharge;
  std::string text;
  Date on;
  std::int64_t cost = 0;
  std::int64_t tax = 0;
  Decimal4 markup_percent;
  std::int64_t price = 0;  // recharge: round(cost x (1 + m)), or cost + fixed; on behalf: cost + tax
  bool billable = true;
  std::string receipt;
};
BOOST_DESCRIBE_STRUCT(ExpenseRecorded, (),
                      (expense, client, engagement, project, campaign, kind, text, on, cost, tax, markup_percent, price, billable, receipt))

// Only while it is on no draft and no invoice.
struct RemoveExpense {
  ExpenseId expense;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(RemoveExpense, (), (expense, reason))

struct ExpenseRemoved {
  ExpenseId expense;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ExpenseRemoved, (), (expense, reason))

// W5 for an expense: only explicitly. All that is open of it.
struct WriteOffExpense {
  ExpenseId expense;
  std::optional<Date> on;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(WriteOffExpense, (), (expense, on, reason))

struct ExpenseWrittenOff {
  ExpenseId expense;
  Date on;
  std::int64_t amount = 0;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ExpenseWrittenOff, (), (expense, on, amount, reason))

}  // namespace billtrail
