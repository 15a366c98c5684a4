// What was agreed with clients, and what the cycles of retainers became: engagements in order of arrival, each with its terms, periods,
// deliverables and milestones. Every fact has its date, so that any as_of is a filter and never a replay.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "projections/directory_view.hpp"

namespace billtrail {

// Terms that hold from a date on; later in the list beats earlier.
struct DatedTerms {
  Date from;
  PeriodTerms terms;
  bool within_period = false;  // C4 "now"
};

struct AgreedPause {
  Date from;
  std::optional<Date> until;  // exclusive
};

struct CycleClosing {
  RetainerCycleClosed facts;
  std::optional<Date> reopened_on;
  Position position;
};

struct OverageAnswer {
  Date on;
  bool approved = true;
  std::string note;
};

struct OverageOnDraft {
  InvoiceId invoice;
  Seconds seconds;
  std::int64_t value = 0;
  Date on;
};

struct RaisedAlert {
  std::int32_t percent = 0;
  Date on;
  std::optional<Date> cleared_on;
  std::optional<EntryId> entry;
  Position position;
};

struct CycleFacts {
  std::int32_t period = 0;
  Date from, to;  // [from, to)
  bool skipped = false;
  Date opened_on;
  std::vector<FeePart> fees;  // as restated last
  std::int64_t allowance = 0;
  std::int64_t deficit = 0;     // brought in; where the period before closes later, its close says
  std::vector<Bucket> carried;  // likewise
  PeriodTerms terms;
  bool restated = false;
  std::vector<CycleClosing> closings;  // all but the last have been reopened
  std::vector<OverageAnswer> answers;
  std::vector<OverageOnDraft> charges;
  std::vector<RaisedAlert> alerts;

  // The close in force at the end of a day; null while the period is open. A period that was reopened is as if never closed.
  const CycleClosing* closed_as_of(Date day) const {
    if (closings.empty() || closings.back().reopened_on || closings.back().facts.on > day) return nullptr;
    return &closings.back();
  }
  std::int64_t fee() const {
    std::int64_t sum = 0;
    for (const FeePart& part : fees) sum += part.fee;
    return sum;
  }
  bool holds(Date date) const { return from <= date && date < to; }
};

struct MilestoneFacts {
  MilestoneId milestone;
  std::string name;
  std::int64_t amount = 0;
  std::optional<Date> planned, reached, approved;
  bool dropped = false;  // replaced by a later plan
};

struct EngagementFacts {
  Row client = no_row;
  std::string name;
  EngagementKind kind = EngagementKind::hourly;
  Date starts;
  std::optional<Date> ends;  // exclusive
  std::int64_t fee = 0;
  std::int64_t cap = 0;
  std::string scope;
  // Of retainers and recurring fees:
  std::optional<CycleTerms> cycle;
  std::vector<DatedTerms> terms;  // the first as agreed
  std::vector<AgreedPause> pauses;
  std::vector<CycleFacts> cycles;  // in order of period
  std::vector<DeliverableRecorded> deliverables;
  std::vector<MilestoneFacts> milestones;

  const CycleFacts* find_cycle(std::int32_t period) const {
    for (const CycleFacts& cycle_ : cycles) {
      if (cycle_.period == period) return &cycle_;
    }
    return nullptr;
  }
  // The terms that hold on a day; null for an engagement without cycles.
  const PeriodTerms* terms_on(Date day) const {
    for (auto it = terms.rbegin(); it != terms.rend(); ++it) {
      if (it->from <= day) return &it->terms;
    }
    return terms.empty() ? nullptr : &terms.front().terms;
  }
  bool paused_on(Date day) const {
    for (const AgreedPause& pause : pauses) {
      if (pause.from <= day && (!pause.until || day < *pause.until)) return true;
    }
    return false;
  }
};

struct AgreementsView {
  static constexpr std::string_view name = "agreements";
  static constexpr int version = 1;

  Register<EngagementId, EngagementFacts> engagements;
  Register<MilestoneId, EngagementId> milestone_of;  // the engagement of every milestone there has been

  // `directory` has already taken the event.
  void apply(const Recorded& recorded, const DirectoryView& directory);
  std::size_t lines() const { return engagements.size(); }
  void line(std::size_t i, std::string& out) const;
};

}  // namespace billtrail
