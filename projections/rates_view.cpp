// Fold of the rate rules.
#include "projections/rates_view.hpp"

#include <algorithm>

#include "projections/canonical.hpp"
#include "projections/event_families.hpp"

namespace billtrail {
namespace {

struct RateIgnores
    : Ignores<PracticeOpened, PracticeChanged, Archived, Restored, MemberAdded, MemberChanged, MemberRoleSet,
              ContractedHoursSet, HolidayAdded, LeaveRecorded, LeaveCancelled, ClientAdded, ClientChanged, ServiceAdded,
              ServiceChanged, ProjectOpened, ProjectChanged, CampaignOpened, CampaignChanged, TaskAdded, TaskChanged,
              EntryRepriced, RoundingSet, EntryRerounded, TimerStarted, TimerChanged, TimerStopped, TimerDiscarded,
              TimeLogged, TimeEntryCorrected, TimeEntryRemoved, TimeEntryReviewed, PeriodLocked> {
  using Ignores::operator();
};

struct RateArms
    : RateIgnores, IgnoresAgreements, IgnoresInvoices, IgnoresPayments, IgnoresWipActs, IgnoresRuns {
  using RateIgnores::operator();
  using IgnoresAgreements::operator();
  using IgnoresInvoices::operator();
  using IgnoresPayments::operator();
  using IgnoresWipActs::operator();
  using IgnoresRuns::operator();
  RatesView& view;
  explicit RateArms(RatesView& view_) : view(view_) {}

  RateSet& rule(const RateRuleId& id) const {
    const auto found = std::ranges::find(view.rules, id, &RateSet::rule);
    if (found == view.rules.end()) throw CannotTake("unknown rate rule " + std::string(id.text()));
    return *found;
  }
  void operator()(const RateSet& e) const {
    if (std::ranges::find(view.rules, e.rule, &RateSet::rule) != view.rules.end()) {
      throw CannotTake("rate rule in use: " + std::string(e.rule.text()));
    }
    if (e.ends) rule(*e.ends).valid_to = e.valid_from;
    view.rules.push_back(e);
  }
  void operator()(const RateEnded& e) const { rule(e.rule).valid_to = e.valid_to; }
};

}  // namespace

void RatesView::apply(const Event& event) { std::visit(RateArms(*this), event); }

void RatesView::line(std::size_t i, std::string& out) const { append(out, rules[i]); }

}  // namespace billtrail
