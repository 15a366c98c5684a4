// Zones at the edge. Deciding needs to know which local day an instant falls on; what a zone's rules are is not the
// domain's to know, so they come in through this interface. What it answers is frozen in the event: replay never asks.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/kernel/time.hpp"

namespace billtrail {

// A wall-clock reading: a date and seconds since the clock showed 00:00.
struct LocalTime {
  Date date;
  std::int32_t seconds = 0;
  friend constexpr auto operator<=>(const LocalTime&, const LocalTime&) = default;
};

class ZoneRules {
 public:
  virtual ~ZoneRules() = default;
  // Whether the IANA name is known.
  virtual bool known(std::string_view zone) const = 0;
  // What a clock in the zone shows at that instant.
  virtual LocalTime local(Instant at, std::string_view zone) const = 0;
  // TM2: a reading that never was moves forward by the gap; one that was twice takes the earlier.
  virtual Instant instant(LocalTime reading, std::string_view zone) const = 0;
  // The first instant of the local day: 00:00, or later where the zone skips midnight; where midnight comes twice, the first.
  virtual Instant start_of_day(Date date, std::string_view zone) const = 0;
};

}  // namespace billtrail
