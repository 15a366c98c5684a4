// The WIP answer out of the sums of unbilled work.
#include "projections/wip.hpp"

#include <map>

#include "projections/naming.hpp"
#include "projections/unbilled_work.hpp"

namespace billtrail {
namespace {

WipRow row_of(const UnbilledWork& work, std::size_t group, const DirectoryView& directory, const CurrencyTags& tags) {
  const UnbilledSum& sum = work.sums[group];
  const Currency currency = CurrencyTags::currency(work.groups.values(group).back());
  const auto ageing = work.ageing_of(group);
  WipRow row;
  name_group(row, work.groups, group, directory);
  row.key += currency_suffix(work.groups, group, tags);
  row.value = {sum.value, currency};
  row.ageing.assign(ageing.begin(), ageing.end());
  row.negative = sum.negative;
  row.seconds = sum.seconds;
  row.retainer_fixed = {sum.retainer_fixed, currency};
  row.deferred = {sum.deferred, currency};
  row.unpriced_seconds = sum.unpriced_seconds;
  row.unpriced_entries = sum.unpriced_entries;
  row.review_seconds = sum.review_seconds;
  row.oldest = sum.oldest;
  row.entries = sum.entries;
  row.on_draft = {sum.on_draft, currency};
  row.expenses = {sum.expenses, currency};
  const std::int64_t aged = sum.value - sum.negative;
  if (aged > 0) row.mean_age_days = divide_half_away(sum.value_days, aged);
  return row;
}

void add(WipTotal& total, const WipRow& row) {
  total.currency = row.value.currency;
  for (Money* money : {&total.value, &total.retainer_fixed, &total.deferred, &total.on_draft, &total.expenses}) {
    money->currency = total.currency;
  }
  total.value.minor += row.value.minor;
  total.ageing.resize(row.ageing.size());
  for (std::size_t i = 0; i < row.ageing.size(); ++i) total.ageing[i] += row.ageing[i];
  total.negative += row.negative;
  total.retainer_fixed.minor += row.retainer_fixed.minor;
  total.deferred.minor += row.deferred.minor;
  total.on_draft.minor += row.on_draft.minor;
  total.expenses.minor += row.expenses.minor;
}

}  // namespace

WipAnswer wip(const Views& views, const Question& question) {
  const EntryFilter filter(views.directory, question);
  const UnbilledWork work = unbilled_work(views, filter, question.by, question.day());
  const CurrencyTags tags(views);
  WipAnswer answer{views.practice.ageing_edges, {}, {}};
  std::map<Currency, WipTotal> totals;
  for (const std::size_t group : in_order(work.groups, views.directory)) {
    answer.rows.push_back(row_of(work, group, views.directory, tags));
    add(totals[answer.rows.back().value.currency], answer.rows.back());
  }
  for (auto& [currency, total] : totals) answer.totals.push_back(std::move(total));
  return answer;
}

}  // namespace billtrail
