// Families of events for views that have nothing to do with any of a family. Each names its events one by one, like Ignores, so that a
// new event does not compile until it has been put somewhere.
#pragma once

#include "projections/projection.hpp"

namespace billtrail {

// Practice, directory, capacity, rates, rounding, timers and time entries.
struct IgnoresTime : Ignores<PracticeOpened, PracticeChanged, Archived, Restored, MemberAdded, MemberChanged, MemberRoleSet, ContractedHoursSet,
    HolidayAdded, LeaveRecorded, LeaveCancelled, ClientAdded, ClientChanged, ServiceAdded, ServiceChanged, ProjectOpened, ProjectChanged,
    CampaignOpened, CampaignChanged, TaskAdded, TaskChanged, RateSet, RateEnded, EntryRepriced, RoundingSet, EntryRerounded, TimerStarted,
    TimerChanged, TimerStopped, TimerDiscarded, TimeLogged, TimeEntryCorrected, TimeEntryRemoved, TimeEntryReviewed, PeriodLocked> {
  using Ignores::operator();
};
struct IgnoresEngagements : Ignores<EngagementAgreed, EngagementChanged, EngagementEnded, RetainerAgreed, RetainerChanged, RetainerPaused,
    RetainerResumed, RetainerCycleOpened, RetainerCycleRestated, RetainerCycleClosed, RetainerCycleReopened, OverageApproved,
    OverageCharged, DeliverableRecorded, RetainerAlertRaised, RetainerAlertCleared> {
  using Ignores::operator();
};
struct IgnoresBilling : Ignores<TaxRateSet, BillingSet, ClientBillingSet> {
  using Ignores::operator();
};
struct IgnoresAgreements : IgnoresEngagements, IgnoresBilling {
  using IgnoresEngagements::operator();
  using IgnoresBilling::operator();
};
struct IgnoresInvoices : Ignores<InvoiceDrafted, InvoiceRevised, InvoiceDiscarded, InvoiceApproved, InvoiceIssued, InvoiceSent, InvoiceVoided,
    InvoiceWrittenOff, InvoiceWriteOffReversed, NumberSeriesSet, NumbersReserved, CreditNoteIssued> {
  using Ignores::operator();
};
struct IgnoresPayments : Ignores<PaymentReceived, PaymentAllocated, AllocationUndone, PaymentRefunded, RefundReversed, PaymentReversed,
    DifferenceWrittenOff> {
  using Ignores::operator();
};
struct IgnoresSettlements : Ignores<WipWrittenOff, WipWrittenUp, WriteOffReversed, EntryDeferred, EntryReleased> {
  using Ignores::operator();
};
struct IgnoresWipAlerts : Ignores<WipAlertRaised, WipAlertCleared> {
  using Ignores::operator();
};
struct IgnoresMilestones : Ignores<MilestonesPlanned, MilestoneReached, MilestoneApproved> {
  using Ignores::operator();
};
struct IgnoresExpenses : Ignores<ExpenseRecorded, ExpenseRemoved, ExpenseWrittenOff, MediaPlanned, MediaSpendRecorded> {
  using Ignores::operator();
};
struct IgnoresWipActs : IgnoresSettlements, IgnoresWipAlerts, IgnoresMilestones, IgnoresExpenses {
  using IgnoresSettlements::operator();
  using IgnoresWipAlerts::operator();
  using IgnoresMilestones::operator();
  using IgnoresExpenses::operator();
};
struct IgnoresRuns : Ignores<RunCarriedOut> {
  using Ignores::operator();
};

}  // namespace billtrail
