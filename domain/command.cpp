// Commands: what a variant of so many alternatives needs, compiled here once. An alternative that is missing below does not link.
#include "domain/command.hpp"

namespace billtrail {

Command::Command() = default;
Command::Command(const Command& other) = default;
Command::Command(Command&& other) noexcept = default;
Command& Command::operator=(const Command& other) = default;
Command& Command::operator=(Command&& other) noexcept = default;
Command::~Command() = default;

template <class T>
  requires is_one_of<T, AnyCommand>
Command::Command(T alternative) : AnyCommand(std::in_place_type<T>, std::move(alternative)) {}

template Command::Command(OpenPractice);
template Command::Command(ChangePractice);
template Command::Command(Archive);
template Command::Command(Restore);
template Command::Command(AddMember);
template Command::Command(ChangeMember);
template Command::Command(SetMemberRole);
template Command::Command(SetContractedHours);
template Command::Command(AddHoliday);
template Command::Command(RecordLeave);
template Command::Command(CancelLeave);
template Command::Command(AddClient);
template Command::Command(ChangeClient);
template Command::Command(AddService);
template Command::Command(ChangeService);
template Command::Command(OpenProject);
template Command::Command(ChangeProject);
template Command::Command(OpenCampaign);
template Command::Command(ChangeCampaign);
template Command::Command(AddTask);
template Command::Command(ChangeTask);
template Command::Command(SetRate);
template Command::Command(EndRate);
template Command::Command(SetRounding);
template Command::Command(StartTimer);
template Command::Command(ChangeTimer);
template Command::Command(StopTimer);
template Command::Command(DiscardTimer);
template Command::Command(StopForgottenTimer);
template Command::Command(LogTime);
template Command::Command(LogTimes);
template Command::Command(CorrectTimeEntry);
template Command::Command(RemoveTimeEntry);
template Command::Command(MoveTimeEntry);
template Command::Command(ReviewTimeEntry);
template Command::Command(LockPeriod);
template Command::Command(AdjustTimeEntry);
template Command::Command(AgreeEngagement);
template Command::Command(ChangeEngagement);
template Command::Command(EndEngagement);
template Command::Command(AgreeRetainer);
template Command::Command(ChangeRetainer);
template Command::Command(PauseRetainer);
template Command::Command(ResumeRetainer);
template Command::Command(OpenRetainerCycle);
template Command::Command(CloseRetainerCycle);
template Command::Command(ReopenRetainerCycle);
template Command::Command(ApproveOverage);
template Command::Command(RecordDeliverable);
template Command::Command(SetTaxRate);
template Command::Command(AdoptTaxScheme);
template Command::Command(SetBilling);
template Command::Command(SetClientBilling);
template Command::Command(DraftInvoice);
template Command::Command(DraftRecurring);
template Command::Command(DraftDeposit);
template Command::Command(AddInvoiceLine);
template Command::Command(ChangeInvoiceLine);
template Command::Command(RemoveInvoiceLine);
template Command::Command(MergeInvoiceLines);
template Command::Command(SplitInvoiceLine);
template Command::Command(AddInvoiceEntries);
template Command::Command(RemoveInvoiceEntries);
template Command::Command(ChangeInvoice);
template Command::Command(DiscardInvoice);
template Command::Command(ApproveInvoice);
template Command::Command(IssueInvoice);
template Command::Command(RecordInvoiceSent);
template Command::Command(VoidInvoice);
template Command::Command(WriteOffInvoice);
template Command::Command(ReverseInvoiceWriteOff);
template Command::Command(SetNumberSeries);
template Command::Command(ReserveNumbers);
template Command::Command(IssueCreditNote);
template Command::Command(RecordPayment);
template Command::Command(AllocatePayment);
template Command::Command(UndoAllocation);
template Command::Command(RefundPayment);
template Command::Command(ReverseRefund);
template Command::Command(ReversePayment);
template Command::Command(WriteOffDifference);
template Command::Command(WriteOffWip);
template Command::Command(WriteUpWip);
template Command::Command(ReverseWriteOff);
template Command::Command(DeferEntries);
template Command::Command(ReleaseEntries);
template Command::Command(CheckWipAlerts);
template Command::Command(RecordExpense);
template Command::Command(RemoveExpense);
template Command::Command(WriteOffExpense);
template Command::Command(PlanMilestones);
template Command::Command(ReachMilestone);
template Command::Command(ApproveMilestone);
template Command::Command(PlanMedia);
template Command::Command(RecordMediaSpend);
template Command::Command(RunSchedule);
template Command::Command(DraftAllRecurring);
template Command::Command(DraftAllUnbilled);
template Command::Command(ApproveInvoices);
template Command::Command(IssueInvoices);

}  // namespace billtrail
