// W8: compares WIP(D0, K0) with WIP(D1, K1). It foots by construction: every amount at K1 falls into exactly one column.
#include "projections/wip_movement.hpp"

#include <map>

#include "domain/kernel/calendar.hpp"
#include "projections/entry_filter.hpp"
#include "projections/naming.hpp"
#include "projections/currency_tag.hpp"

namespace billtrail {
namespace {

struct MovementSum {
  std::int64_t opening = 0;       // WIP(D0, K0)
  std::int64_t opening_now = 0;   // WIP(D0, K1); corrections = opening_now - opening
  std::int64_t new_work = 0, write_ups = 0, billed = 0, written_off = 0;
  std::int64_t closing = 0;       // WIP(D1, K1), by itself
};

struct Movement {
  Grouping groups;
  std::vector<MovementSum> sums;

  MovementSum& sum_of(const EntryRow& entry, const CurrencyTags& tags) {
    const std::size_t group = groups.group_of(entry, entry.work_date, tags.of_value(entry));
    if (group == sums.size()) sums.emplace_back();
    return sums[group];
  }
};

bool counts(const EntryRow& entry) { return entry.chargeable() && entry.agreed != no_row; }

// What happened to the entry's value after D0 (or ever, when it was worked after D0) and up to D1.
void settle(MovementSum& sum, const EntryRow& entry, const std::vector<Settlement>& settled, Date d0, Date d1) {
  for (const Settlement& settlement : settled) {
    const bool within = settlement.date <= d1 && (settlement.date > d0 || entry.work_date > d0);
    if (!within) continue;
    if (settlement.kind == SettlementKind::billed) sum.billed += settlement.minor;
    if (settlement.kind == SettlementKind::written_off) sum.written_off += settlement.minor;
    if (settlement.kind == SettlementKind::written_up) sum.write_ups += settlement.minor;
  }
}

void take_opening(Movement& movement, const Views& views, const EntryFilter& filter, Date d0) {
  const CurrencyTags tags(views);
  for (std::size_t i = 0; i < views.work.rows.size(); ++i) {
    const EntryRow& entry = views.work.rows[i];
    if (entry.work_date > d0 || !counts(entry) || !filter.lets_through(entry)) continue;
    movement.sum_of(entry, tags).opening += open_work(entry, views.work.settled_of(static_cast<Row>(i)), d0).minor;
  }
}

void take_closing(Movement& movement, const Views& views, const EntryFilter& filter, Date d0, Date d1) {
  const CurrencyTags tags(views);
  for (std::size_t i = 0; i < views.work.rows.size(); ++i) {
    const EntryRow& entry = views.work.rows[i];
    if (entry.work_date > d1 || !counts(entry) || !filter.lets_through(entry)) continue;
    const auto& settled = views.work.settled_of(static_cast<Row>(i));
    MovementSum& sum = movement.sum_of(entry, tags);
    if (entry.work_date <= d0) {
      sum.opening_now += open_work(entry, settled, d0).minor;
    } else {
      sum.new_work += entry.value;
    }
    settle(sum, entry, settled, d0, d1);
    sum.closing += open_work(entry, settled, d1).minor;
  }
}

template <class Columns>
void add(Columns& columns, const MovementSum& sum, const Currency& currency) {
  const auto plus = [&](Money& money, std::int64_t minor) { money = {money.minor + minor, currency}; };
  plus(columns.opening, sum.opening);
  plus(columns.new_work, sum.new_work);
  plus(columns.corrections, sum.opening_now - sum.opening);
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
