// 2.19: an entry that is not billed is corrected by one event with its whole facts before and after; nothing is overwritten. R5:
// changing one field never restamps another.
#include "domain/time/assignment.hpp"
#include "domain/time/changing.hpp"
#include "domain/time/dating.hpp"
#include "domain/time/engaged.hpp"
#include "domain/time/overlap.hpp"
#include "domain/time/pricing.hpp"
#include "domain/time/small.hpp"
#include "domain/time/span.hpp"
#include "domain/time/time_rules.hpp"
#include "domain/wip/entry_lock.hpp"

namespace billtrail {
namespace {

// The entry's work with the fields to clear emptied. What a correction gives as well is given after clearing.
Assignment cleared(Assignment work, const std::vector<EntryField>& fields) {
  for (const EntryField field : fields) {
    switch (field) {
      case EntryField::engagement: work.engagement.reset(); break;
      case EntryField::project: work.project.reset(); break;
      case EntryField::campaign: work.campaign.reset(); break;
      case EntryField::task: work.task.reset(); break;
      case EntryField::service: work.service.reset(); break;
      case EntryField::start_and_end: break;
    }
  }
  return work;
}

bool clears_clock(const CorrectTimeEntry& command) {
  return std::find(command.clear.begin(), command.clear.end(), EntryField::start_and_end) != command.clear.end();
}

// Work that turns out to be another client's has to be moved there.
void check_client(const Books& books, const CorrectTimeEntry& command, const std::optional<ClientId>& client, Faults& faults) {
  const TaskState* task = command.task ? books.tasks.find(*command.task) : nullptr;
  if (task != nullptr && task->work.client && task->work.client != client)
    faults.add(RefusalCode::client_change_is_a_move, "/task");
  const ProjectState* project = command.project ? books.projects.find(*command.project) : nullptr;
  if (project != nullptr && project->client && project->client != client) {
    faults.add(RefusalCode::client_change_is_a_move, "/project");
  }
  const CampaignState* campaign = command.campaign ? books.campaigns.find(*command.campaign) : nullptr;
  if (campaign != nullptr && campaign->client != client) faults.add(RefusalCode::client_change_is_a_move, "/campaign");
}

Assignment corrected_work(const Books& books, const CorrectTimeEntry& command, const EntryFacts& entry, Faults& faults) {
  const Assignment& before = entry.work;
  WorkSaid said{std::nullopt, command.engagement, command.project, command.campaign,
                command.task, command.service,    command.category};
  said.date = command.date.value_or(entry.span.work_date);
  said.reason_given = !is_blank(command.reason);
  const bool touched = said.engagement || said.project || said.campaign || said.task || said.service || said.category;
  if (!touched && command.clear.empty()) return before;
  Faults moves;
  check_client(books, command, before.client, moves);
  if (!moves.none()) {
    faults.add(moves.in_order());
    return before;
  }
  return assign(books, corrected(books, said, cleared(before, command.clear), before), before, {}, faults);
}

void correct_rate(const Books& books, const CorrectTimeEntry& command, EntryFacts& after, Faults& faults) {
  if (!command.rate) return;
  std::optional<AppliedRate> typed =
      rate_said(books, {command.rate, std::nullopt, RateOrigin::typed}, after.work.client, {}, faults);
  const bool same_price = after.agreed && after.agreed->origin != RateOrigin::rule && after.agreed->price == typed->price;
  if (!same_price) after.agreed = std::move(typed);
}

// R5: only what a field decides is resolved again.
void refreeze(const Books& books, const EntryFacts& before, EntryFacts& after) {
  const bool billable_changed =
      (before.work.category == Category::non_billable) != (after.work.category == Category::non_billable);
  const bool date_changed = before.span.work_date != after.span.work_date;
  const bool rate_depends = before.work.service != after.work.service || before.work.project != after.work.project ||
                            before.work.engagement != after.work.engagement || before.work.client != after.work.client;
  if (rate_depends || date_changed || billable_changed) freeze_rates(books, after);
  if (date_changed || billable_changed) freeze_rounding(books, after);
}

std::string_view date_field(const CorrectTimeEntry& command) {
  if (command.date) return "/date";
  return command.start ? "/start" : "";
}

}  // namespace

Decision<Event> decide(const Books& books, const CorrectTimeEntry& command, const Given& given) {
  Faults faults;
  check_occurred(given, faults);
  if (is_blank(command.reason)) faults.add(RefusalCode::reason_needed, "/reason");
  const Row row = changeable_entry(books, command.entry, faults);
  if (row == no_row) return faults.in_order();
  check_open_for_correction(books, row, "/entry", faults);

  const EntryFacts before = facts_of(books, row);
  EntryFacts after = before;
  after.work = corrected_work(books, command, before, faults);
  const SpanCorrection said{command.date, command.seconds, command.start, command.end, clears_clock(command)};
  const MemberState& member = *books.members.find(before.member);
  std::optional<Span> span = corrected_span(before.span, said, {books, &member, given, SaidBy::person, {}}, faults);
  if (span && span->work_date != before.span.work_date) {
    check_unlocked(books, span->work_date, date_field(command), faults);
    check_membership(member, span->work_date, date_field(command), faults);
    const bool kept = after.work.engagement == before.work.engagement;
    if (kept) check_running(books, after.work.engagement, span->work_date, date_field(command), faults);
  }
  if (span) {
    check_new_overlaps(books, command.entry, before, *span, faults);
    check_enough_left(books, row, span->seconds - before.span.seconds, "/seconds", faults);
    after.span = std::move(*span);
  }
  correct_rate(books, command, after, faults);
  if (!faults.none()) return faults.in_order();

  refreeze(books, before, after);
  if (after.review == Review::needed && after.span != before.span) after.review = Review::done;  // TM5: trimmed
  if (after == before && !command.description && !command.tags) return refuse(RefusalCode::nothing_to_change);
  std::vector<Event> events;
  events.emplace_back(
      TimeEntryCorrected{command.entry, before, std::move(after), command.description, command.tags, command.reason});
  return events;
}

}  // namespace billtrail
