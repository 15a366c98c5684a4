// What goes wrong in real life: wrong lengths, a double entry, a wrong client, a forgotten timer, a rate agreed too late.
#include <algorithm>

#include "domain/wip/entry_lock.hpp"
#include "gateway/demo/script.hpp"

namespace billtrail::demo {

namespace {

// The entries that were logged from `days` days ago on and can still be corrected, as copies; the script grows while they are used.
std::vector<LogTime> entries_since(const Script& script, int days) {
  std::vector<LogTime> list;
  for (const DemoCommand& command : script.commands) {
    const auto* entry = std::get_if<LogTime>(&command.command);
    if (!entry || *entry->date < script.today() - days || *entry->date >= script.today()) continue;
    Faults settled;
    check_open_for_removal(script.books(), script.books().entries.row_of(*entry->entry), {}, settled);
    if (settled.none()) list.push_back(*entry);
  }
  return list;
}

void correct_some(Script& script, const std::vector<LogTime>& entries) {
  constexpr std::size_t every = 97;
  Dice dice(seed_of("corrections"));
  for (std::size_t i = 11; i < entries.size(); i += every) {
    const LogTime& entry = entries[i];
    CorrectTimeEntry correct;
    correct.entry = *entry.entry;
    if (dice.chance(70)) {
      const std::int64_t minutes = entry.seconds->count / 60;
      correct.seconds = Seconds{std::max<std::int64_t>(5, minutes - dice.between(1, 4) * 5) * 60};
      correct.reason = "A break had been counted";
    } else {
      correct.description = Personal{{}, "Second round of corrections from the client"};
      correct.reason = "Text for the invoice";
    }
    script.add(std::min(*entry.date + 2, script.today()), entry.member.text(), std::move(correct));
  }
}

void remove_one(Script& script, const std::vector<LogTime>& entries) {
  const LogTime& entry = entries.at(entries.size() / 2);
  script.add(script.today(), entry.member.text(), RemoveTimeEntry{*entry.entry, "Logged twice"});
}

// From whichever client to Aurora: it had been the wrong one.
void move_one(Script& script, const std::vector<LogTime>& entries) {
  for (const LogTime& entry : entries) {
    if (!entry.project || entry.client == id_of<ClientId>("aurora") || entry.service != id_of<ServiceId>("design")) continue;
    MoveTimeEntry move;
    move.entry = *entry.entry;
    move.as = script.next_entry();
    move.client = id_of<ClientId>("aurora");
    move.service = entry.service;
    move.category = Category::ad_hoc;
    move.reason = "Was for Aurora";
    script.add(script.today(), entry.member.text(), std::move(move));
    return;
  }
}

Instant moment_utc(Date day, int hour, int minute) {
  return Instant{} + Seconds{std::int64_t{day.days} * 86'400 + hour * 3600 + minute * 60};
}

// TM5: left running over night, stopped by the server at the limit, waits for a review.
void forget_a_timer(Script& script) {
  Date day = script.today() - 3;
  while (day.weekday() >= Weekday::friday) day = day - 1;
  StartTimer start;
  start.entry = id_of<EntryId>("demo-entry-forgotten");
  start.member = id_of<MemberId>("felix");
  start.task = id_of<TaskId>("jupiter-site");
  start.description = Personal{{}, "Landing page, last fixes"};
  start.at = moment_utc(day, 17, 40);
  script.add(day, "felix", std::move(start));
  script.add(day + 1, "system", StopForgottenTimer{id_of<EntryId>("demo-entry-forgotten")});
}

// R4: agreed with Grünwerk after the month had begun, valid from its first day: what was logged since is priced again.
void agree_late(Script& script) {
  SetRate rate;
  rate.rule = id_of<RateRuleId>("bill-gruenwerk-portal");
  rate.project = id_of<ProjectId>("gruenwerk-portal");
  rate.amount = Decimal4{1'160'000};
  rate.valid_from = script.today() - 30;
  script.add(script.today(), "owner", std::move(rate));
}

void run_on(Script& script) {
  StartTimer start;
  start.entry = id_of<EntryId>("demo-entry-running");
  start.member = id_of<MemberId>("owner");
  start.task = id_of<TaskId>("aurora-call");
  start.description = Personal{{}, "Budget for the winter sale"};
  script.add(script.today(), "owner", std::move(start));
}

}  // namespace

void mishaps(Script& script) {
  const std::vector<LogTime> recent = entries_since(script, 120);
  correct_some(script, recent);
  remove_one(script, recent);
  move_one(script, recent);
  forget_a_timer(script);
  agree_late(script);
  run_on(script);
}

}  // namespace billtrail::demo
