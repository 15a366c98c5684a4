// The scan behind WIP.
#include "projections/unbilled_work.hpp"

#include <boost/unordered/unordered_flat_map.hpp>
#include <limits>
#include <utility>

#include "projections/live_draw.hpp"

namespace billtrail {
namespace {

class Scan {
 public:
  Scan(const Views& views, std::span<const Dimension> by, Date day)
      : views_(views), live_(views, day), tags_(views), edges_(views.practice.ageing_edges), day_(day),
        work_{Grouping(by), {}, {}, edges_.size() + 1} {}

  void take(Row row) {
    const EntryRow& entry = views_.work.rows[row];
    if (!entry.billable_category()) return;
    if (entry.awaits_review()) {
      sum_of(entry, entry.work_date, tags_.of_client(entry.client)).review_seconds += Seconds{entry.seconds};
      return;
    }
    const WorkToday today = live_.of(row);
    if (today.fee && today.covered.count != 0 && !has_left(today.engagement, today.period)) effort(entry, today);
    if (today.charge.seconds.count != 0 || today.charge.minor != 0 || entry.has_settled) chargeable(row, entry, today);
  }

  void take(const WorkExpense& expense) {
    if (!expense.billable) return;
    const OpenCharge open = open_work({{}, expense.price}, expense.settled, day_);
    if (open.minor == 0) return;
    UnbilledSum& sum = sum_of(without_member(expense.client, expense.project), expense.on, tags_.of_client(expense.client));
    add(sum, open, expense.holder != no_row, expense.on);
    sum.expenses += open.minor;
  }

  // 2.8: on account of work not yet matched.
  void take_progress(const InvoicedAmount& amount) {
    UnbilledSum& sum = sum_of(amount);
    sum.value -= amount.minor;
    sum.negative -= amount.minor;
  }
  void take_fee(const InvoicedAmount& amount) {
    if (!has_left(amount.engagement, amount.period)) sum_of(amount).retainer_fixed -= amount.minor;
  }
  UnbilledWork finish() { return std::move(work_); }

 private:
  // Asked for every entry, answered once for each period.
  bool has_left(Row engagement, std::optional<std::int32_t> period) {
    if (engagement == no_row) return false;
    const std::pair key{engagement, period ? std::int64_t{*period} : std::numeric_limits<std::int64_t>::max()};
    const auto [found, is_new] = left_.try_emplace(key, false);
    if (is_new) found->second = live_.has_left(engagement, period);
    return found->second;
  }

  UnbilledSum& sum_of(const EntryRow& entry, Date date, Grouping::Value currency) {
    group_ = work_.groups.group_of(entry, date, currency);
    if (group_ == work_.sums.size()) {
      work_.sums.emplace_back();
      work_.ageing.resize(work_.ageing.size() + work_.buckets);
    }
    return work_.sums[group_];
  }
  UnbilledSum& sum_of(const InvoicedAmount& amount) {
    return sum_of(without_member(amount.client, amount.project), amount.on, CurrencyTags::tag(amount.currency));
  }

  static void unpriced(UnbilledSum& sum, Seconds seconds) {
    sum.unpriced_seconds += seconds;
    sum.unpriced_entries += 1;
  }

  // W2: at standard value; without a standard rate it has none and says so.
  void effort(const EntryRow& entry, const WorkToday& today) {
    UnbilledSum& sum = sum_of(entry, entry.work_date, tags_.of_standard(entry));
    if (!entry.has_standard) return unpriced(sum, today.covered);
    sum.retainer_fixed += standard_part(entry, today.covered);
  }

  void chargeable(Row row, const EntryRow& entry, const WorkToday& today) {
    OpenCharge open{today.charge.seconds, today.charge.minor, false};
    if (entry.has_settled) {
      open = open_work(today.charge, views_.work.settled_of(row), day_);
      if (open.seconds.count == 0 && open.minor == 0) return;
    }
    UnbilledSum& sum = sum_of(entry, entry.work_date, tags_.of_value(entry));
    sum.seconds += open.seconds;
    sum.entries += 1;
    if (!today.priced) unpriced(sum, open.seconds);
    add(sum, open, entry.on_draft, entry.work_date);
  }

  void add(UnbilledSum& sum, const OpenCharge& open, bool on_draft, Date date) {
    sum.value += open.minor;
    if (open.deferred) sum.deferred += open.minor;
    if (on_draft) sum.on_draft += open.minor;
    if (open.minor < 0) {
      sum.negative += open.minor;
    } else {
      age(sum, date, open.minor);
    }
  }

  void age(UnbilledSum& sum, Date date, std::int64_t minor) {
    const int days = day_ - date;
    std::size_t bucket = 0;
    while (bucket < edges_.size() && days > edges_[bucket]) ++bucket;
    work_.ageing[group_ * work_.buckets + bucket] += minor;
    sum.value_days += Int128{minor} * days;
    if (!sum.oldest || date < *sum.oldest) sum.oldest = date;
  }

  const Views& views_;
  LiveDraw live_;
  CurrencyTags tags_;
  const std::vector<std::int32_t>& edges_;
  Date day_;
  UnbilledWork work_;
  boost::unordered_flat_map<std::pair<Row, std::int64_t>, bool> left_;
  std::size_t group_ = 0;
};

}  // namespace

EntryRow without_member(Row client, Row project) {
  EntryRow row;
  row.client = client;
  row.project = project;
  return row;
}

UnbilledWork unbilled_work(const Views& views, const EntryFilter& filter, std::span<const Dimension> by, Date day) {
  Scan scan(views, by, day);
  const WorkView& work = views.work;
  for (std::size_t i = 0; i < work.rows.size(); ++i) {
    if (work.rows[i].work_date <= day && filter.lets_through(work.rows[i])) scan.take(static_cast<Row>(i));
  }
  for (const WorkExpense& expense : work.expenses) {
    if (expense.on > day || expense.removed) continue;
    if (filter.lets_money_through(expense.client, expense.project, expense.campaign)) scan.take(expense);
  }
  for (const InvoicedAmount& amount : work.progress) {
    if (amount.on <= day && filter.lets_money_through(amount.client, amount.project)) scan.take_progress(amount);
  }
  for (const InvoicedAmount& amount : work.fees) {
    if (amount.on <= day && filter.lets_money_through(amount.client, amount.project)) scan.take_fee(amount);
  }
  return scan.finish();
}

}  // namespace billtrail
