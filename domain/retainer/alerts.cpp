// 2.12: what has been touched is looked at again: work that came, changed or went, and cycles whose allowance changed.
#include "domain/retainer/alerts.hpp"

#include <algorithm>

#include "domain/retainer/cycles.hpp"
#include "domain/retainer/period_work.hpp"

namespace billtrail {
namespace {

// An engagement that events touched, with the entries they were about.
struct Touched {
  EngagementId engagement;
  std::vector<EntryId> entries;
};

class Looking {
 public:
  explicit Looking(const Books& books) : books_(books) {}

  std::vector<Touched>& found() { return found_; }

  void at(const EngagementId& engagement) { touched(engagement); }
  void at(const std::optional<EngagementId>& engagement, const EntryId& entry) {
    if (engagement && books_.retainers.row_of(*engagement) != no_row) touched(*engagement).entries.push_back(entry);
  }
  void at(const EntryId& entry) {
    const Row row = books_.entries.row_of(entry);
    const Row engagement = row == no_row ? no_row : books_.entries.at(row).engagement;
    if (engagement != no_row) at(books_.engagements.key(engagement), entry);
  }
  void at(const EntryId& entry, const EntryFacts& before, const EntryFacts& after) {
    at(after.work.engagement, entry);
    if (before.work.engagement != after.work.engagement) at(before.work.engagement, entry);
  }

 private:
  Touched& touched(const EngagementId& engagement) {
    const auto known =
        std::find_if(found_.begin(), found_.end(), [&](const Touched& touched) { return touched.engagement == engagement; });
    if (known != found_.end()) return *known;
    return found_.emplace_back(Touched{engagement, {}});
  }

  const Books& books_;
  std::vector<Touched> found_;
};

void look(const Event& event, Looking& looking) {
  if (const auto* logged = std::get_if<TimeLogged>(&event)) looking.at(logged->facts.work.engagement, logged->entry);
  if (const auto* corrected = std::get_if<TimeEntryCorrected>(&event))
    looking.at(corrected->entry, corrected->before, corrected->after);
  if (const auto* reviewed = std::get_if<TimeEntryReviewed>(&event))
    looking.at(reviewed->entry, reviewed->before, reviewed->after);
  if (const auto* removed = std::get_if<TimeEntryRemoved>(&event)) looking.at(removed->facts.work.engagement, removed->entry);
  if (const auto* repriced = std::get_if<EntryRepriced>(&event)) looking.at(repriced->entry);
  if (const auto* rerounded = std::get_if<EntryRerounded>(&event)) looking.at(rerounded->entry);
  if (const auto* opened = std::get_if<RetainerCycleOpened>(&event)) looking.at(opened->engagement);
  if (const auto* restated = std::get_if<RetainerCycleRestated>(&event)) looking.at(restated->engagement);
  if (const auto* closed = std::get_if<RetainerCycleClosed>(&event)) looking.at(closed->engagement);
  if (const auto* reopened = std::get_if<RetainerCycleReopened>(&event)) looking.at(reopened->engagement);
  if (const auto* delivered = std::get_if<DeliverableRecorded>(&event)) looking.at(delivered->engagement);
}

bool crossed(std::int64_t used, std::int64_t available, std::int32_t percent) {
  return used > 0 && Int128{used} * 100 >= Int128{available} * percent;
}

// The use of one cycle, with the entries that were touched taken out and put in again one by one.
class Use {
 public:
  Use(const PeriodWork& work, AllowanceBasis basis) : work_(work), basis_(basis) {}

  // The entry with which the use crossed the threshold: of those touched, in their order, the first that does; else the last.
  std::optional<EntryId> crosser(const Books& books, const std::vector<EntryId>& touched, std::int32_t percent) const {
    if (touched.empty()) return std::nullopt;
    std::int64_t used = work_.drawn.used;
    for (const EntryId& entry : touched) used -= use_of(books, entry);
    for (const EntryId& entry : touched) {
      used += use_of(books, entry);
      if (crossed(used, work_.drawn.available, percent)) return entry;
    }
    return touched.back();
  }

 private:
  std::int64_t use_of(const Books& books, const EntryId& entry) const {
    const auto found = std::find(work_.entries.begin(), work_.entries.end(), books.entries.row_of(entry));
    if (found == work_.entries.end()) return 0;
    const DrawnWork& work = work_.work[static_cast<std::size_t>(found - work_.entries.begin())];
    return basis_ == AllowanceBasis::hours ? work.billed.count : basis_ == AllowanceBasis::money ? work.value : 0;
  }

  const PeriodWork& work_;
  AllowanceBasis basis_;
};

void look_at_cycle(const Books& books, const Touched& touched, const CycleState& cycle, std::vector<Event>& alerts) {
  const PeriodWork work = period_work(books, touched.engagement, cycle, Pending::counted);
  const Use use(work, cycle.terms.basis);
  for (const std::int32_t percent : cycle.terms.alert_percent) {
    const bool now = crossed(work.drawn.used, work.drawn.available, percent);
    const bool before = cycle.alerts.count(percent) != 0;
    if (now && !before) {
      alerts.emplace_back(
          RetainerAlertRaised{touched.engagement, cycle.period, percent, use.crosser(books, touched.entries, percent)});
    } else if (!now && before) {
      alerts.emplace_back(RetainerAlertCleared{touched.engagement, cycle.period, percent});
    }
  }
}

}  // namespace

std::vector<Event> retainer_alerts(const Books& books, std::span<const Event> events) {
  Looking looking(books);
  for (const Event& event : events) look(event, looking);
  std::vector<Event> alerts;
  for (const Touched& touched : looking.found()) {
    for (const CycleState& cycle : books.retainers.find(touched.engagement)->cycles) {
      const bool watched = is_open(cycle) && cycle.terms.basis != AllowanceBasis::none;
      if (watched) look_at_cycle(books, touched, cycle, alerts);
    }
  }
  return alerts;
}

}  // namespace billtrail
