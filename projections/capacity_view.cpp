// Fold of contracted hours, holidays and leave.
#include "projections/capacity_view.hpp"

#include "projections/canonical.hpp"
#include "projections/event_families.hpp"

namespace billtrail {
namespace {

struct CapacityIgnores
    : Ignores<PracticeOpened, PracticeChanged, Archived, Restored, MemberAdded, MemberChanged, MemberRoleSet, ClientAdded,
              ClientChanged, ServiceAdded, ServiceChanged, ProjectOpened, ProjectChanged, CampaignOpened, CampaignChanged,
              TaskAdded, TaskChanged, RateSet, RateEnded, EntryRepriced, RoundingSet, EntryRerounded, TimerStarted,
              TimerChanged, TimerStopped, TimerDiscarded, TimeLogged, TimeEntryCorrected, TimeEntryRemoved, TimeEntryReviewed,
              PeriodLocked> {
  using Ignores::operator();
};

struct CapacityArms
    : CapacityIgnores, IgnoresAgreements, IgnoresInvoices, IgnoresPayments, IgnoresWipActs, IgnoresRuns {
  using CapacityIgnores::operator();
  using IgnoresAgreements::operator();
  using IgnoresInvoices::operator();
  using IgnoresPayments::operator();
  using IgnoresWipActs::operator();
  using IgnoresRuns::operator();
  CapacityView& view;
  explicit CapacityArms(CapacityView& view_) : view(view_) {}

  void operator()(const ContractedHoursSet& e) const { view.contracts[e.member][e.valid_from] = {e.week, e.calendar}; }
  void operator()(const HolidayAdded& e) const { view.holidays[e.calendar][e.date] = e.name; }
  void operator()(const LeaveRecorded& e) const {
    if (!view.leaves.try_emplace(e.leave, Leave{e.member, e.first, e.last, e.seconds_a_day}).second) {
      throw CannotTake("leave in use: " + std::string(e.leave.text()));
    }
  }
  void operator()(const LeaveCancelled& e) const {
    const auto found = view.leaves.find(e.leave);
    if (found == view.leaves.end()) throw CannotTake("unknown leave " + std::string(e.leave.text()));
    found->second.cancelled = true;
  }
};

}  // namespace

void CapacityView::apply(const Event& event) { std::visit(CapacityArms(*this), event); }

void CapacityView::line(std::size_t i, std::string& out) const {
  if (i < contracts.size()) {
    const auto& [member, versions] = *std::next(contracts.begin(), static_cast<std::ptrdiff_t>(i));
    append_all(out, member);
    for (const auto& [from, contract] : versions) append_all(out, from, contract.week, contract.calendar);
    return;
  }
  i -= contracts.size();
  if (i < holidays.size()) {
    const auto& [calendar, days] = *std::next(holidays.begin(), static_cast<std::ptrdiff_t>(i));
    append_all(out, calendar);
    for (const auto& [date, holiday] : days) append_all(out, date, holiday);
    return;
  }
  const auto& [id, leave] = *std::next(leaves.begin(), static_cast<std::ptrdiff_t>(i - holidays.size()));
  append_all(out, id, leave.member, leave.first, leave.last, leave.seconds_a_day, leave.cancelled);
}

}  // namespace billtrail
