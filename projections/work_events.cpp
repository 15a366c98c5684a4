// Which half of the work fold takes which event.
#include "projections/billing_fold.hpp"
#include "projections/event_families.hpp"

namespace billtrail {
namespace {

struct WorkIgnores
    : Ignores<PracticeOpened, PracticeChanged, Archived, Restored, MemberAdded, MemberChanged, MemberRoleSet,
              ContractedHoursSet, HolidayAdded, LeaveRecorded, LeaveCancelled, ClientAdded, ClientChanged, ServiceAdded,
              ServiceChanged, ProjectOpened, ProjectChanged, CampaignOpened, CampaignChanged, TaskAdded, TaskChanged, RateSet,
              RateEnded, RoundingSet, TimerStarted, TimerChanged, TimerStopped, TimerDiscarded, PeriodLocked> {
  using Ignores::operator();
};

// Agreements, their open periods and alerts, numbers and money stand in views of their own.
struct WorkIgnoresBilling
    : Ignores<EngagementAgreed, EngagementChanged, EngagementEnded, RetainerAgreed, RetainerChanged, RetainerPaused, RetainerResumed,
              RetainerCycleOpened, RetainerCycleRestated, OverageApproved, OverageCharged, DeliverableRecorded, RetainerAlertRaised,
              RetainerAlertCleared, TaxRateSet, BillingSet, ClientBillingSet, InvoiceApproved, InvoiceSent, InvoiceWrittenOff,
              InvoiceWriteOffReversed, NumberSeriesSet, NumbersReserved, WipAlertRaised, WipAlertCleared, MilestonesPlanned,
              MilestoneReached, MilestoneApproved, MediaPlanned, MediaSpendRecorded> {
  using Ignores::operator();
};

struct WorkArms : WorkIgnores, WorkIgnoresBilling, IgnoresPayments, IgnoresRuns {
  using WorkIgnores::operator();
  using WorkIgnoresBilling::operator();
  using IgnoresPayments::operator();
  using IgnoresRuns::operator();
  WorkFold& fold;
  BillingFold& billing;
  WorkArms(WorkFold& fold_, BillingFold& billing_) : fold(fold_), billing(billing_) {}

  void operator()(const TimeLogged& e) const { fold.log(e); }
  void operator()(const TimeEntryCorrected& e) const {
    fold.change(e.entry, e.after);
    fold.text(e.entry, e.description, e.tags);
  }
  void operator()(const TimeEntryReviewed& e) const { fold.change(e.entry, e.after); }
  void operator()(const TimeEntryRemoved& e) const { fold.remove(e.entry); }
  void operator()(const EntryRepriced& e) const { fold.reprice(e); }
  void operator()(const EntryRerounded& e) const { fold.reround(e); }

  void operator()(const InvoiceDrafted& e) const { billing.take(e); }
  void operator()(const InvoiceRevised& e) const { billing.take(e); }
  void operator()(const InvoiceDiscarded& e) const { billing.take(e); }
  void operator()(const InvoiceIssued& e) const { billing.take(e); }
  void operator()(const InvoiceVoided& e) const { billing.take(e); }
  void operator()(const CreditNoteIssued& e) const { billing.take(e); }
  void operator()(const WipWrittenOff& e) const { billing.take(e); }
  void operator()(const WipWrittenUp& e) const { billing.take(e); }
  void operator()(const WriteOffReversed& e) const { billing.take(e); }
  void operator()(const EntryDeferred& e) const { billing.take(e); }
  void operator()(const EntryReleased& e) const { billing.take(e); }
  void operator()(const RetainerCycleClosed& e) const { billing.take(e); }
  void operator()(const RetainerCycleReopened& e) const { billing.take(e); }
  void operator()(const ExpenseRecorded& e) const { billing.take(e); }
  void operator()(const ExpenseRemoved& e) const { billing.take(e); }
  void operator()(const ExpenseWrittenOff& e) const { billing.take(e); }
};

}  // namespace

void WorkView::apply(const Recorded& recorded, const DirectoryView& directory) {
  WorkFold fold(*this, directory, recorded.envelope.position);
  BillingFold billing(*this, directory, fold);
  std::visit(WorkArms(fold, billing), recorded.event);
}

}  // namespace billtrail
