// 2.5 capped: work counts towards the cap by its running sum of value, so that work taken back gives room again.
#include "domain/engagement/cap_split.hpp"

#include <algorithm>

#include "domain/kernel/rounding.hpp"

namespace billtrail {
namespace {

// The part of the seconds that goes with `part` of `value`; both have one sign.
Seconds seconds_of(const CappedWork& work, std::int64_t part) {
  if (part == work.value) return work.billed;
  const Int128 whole = work.value < 0 ? -Int128{work.value} : Int128{work.value};
  const Int128 kept = part < 0 ? -Int128{part} : Int128{part};
  return {divide_half_away(Int128{work.billed.count} * kept, static_cast<std::int64_t>(whole))};
}

}  // namespace

std::vector<WithinCap> within_cap(std::int64_t cap, const std::vector<CappedWork>& work) {
  std::vector<WithinCap> parts;
  parts.reserve(work.size());
  std::int64_t sum = 0;
  for (const CappedWork& entry : work) {
    const std::int64_t before = std::min(sum, cap);
    sum += entry.value;
    const std::int64_t value = std::min(sum, cap) - before;
    parts.push_back({seconds_of(entry, value), value});
  }
  return parts;
}

}  // namespace billtrail
