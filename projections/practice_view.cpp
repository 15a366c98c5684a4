// Fold of the practice's settings.
#include "projections/practice_view.hpp"

#include "projections/canonical.hpp"
#include "projections/event_families.hpp"

namespace billtrail {
namespace {

struct PracticeIgnores
    : Ignores<Archived, Restored, MemberAdded, MemberChanged, MemberRoleSet, ContractedHoursSet, HolidayAdded, LeaveRecorded,
              LeaveCancelled, ClientAdded, ClientChanged, ServiceAdded, ServiceChanged, ProjectOpened, ProjectChanged,
              CampaignOpened, CampaignChanged, TaskAdded, TaskChanged, RateSet, RateEnded, EntryRepriced, RoundingSet,
              EntryRerounded, TimerStarted, TimerChanged, TimerStopped, TimerDiscarded, TimeLogged, TimeEntryCorrected,
              TimeEntryRemoved, TimeEntryReviewed> {
  using Ignores::operator();
};

struct PracticeArms
    : PracticeIgnores, IgnoresAgreements, IgnoresInvoices, IgnoresPayments, IgnoresWipActs, IgnoresRuns {
  using PracticeIgnores::operator();
  using IgnoresAgreements::operator();
  using IgnoresInvoices::operator();
  using IgnoresPayments::operator();
  using IgnoresWipActs::operator();
  using IgnoresRuns::operator();
  PracticeView& view;
  explicit PracticeArms(PracticeView& view_) : view(view_) {}

  void operator()(const PracticeOpened& e) const {
    view.title = e.name;
    view.currency = e.currency;
    view.zone = e.zone;
  }
  void operator()(const PracticeChanged& e) const {
    if (e.name) view.title = *e.name;
    if (e.second_timer) view.second_timer = *e.second_timer;
    if (e.overlaps) view.overlaps = *e.overlaps;
    if (e.timer_warns_after) view.timer_warns_after = *e.timer_warns_after;
    if (e.timer_stops_after) view.timer_stops_after = *e.timer_stops_after;
    if (e.day_length) view.day_length = *e.day_length;
    if (e.ageing_edges) view.ageing_edges = *e.ageing_edges;
    if (e.selector_order) view.selector_order = *e.selector_order;
  }
  void operator()(const PeriodLocked& e) const { view.locked_until = e.until; }
};

}  // namespace

void PracticeView::apply(const Recorded& recorded) {
  if (practice != recorded.envelope.practice) practice = recorded.envelope.practice;
  std::visit(PracticeArms(*this), recorded.event);
}

void PracticeView::line(std::size_t, std::string& out) const {
  append_all(out, practice, title, zone, currency, second_timer, overlaps, timer_warns_after, timer_stops_after, day_length,
             ageing_edges, selector_order, locked_until);
}

}  // namespace billtrail
