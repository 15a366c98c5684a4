// The timers that are running, oldest first (TM1: at most one for a member).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "projections/projection.hpp"

namespace billtrail {

struct RunningClock {
  EntryId entry;
  MemberId member;
  Assignment work;
  std::optional<Personal> description;
  std::vector<std::string> tags;
  Instant at;
  std::string zone;
};

struct TimersView {
  static constexpr std::string_view name = "timers";
  static constexpr int version = 1;

  std::vector<RunningClock> running;

  void apply(const Event& event);
  std::size_t lines() const { return running.size(); }
  void line(std::size_t i, std::string& out) const;
};

}  // namespace billtrail
