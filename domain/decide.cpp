// Each command is decided by the rule of its noun. Here stands only what holds for all of them.
#include "domain/decide.hpp"

#include "domain/books.hpp"
#include "domain/billing/billing_rules.hpp"
#include "domain/capacity/capacity_rules.hpp"
#include "domain/client/client_rules.hpp"
#include "domain/engagement/engagement_rules.hpp"
#include "domain/expense/expense_rules.hpp"
#include "domain/invoice/invoice_rules.hpp"
#include "domain/media/media_rules.hpp"
#include "domain/member/member_rules.hpp"
#include "domain/milestone/milestone_rules.hpp"
#include "domain/payment/payment_rules.hpp"
#include "domain/period/period_rules.hpp"
#include "domain/practice/practice_rules.hpp"
#include "domain/project/project_rules.hpp"
#include "domain/rate/rate_rules.hpp"
#include "domain/retainer/retainer_rules.hpp"
#include "domain/rounding/rounding_rules.hpp"
#include "domain/run/run_rules.hpp"
#include "domain/service/service_rules.hpp"
#include "domain/task/task_rules.hpp"
#include "domain/tax/tax_rules.hpp"
#include "domain/time/time_rules.hpp"
#include "domain/wip/wip_rules.hpp"

namespace billtrail {
namespace {

// Takes exactly the command's own overload: one that is missing does not compile, instead of calling decide(Command) for ever.
template <class SomeCommand>
Decision<Event> decide_by_noun(const Books& books, const SomeCommand& command, const Given& given) {
  constexpr Decision<Event> (*rule)(const Books&, const SomeCommand&, const Given&) = &decide;
  return rule(books, command, given);
}

}  // namespace

Decision<Event> decide(const Books& books, const Command& command, const Given& given) {
  if (!books.settings->opened && !std::holds_alternative<OpenPractice>(command)) {
    return refuse(RefusalCode::practice_not_opened);
  }
  return std::visit([&](const auto& held) { return decide_by_noun(books, held, given); }, command);
}

namespace {

// The date that each event counts on, one arm each.
struct BusinessDate {
  Date today;

  Date operator()(const PracticeOpened&) const { return today; }
  Date operator()(const PracticeChanged&) const { return today; }
  Date operator()(const Archived& archived) const { return archived.on; }
  Date operator()(const Restored&) const { return today; }
  Date operator()(const MemberAdded&) const { return today; }
  Date operator()(const MemberChanged&) const { return today; }
  Date operator()(const MemberRoleSet& role) const { return role.valid_from; }
  Date operator()(const ContractedHoursSet& hours) const { return hours.valid_from; }
  Date operator()(const HolidayAdded& holiday) const { return holiday.date; }
  Date operator()(const LeaveRecorded& leave) const { return leave.first; }
  Date operator()(const LeaveCancelled&) const { return today; }
  Date operator()(const ClientAdded&) const { return today; }
  Date operator()(const ClientChanged&) const { return today; }
  Date operator()(const ServiceAdded&) const { return today; }
  Date operator()(const ServiceChanged&) const { return today; }
  Date operator()(const ProjectOpened&) const { return today; }
  Date operator()(const ProjectChanged&) const { return today; }
  Date operator()(const CampaignOpened&) const { return today; }
  Date operator()(const CampaignChanged&) const { return today; }
  Date operator()(const TaskAdded&) const { return today; }
  Date operator()(const TaskChanged&) const { return today; }
  Date operator()(const RateSet& rate) const { return rate.valid_from; }
  Date operator()(const RateEnded& rate) const { return rate.valid_to; }
  Date operator()(const EntryRepriced&) const { return today; }
  Date operator()(const RoundingSet& policy) const { return policy.valid_from; }
  Date operator()(const EntryRerounded&) const { return today; }
  Date operator()(const TimerStarted&) const { return today; }
  Date operator()(const TimerChanged&) const { return today; }
  Date operator()(const TimerStopped&) const { return today; }
  Date operator()(const TimerDiscarded&) const { return today; }
  Date operator()(const TimeLogged& logged) const { return logged.facts.span.work_date; }
  Date operator()(const TimeEntryCorrected& corrected) const { return corrected.after.span.work_date; }
  Date operator()(const TimeEntryRemoved& removed) const { return removed.facts.span.work_date; }
  Date operator()(const TimeEntryReviewed& reviewed) const { return reviewed.after.span.work_date; }
  Date operator()(const PeriodLocked&) const { return today; }
  Date operator()(const EngagementAgreed& happened) const { return happened.starts; }
  Date operator()(const EngagementChanged&) const { return today; }
  Date operator()(const EngagementEnded& happened) const { return happened.on; }
  Date operator()(const RetainerAgreed& happened) const { return happened.starts; }
  Date operator()(const RetainerChanged& happened) const { return happened.from; }
  Date operator()(const RetainerPaused& happened) const { return happened.from; }
  Date operator()(const RetainerResumed& happened) const { return happened.from; }
  Date operator()(const RetainerCycleOpened& happened) const { return happened.from; }
  Date operator()(const RetainerCycleRestated& happened) const { return happened.from; }
  Date operator()(const RetainerCycleClosed& happened) const { return happened.on; }
  Date operator()(const RetainerCycleReopened&) const { return today; }
  Date operator()(const OverageApproved&) const { return today; }
  Date operator()(const OverageCharged&) const { return today; }
  Date operator()(const DeliverableRecorded& happened) const { return happened.on; }
  Date operator()(const RetainerAlertRaised&) const { return today; }
  Date operator()(const RetainerAlertCleared&) const { return today; }
  Date operator()(const TaxRateSet& happened) const { return happened.valid_from; }
  Date operator()(const BillingSet&) const { return today; }
  Date operator()(const ClientBillingSet&) const { return today; }
  Date operator()(const InvoiceDrafted&) const { return today; }
  Date operator()(const InvoiceRevised&) const { return today; }
  Date operator()(const InvoiceDiscarded&) const { return today; }
  Date operator()(const InvoiceApproved&) const { return today; }
  Date operator()(const InvoiceIssued& happened) const { return happened.on; }
  Date operator()(const InvoiceSent&) const { return today; }
  Date operator()(const InvoiceVoided& happened) const { return happened.on; }
  Date operator()(const InvoiceWrittenOff& happened) const { return happened.on; }
  Date operator()(const InvoiceWriteOffReversed& happened) const { return happened.on; }
  Date operator()(const NumberSeriesSet&) const { return today; }
  Date operator()(const NumbersReserved&) const { return today; }
  Date operator()(const CreditNoteIssued& happened) const { return happened.on; }
  Date operator()(const PaymentReceived& happened) const { return happened.on; }
  Date operator()(const PaymentAllocated& happened) const { return happened.on; }
  Date operator()(const AllocationUndone& happened) const { return happened.on; }
  Date operator()(const PaymentRefunded& happened) const { return happened.on; }
  Date operator()(const RefundReversed& happened) const { return happened.on; }
  Date operator()(const PaymentReversed& happened) const { return happened.on; }
  Date operator()(const DifferenceWrittenOff& happened) const { return happened.on; }
  Date operator()(const WipWrittenOff& happened) const { return happened.on; }
  Date operator()(const WipWrittenUp& happened) const { return happened.on; }
  Date operator()(const WriteOffReversed& happened) const { return happened.on; }
  Date operator()(const EntryDeferred& happened) const { return happened.on; }
  Date operator()(const EntryReleased& happened) const { return happened.on; }
  Date operator()(const WipAlertRaised&) const { return today; }
  Date operator()(const WipAlertCleared&) const { return today; }
  Date operator()(const ExpenseRecorded& happened) const { return happened.on; }
  Date operator()(const ExpenseRemoved&) const { return today; }
  Date operator()(const ExpenseWrittenOff& happened) const { return happened.on; }
  Date operator()(const MilestonesPlanned&) const { return today; }
  Date operator()(const MilestoneReached& happened) const { return happened.on; }
  Date operator()(const MilestoneApproved& happened) const { return happened.on; }
  Date operator()(const MediaPlanned& happened) const { return happened.from; }
  Date operator()(const MediaSpendRecorded& happened) const { return happened.on; }
  Date operator()(const RunCarriedOut&) const { return today; }
};

}  // namespace

Date business_date(const Event& event, Date today) { return std::visit(BusinessDate{today}, event); }

}  // namespace billtrail
