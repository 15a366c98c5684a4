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

Date business_date(const Event& event, Date today) {
  return std::visit(Overloaded{
                        [&](const PracticeOpened&) { return today; },
                        [&](const PracticeChanged&) { return today; },
                        [&](const Archived& archived) { return archived.on; },
                        [&](const Restored&) { return today; },
                        [&](const MemberAdded&) { return today; },
                        [&](const MemberChanged&) { return today; },
                        [&](const MemberRoleSet& role) { return role.valid_from; },
                        [&](const ContractedHoursSet& hours) { return hours.valid_from; },
                        [&](const HolidayAdded& holiday) { return holiday.date; },
                        [&](const LeaveRecorded& leave) { return leave.first; },
                        [&](const LeaveCancelled&) { return today; },
                        [&](const ClientAdded&) { return today; },
                        [&](const ClientChanged&) { return today; },
                        [&](const ServiceAdded&) { return today; },
                        [&](const ServiceChanged&) { return today; },
                        [&](const ProjectOpened&) { return today; },
                        [&](const ProjectChanged&) { return today; },
                        [&](const CampaignOpened&) { return today; },
                        [&](const CampaignChanged&) { return today; },
                        [&](const TaskAdded&) { return today; },
                        [&](const TaskChanged&) { return today; },
                        [&](const RateSet& rate) { return rate.valid_from; },
                        [&](const RateEnded& rate) { return rate.valid_to; },
                        [&](const EntryRepriced&) { return today; },
                        [&](const RoundingSet& policy) { return policy.valid_from; },
                        [&](const EntryRerounded&) { return today; },
                        [&](const TimerStarted&) { return today; },
                        [&](const TimerChanged&) { return today; },
                        [&](const TimerStopped&) { return today; },
                        [&](const TimerDiscarded&) { return today; },
                        [&](const TimeLogged& logged) { return logged.facts.span.work_date; },
                        [&](const TimeEntryCorrected& corrected) { return corrected.after.span.work_date; },
                        [&](const TimeEntryRemoved& removed) { return removed.facts.span.work_date; },
                        [&](const TimeEntryReviewed& reviewed) { return reviewed.after.span.work_date; },
                        [&](const PeriodLocked&) { return today; },
                        [&](const EngagementAgreed& happened) { return happened.starts; },
                        [&](const EngagementChanged&) { return today; },
                        [&](const EngagementEnded& happened) { return happened.on; },
                        [&](const RetainerAgreed& happened) { return happened.starts; },
                        [&](const RetainerChanged& happened) { return happened.from; },
                        [&](const RetainerPaused& happened) { return happened.from; },
                        [&](const RetainerResumed& happened) { return happened.from; },
                        [&](const RetainerCycleOpened& happened) { return happened.from; },
                        [&](const RetainerCycleRestated& happened) { return happened.from; },
                        [&](const RetainerCycleClosed& happened) { return happened.on; },
                        [&](const RetainerCycleReopened&) { return today; },
                        [&](const OverageApproved&) { return today; },
                        [&](const OverageCharged&) { return today; },
                        [&](const DeliverableRecorded& happened) { return happened.on; },
                        [&](const RetainerAlertRaised&) { return today; },
                        [&](const RetainerAlertCleared&) { return today; },
                        [&](const TaxRateSet& happened) { return happened.valid_from; },
                        [&](const BillingSet&) { return today; },
                        [&](const ClientBillingSet&) { return today; },
                        [&](const InvoiceDrafted&) { return today; },
                        [&](const InvoiceRevised&) { return today; },
                        [&](const InvoiceDiscarded&) { return today; },
                        [&](const InvoiceApproved&) { return today; },
                        [&](const InvoiceIssued& happened) { return happened.on; },
                        [&](const InvoiceSent&) { return today; },
                        [&](const InvoiceVoided& happened) { return happened.on; },
                        [&](const InvoiceWrittenOff& happened) { return happened.on; },
                        [&](const InvoiceWriteOffReversed& happened) { return happened.on; },
                        [&](const NumberSeriesSet&) { return today; },
                        [&](const NumbersReserved&) { return today; },
                        [&](const CreditNoteIssued& happened) { return happened.on; },
                        [&](const PaymentReceived& happened) { return happened.on; },
                        [&](const PaymentAllocated& happened) { return happened.on; },
                        [&](const AllocationUndone& happened) { return happened.on; },
                        [&](const PaymentRefunded& happened) { return happened.on; },
                        [&](const RefundReversed& happened) { return happened.on; },
                        [&](const PaymentReversed& happened) { return happened.on; },
                        [&](const DifferenceWrittenOff& happened) { return happened.on; },
                        [&](const WipWrittenOff& happened) { return happened.on; },
                        [&](const WipWrittenUp& happened) { return happened.on; },
                        [&](const WriteOffReversed& happened) { return happened.on; },
                        [&](const EntryDeferred& happened) { return happened.on; },
                        [&](const EntryReleased& happened) { return happened.on; },
                        [&](const WipAlertRaised&) { return today; },
                        [&](const WipAlertCleared&) { return today; },
                        [&](const ExpenseRecorded& happened) { return happened.on; },
                        [&](const ExpenseRemoved&) { return today; },
                        [&](const ExpenseWrittenOff& happened) { return happened.on; },
                        [&](const MilestonesPlanned&) { return today; },
                        [&](const MilestoneReached& happened) { return happened.on; },
                        [&](const MilestoneApproved& happened) { return happened.on; },
                        [&](const MediaPlanned& happened) { return happened.from; },
                        [&](const MediaSpendRecorded& happened) { return happened.on; },
                        [&](const RunCarriedOut&) { return today; },
                    },
                    event);
}

}  // namespace billtrail
