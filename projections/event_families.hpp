// Families of events for views that have nothing to do with any of a family. Each names its events one by one, like Ignores, so that a
// new event does not compile until it has been put somewhere.
#pragma once

#include "projections/projection.hpp"

namespace billtrail {

struct IgnoresAgreements : Ignores<EngagementAgreed, EngagementChanged, EngagementEnded, RetainerAgreed, RetainerChanged, RetainerPaused,
    RetainerResumed, RetainerCycleOpened, RetainerCycleRestated, RetainerCycleClosed, RetainerCycleReopened,
    OverageApproved, OverageCharged, DeliverableRecorded, RetainerAlertRaised, RetainerAlertCleared, TaxRateSet,
    BillingSet, ClientBillingSet> {
  using Ignores::operator();
};
struct IgnoresInvoices : Ignores<InvoiceDrafted, InvoiceRevised, InvoiceDiscarded, InvoiceApproved, InvoiceIssued, InvoiceSent, InvoiceVoided,
    InvoiceWrittenOff, InvoiceWriteOffReversed, NumberSeriesSet, NumbersReserved, CreditNoteIssued> {
  using Ignores::operator();
};
struct IgnoresPayments : Ignores<PaymentReceived, PaymentAllocated, AllocationUndone, PaymentRefunded, RefundReversed, PaymentReversed,
    DifferenceWrittenOff> {
  using Ignores::operator();
};
struct IgnoresWipActs : Ignores<WipWrittenOff, WipWrittenUp, WriteOffReversed, EntryDeferred, EntryReleased, WipAlertRaised, WipAlertCleared,
    ExpenseRecorded, ExpenseRemoved, ExpenseWrittenOff, MilestonesPlanned, MilestoneReached, MilestoneApproved,
    MediaPlanned, MediaSpendRecorded> {
  using Ignores::operator();
};
struct IgnoresRuns : Ignores<RunCarriedOut> {
  using Ignores::operator();
};

}  // namespace billtrail
