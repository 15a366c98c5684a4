// Every command there is. The name of a type is the name in the URL.
#pragma once

#include <variant>

#include "domain/event.hpp"

namespace billtrail {

using Command = std::variant<OpenPractice, ChangePractice, Archive, Restore, AddMember, ChangeMember, SetMemberRole,
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

}  // namespace billtrail
