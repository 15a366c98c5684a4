// Zone rules from the machine's tzdata. Finding a zone by name and its offset in a table costs far more than adding the offset,
// so each thread remembers the last few stretches of constant offset it used.
#include "gateway/zones/system_zones.hpp"

#include <date/tz.h>

#include <array>
#include <chrono>
#include <string>

namespace billtrail {
namespace {

using std::chrono::seconds;

constexpr std::int64_t micros_per_second = 1'000'000;
constexpr std::int64_t seconds_per_day = 86'400;

constexpr std::int64_t floor_divide(std::int64_t value, std::int64_t by) {
  return value >= 0 ? value / by : -((-value + by - 1) / by);
}

// A stretch of time in which a zone keeps its offset: [begin, end) in seconds since 1970 UTC.
struct Stretch {
  std::string zone;
  const date::time_zone* rules = nullptr;
  std::int64_t begin = 0, end = 0, offset = 0;
};

constexpr std::size_t stretches_remembered_max = 8;
struct Remembered {
  std::array<Stretch, stretches_remembered_max> stretches;
  std::size_t oldest = 0;
};
thread_local Remembered remembered;

const date::time_zone& rules_of(std::string_view zone) {
  for (const Stretch& stretch : remembered.stretches) {
    if (stretch.rules != nullptr && stretch.zone == zone) return *stretch.rules;
  }
  return *date::locate_zone(std::string(zone));
}

std::int64_t offset_at(std::int64_t at, std::string_view zone) {
  for (const Stretch& stretch : remembered.stretches) {
    if (stretch.begin <= at && at < stretch.end && stretch.zone == zone) return stretch.offset;
  }
  const date::time_zone& rules = rules_of(zone);
  const date::sys_info info = rules.get_info(date::sys_seconds{seconds{at}});
  Stretch& slot = remembered.stretches[remembered.oldest];
  remembered.oldest = (remembered.oldest + 1) % stretches_remembered_max;
  slot = {std::string(zone), &rules, info.begin.time_since_epoch().count(), info.end.time_since_epoch().count(),
          info.offset.count()};
  return slot.offset;
}

date::local_seconds wall_clock(LocalTime reading) {
  return date::local_seconds{seconds{std::int64_t{reading.date.days} * seconds_per_day + reading.seconds}};
}

Instant from_seconds(std::int64_t at) { return {at * micros_per_second}; }

}  // namespace

bool SystemZones::known(std::string_view zone) const {
  if (zone.empty()) return false;
  for (const Stretch& stretch : remembered.stretches) {
    if (stretch.rules != nullptr && stretch.zone == zone) return true;
  }
  try {
    return date::locate_zone(std::string(zone)) != nullptr;
  } catch (const std::runtime_error&) {  // what the library throws for a name that it does not have
    return false;
  }
}

LocalTime SystemZones::local(Instant at, std::string_view zone) const {
  const std::int64_t utc = floor_divide(at.micros, micros_per_second);
  const std::int64_t shown = utc + offset_at(utc, zone);
  const std::int64_t day = floor_divide(shown, seconds_per_day);
  return {Date{static_cast<std::int32_t>(day)}, static_cast<std::int32_t>(shown - day * seconds_per_day)};
}

Instant SystemZones::instant(LocalTime reading, std::string_view zone) const {
  const date::local_info info = rules_of(zone).get_info(wall_clock(reading));
  // In all three cases the first offset is right: the only one; the one before the gap, which lands behind the gap by as much as
  // the reading stood inside it; the one of the earlier of two.
  return from_seconds((wall_clock(reading).time_since_epoch() - info.first.offset).count());
}

Instant SystemZones::start_of_day(Date date, std::string_view zone) const {
  const date::local_info info = rules_of(zone).get_info(wall_clock({date, 0}));
  if (info.result == date::local_info::nonexistent) return from_seconds(info.first.end.time_since_epoch().count());
  return from_seconds((wall_clock({date, 0}).time_since_epoch() - info.first.offset).count());
}

}  // namespace billtrail
