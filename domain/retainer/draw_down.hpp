// H2, H3: how work draws down an allowance. Pure arithmetic, shared by decisions and read models.
#pragma once

#include <vector>

#include "domain/retainer/cycle.hpp"

namespace billtrail {

// One entry, in order of H3. What it uses of the allowance is its billed seconds, or for a money allowance its value at the agreed rate.
struct DrawnWork {
  Seconds billed;
  std::int64_t value = 0;  // agreed value of all its billed seconds, minor units
};

// The parts of one entry; covered + overage = billed. `value` is the agreed value of the overage part, so that covered value + value = the
// entry's.
struct DrawnPart {
  Seconds covered;
  Seconds overage;
  std::int64_t value = 0;
};

struct DrawDown {
  std::vector<DrawnPart> parts;        // as the work was given
  std::vector<std::int64_t> drawn;     // from each bucket, as the buckets were given
  std::int64_t available = 0;          // sum of the buckets
  std::int64_t used = 0;               // in the basis' unit, overage included
  std::int64_t overage = 0;            // likewise, beyond the buckets
};

// `buckets` in the order they are drawn; amounts may not be negative. Basis hours or money; with others nothing is drawn by work and all
// of it is covered. The entry that crosses the allowance is split: hours at the second, money by value, its seconds by
// largest remainder of the value.
DrawDown draw_down(AllowanceBasis basis, const std::vector<Bucket>& buckets, const std::vector<DrawnWork>& work);

// H2: the order of carried buckets: the soonest to expire first, never-expiring last; equal: the older first.
bool drawn_before(const Bucket& a, const Bucket& b);

// H2, H4: a period's buckets in the order they are drawn: carried and own, own reduced by the deficit (never below zero).
std::vector<Bucket> buckets_of(const std::vector<Bucket>& carried, std::int32_t period, std::int64_t own, std::int64_t deficit,
                               DrawOrder order);

}  // namespace billtrail
