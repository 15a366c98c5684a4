// Time and what prices it; acts on work in progress; expenses.
#include "tests/simulation/random_commands.hpp"

namespace billtrail::simulation {

Row RandomCommands::some_entry(const std::optional<ClientId>& client) {
  const Books& books = practice_.books();
  if (books.entries.size() == 0) return no_row;
  const Row wanted = client ? books.clients.row_of(*client) : no_row;
  Row found = 0;
  // A few tries to find one that is there and of the client; then whatever came last.
  for (int i = 0; i < 6; ++i) {
    found = static_cast<Row>(dice_.below(books.entries.size()));
    const EntryState& entry = books.entries.at(found);
    if (!entry.removed && (wanted == no_row || entry.client == wanted)) break;
  }
  return found;
}

EntryId RandomCommands::some_entry_id(const std::optional<ClientId>& client) {
  const Row row = some_entry(client);
  return row == no_row ? id<EntryId>("nothing") : practice_.books().entries.key(row);
}

std::optional<EngagementId> RandomCommands::some_engagement(const ClientId& client) {
  const auto& engagements = practice_.books().engagements;
  std::vector<EngagementId> found;
  for (Row row = 0; row < engagements.size(); ++row) {
    if (engagements.at(row).client == client) found.push_back(engagements.key(row));
  }
  if (found.empty() || dice_.chance(15)) return std::nullopt;
  return found[dice_.below(found.size())];
}

EngagementId RandomCommands::some_retainer() {
  return some(practice_.books().retainers, [](const RetainerState&) { return true; });
}

std::int64_t RandomCommands::amount(const ClientId& client, std::int64_t low, std::int64_t high) {
  const int exponent = currency_of(client).exponent();
  const std::int64_t minor = exponent == 2 ? 100 : exponent == 0 ? 100 : 1000;
  return dice_.between(low * minor, high * minor);
}

Decimal4 RandomCommands::rate_in(Currency currency) {
  const std::int64_t one = currency.exponent() == 0 ? 1'000'000 : 10'000;
  return {dice_.between(40, 180) * one + (dice_.chance(30) ? dice_.between(0, 9999) : 0)};
}

Date RandomCommands::some_day(std::int64_t days_back) {
  const Date today = practice_.today();
  if (dice_.chance(3)) return today + static_cast<int>(dice_.between(1, 20));
  if (dice_.chance(60)) return today - static_cast<int>(dice_.between(0, 4));
  return today - static_cast<int>(dice_.between(0, days_back));
}

std::optional<Date> RandomCommands::maybe_day(std::int64_t days_back) {
  if (dice_.chance(60)) return std::nullopt;
  return some_day(days_back);
}

Command RandomCommands::log_time() {
  LogTime log;
  log.entry = fresh<EntryId>("e");
  log.member = some_member();
  log.client = some_client();
  log.engagement = some_engagement(*log.client);
  if (dice_.chance(25)) log.project = id<ProjectId>("p" + std::string(log.client->text().substr(1)));
  if (dice_.chance(60)) log.service = id<ServiceId>("s" + std::to_string(dice_.below(2)));
  const Category categories[] = {Category::retainer, Category::project, Category::ad_hoc, Category::non_billable};
  if (!log.engagement || dice_.chance(15)) log.category = dice_.one_of(categories);
  if (log.category && dice_.chance(85)) log.category_reason = "agreed so";
  log.seconds = Seconds{dice_.chance(50) ? dice_.between(1, 16) * 900 : dice_.between(1, 5 * 3600)};
  const Date day = some_day(40);
  if (dice_.chance(30)) {
    log.start = Instant{} + Seconds{std::int64_t{day.days} * 86400 + dice_.between(6, 18) * 3600};
  } else {
    log.date = day;
  }
  if (dice_.chance(4)) {
    log.rate = rate_in(currency_of(*log.client));
    log.rate_reason = "special";
  }
  return log;
}

Command RandomCommands::correct_entry() {
  CorrectTimeEntry correct;
  correct.entry = some_entry_id();
  correct.reason = reason();
  switch (dice_.below(5)) {
    case 0:
    case 1: correct.seconds = Seconds{dice_.between(0, 4 * 3600)}; break;
    case 2: correct.service = id<ServiceId>("s" + std::to_string(dice_.below(2))); break;
    case 3: correct.date = some_day(30); break;
    default: {
      const Row row = some_entry();
      if (row == no_row || practice_.books().entries.at(row).client == no_row) break;
      correct.entry = practice_.books().entries.key(row);
      correct.engagement = some_engagement(practice_.books().clients.key(practice_.books().entries.at(row).client));
      if (!correct.engagement) correct.clear = {EntryField::engagement};
    }
  }
  return correct;
}

Command RandomCommands::remove_entry() { return RemoveTimeEntry{some_entry_id(), reason()}; }

Command RandomCommands::move_entry() {
  MoveTimeEntry move;
  move.entry = some_entry_id();
  move.as = fresh<EntryId>("e");
  move.client = some_client();
  move.engagement = some_engagement(move.client);
  if (!move.engagement) move.category = Category::ad_hoc;
  move.reason = reason();
  return move;
}

Command RandomCommands::adjust_entry() {
  AdjustTimeEntry adjust;
  adjust.entry = fresh<EntryId>("a");
  // Only billed or closed work is adjusted.
  const Books& books = practice_.books();
  adjust.adjusts = some(books.settlements, [](const EntrySettlement& held) { return held.closed || held.invoiced.count > 0; });
  adjust.seconds = Seconds{dice_.between(-2 * 3600, 2 * 3600)};
  if (dice_.chance(30)) adjust.date = some_day(30);
  adjust.reason = reason();
  return adjust;
}

Command RandomCommands::set_rate() {
  if (dice_.chance(15)) {
    return EndRate{some(practice_.books().rate_rules, [](const RateRuleState&) { return true; }), some_day(40)};
  }
  SetRate rate;
  rate.rule = fresh<RateRuleId>("r");
  Currency currency = euro_;
  switch (dice_.below(5)) {
    case 0: break;
    case 1: rate.member = some_member(); break;
    case 2: rate.service = id<ServiceId>("s" + std::to_string(dice_.below(2))); break;
    case 3:
      rate.client = some_client();
      rate.engagement = some_engagement(*rate.client);
      currency = currency_of(*rate.client);
      break;
    default: rate.client = some_client(); currency = currency_of(*rate.client);
  }
  rate.amount = rate_in(currency);
  if (dice_.chance(10)) rate.basis = dice_.chance(50) ? RateBasis::day : RateBasis::fixed;
  rate.valid_from = some_day(60);
  if (dice_.chance(10)) rate.valid_to = rate.valid_from + static_cast<int>(dice_.between(1, 30));
  return rate;
}

Command RandomCommands::set_rounding() {
  SetRounding rounding;
  rounding.policy = fresh<RoundingPolicyId>("q");
  if (dice_.chance(60)) rounding.client = some_client();
  const RoundingMode modes[] = {RoundingMode::none, RoundingMode::up, RoundingMode::nearest, RoundingMode::down};
  const std::int64_t increments[] = {60, 360, 900, 3600};
  rounding.terms = {dice_.one_of(modes),
                    {dice_.one_of(increments)},
                    {dice_.chance(20) ? 600 : 0},
                    {dice_.chance(20) ? 60 : 0},
                    dice_.chance(50) ? RoundingScope::group : RoundingScope::entry};
  rounding.valid_from = some_day(40);
  if (dice_.chance(50)) rounding.unbilled_too = true;
  return rounding;
}

Command RandomCommands::record_expense() {
  RecordExpense expense;
  expense.expense = fresh<ExpenseId>("x");
  expense.client = some_client();
  if (dice_.chance(30)) expense.project = id<ProjectId>("p" + std::string(expense.client.text().substr(1)));
  if (dice_.chance(40)) expense.kind = dice_.chance(50) ? ExpenseKind::on_behalf : ExpenseKind::recharge;
  expense.text = "Expense";
  expense.on = some_day(30);
  expense.cost = amount(expense.client, 5, 300);
  if (dice_.chance(50)) expense.tax = expense.cost / 5;
  if (dice_.chance(40)) expense.markup_percent = Decimal4{dice_.between(0, 30) * 10'000 + 3333};
  if (!expense.markup_percent && dice_.chance(20)) expense.markup = amount(expense.client, 0, 50);
  if (dice_.chance(10)) expense.billable = false;
  return expense;
}

Command RandomCommands::settle_expense() {
  const ExpenseId expense = some(practice_.books().expenses, [](const ExpenseState& held) { return held.holder == no_row; });
  if (dice_.chance(50)) return RemoveExpense{expense, reason()};
  return WriteOffExpense{expense, maybe_day(10), reason()};
}

Command RandomCommands::write_off() {
  WriteOffWip off;
  off.write_off = fresh<WriteOffId>("w");
  off.client = some_client();
  if (dice_.chance(60)) {
    for (std::uint64_t i = 0; i <= dice_.below(3); ++i) off.entries.push_back(some_entry_id(off.client));
  } else {
    if (dice_.chance(50)) off.engagement = some_engagement(off.client);
    if (dice_.chance(50)) off.to = some_day(20);
  }
  if (dice_.chance(50)) {
    off.amount = amount(off.client, 1, 200);
  } else if (dice_.chance(50)) {
    off.seconds = Seconds{dice_.between(1, 7200)};
  }
  off.on = maybe_day(10);
  off.reason = reason();
  return off;
}

Command RandomCommands::write_up() {
  WriteUpWip up;
  up.write_off = fresh<WriteOffId>("w");
  up.client = some_client();
  for (std::uint64_t i = 0; i <= dice_.below(2); ++i) up.entries.push_back(some_entry_id(up.client));
  up.amount = amount(up.client, 1, 100);
  up.on = maybe_day(5);
  up.reason = reason();
  return up;
}

Command RandomCommands::reverse_write_off() {
  const WriteOffId act = some(practice_.books().write_offs, [](const WriteOffState& held) { return !held.reversed; });
  return ReverseWriteOff{act, maybe_day(5), reason()};
}

Command RandomCommands::defer() {
  std::vector<EntryId> entries;
  for (std::uint64_t i = 0; i <= dice_.below(2); ++i) entries.push_back(some_entry_id());
  if (dice_.chance(40)) return ReleaseEntries{entries};
  return DeferEntries{entries,
                      dice_.chance(60) ? std::optional(practice_.today() + static_cast<int>(dice_.between(0, 20))) : std::nullopt,
                      reason()};
}

Command RandomCommands::lock() { return LockPeriod{practice_.today() - static_cast<int>(dice_.between(15, 60))}; }

}  // namespace billtrail::simulation
