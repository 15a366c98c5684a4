// TM4: the split of an entry's seconds at local midnights. A day is as long as its zone makes it: 23, 24, 25 hours or other.
#include "domain/time/split.hpp"

#include <algorithm>

#include "domain/kernel/rounding.hpp"

namespace billtrail {

std::vector<DayPart> split_by_day(Instant start, Instant end, Seconds seconds, std::string_view zone, const ZoneRules& zones) {
  if (seconds.count == 0) return {};
  const Date first = zones.local(start, zone).date;
  const Instant last_moment{std::max(start.micros, end.micros - 1)};  // half-open: the end itself is not worked
  if (zones.local(last_moment, zone).date == first) return {{first, seconds}};

  std::vector<Date> dates;
  std::vector<std::int64_t> elapsed;
  Instant from = start;
  for (Date date = first; from < end; date = date + 1) {
    // A day that begins twice counts from its first beginning, which may lie before a start on the evening that came again.
    const Instant to = std::clamp(zones.start_of_day(date + 1, zone), from, end);
    dates.push_back(date);
    elapsed.push_back(to.micros - from.micros);
    from = to;
  }

  const std::vector<std::int64_t> shares = largest_remainder(seconds.count, elapsed);
  std::vector<DayPart> parts;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    if (shares[i] != 0) parts.push_back({dates[i], {shares[i]}});
  }
  return parts;
}

}  // namespace billtrail
