// C4: a part that stays as it was is not touched; of one that was cut short the rest is given back, so that 100.00 cut on the
// 15th gives back 54.84 and keeps 45.16.
#include "domain/retainer/fee_parts.hpp"

#include <algorithm>

namespace billtrail {
namespace {

std::int64_t sum_of(const std::vector<FeePart>& parts) {
  std::int64_t sum = 0;
  for (const FeePart& part : parts) sum += part.fee;
  return sum;
}

// The part that goes on where and as the other begins; null when there is none.
const FeePart* same_beginning(const std::vector<FeePart>& parts, const FeePart& other) {
  const auto found = std::find_if(parts.begin(), parts.end(), [&](const FeePart& part) {
    return part.from == other.from && part.whole_fee == other.whole_fee;
  });
  return found == parts.end() ? nullptr : &*found;
}

// Parts that follow one another at the same fee are one: only the allowance changed between them.
std::vector<FeePart> joined(const std::vector<FeePart>& parts) {
  std::vector<FeePart> whole;
  for (const FeePart& part : parts) {
    if (!whole.empty() && whole.back().to == part.from && whole.back().whole_fee == part.whole_fee) {
      whole.back().to = part.to;
      whole.back().fee += part.fee;
    } else {
      whole.push_back(part);
    }
  }
  return whole;
}

std::vector<FeeLine> adjustment(const CycleState& cycle) {
  const std::vector<FeePart> drafted = joined(cycle.drafted_fees);
  const std::vector<FeePart> now = joined(cycle.fees);
  std::vector<FeeLine> lines;
  for (const FeePart& old : drafted) {
    const FeePart* kept = same_beginning(now, old);
    if (kept == nullptr) lines.push_back({old.from, old.to, -old.fee});
    if (kept != nullptr && kept->fee < old.fee) lines.push_back({std::min(kept->to, old.to), old.to, kept->fee - old.fee});
  }
  for (const FeePart& part : now) {
    const FeePart* old = same_beginning(drafted, part);
    if (old == nullptr) lines.push_back({part.from, part.to, part.fee});
    if (old != nullptr && part.fee > old->fee) lines.push_back({std::min(old->to, part.to), part.to, part.fee - old->fee});
  }
  lines.erase(std::remove_if(lines.begin(), lines.end(), [](const FeeLine& line) { return line.fee == 0; }), lines.end());
  return lines;
}

}  // namespace

bool overage_may_be_billed(const CycleState& cycle) {
  if (!cycle.closed || cycle.overage_value == 0) return false;
  return cycle.policy != OveragePolicy::needs_approval || cycle.overage_approved == true;
}

bool is_draft_due(const CycleTerms& terms, const CycleState& cycle, DraftPurpose purpose) {
  if (cycle.skipped) return false;
  const bool own_draft = cycle.terms.overage_invoice == OverageInvoice::own_draft;
  switch (purpose) {
    case DraftPurpose::regular: {
      if (cycle.regular) return false;
      if (terms.timing == Timing::advance) return sum_of(cycle.fees) != 0;
      return cycle.closed && (sum_of(cycle.fees) != 0 || (!own_draft && overage_may_be_billed(cycle)));
    }
    case DraftPurpose::adjustment: return cycle.restated && cycle.regular && !cycle.adjustment && !adjustment(cycle).empty();
    case DraftPurpose::overage: return own_draft && overage_may_be_billed(cycle) && !cycle.overage_draft;
  }
  return false;
}

std::vector<FeeLine> fee_lines(const CycleState& cycle, DraftPurpose purpose) {
  if (purpose == DraftPurpose::adjustment) return adjustment(cycle);
  std::vector<FeeLine> lines;
  if (purpose == DraftPurpose::overage) return lines;
  for (const FeePart& part : joined(cycle.fees)) {
    if (part.fee != 0) lines.push_back({part.from, part.to, part.fee});
  }
  return lines;
}

}  // namespace billtrail
