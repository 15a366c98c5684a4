// Random histories that could have been: logging, corrections, removals, reviews, new rates and rounding, timers, the directory and
// capacity in between. The same seed gives the same history on every machine.
#pragma once

#include <map>
#include <random>
#include <vector>

#include "tests/projections/history.hpp"

namespace billtrail::testing {

class RandomHistory {
 public:
  explicit RandomHistory(std::uint64_t seed) : random_(seed) {}

  // A history of about this many events more than it takes to set the practice up.
  History make(std::size_t steps);

  // 0 <= number < limit
  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }
  // From 2026-01-01 on, over four months.
  Date date() { return Date{20454 + static_cast<std::int32_t>(below(120))}; }

 private:
  void set_up(History& history);
  void step(History& history);
  void entry_event(History& history);
  void around_event(History& history);
  void timer_event(History& history);
  void capacity_event(History& history);

  EntryFacts facts();
  void span_of(EntryFacts& facts);
  std::optional<AppliedRate> some_rate();
  EntryFacts varied(EntryFacts facts);
  std::string name(const char* prefix);
  template <class SomeId>
  SomeId one_of(const char* prefix, std::uint64_t count) {
    return id<SomeId>(prefix + std::to_string(below(count)));
  }

  std::mt19937_64 random_;
  std::uint64_t made_ = 0;
  std::map<EntryId, EntryFacts> live_;
  std::map<MemberId, EntryId> timers_;
  std::vector<LeaveId> leaves_;
};

}  // namespace billtrail::testing
