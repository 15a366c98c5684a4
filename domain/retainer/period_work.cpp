// H1, H6: retainer work draws from the period that holds its work date; where that is closed, from the earliest open one, in the
// order of its own date.
#include "domain/retainer/period_work.hpp"

#include <algorithm>

#include "domain/rate/held_rate.hpp"
#include "domain/retainer/cycles.hpp"
#include "domain/wip/billed_seconds.hpp"
#include "domain/wip/work_of_client.hpp"

namespace billtrail {
namespace {

class Collecting {
 public:
  Collecting(const Books& books, Row engagement, const CycleState& cycle, Pending pending)
      : books_(books),
        retainer_(*books.retainers.find(books.engagements.key(engagement))),
        engagement_(engagement),
        cycle_(cycle),
        pending_(pending) {
    const CycleState* earliest = earliest_open(retainer_);
    takes_late_ = earliest != nullptr && earliest->period == cycle.period;
  }

  std::vector<Row> entries(Row client) const {
    std::vector<Row> found;
    for (const Row row : books_.client_work.of(client)) {
      if (draws(row)) found.push_back(row);
    }
    std::sort(found.begin(), found.end(), [&](Row a, Row b) { return comes_before(books_, a, b); });
    return found;
  }

  std::int64_t pieces() const {
    std::int64_t sum = 0;
    for (const DeliverableRecorded& deliverable : retainer_.deliverables) {
      if (deliverable.on < cycle_.to && (takes_late_ || deliverable.on >= cycle_.from)) sum += deliverable.count;
    }
    if (!takes_late_) return sum;
    for (const CycleState& cycle : retainer_.cycles) {
      if (cycle.closed) sum -= cycle.used;
    }
    return sum;
  }

 private:
  bool draws(Row row) const {
    const EntryState& entry = books_.entries.at(row);
    if (entry.engagement != engagement_ || entry.category != Category::retainer || entry.removed) return false;
    if (entry.work_date >= cycle_.to || (entry.work_date < cycle_.from && !takes_late_)) return false;
    if (pending_ == Pending::left_out && entry.review == Review::needed) return false;
    const EntrySettlement* settlement = settlement_of(books_, row);
    return settlement == nullptr || !settlement->closed;
  }

  const Books& books_;
  const RetainerState& retainer_;
  Row engagement_;
  const CycleState& cycle_;
  Pending pending_;
  bool takes_late_ = false;
};

std::int64_t agreed_value(const Books& books, const EntryState& entry, Seconds billed) {
  const std::optional<AppliedRate> rate = applied_rate(books, entry.agreed);
  return rate ? value_of(billed, rate->price).minor : 0;
}

void draw_pieces(const std::vector<Bucket>& buckets, std::int64_t pieces, DrawDown& drawn) {
  drawn.used = pieces;
  drawn.overage = std::max<std::int64_t>(0, pieces - drawn.available);
  std::int64_t left = std::max<std::int64_t>(0, pieces);
  for (std::size_t i = 0; i < buckets.size(); ++i) {
    drawn.drawn[i] = std::min(left, buckets[i].amount);
    left -= drawn.drawn[i];
  }
}

}  // namespace

PeriodWork period_work(const Books& books, const EngagementId& engagement, const CycleState& cycle, Pending pending) {
  const Row agreed = books.engagements.row_of(engagement);
  const Row client = books.clients.row_of(books.engagements.at(agreed).client);
  const Collecting collecting(books, agreed, cycle, pending);
  PeriodWork result;
  result.entries = collecting.entries(client);
  WorkOfClient work(books, client);
  for (const Row row : result.entries) {
    const Seconds billed = work.billed(row);
    result.work.push_back({billed, agreed_value(books, books.entries.at(row), billed)});
  }
  result.buckets = buckets_of(cycle);
  result.drawn = draw_down(cycle.terms.basis, result.buckets, result.work);
  if (cycle.terms.basis == AllowanceBasis::deliverables) draw_pieces(result.buckets, collecting.pieces(), result.drawn);
  return result;
}

}  // namespace billtrail
