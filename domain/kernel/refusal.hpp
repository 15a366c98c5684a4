// Every reason for which a command may be refused, in order of precedence: a request with three faults always gets the same
// code. One line each: name, kind, the sentence a person reads. domain/README.md lists the same names in the same order.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace billtrail {

// conflict: the world is in another state than the caller thinks (409). rule: the command breaks a rule (422).
enum class RefusalKind { conflict, rule };

#define BILLTRAIL_REFUSALS(X)                                                                                             \
  X(practice_exists, conflict, "A practice with this id has already been opened.")                                       \
  X(practice_not_opened, conflict, "The practice has not been opened yet.")                                              \
  X(id_in_use, conflict, "Something with this id exists already.")                                                       \
  X(unknown_zone, rule, "The time zone is not an IANA name that this server knows.")                                     \
  X(unknown_member, rule, "There is no member with this id.")                                                            \
  X(unknown_client, rule, "There is no client with this id.")                                                            \
  X(unknown_service, rule, "There is no service with this id.")                                                          \
  X(unknown_project, rule, "There is no project with this id.")                                                          \
  X(unknown_campaign, rule, "There is no campaign with this id.")                                                        \
  X(unknown_task, rule, "There is no task with this id.")                                                                \
  X(unknown_engagement, rule, "There is no engagement with this id.")                                                    \
  X(unknown_entry, rule, "There is no time entry with this id.")                                                         \
  X(unknown_rate_rule, rule, "There is no rate rule with this id.")                                                      \
  X(unknown_leave, rule, "There is no leave with this id.")                                                              \
  X(archived, rule, "This has been archived; restore it before using it.")                                               \
  X(not_archived, conflict, "This is not archived.")                                                                     \
  X(name_must_not_be_empty, rule, "A name is needed.")                                                                   \
  X(name_in_use, conflict, "Another one of the same kind has this name.")                                                \
  X(project_of_another_client, rule, "The project belongs to another client.")                                           \
  X(campaign_of_another_client, rule, "The campaign belongs to another client.")                                         \
  X(task_of_another_client, rule, "The task belongs to another client.")                                                 \
  X(task_differs, rule, "The task says otherwise; leave the field out or name the task's own.")                          \
  X(billable_work_needs_client, rule, "Work without a client is internal and can only be non-billable.")                 \
  X(currency_fixed, rule, "The client already has priced work; its currency cannot change.")                             \
  X(time_missing, rule, "Say when and how long: a date with seconds, or a start with an end or seconds.")                \
  X(time_ambiguous, rule, "Date, start, end and seconds contradict one another.")                                        \
  X(duration_must_be_positive, rule, "The duration must be more than zero.")                                             \
  X(duration_too_long, rule, "One entry may not be longer than the limit.")                                              \
  X(date_out_of_range, rule, "The date is outside the years that can be recorded.")                                      \
  X(occurred_in_the_future, rule, "The time given lies in the future by more than the tolerance.")                       \
  X(period_locked, rule, "The period is locked: nothing dated on or before the lock date may change.")                   \
  X(before_member_joined, rule, "The member had not joined on that date.")                                               \
  X(after_member_left, rule, "The member had left by that date.")                                                        \
  X(overlaps_another_entry, rule, "The time overlaps another entry of the same member.")                                 \
  X(timer_running, conflict, "The member already has a running timer.")                                                  \
  X(timer_not_running, conflict, "No timer is running.")                                                                 \
  X(timer_stops_before_it_starts, rule, "A timer cannot stop before it started.")                                        \
  X(entry_removed, conflict, "The entry has been removed.")                                                              \
  X(client_change_is_a_move, rule, "Another client needs MoveTimeEntry: the old entry is removed, a new one added.")      \
  X(entry_not_in_review, conflict, "The entry does not need a review.")                                                  \
  X(nothing_to_change, rule, "The command changes nothing.")                                                             \
  X(reason_needed, rule, "A reason is needed.")                                                                          \
  X(rate_rule_later_exists, conflict, "A rule with the same selectors starts on or after this date and before the end.") \
  X(rate_end_before_start, rule, "The rule would end before it starts.")                                                 \
  X(rate_must_not_be_negative, rule, "A rate must not be negative.")                                                     \
  X(currency_differs, rule, "The currency is not the one that applies here.")                                            \
  X(cost_rate_selector, rule, "A cost rate can name a member, a role or a service only.")                                \
  X(rounding_terms_invalid, rule, "The increment must be 60 to 14400 seconds, and minimum and grace not negative.")      \
  X(lock_moves_back, rule, "The lock date can only move forward.")                                                       \
  X(leave_ends_before_it_starts, rule, "The leave would end before it starts.")                                          \
  X(hours_out_of_range, rule, "A day has between 0 and 24 hours.")                                                       \
  X(setting_out_of_range, rule, "The setting is outside its allowed range.")                                             \
  X(amount_too_large, rule, "The amount does not fit what can be recorded.")                                              \
  X(unknown_invoice, rule, "There is no invoice with this id.")                                                           \
  X(unknown_credit_note, rule, "There is no credit note with this id.")                                                   \
  X(unknown_payment, rule, "There is no payment with this id.")                                                           \
  X(unknown_allocation, rule, "There is no allocation with this id.")                                                     \
  X(unknown_refund, rule, "There is no refund with this id.")                                                             \
  X(unknown_write_off, rule, "There is no write-off with this id.")                                                       \
  X(unknown_expense, rule, "There is no expense with this id.")                                                           \
  X(unknown_milestone, rule, "There is no milestone with this id.")                                                       \
  X(unknown_media, rule, "There is no media budget with this id.")                                                        \
  X(unknown_line, rule, "The invoice has no line with this number.")                                                      \
  X(unknown_period, rule, "The agreement has no such period, or not yet.")                                                \
  X(engagement_of_another_client, rule, "The engagement belongs to another client.")                                      \
  X(engagement_kind_differs, rule, "The engagement is of another kind than this needs.")                                  \
  X(engagement_not_running, rule, "The engagement does not run on that date.")                                            \
  X(engagement_terms_invalid, rule, "The terms of the agreement contradict one another or are outside their range.")      \
  X(category_needs_reason, rule, "The category is not what the engagement says; give a reason to override it.")           \
  X(cycle_not_due, conflict, "The cycle is not due yet, or an earlier one comes first.")                                  \
  X(cycle_open, conflict, "The period has not been closed.")                                                              \
  X(cycle_closed, conflict, "The period has been closed; put its work right with an adjustment.")                         \
  X(cycle_skipped, rule, "The period is paused.")                                                                         \
  X(overage_not_waiting, conflict, "No overage of this period waits for an approval.")                                    \
  X(entry_claimed, conflict, "The entry is held by another line; the facts name the holder.")                             \
  X(entry_on_draft, conflict, "The entry stands on a draft; edit the draft instead.")                                     \
  X(entry_invoiced, conflict, "The entry has been invoiced; put it right with an adjustment or a credit note.")           \
  X(entry_not_billable, rule, "The entry has nothing that could be billed.")                                              \
  X(entry_unpriced, rule, "No rate matches this work; it cannot be invoiced before it has one.")                          \
  X(entry_written_off, conflict, "The entry has been written off.")                                                       \
  X(entry_of_another_client, rule, "The entry belongs to another client.")                                                \
  X(entry_open, rule, "The entry is still open; correct it instead.")                                                     \
  X(not_on_draft, rule, "The entry does not stand on this draft.")                                                        \
  X(nothing_to_bill, rule, "There is nothing open that could be billed.")                                                 \
  X(nothing_due, rule, "Nothing is due by that date.")                                                                    \
  X(draft_exists, conflict, "This scheduled draft has been made already.")                                                \
  X(invoice_not_draft, conflict, "Only a draft can be changed, approved or discarded.")                                   \
  X(invoice_not_approved, conflict, "The invoice must be approved first.")                                                \
  X(invoice_not_issued, conflict, "This needs an issued invoice.")                                                        \
  X(invoice_settled, conflict, "The invoice is paid, credited or sent; it cannot be voided.")                             \
  X(approver_is_author, rule, "Another person than the author must approve.")                                             \
  X(invoice_empty, rule, "A document needs at least one line.")                                                           \
  X(total_negative, rule, "The total would be negative; issue a credit note instead.")                                    \
  X(price_negative, rule, "A price must not be negative; use a negative quantity for a reduction.")                       \
  X(line_kind_differs, rule, "The line is of a kind that does not take this.")                                            \
  X(lines_differ, rule, "Lines can be merged only when kind, price, unit and tax are the same.")                          \
  X(tax_rate_missing, rule, "No tax rate is set for this jurisdiction and date.")                                         \
  X(tax_out_of_scope_mixed, rule, "Category O may not stand beside any other on one document: make two, or code the line E with a reason.") \
  X(tax_reason_missing, rule, "Categories E, AE and O need a printed reason.")                                            \
  X(line_outside_period, rule, "The line's period lies outside the document's period.")                                   \
  X(number_series_invalid, rule, "The format of the number series needs its counter, and the year when it begins anew each year.") \
  X(number_used, conflict, "The number has been used or reserved.")                                                       \
  X(issue_date_too_early, rule, "The issue date lies before the last one of the series.")                                 \
  X(date_before_work, rule, "The date lies before the work it is about.")                                                 \
  X(date_before_document, rule, "The date lies before the document or payment it is about.")                              \
  X(void_period_over, rule, "The tax period of the invoice is over; issue a credit note.")                                \
  X(credit_too_large, rule, "More would be credited than the line or the invoice still has.")                             \
  X(credit_work_needs_whole_line, rule, "Work returns only from a line that is credited as a whole.")                     \
  X(allocation_too_large, rule, "More would be allocated than is unallocated, or than the invoice still owes.")           \
  X(already_undone, conflict, "This has been undone before.")                                                             \
  X(payment_reversed, conflict, "The payment has been reversed.")                                                         \
  X(payment_has_refunds, conflict, "The payment has refunds; reverse those first.")                                       \
  X(difference_too_large, rule, "What is left is more than the limit for small differences.")                             \
  X(write_off_too_large, rule, "More would be written off than is open.")                                                 \
  X(entries_not_open, conflict, "The work this is about is no longer open.")                                              \
  X(markup_on_behalf, rule, "What is paid on a client's behalf is billed at exact cost; a mark-up makes it a recharge.")  \
  X(expense_settled, conflict, "The expense is on an invoice or written off.")                                            \
  X(milestones_do_not_sum, rule, "The milestones must sum to the contract value, or their percentages to 100.")           \
  X(milestone_not_reached, conflict, "The milestone has not been reached yet.")                                           \
  X(milestone_settled, conflict, "The milestone has been reached, approved or invoiced already.")

enum class RefusalCode : std::uint8_t {
#define X(name, kind, meaning) name,
  BILLTRAIL_REFUSALS(X)
#undef X
};

struct RefusalMeaning {
  std::string_view name;
  RefusalKind kind;
  std::string_view sentence;
};

inline constexpr auto refusal_meanings = std::to_array<RefusalMeaning>({
#define X(name, kind, meaning) {#name, RefusalKind::kind, meaning},
    BILLTRAIL_REFUSALS(X)
#undef X
});

constexpr const RefusalMeaning& meaning_of(RefusalCode code) { return refusal_meanings[static_cast<std::size_t>(code)]; }

}  // namespace billtrail
