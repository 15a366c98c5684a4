// The running timers' answer.
#include "projections/timers.hpp"

#include "projections/naming.hpp"

namespace billtrail {
namespace {

template <class Key, class Facts, class Name>
void name_of(const Register<Key, Facts>& noun, const std::optional<Key>& from, std::optional<Key>& id, std::optional<Name>& name) {
  if (from) detail::name_one(noun, noun.row_of(*from), id, name);
}

TimerRow row_of(const Views& views, const RunningClock& timer, Instant now) {
  const DirectoryView& directory = views.directory;
  TimerRow row;
  row.key = timer.entry.text();
  row.entry = timer.entry;
  row.member = timer.member;
  name_of(directory.clients, timer.work.client, row.client, row.client_name);
  name_of(directory.projects, timer.work.project, row.project, row.project_name);
  name_of(directory.campaigns, timer.work.campaign, row.campaign, row.campaign_name);
  name_of(directory.tasks, timer.work.task, row.task, row.task_name);
  name_of(directory.services, timer.work.service, row.service, row.service_name);
  if (const Row member = directory.members.row_of(timer.member); member != no_row) row.member_name = directory.members.at(member).name;
  row.category = timer.work.category;
  row.description = timer.description;
  row.tags = timer.tags;
  row.at = timer.at;
  row.zone = timer.zone;
  row.forgotten = between(timer.at, now) >= views.practice.timer_warns_after;
  return row;
}

}  // namespace

TimersAnswer running_timers(const Views& views, const Question& question) {
  TimersAnswer answer;
  for (const RunningClock& timer : views.timers.running) {
    if (question.member && *question.member != timer.member) continue;
    if (question.client && question.client != timer.work.client) continue;
    answer.rows.push_back(row_of(views, timer, question.asked.now));
  }
  return answer;
}

}  // namespace billtrail
