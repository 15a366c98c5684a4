// TM6: where each member's clock times stand, so that overlaps are found without looking at every entry. Ranges lie in buckets of
// one member and one week by their start; as none is longer than a week, two or three buckets answer a question. Part of the books:
// one thread owns it, and it is rolled back with their journal.
#pragma once

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <vector>

#include "domain/kernel/table.hpp"
#include "domain/kernel/time.hpp"

namespace billtrail {

// A half-open range of the clock, [from, to): 09-13 and 13-17 do not overlap.
struct ClockRange {
  Instant from;
  Instant to;
  friend bool operator==(const ClockRange&, const ClockRange&) = default;
};
constexpr bool overlap(const ClockRange& a, const ClockRange& b) { return a.from < b.to && b.from < a.to; }

class OverlapIndex {
 public:
  enum class Search { go_on, stop };

  explicit OverlapIndex(Journal& journal) : journal_(journal) {}
  OverlapIndex(const OverlapIndex&) = delete;
  OverlapIndex& operator=(const OverlapIndex&) = delete;

  // The range must not be empty nor longer than a week.
  void insert(Row member, Row entry, const ClockRange& range) {
    put(member, entry, range);
    if (journal_.open()) journal_.note([this, member, entry, range] { take(member, entry, range); });
  }
  void remove(Row member, Row entry, const ClockRange& range) {
    take(member, entry, range);
    if (journal_.open()) journal_.note([this, member, entry, range] { put(member, entry, range); });
  }

  // visit(entry row, its range) -> Search, for every range of the member that overlaps, by start.
  template <class Visit>
  void search(Row member, const ClockRange& range, Visit visit) const {
    const std::int64_t last = week_of({range.to.micros - 1});
    for (std::int64_t week = week_of(range.from) - 1; week <= last; ++week) {
      const auto bucket = buckets_.find(key(member, week));
      if (bucket != buckets_.end() && search_bucket(bucket->second, range, visit) == Search::stop) return;
    }
  }

 private:
  struct Slot {
    ClockRange range;
    Row entry;
  };
  struct Bucket {
    std::vector<Slot> slots;   // by (start, entry)
    std::int64_t longest = 0;  // micros; a bound, never lowered
  };
  static constexpr std::int64_t week_micros = 7 * 86'400'000'000;

  static std::int64_t week_of(Instant at) {
    return at.micros >= 0 ? at.micros / week_micros : -((-at.micros + week_micros - 1) / week_micros);
  }
  static std::uint64_t key(Row member, std::int64_t week) {
    return (std::uint64_t{member} << 32U) | static_cast<std::uint32_t>(week);
  }
  static bool before(const Slot& a, const Slot& b) {
    return a.range.from != b.range.from ? a.range.from < b.range.from : a.entry < b.entry;
  }

  void put(Row member, Row entry, const ClockRange& range) {
    Bucket& bucket = buckets_[key(member, week_of(range.from))];
    const Slot slot{range, entry};
    bucket.slots.insert(std::upper_bound(bucket.slots.begin(), bucket.slots.end(), slot, before), slot);
    bucket.longest = std::max(bucket.longest, range.to.micros - range.from.micros);
  }
  void take(Row member, Row entry, const ClockRange& range) {
    std::vector<Slot>& slots = buckets_[key(member, week_of(range.from))].slots;
    const auto found = std::lower_bound(slots.begin(), slots.end(), Slot{range, entry}, before);
    if (found == slots.end() || found->entry != entry) throw std::logic_error("the overlap index does not hold this entry");
    slots.erase(found);
  }

  template <class Visit>
  static Search search_bucket(const Bucket& bucket, const ClockRange& range, Visit& visit) {
    const Instant earliest{range.from.micros - bucket.longest};
    auto slot = std::lower_bound(bucket.slots.begin(), bucket.slots.end(), Slot{{earliest, earliest}, 0}, before);
    for (; slot != bucket.slots.end() && slot->range.from < range.to; ++slot) {
      if (overlap(slot->range, range) && visit(slot->entry, slot->range) == Search::stop) return Search::stop;
    }
    return Search::go_on;
  }

  Journal& journal_;
  boost::unordered_flat_map<std::uint64_t, Bucket> buckets_;
};

}  // namespace billtrail
