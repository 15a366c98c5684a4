// Every command there is. The name of a type is the name in the URL.
#pragma once

#include <variant>

#include "domain/event.hpp"

namespace billtrail {

using AnyCommand = std::variant<OpenPractice, ChangePractice, Archive, Restore, AddMember, ChangeMember, SetMemberRole,
                             SetContractedHours, AddHoliday, RecordLeave, CancelLeave, AddClient, ChangeClient, AddService,
                             ChangeService, OpenProject, ChangeProject, OpenCampaign, ChangeCampaign, AddTask, ChangeTask,
                             SetRate, EndRate, SetRounding, StartTimer, ChangeTimer, StopTimer, DiscardTimer, StopForgottenTimer,
                             LogTime, LogTimes, CorrectTimeEntry, RemoveTimeEntry, MoveTimeEntry, ReviewTimeEntry, LockPeriod,
                             AdjustTimeEntry,
                             AgreeEngagement, ChangeEngagement, EndEngagement,
                             AgreeRetainer, ChangeRetainer, PauseRetainer, ResumeRetainer, OpenRetainerCycle,
                             CloseRetainerCycle, ReopenRetainerCycle, ApproveOverage, RecordDeliverable,
                             SetTaxRate, AdoptTaxScheme,
                             SetBilling, SetClientBilling,
                             DraftInvoice, DraftRecurring, DraftDeposit, AddInvoiceLine, ChangeInvoiceLine,
                             RemoveInvoiceLine, MergeInvoiceLines, SplitInvoiceLine, AddInvoiceEntries, RemoveInvoiceEntries,
                             ChangeInvoice, DiscardInvoice, ApproveInvoice, IssueInvoice, RecordInvoiceSent,
                             VoidInvoice, WriteOffInvoice, ReverseInvoiceWriteOff, SetNumberSeries, ReserveNumbers,
                             IssueCreditNote,
                             RecordPayment, AllocatePayment, UndoAllocation, RefundPayment, ReverseRefund,
                             ReversePayment, WriteOffDifference,
                             WriteOffWip, WriteUpWip, ReverseWriteOff, DeferEntries, ReleaseEntries,
                             CheckWipAlerts,
                             RecordExpense, RemoveExpense, WriteOffExpense,
                             PlanMilestones, ReachMilestone, ApproveMilestone,
                             PlanMedia, RecordMediaSpend,
                             RunSchedule, DraftAllRecurring, DraftAllUnbilled, ApproveInvoices, IssueInvoices>;

// A variant whose copies, moves and destruction are compiled once, in command.cpp: with this many alternatives they would cost every
// file that touches one many seconds.
class Command : public AnyCommand {
 public:
  Command();
  template <class T>
    requires is_one_of<T, AnyCommand>
  Command(T alternative);
  Command(const Command& other);
  Command(Command&& other) noexcept;
  Command& operator=(const Command& other);
  Command& operator=(Command&& other) noexcept;
  ~Command();
};

}  // namespace billtrail
