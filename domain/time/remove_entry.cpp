// 2.19: removing an entry, and moving it to another client, which is removing it and adding a new one. Ids stay taken.
#include "domain/time/assignment.hpp"
#include "domain/time/changing.hpp"
#include "domain/time/dating.hpp"
#include "domain/time/overlap.hpp"
#include "domain/time/pricing.hpp"
#include "domain/time/small.hpp"
#include "domain/time/time_rules.hpp"
#include "domain/wip/entry_lock.hpp"

namespace billtrail {
namespace {

// The work at the new client: its service goes along; project, campaign and task were the old client's. A category that was only
// the default follows the work.
Assignment moved_work(const Books& books, const MoveTimeEntry& command, const EntryFacts& entry, Faults& faults) {
  const Assignment& before = entry.work;
  const TaskState* task = command.task ? books.tasks.find(*command.task) : nullptr;
  WorkSaid said = work_said(command);
  said.date = entry.span.work_date;
  if (task != nullptr && task->work.client && task->work.client != command.client) {
    faults.add(RefusalCode::task_of_another_client, "/task", {{"client", std::string(task->work.client->text())}});
    said.task.reset();
  }
  if (!said.service && !(task != nullptr && task->work.service)) said.service = before.service;
  const bool by_default = before.category == default_category(books, before);
  if (!said.category && !said.task && !by_default) said.category = before.category;
  return assign(books, said, before, {}, faults);
}

// A typed rate stays (R5) unless the new client is billed in another currency, where it would mean nothing.
std::optional<AppliedRate> kept_rate(const Books& books, const EntryFacts& before, const ClientId& client) {
  const bool typed = before.agreed && before.agreed->origin != RateOrigin::rule;
  if (!typed || before.agreed->price.currency != books.clients.find(client)->currency) return std::nullopt;
  return before.agreed;
}

// Neither settled nor on a draft, and no adjustment takes away what would be gone.
void check_removable(const Books& books, Row row, Faults& faults) {
  check_open_for_removal(books, row, "/entry", faults);
  check_enough_left(books, row, Seconds{} - books.entries.at(row).seconds, "/entry", faults);
}

}  // namespace

Decision<Event> decide(const Books& books, const RemoveTimeEntry& command, const Given& given) {
  Faults faults;
  check_occurred(given, faults);
  if (is_blank(command.reason)) faults.add(RefusalCode::reason_needed, "/reason");
  const Row row = changeable_entry(books, command.entry, faults);
  if (row != no_row) check_removable(books, row, faults);
  if (!faults.none()) return faults.in_order();
  std::vector<Event> events;
  events.emplace_back(TimeEntryRemoved{command.entry, facts_of(books, row), command.reason});
  return events;
}

Decision<Event> decide(const Books& books, const MoveTimeEntry& command, const Given& given) {
  Faults faults;
  check_occurred(given, faults);
  if (is_blank(command.reason)) faults.add(RefusalCode::reason_needed, "/reason");
  const EntryId& as = chosen(command.as);
  if (books.entries.row_of(as) != no_row || books.timers.row_of(as) != no_row) {
    faults.add(RefusalCode::id_in_use, "/as", {{"entry", std::string(as.text())}});
  }
  const Row row = changeable_entry(books, command.entry, faults);
  if (row == no_row) return faults.in_order();
  check_removable(books, row, faults);
  EntryFacts before = facts_of(books, row);
  if (before.work.client == command.client) faults.add(RefusalCode::nothing_to_change, "/client");
  Assignment work = moved_work(books, command, before, faults);
  if (!faults.none()) return faults.in_order();

  std::optional<AppliedRate> typed = kept_rate(books, before, command.client);
  std::string rate_reason = typed ? command.reason : std::string();
  std::vector<EntryId> overlaps;
  const std::optional<ClockRange> range = occupied(before.span);
  if (range && books.settings->overlaps != Overlaps::allowed) overlaps = overlapped(books, before.member, *range, command.entry);
  EntryFacts after = frozen(books, before.member, std::move(work), before.span, std::move(typed), before.review);
  std::vector<Event> events;
  events.emplace_back(TimeEntryRemoved{command.entry, std::move(before), command.reason});
  events.emplace_back(
      TimeLogged{as, std::move(after), command.description, {}, std::move(rate_reason), {}, std::move(overlaps), command.entry});
  return events;
}

}  // namespace billtrail
