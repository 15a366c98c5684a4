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
  X(amount_too_large, rule, "The amount does not fit what can be recorded.")

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
