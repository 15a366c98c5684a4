// 2.14: what the practice paid for a client. Paid on the client's behalf it is billed at exactly what it cost, tax included; as a
// recharge it is the practice's own cost, billed at round(cost x (1 + mark-up)) or with a fixed mark-up. A mark-up makes it a
// recharge.
#include "domain/checks.hpp"
#include "domain/expense/expense_rules.hpp"
#include "domain/time/limits.hpp"
#include "domain/time/small.hpp"
#include "domain/wip/entry_lock.hpp"

namespace billtrail {
namespace {

// A thousand million million minor units, and a mark-up of ten thousand percent: products of them fit 128 bits with room to
// spare.
constexpr std::int64_t expense_amount_max = 1'000'000'000'000'000;
constexpr Decimal4 markup_percent_max{100'000'000};
constexpr std::int64_t whole = 1'000'000;  // a hundred percent in ten-thousandths of a percent

void check_amount(std::int64_t amount, std::int64_t least, std::string_view pointer, Faults& faults) {
  if (amount < least || amount > expense_amount_max) {
    faults.add(RefusalCode::amount_too_large, std::string(pointer), {{"amount_min", least}, {"amount_max", expense_amount_max}});
  }
}

bool is_marked_up(const RecordExpense& command) {
  return (command.markup_percent && command.markup_percent->ten_thousandths > 0) || command.markup.value_or(0) > 0;
}

void check_amounts(const RecordExpense& command, Faults& faults) {
  check_amount(command.cost, 1, "/cost", faults);
  check_amount(command.tax.value_or(0), 0, "/tax", faults);
  check_amount(command.markup.value_or(0), 0, "/markup", faults);
  if (command.markup_percent && (*command.markup_percent < Decimal4{} || *command.markup_percent > markup_percent_max)) {
    faults.add(RefusalCode::setting_out_of_range, "/markup_percent");
  }
  if (command.markup && command.markup_percent) faults.add(RefusalCode::setting_out_of_range, "/markup");
  if (command.kind == ExpenseKind::on_behalf && is_marked_up(command)) faults.add(RefusalCode::markup_on_behalf, "/kind");
}

std::vector<Fact> client_facts(const std::optional<ClientId>& client) {
  if (!client) return {};
  return {{"client", std::string(client->text())}};
}

void check_work(const Books& books, const RecordExpense& command, Faults& faults) {
  const EngagementState* engagement =
      check_known(books.engagements, command.engagement, RefusalCode::unknown_engagement, "/engagement", faults);
  if (engagement != nullptr && engagement->client != command.client) {
    faults.add(RefusalCode::engagement_of_another_client, "/engagement", client_facts(engagement->client));
  }
  const ProjectState* project = check_usable(books.projects, command.project, RefusalCode::unknown_project, "project", faults);
  if (project != nullptr && project->client != command.client) {
    faults.add(RefusalCode::project_of_another_client, "/project", client_facts(project->client));
  }
  const CampaignState* campaign =
      check_usable(books.campaigns, command.campaign, RefusalCode::unknown_campaign, "campaign", faults);
  if (campaign != nullptr && campaign->client != command.client) {
    faults.add(RefusalCode::campaign_of_another_client, "/campaign", client_facts(campaign->client));
  }
}

void check_date(const Books& books, Date on, const Given& given, Faults& faults) {
  const Date now = today(books, given);
  if (on < first_date || on > last_date) {
    faults.add(RefusalCode::date_out_of_range, "/on", {{"first", first_date.text()}, {"last", last_date.text()}});
  } else if (on > now + days_ahead_max) {
    faults.add(RefusalCode::occurred_in_the_future, "/on", {{"today", now.text()}});
  }
  check_unlocked(books, on, "/on", faults);
}

std::int64_t price_of(const RecordExpense& command, ExpenseKind kind) {
  if (kind == ExpenseKind::on_behalf) return command.cost + command.tax.value_or(0);
  if (command.markup) return command.cost + *command.markup;
  const Decimal4 percent = command.markup_percent.value_or(Decimal4{});
  return divide_half_away(Int128{command.cost} * (whole + percent.ten_thousandths), whole);
}

// The expense when nothing holds it and nothing has become of it; faults otherwise.
const ExpenseState* open_expense(const Books& books, const ExpenseId& id, Faults& faults) {
  const ExpenseState* expense = books.expenses.find(id);
  if (expense == nullptr || expense->removed) {
    faults.add(RefusalCode::unknown_expense, "/expense");
    return nullptr;
  }
  if (expense->holder != no_row || expense->written_off) {
    faults.add(RefusalCode::expense_settled, "/expense", invoice_facts(books, expense->holder));
  }
  return expense;
}

}  // namespace

Decision<Event> decide(const Books& books, const RecordExpense& command, const Given& given) {
  const ExpenseId& id = chosen(command.expense);
  Faults faults;
  check_unused(books.expenses, id, "/expense", faults);
  check_usable(books.clients, command.client, RefusalCode::unknown_client, "client", faults);
  check_work(books, command, faults);
  std::string text = check_said(command.text, "/text", faults);
  check_date(books, command.on, given, faults);
  check_amounts(command, faults);
  if (!faults.none()) return faults.in_order();

  const ExpenseKind kind = command.kind.value_or(ExpenseKind::recharge);
  return std::vector<Event>{ExpenseRecorded{id, command.client, command.engagement, command.project, command.campaign, kind,
                                            std::move(text), command.on, command.cost, command.tax.value_or(0),
                                            command.markup_percent.value_or(Decimal4{}), price_of(command, kind),
                                            command.billable.value_or(true), command.receipt.value_or("")}};
}

Decision<Event> decide(const Books& books, const RemoveExpense& command, const Given&) {
  Faults faults;
  if (is_blank(command.reason)) faults.add(RefusalCode::reason_needed, "/reason");
  const ExpenseState* expense = open_expense(books, command.expense, faults);
  if (expense != nullptr) check_unlocked(books, expense->facts.on, "/expense", faults);
  if (!faults.none()) return faults.in_order();
  return std::vector<Event>{ExpenseRemoved{command.expense, command.reason}};
}

Decision<Event> decide(const Books& books, const WriteOffExpense& command, const Given& given) {
  Faults faults;
  if (is_blank(command.reason)) faults.add(RefusalCode::reason_needed, "/reason");
  const Date now = today(books, given);
  const Date on = command.on.value_or(now);
  if (on > now) faults.add(RefusalCode::occurred_in_the_future, "/on", {{"today", now.text()}});
  check_unlocked(books, on, "/on", faults);
  const ExpenseState* expense = open_expense(books, command.expense, faults);
  if (expense != nullptr && on < expense->facts.on) {
    faults.add(RefusalCode::date_before_work, "/on", {{"work_date", expense->facts.on.text()}});
  }
  if (expense != nullptr && !expense->facts.billable) faults.add(RefusalCode::nothing_to_bill, "/expense");
  if (!faults.none()) return faults.in_order();
  return std::vector<Event>{ExpenseWrittenOff{command.expense, on, expense->facts.price, command.reason}};
}

}  // namespace billtrail
