// Sums of time. An entry counts once on its work date; its clock seconds count on each local day they fall on.
#include "projections/time_totals.hpp"

#include "projections/entry_filter.hpp"
#include "projections/naming.hpp"

namespace billtrail {
namespace {

struct Sums {
  Grouping groups;
  std::vector<TimeTotals> totals;

  TimeTotals& of(const EntryRow& entry, Date date) {
    const std::size_t group = groups.group_of(entry, date);
    if (group == totals.size()) totals.emplace_back();
    return totals[group];
  }
};

void count_entry(TimeTotals& totals, const EntryRow& entry) {
  totals.seconds += Seconds{entry.seconds};
  totals.billed_seconds += Seconds{entry.billed_seconds};
  totals.entries += 1;
}

Sums sums_of(const Views& views, const EntryFilter& filter, const Question& question) {
  Sums sums{Grouping(question.by), {}};
  const DateBounds bounds = bounds_of(question);
  for (std::size_t i = 0; i < views.work.rows.size(); ++i) {
    const EntryRow& entry = views.work.rows[i];
    const bool within = bounds.hold(entry.work_date);
    if ((!within && !entry.has_days) || !filter.lets_through(entry)) continue;
    if (within) {
      TimeTotals& totals = sums.of(entry, entry.work_date);
      count_entry(totals, entry);
      if (!entry.has_days) totals.clock_seconds += Seconds{entry.seconds};
    }
    if (!entry.has_days) continue;
    views.work.each_day(static_cast<Row>(i), [&](Date date, Seconds seconds) {
      if (bounds.hold(date)) sums.of(entry, date).clock_seconds += seconds;
    });
  }
  return sums;
}

}  // namespace

TimeTotalsAnswer time_totals(const Views& views, const Question& question) {
  const Sums sums = sums_of(views, EntryFilter(views.directory, question), question);
  TimeTotalsAnswer answer{question.from, question.to, {}, {}};
  for (const std::size_t group : in_order(sums.groups, views.directory)) {
    const TimeTotals& totals = sums.totals[group];
    TimeTotalsRow row;
    name_group(row, sums.groups, group, views.directory);
    row.seconds = totals.seconds;
    row.clock_seconds = totals.clock_seconds;
    row.billed_seconds = totals.billed_seconds;
    row.entries = totals.entries;
    answer.totals.seconds += totals.seconds;
    answer.totals.clock_seconds += totals.clock_seconds;
    answer.totals.billed_seconds += totals.billed_seconds;
    answer.totals.entries += totals.entries;
    answer.rows.push_back(std::move(row));
  }
  return answer;
}

}  // namespace billtrail
