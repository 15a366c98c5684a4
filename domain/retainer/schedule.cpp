// C5, H6: of all that is due the earliest comes first; on one day a close comes before the next opening, and both before drafts,
// so that the draft finds the overage that belongs to it. Nothing here remembers what it said before: what has been done is seen
// in the books.
#include "domain/retainer/schedule.hpp"

#include <algorithm>

#include "domain/retainer/cycles.hpp"
#include "domain/retainer/fee_parts.hpp"
#include "domain/retainer/unused_credit.hpp"

namespace billtrail {
namespace {

struct Step {
  Date due;
  Command command;
};

class Steps {
 public:
  Steps(const EngagementId& id, const Retainer& retainer) : id_(id), retainer_(retainer), terms_(retainer.cycles->cycle) {}

  // In order of preference where the day is the same.
  std::vector<Step> possible(bool drafts) const {
    std::vector<Step> steps;
    close(steps);
    open(steps);
    if (!drafts) return steps;
    for (const DraftPurpose purpose : {DraftPurpose::regular, DraftPurpose::adjustment, DraftPurpose::overage}) {
      draft(purpose, steps);
    }
    return steps;
  }

 private:
  void close(std::vector<Step>& steps) const {
    const CycleState* cycle = earliest_open(*retainer_.cycles);
    if (cycle != nullptr && !is_reopened(*cycle))
      steps.push_back({closes_on(*cycle), CloseRetainerCycle{id_, cycle->period, {}}});
  }
  void open(std::vector<Step>& steps) const {
    if (const std::optional<Period> next = next_period(retainer_)) {
      steps.push_back({opens_on(terms_, *next), OpenRetainerCycle{id_, next->period}});
    }
  }
  // The earliest period whose draft is missing.
  void draft(DraftPurpose purpose, std::vector<Step>& steps) const {
    for (const CycleState& cycle : retainer_.cycles->cycles) {
      if (!is_draft_due(terms_, cycle, purpose) || gives_back(cycle, purpose)) continue;
      const bool early = purpose == DraftPurpose::regular && terms_.timing == Timing::advance;
      const Date due = early                                 ? cycle.from - terms_.lead_days
                       : purpose == DraftPurpose::adjustment ? cycle.from
                                                             : closes_on(cycle);
      steps.push_back({due, DraftRecurring{{}, id_, cycle.period, purpose}});
      return;
    }
  }
  // What only gives back cannot be drafted: it takes a credit note, and a person to issue it.
  static bool gives_back(const CycleState& cycle, DraftPurpose purpose) {
    if (purpose != DraftPurpose::adjustment) return false;
    std::int64_t sum = 0;
    for (const FeeLine& line : fee_lines(cycle, purpose)) sum += line.fee;
    return sum < 0;
  }
  Date closes_on(const CycleState& cycle) const { return cycle.to + terms_.close_after_days; }

  const EngagementId& id_;
  const Retainer& retainer_;
  const CycleTerms& terms_;
};

}  // namespace

std::optional<Command> next_step(const Books& books, const EngagementId& engagement, Date today, bool drafts) {
  const Retainer retainer{books.engagements.find(engagement), books.retainers.find(engagement)};
  if (retainer.cycles == nullptr) return std::nullopt;
  std::vector<Step> steps = Steps(engagement, retainer).possible(drafts);
  if (drafts) {
    if (std::optional<IssueCreditNote> credit = unused_credit(books, retainer)) {
      steps.push_back({retainer.cycles->cycles.back().closed_on, std::move(*credit)});
    }
  }
  const auto first = std::min_element(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.due < b.due; });
  if (first == steps.end() || first->due > today) return std::nullopt;
  return first->command;
}

}  // namespace billtrail
