// The practice's name, zone, currency, settings and lock date, as they are now.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "projections/projection.hpp"

namespace billtrail {

struct PracticeView {
  static constexpr std::string_view name = "practice";
  static constexpr int version = 1;

  PracticeId practice;
  std::string title;
  std::string zone;
  Currency currency;
  SecondTimer second_timer = SecondTimer::stops_the_first;
  Overlaps overlaps = Overlaps::warned;
  Seconds timer_warns_after{8 * 3600};
  Seconds timer_stops_after{16 * 3600};
  Seconds day_length{8 * 3600};
  std::vector<std::int32_t> ageing_edges{30, 60, 90, 120};
  std::vector<Selector> selector_order{Selector::project, Selector::engagement, Selector::client,
                                       Selector::service, Selector::member, Selector::role};
  std::optional<Date> locked_until;  // inclusive

  void apply(const Recorded& recorded);
  std::size_t lines() const { return 1; }
  void line(std::size_t i, std::string& out) const;
};

}  // namespace billtrail
