// Fold of the running timers.
#include "projections/timers_view.hpp"

#include <algorithm>

#include "projections/canonical.hpp"
#include "projections/event_families.hpp"

namespace billtrail {
namespace {

struct TimerIgnores
    : Ignores<PracticeOpened, PracticeChanged, Archived, Restored, MemberAdded, MemberChanged, MemberRoleSet,
              ContractedHoursSet, HolidayAdded, LeaveRecorded, LeaveCancelled, ClientAdded, ClientChanged, ServiceAdded,
              ServiceChanged, ProjectOpened, ProjectChanged, CampaignOpened, CampaignChanged, TaskAdded, TaskChanged, RateSet,
              RateEnded, EntryRepriced, RoundingSet, EntryRerounded, TimeLogged, TimeEntryCorrected, TimeEntryRemoved,
              TimeEntryReviewed, PeriodLocked> {
  using Ignores::operator();
};

struct TimerArms
    : TimerIgnores, IgnoresAgreements, IgnoresInvoices, IgnoresPayments, IgnoresWipActs, IgnoresRuns {
  using TimerIgnores::operator();
  using IgnoresAgreements::operator();
  using IgnoresInvoices::operator();
  using IgnoresPayments::operator();
  using IgnoresWipActs::operator();
  using IgnoresRuns::operator();
  TimersView& view;
  explicit TimerArms(TimersView& view_) : view(view_) {}

  auto running(const EntryId& entry) const {
    const auto found = std::ranges::find(view.running, entry, &RunningClock::entry);
    if (found == view.running.end()) throw CannotTake("no timer runs for " + std::string(entry.text()));
    return found;
  }
  void operator()(const TimerStarted& e) const {
    if (std::ranges::find(view.running, e.member, &RunningClock::member) != view.running.end()) {
      throw CannotTake("TM1: a timer of " + std::string(e.member.text()) + " runs already");
    }
    view.running.push_back({e.entry, e.member, e.work, e.description, e.tags, e.at, e.zone});
  }
  void operator()(const TimerChanged& e) const {
    RunningClock& timer = *running(e.entry);
    timer.work = e.work;
    timer.at = e.at;
    if (e.description) timer.description = e.description;
    if (e.tags) timer.tags = *e.tags;
  }
  void operator()(const TimerStopped& e) const { view.running.erase(running(e.entry)); }
  void operator()(const TimerDiscarded& e) const { view.running.erase(running(e.entry)); }
};

}  // namespace

void TimersView::apply(const Event& event) { std::visit(TimerArms(*this), event); }

void TimersView::line(std::size_t i, std::string& out) const {
  const RunningClock& timer = running[i];
  append_all(out, timer.entry, timer.member, timer.work, timer.description, timer.tags, timer.at, timer.zone);
}

}  // namespace billtrail
