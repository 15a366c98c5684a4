// The scan behind WIP.
#include "projections/unbilled_work.hpp"

namespace billtrail {
namespace {

class Scan {
 public:
  Scan(const Views& views, std::span<const Dimension> by, Date day)
      : views_(views), tags_(views), edges_(views.practice.ageing_edges), day_(day), work_{Grouping(by), {}, {}, edges_.size() + 1} {}

  void take(Row row) {
    const EntryRow& entry = views_.work.rows[row];
    if (!entry.billable_category()) return;
    if (entry.awaits_review()) {
      sum_of(entry, tags_.of_client(entry.client)).review_seconds += Seconds{entry.seconds};
    } else if (entry.category() == Category::retainer) {
      retainer(entry);
    } else {
      chargeable(row, entry);
    }
  }
  UnbilledWork finish() { return std::move(work_); }

 private:
  UnbilledSum& sum_of(const EntryRow& entry, Grouping::Value currency) {
    group_ = work_.groups.group_of(entry, entry.work_date, currency);
    if (group_ == work_.sums.size()) {
      work_.sums.emplace_back();
      work_.ageing.resize(work_.ageing.size() + work_.buckets);
    }
    return work_.sums[group_];
  }

  // W2: at standard value; without a standard rate it has none and says so.
  void retainer(const EntryRow& entry) {
    UnbilledSum& sum = sum_of(entry, tags_.of_standard(entry));
    if (!entry.has_standard) return unpriced(sum, Seconds{entry.billed_seconds});
    sum.retainer_fixed += entry.standard_value;
  }

  static void unpriced(UnbilledSum& sum, Seconds seconds) {
    sum.unpriced_seconds += seconds;
    sum.unpriced_entries += 1;
  }

  void chargeable(Row row, const EntryRow& entry) {
    OpenWork open{Seconds{entry.billed_seconds}, entry.value, false};
    if (entry.has_settled) {
      open = open_work(entry, views_.work.settled_of(row), day_);
      if (open.seconds.count == 0 && open.minor == 0) return;
    }
    UnbilledSum& sum = sum_of(entry, tags_.of_value(entry));
    sum.seconds += open.seconds;
    sum.entries += 1;
    if (entry.agreed == no_row) unpriced(sum, open.seconds);
    sum.value += open.minor;
    if (open.deferred) sum.deferred += open.minor;
    if (open.minor < 0) {
      sum.negative += open.minor;
    } else {
      age(sum, entry, open.minor);
    }
  }

  void age(UnbilledSum& sum, const EntryRow& entry, std::int64_t minor) {
    const int days = day_ - entry.work_date;
    std::size_t bucket = 0;
    while (bucket < edges_.size() && days > edges_[bucket]) ++bucket;
    work_.ageing[group_ * work_.buckets + bucket] += minor;
    sum.value_days += Int128{minor} * days;
    if (!sum.oldest || entry.work_date < *sum.oldest) sum.oldest = entry.work_date;
  }

  const Views& views_;
  CurrencyTags tags_;
  const std::vector<std::int32_t>& edges_;
  Date day_;
  UnbilledWork work_;
  std::size_t group_ = 0;
};

}  // namespace

UnbilledWork unbilled_work(const Views& views, const EntryFilter& filter, std::span<const Dimension> by, Date day) {
  Scan scan(views, by, day);
  const std::vector<EntryRow>& rows = views.work.rows;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].work_date <= day && filter.lets_through(rows[i])) scan.take(static_cast<Row>(i));
  }
  return scan.finish();
}

}  // namespace billtrail
