// H2, H3: entries use an allowance by their running sum, so that the one that crosses it is split and work taken back (a negative
// adjustment) gives the overage back first.
#include "domain/retainer/draw_down.hpp"

#include <algorithm>

#include "domain/kernel/rounding.hpp"

namespace billtrail {
namespace {

// `whole` x `part` / `of`, where part and of have one sign or part is zero. The covered part is asked for, so that it gets the
// unit when both have an equal claim (largest remainder, ties to the earlier).
std::int64_t share(std::int64_t whole, std::int64_t part, std::int64_t of) {
  if (part == of) return whole;
  if (part == 0) return 0;
  return of > 0 ? divide_half_away(Int128{whole} * part, of) : divide_half_away(Int128{whole} * -Int128{part}, -Int128{of});
}

DrawnPart part_of(AllowanceBasis basis, const DrawnWork& work, std::int64_t overage) {
  if (basis == AllowanceBasis::hours) {
    const Seconds covered{work.billed.count - overage};
    return {covered, {overage}, work.value - share(work.value, covered.count, work.billed.count)};
  }
  const Seconds covered{share(work.billed.count, work.value - overage, work.value)};
  return {covered, work.billed - covered, overage};
}

std::vector<std::int64_t> drawn_from(const std::vector<Bucket>& buckets, std::int64_t used) {
  std::vector<std::int64_t> drawn;
  drawn.reserve(buckets.size());
  std::int64_t left = std::max<std::int64_t>(0, used);
  for (const Bucket& bucket : buckets) {
    drawn.push_back(std::min(left, bucket.amount));
    left -= drawn.back();
  }
  return drawn;
}

bool drawn_by_work(AllowanceBasis basis) { return basis == AllowanceBasis::hours || basis == AllowanceBasis::money; }

}  // namespace

bool drawn_before(const Bucket& a, const Bucket& b) {
  if (a.expires != b.expires) return a.expires && (!b.expires || *a.expires < *b.expires);
  return a.origin < b.origin;
}

DrawDown draw_down(AllowanceBasis basis, const std::vector<Bucket>& buckets, const std::vector<DrawnWork>& work) {
  DrawDown result;
  result.parts.reserve(work.size());
  for (const Bucket& bucket : buckets) result.available += bucket.amount;
  for (const DrawnWork& entry : work) {
    if (!drawn_by_work(basis)) {
      result.parts.push_back({entry.billed, {}, 0});
      continue;
    }
    const std::int64_t beyond_before = std::max<std::int64_t>(0, result.used - result.available);
    result.used += basis == AllowanceBasis::hours ? entry.billed.count : entry.value;
    result.overage = std::max<std::int64_t>(0, result.used - result.available);
    result.parts.push_back(part_of(basis, entry, result.overage - beyond_before));
  }
  result.drawn = drawn_from(buckets, result.used);
  return result;
}

std::vector<Bucket> buckets_of(const std::vector<Bucket>& carried, std::int32_t period, std::int64_t own, std::int64_t deficit,
                               DrawOrder order) {
  std::vector<Bucket> buckets = carried;
  std::stable_sort(buckets.begin(), buckets.end(), drawn_before);
  const Bucket of_period{period, std::max<std::int64_t>(0, own - deficit), {}};
  buckets.insert(order == DrawOrder::own_first ? buckets.begin() : buckets.end(), of_period);
  return buckets;
}

}  // namespace billtrail
