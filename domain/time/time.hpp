// Time: timers and time entries. An entry is work done: who, for what, when, how long, category. Raw seconds, both rates
// and the rounding terms are frozen on it; whatever changes later is an event of its own (2.17, 2.19).
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/kernel/id.hpp"
#include "domain/kernel/personal.hpp"
#include "domain/kernel/zone.hpp"
#include "domain/rate/rate.hpp"
#include "domain/rounding/rounding_policy.hpp"
#include "domain/time/category.hpp"

namespace billtrail {

// What the work was for. Work without a client is internal and non-billable.
struct Assignment {
  std::optional<ClientId> client;
  std::optional<EngagementId> engagement;
  std::optional<ProjectId> project;
  std::optional<CampaignId> campaign;
  std::optional<TaskId> task;
  std::optional<ServiceId> service;
  Category category = Category::non_billable;
  friend bool operator==(const Assignment&, const Assignment&) = default;
};
BOOST_DESCRIBE_STRUCT(Assignment, (), (client, engagement, project, campaign, task, service, category))

// The part of an entry that falls on one local day.
struct DayPart {
  Date date;
  Seconds seconds;
  friend bool operator==(const DayPart&, const DayPart&) = default;
};
BOOST_DESCRIBE_STRUCT(DayPart, (), (date, seconds))

// When and how long (TM2-TM4). Duration-only entries have no clock times. `days` is there only when the work touches more than
// one local day, and then sums to `seconds`. With pauses, seconds may be less than end - start.
struct Span {
  Date work_date;  // R3: the local date of the start in the practice's zone
  Seconds seconds;
  std::optional<Instant> start;
  std::optional<Instant> end;
  std::optional<std::string> zone;  // of the clock the person looked at
  std::vector<DayPart> days;
  friend bool operator==(const Span&, const Span&) = default;
};
BOOST_DESCRIBE_STRUCT(Span, (), (work_date, seconds, start, end, zone, days))

// needed: stopped by the server; counts as logged, not as billable, until the member confirms or trims it (TM5).
BOOST_DEFINE_ENUM_CLASS(Review, not_needed, needed, done)

struct EntryFacts {
  MemberId member;
  Assignment work;
  Span span;
  RoundingTerms rounding;
  std::optional<AppliedRate> agreed;    // what R1 gave; absent on billable work means unpriced
  std::optional<AppliedRate> standard;  // R1 without project, engagement and client selectors (R2)
  Review review = Review::not_needed;
  friend bool operator==(const EntryFacts&, const EntryFacts&) = default;
};
BOOST_DESCRIBE_STRUCT(EntryFacts, (), (member, work, span, rounding, agreed, standard, review))

// Where an imported entry came from: "toggl" and the identity of its row.
struct ImportSource {
  std::string system;
  std::string row;
  friend bool operator==(const ImportSource&, const ImportSource&) = default;
};
BOOST_DESCRIBE_STRUCT(ImportSource, (), (system, row))

// ---- timers

struct StartTimer {
  std::optional<EntryId> entry;
  MemberId member;
  std::optional<ClientId> client;
  std::optional<EngagementId> engagement;
  std::optional<ProjectId> project;
  std::optional<CampaignId> campaign;
  std::optional<TaskId> task;
  std::optional<ServiceId> service;
  std::optional<Category> category;  // the task's, else project or ad_hoc by what is named, else non_billable
  std::optional<Personal> description;
  std::vector<std::string> tags;
  std::optional<Instant> at;         // now unless given
  std::optional<std::string> zone;   // the member's unless given
};
BOOST_DESCRIBE_STRUCT(StartTimer, (),
                      (entry, member, client, engagement, project, campaign, task, service, category, description, tags, at, zone))

struct TimerStarted {
  EntryId entry;
  MemberId member;
  Assignment work;
  std::optional<Personal> description;
  std::vector<std::string> tags;
  Instant at;
  std::string zone;
};
BOOST_DESCRIBE_STRUCT(TimerStarted, (), (entry, member, work, description, tags, at, zone))

// Details may be filled in after the start.
struct ChangeTimer {
  EntryId entry;
  std::optional<ClientId> client;
  std::optional<EngagementId> engagement;
  std::optional<ProjectId> project;
  std::optional<CampaignId> campaign;
  std::optional<TaskId> task;
  std::optional<ServiceId> service;
  std::optional<Category> category;
  std::optional<Personal> description;
  std::optional<std::vector<std::string>> tags;
  std::optional<Instant> at;  // a corrected start
};
BOOST_DESCRIBE_STRUCT(ChangeTimer, (),
                      (entry, client, engagement, project, campaign, task, service, category, description, tags, at))

struct TimerChanged {
  EntryId entry;
  Assignment work;
  std::optional<Personal> description;
  std::optional<std::vector<std::string>> tags;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(TimerChanged, (), (entry, work, description, tags, at))

// Stops the member's running timer and logs its time, in one append.
struct StopTimer {
  MemberId member;
  std::optional<EntryId> entry;  // refused when another one is running; any unless given
  std::optional<Instant> at;
};
BOOST_DESCRIBE_STRUCT(StopTimer, (), (member, entry, at))

BOOST_DEFINE_ENUM_CLASS(StopCause, by_member, by_next_timer, forgotten)

struct TimerStopped {
  EntryId entry;
  MemberId member;
  Instant at;
  StopCause cause;
};
BOOST_DESCRIBE_STRUCT(TimerStopped, (), (entry, member, at, cause))

struct DiscardTimer {
  MemberId member;
  EntryId entry;
};
BOOST_DESCRIBE_STRUCT(DiscardTimer, (), (member, entry))

struct TimerDiscarded {
  EntryId entry;
  MemberId member;
};
BOOST_DESCRIBE_STRUCT(TimerDiscarded, (), (entry, member))

// Sent by the server's own clock for a timer that ran into the limit (TM5); the entry needs a review.
struct StopForgottenTimer {
  EntryId entry;
};
BOOST_DESCRIBE_STRUCT(StopForgottenTimer, (), (entry))

// ---- entries

// Time after the fact (F2). When: `date` + `seconds`; or `start` + `end`, or `start` + `seconds`; or the same with
// `local_start` and `local_end`, wall-clock readings in `zone`. With start, end and seconds the seconds count (pauses taken out).
// `date` beside a start fixes the work date as the person wrote it.
struct LogTime {
  std::optional<EntryId> entry;
  MemberId member;
  std::optional<ClientId> client;
  std::optional<EngagementId> engagement;
  std::optional<ProjectId> project;
  std::optional<CampaignId> campaign;
  std::optional<TaskId> task;
  std::optional<ServiceId> service;
  std::optional<Category> category;
  std::optional<Personal> description;
  std::vector<std::string> tags;
  std::optional<Date> date;
  std::optional<Seconds> seconds;
  std::optional<Instant> start;
  std::optional<Instant> end;
  std::optional<LocalTime> local_start;
  std::optional<LocalTime> local_end;
  std::optional<std::string> zone;
  std::optional<Decimal4> rate;         // per hour, typed on the entry; needs a rate_reason unless imported
  std::optional<Currency> currency;     // of the typed rate; the client's unless given
  std::optional<std::string> rate_reason;
  std::optional<ImportSource> source;
  std::optional<std::string> category_reason;  // 2.5: why the category is not what the engagement says
};
BOOST_DESCRIBE_STRUCT(LogTime, (),
                      (entry, member, client, engagement, project, campaign, task, service, category, description, tags, date,
                       seconds, start, end, local_start, local_end, zone, rate, currency, rate_reason, source, category_reason))

// F3: many entries, all or nothing.
struct LogTimes {
  std::vector<LogTime> entries;  // at most log_times_entries_max
};
BOOST_DESCRIBE_STRUCT(LogTimes, (), (entries))
inline constexpr std::size_t log_times_entries_max = 500;

struct TimeLogged {
  EntryId entry;
  EntryFacts facts;
  std::optional<Personal> description;
  std::vector<std::string> tags;
  std::string rate_reason;
  std::optional<ImportSource> source;
  std::vector<EntryId> overlaps;      // TM6 "warned": the member's entries it overlaps
  std::optional<EntryId> moved_from;  // 2.19: the entry it replaces; its text comes along unless a new one is given
  std::string category_reason;        // 2.5: why the category is not what the engagement says
  std::optional<EntryId> adjusts;     // 2.19: the closed entry that it adds to, or with negative seconds takes from
  std::string adjust_reason;
};
BOOST_DESCRIBE_STRUCT(TimeLogged, (),
                      (entry, facts, description, tags, rate_reason, source, overlaps, moved_from, category_reason, adjusts,
                       adjust_reason))

// 2.19: corrects an entry that is billed or of a closed period, by an entry of its own with the same work and rates, dated `date`. It flows to
// the next invoice. Never rounded (2.21).
struct AdjustTimeEntry {
  std::optional<EntryId> entry;  // the new one
  EntryId adjusts;
  Seconds seconds;               // negative takes away; never more than there is
  std::optional<Date> date;      // the entry's own work date unless that is locked, then today
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(AdjustTimeEntry, (), (entry, adjusts, seconds, date, reason))

BOOST_DEFINE_ENUM_CLASS(EntryField, engagement, project, campaign, task, service, start_and_end)

// 2.19: changes the given fields of an entry that is not billed. R5: service, project, client or date resolve the rate
// again unless it was typed; duration and text never do. Another client is a move (MoveTimeEntry).
struct CorrectTimeEntry {
  EntryId entry;
  std::optional<EngagementId> engagement;
  std::optional<ProjectId> project;
  std::optional<CampaignId> campaign;
  std::optional<TaskId> task;
  std::optional<ServiceId> service;
  std::optional<Category> category;
  std::optional<Personal> description;
  std::optional<std::vector<std::string>> tags;
  std::optional<Date> date;
  std::optional<Seconds> seconds;
  std::optional<Instant> start;
  std::optional<Instant> end;
  std::optional<Decimal4> rate;
  std::vector<EntryField> clear;  // fields to empty
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(CorrectTimeEntry, (),
                      (entry, engagement, project, campaign, task, service, category, description, tags, date, seconds,
                       start, end, rate, clear, reason))

struct TimeEntryCorrected {
  EntryId entry;
  EntryFacts before;
  EntryFacts after;
  std::optional<Personal> description;          // only when it changed; the old one stands in the event before
  std::optional<std::vector<std::string>> tags;  // likewise
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(TimeEntryCorrected, (), (entry, before, after, description, tags, reason))

struct RemoveTimeEntry {
  EntryId entry;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(RemoveTimeEntry, (), (entry, reason))

struct TimeEntryRemoved {
  EntryId entry;
  EntryFacts facts;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(TimeEntryRemoved, (), (entry, facts, reason))

// 2.19: to another client is remove + add: TimeEntryRemoved and TimeLogged in one append, the description goes along.
struct MoveTimeEntry {
  EntryId entry;
  std::optional<EntryId> as;  // the new entry's id
  ClientId client;
  std::optional<EngagementId> engagement;
  std::optional<ProjectId> project;
  std::optional<CampaignId> campaign;
  std::optional<TaskId> task;
  std::optional<ServiceId> service;
  std::optional<Category> category;
  std::optional<Personal> description;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(MoveTimeEntry, (),
                      (entry, as, client, engagement, project, campaign, task, service, category, description, reason))

// TM5: the member confirms a forgotten timer's time, or trims it by giving the seconds or the end.
struct ReviewTimeEntry {
  EntryId entry;
  std::optional<Seconds> seconds;
  std::optional<Instant> end;
};
BOOST_DESCRIBE_STRUCT(ReviewTimeEntry, (), (entry, seconds, end))

struct TimeEntryReviewed {
  EntryId entry;
  EntryFacts before;
  EntryFacts after;
};
BOOST_DESCRIBE_STRUCT(TimeEntryReviewed, (), (entry, before, after))

}  // namespace billtrail
