// W8: compares WIP(D0, K0) with WIP(D1, K1). Opening and closing are WIP by themselves; everything between is summed from what happened,
// so that the row foots only if nothing was missed.
#include "projections/wip_movement.hpp"

#include <map>

#include "domain/kernel/calendar.hpp"
#include "projections/live_draw.hpp"
#include "projections/naming.hpp"
#include "projections/unbilled_work.hpp"

namespace billtrail {
namespace {

struct MovementSum {
  std::int64_t opening = 0;  // WIP(D0, K0)
  std::int64_t new_work = 0, corrections = 0, write_ups = 0, billed = 0, written_off = 0;
  std::int64_t closing = 0;  // WIP(D1, K1)
};

struct Movement {
  Grouping groups;
  std::vector<MovementSum> sums;

  MovementSum& sum_of(const EntryRow& entry, Date date, Grouping::Value currency) {
    const std::size_t group = groups.group_of(entry, date, currency);
    if (group == sums.size()) sums.emplace_back();
    return sums[group];
  }
};

// A piece of work as of both days, at K1.
struct Piece {
  Date date;
  Charge at_start, at_end;  // before settlements; what a period's draw or a cap makes of it may differ
  const std::vector<Settlement>& settled;
};

void move(MovementSum& sum, const Piece& piece, Date d0, Date d1) {
  const bool old = piece.date <= d0;
  if (old) {
    const std::int64_t before = open_work(piece.at_start, piece.settled, d0).minor;
    sum.corrections += before + piece.at_end.minor - piece.at_start.minor;  // less the opening, see take_opening
  } else {
    sum.new_work += piece.at_end.minor;
  }
  const Settled between = settled_between(piece.settled, old ? std::optional(d0) : std::nullopt, d1);
  sum.billed += between.billed;
  sum.written_off += between.written_off;
  sum.write_ups += between.written_up;
  sum.corrections += between.corrected;
  sum.closing += open_work(piece.at_end, piece.settled, d1).minor;
}

bool counts(const EntryRow& entry, Date day, const EntryFilter& filter) {
  return entry.work_date <= day && entry.billable() && filter.lets_through(entry);
}
bool counts(const WorkExpense& expense, Date day, const EntryFilter& filter) {
  return expense.on <= day && expense.billable && !expense.removed &&
         filter.lets_money_through(expense.client, expense.project, expense.campaign);
}
bool counts(const InvoicedAmount& amount, Date day, const EntryFilter& filter) {
  return amount.on <= day && filter.lets_money_through(amount.client, amount.project);
}

// Opening by itself; corrections begin with its opposite.
void take_opening(Movement& movement, const Views& views, const EntryFilter& filter, Date d0) {
  const CurrencyTags tags(views);
  LiveDraw live(views, d0);
  const auto open = [](MovementSum& sum, std::int64_t minor) {
    sum.opening += minor;
    sum.corrections -= minor;
  };
  const WorkView& work = views.work;
  for (std::size_t i = 0; i < work.rows.size(); ++i) {
    const EntryRow& entry = work.rows[i];
    if (!counts(entry, d0, filter)) continue;
    const Row row = static_cast<Row>(i);
    const std::int64_t minor = open_work(live.of(row).charge, work.settled_of(row), d0).minor;
    if (minor != 0) open(movement.sum_of(entry, entry.work_date, tags.of_value(entry)), minor);
  }
  for (const WorkExpense& expense : work.expenses) {
    if (!counts(expense, d0, filter)) continue;
    open(movement.sum_of(without_member(expense.client, expense.project), expense.on, tags.of_client(expense.client)),
         open_work({{}, expense.price}, expense.settled, d0).minor);
  }
  for (const InvoicedAmount& amount : work.progress) {
    if (!counts(amount, d0, filter)) continue;
    open(movement.sum_of(without_member(amount.client, amount.project), amount.on, CurrencyTags::tag(amount.currency)), -amount.minor);
  }
}

void take_closing(Movement& movement, const Views& views, const EntryFilter& filter, Date d0, Date d1) {
  const CurrencyTags tags(views);
  LiveDraw start(views, d0), end(views, d1);
  const WorkView& work = views.work;
  for (std::size_t i = 0; i < work.rows.size(); ++i) {
    const EntryRow& entry = work.rows[i];
    if (!counts(entry, d1, filter)) continue;
    const Row row = static_cast<Row>(i);
    const Charge at_start = entry.work_date <= d0 ? start.of(row).charge : Charge{};
    const Charge at_end = end.of(row).charge;
    if (at_start.minor == 0 && at_end.minor == 0 && !entry.has_settled) continue;
    move(movement.sum_of(entry, entry.work_date, tags.of_value(entry)), {entry.work_date, at_start, at_end, work.settled_of(row)}, d0, d1);
  }
  for (const WorkExpense& expense : work.expenses) {
    if (!counts(expense, d1, filter)) continue;
    move(movement.sum_of(without_member(expense.client, expense.project), expense.on, tags.of_client(expense.client)),
         {expense.on, {{}, expense.price}, {{}, expense.price}, expense.settled}, d0, d1);
  }
  for (const InvoicedAmount& amount : work.progress) {
    if (!counts(amount, d1, filter)) continue;
    MovementSum& sum =
        movement.sum_of(without_member(amount.client, amount.project), amount.on, CurrencyTags::tag(amount.currency));
    (amount.on <= d0 ? sum.corrections : sum.billed) += amount.on <= d0 ? -amount.minor : amount.minor;
    sum.closing -= amount.minor;
  }
}

template <class Columns>
void add(Columns& columns, const MovementSum& sum, const Currency& currency) {
  const auto plus = [&](Money& money, std::int64_t minor) { money = {money.minor + minor, currency}; };
  plus(columns.opening, sum.opening);
  plus(columns.new_work, sum.new_work);
  plus(columns.corrections, sum.corrections);
  plus(columns.write_ups, sum.write_ups);
  plus(columns.billed, sum.billed);
  plus(columns.written_off, sum.written_off);
  plus(columns.closing, sum.closing);
}

}  // namespace

MovementAnswer wip_movement(const Views& views, const Views& opening, const Question& question) {
  const Date d1 = question.to.value_or(question.day());
  const Date d0 = question.from.value_or(first_of_month(d1) - 1);
  Movement movement{Grouping(question.by), {}};
  take_opening(movement, opening, EntryFilter(opening.directory, question), d0);
  take_closing(movement, views, EntryFilter(views.directory, question), d0, d1);

  // Both are folds of one log, so the later one names everything that the earlier one knows.
  const Views& later = opening.position > views.position ? opening : views;
  const CurrencyTags tags(later);
  MovementAnswer answer{d0, d1, {}, {}};
  std::map<Currency, MovementTotal> totals;
  for (const std::size_t group : in_order(movement.groups, later.directory)) {
    const Currency currency = CurrencyTags::currency(movement.groups.values(group).back());
    MovementRow row;
    name_group(row, movement.groups, group, later.directory);
    row.key += currency_suffix(movement.groups, group, tags);
    add(row, movement.sums[group], currency);
    answer.rows.push_back(std::move(row));
    MovementTotal& total = totals[currency];
    total.currency = currency;
    add(total, movement.sums[group], currency);
  }
  for (auto& [currency, total] : totals) answer.totals.push_back(std::move(total));
  return answer;
}

}  // namespace billtrail
