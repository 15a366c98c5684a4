// Events: what a variant of so many alternatives needs, compiled here once. An alternative that is missing below does not link.
#include "domain/event.hpp"

namespace billtrail {

Event::Event() = default;
Event::Event(const Event& other) = default;
Event::Event(Event&& other) noexcept = default;
Event& Event::operator=(const Event& other) = default;
Event& Event::operator=(Event&& other) noexcept = default;
Event::~Event() = default;

template <class T>
  requires is_one_of<T, AnyEvent>
Event::Event(T alternative) : AnyEvent(std::in_place_type<T>, std::move(alternative)) {}

template Event::Event(PracticeOpened);
template Event::Event(PracticeChanged);
template Event::Event(Archived);
template Event::Event(Restored);
template Event::Event(MemberAdded);
template Event::Event(MemberChanged);
template Event::Event(MemberRoleSet);
template Event::Event(ContractedHoursSet);
template Event::Event(HolidayAdded);
template Event::Event(LeaveRecorded);
template Event::Event(LeaveCancelled);
template Event::Event(ClientAdded);
template Event::Event(ClientChanged);
template Event::Event(ServiceAdded);
template Event::Event(ServiceChanged);
template Event::Event(ProjectOpened);
template Event::Event(ProjectChanged);
template Event::Event(CampaignOpened);
template Event::Event(CampaignChanged);
template Event::Event(TaskAdded);
template Event::Event(TaskChanged);
template Event::Event(RateSet);
template Event::Event(RateEnded);
template Event::Event(EntryRepriced);
template Event::Event(RoundingSet);
template Event::Event(EntryRerounded);
template Event::Event(TimerStarted);
template Event::Event(TimerChanged);
template Event::Event(TimerStopped);
template Event::Event(TimerDiscarded);
template Event::Event(TimeLogged);
template Event::Event(TimeEntryCorrected);
template Event::Event(TimeEntryRemoved);
template Event::Event(TimeEntryReviewed);
template Event::Event(PeriodLocked);
template Event::Event(EngagementAgreed);
template Event::Event(EngagementChanged);
template Event::Event(EngagementEnded);
template Event::Event(RetainerAgreed);
template Event::Event(RetainerChanged);
template Event::Event(RetainerPaused);
template Event::Event(RetainerResumed);
template Event::Event(RetainerCycleOpened);
template Event::Event(RetainerCycleRestated);
template Event::Event(RetainerCycleClosed);
template Event::Event(RetainerCycleReopened);
template Event::Event(OverageApproved);
template Event::Event(OverageCharged);
template Event::Event(DeliverableRecorded);
template Event::Event(RetainerAlertRaised);
template Event::Event(RetainerAlertCleared);
template Event::Event(TaxRateSet);
template Event::Event(BillingSet);
template Event::Event(ClientBillingSet);
template Event::Event(InvoiceDrafted);
template Event::Event(InvoiceRevised);
template Event::Event(InvoiceDiscarded);
template Event::Event(InvoiceApproved);
template Event::Event(InvoiceIssued);
template Event::Event(InvoiceSent);
template Event::Event(InvoiceVoided);
template Event::Event(InvoiceWrittenOff);
template Event::Event(InvoiceWriteOffReversed);
template Event::Event(NumberSeriesSet);
template Event::Event(NumbersReserved);
template Event::Event(CreditNoteIssued);
template Event::Event(PaymentReceived);
template Event::Event(PaymentAllocated);
template Event::Event(AllocationUndone);
template Event::Event(PaymentRefunded);
template Event::Event(RefundReversed);
template Event::Event(PaymentReversed);
template Event::Event(DifferenceWrittenOff);
template Event::Event(WipWrittenOff);
template Event::Event(WipWrittenUp);
template Event::Event(WriteOffReversed);
template Event::Event(EntryDeferred);
template Event::Event(EntryReleased);
template Event::Event(WipAlertRaised);
template Event::Event(WipAlertCleared);
template Event::Event(ExpenseRecorded);
template Event::Event(ExpenseRemoved);
template Event::Event(ExpenseWrittenOff);
template Event::Event(MilestonesPlanned);
template Event::Event(MilestoneReached);
template Event::Event(MilestoneApproved);
template Event::Event(MediaPlanned);
template Event::Event(MediaSpendRecorded);
template Event::Event(RunCarriedOut);

}  // namespace billtrail
