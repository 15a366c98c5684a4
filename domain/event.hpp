// Every event there is, in the order of their numbers on disk: append only. A new event does not compile until evolve and
// every projection say what they do with it.
#pragma once

#include <variant>

#include "domain/billing/billing.hpp"
#include "domain/capacity/capacity.hpp"
#include "domain/client/client.hpp"
#include "domain/engagement/engagement.hpp"
#include "domain/expense/expense.hpp"
#include "domain/invoice/credit_note.hpp"
#include "domain/invoice/document.hpp"
#include "domain/invoice/invoice.hpp"
#include "domain/invoice/numbering.hpp"
#include "domain/kernel/one_of.hpp"
#include "domain/kernel/recorded.hpp"
#include "domain/media/media.hpp"
#include "domain/member/member.hpp"
#include "domain/milestone/milestone.hpp"
#include "domain/payment/payment.hpp"
#include "domain/period/period.hpp"
#include "domain/practice/practice.hpp"
#include "domain/project/project.hpp"
#include "domain/rate/rate.hpp"
#include "domain/retainer/cycle.hpp"
#include "domain/retainer/retainer.hpp"
#include "domain/rounding/rounding_policy.hpp"
#include "domain/run/run.hpp"
#include "domain/service/service.hpp"
#include "domain/task/task.hpp"
#include "domain/tax/tax.hpp"
#include "domain/time/time.hpp"
#include "domain/wip/wip_acts.hpp"

namespace billtrail {

using AnyEvent = std::variant<
    PracticeOpened, PracticeChanged, Archived, Restored,
    MemberAdded, MemberChanged, MemberRoleSet,
    ContractedHoursSet, HolidayAdded, LeaveRecorded, LeaveCancelled,
    ClientAdded, ClientChanged, ServiceAdded, ServiceChanged,
    ProjectOpened, ProjectChanged, CampaignOpened, CampaignChanged, TaskAdded, TaskChanged,
    RateSet, RateEnded, EntryRepriced, RoundingSet, EntryRerounded,
    TimerStarted, TimerChanged, TimerStopped, TimerDiscarded,
    TimeLogged, TimeEntryCorrected, TimeEntryRemoved, TimeEntryReviewed,
    PeriodLocked,
    EngagementAgreed, EngagementChanged, EngagementEnded,
    RetainerAgreed, RetainerChanged, RetainerPaused, RetainerResumed, RetainerCycleOpened, RetainerCycleRestated,
    RetainerCycleClosed, RetainerCycleReopened, OverageApproved, OverageCharged, DeliverableRecorded, RetainerAlertRaised,
    RetainerAlertCleared,
    TaxRateSet,
    BillingSet, ClientBillingSet,
    InvoiceDrafted, InvoiceRevised, InvoiceDiscarded, InvoiceApproved, InvoiceIssued, InvoiceSent,
    InvoiceVoided, InvoiceWrittenOff, InvoiceWriteOffReversed, NumberSeriesSet, NumbersReserved, CreditNoteIssued,
    PaymentReceived, PaymentAllocated, AllocationUndone, PaymentRefunded, RefundReversed, PaymentReversed,
    DifferenceWrittenOff,
    WipWrittenOff, WipWrittenUp, WriteOffReversed, EntryDeferred, EntryReleased, WipAlertRaised,
    WipAlertCleared,
    ExpenseRecorded, ExpenseRemoved, ExpenseWrittenOff,
    MilestonesPlanned, MilestoneReached, MilestoneApproved,
    MediaPlanned, MediaSpendRecorded,
    RunCarriedOut>;

// A variant whose copies, moves and destruction are compiled once, in event.cpp: with this many alternatives they would cost every
// file that touches one many seconds.
class Event : public AnyEvent {
 public:
  Event();
  template <class T>
    requires is_one_of<T, AnyEvent>
  Event(T alternative);
  Event(const Event& other);
  Event(Event&& other) noexcept;
  Event& operator=(const Event& other);
  Event& operator=(Event&& other) noexcept;
  ~Event();
};

// An event in its place in the ledger: what projections fold.
struct Recorded {
  Envelope envelope;
  Event event;
};

// For std::visit with one named arm for each event and no catch-all.
template <class... Arms>
struct Overloaded : Arms... {
  using Arms::operator()...;
};
template <class... Arms>
Overloaded(Arms...) -> Overloaded<Arms...>;

}  // namespace billtrail
