// The hours of the sample agency: who is there, what is on this week, and how a day falls into pieces.
#include "gateway/demo/working_days.hpp"

#include <algorithm>

#include "gateway/demo/holidays.hpp"

namespace billtrail::demo {

namespace {

bool does(const Person& person, std::string_view service) {
  return std::find(person.services.begin(), person.services.end(), service) != person.services.end();
}

bool within(const std::vector<Leave>& list, Date day) {
  return std::any_of(list.begin(), list.end(), [&](const Leave& leave) { return leave.first <= day && day <= leave.last; });
}

bool holiday(Date day) {
  const auto list = berlin_holidays(day.year());
  return std::any_of(list.begin(), list.end(), [&](const Holiday& one) { return one.date == day; });
}

}  // namespace

void WorkingDays::list_jobs() {
  Script& script = script_;
  const Date end = script.today() + 1;
  const auto until = [&](int month) { return month == 99 ? end : script.month(month); };
  for (const TaskOfClient& task : tasks()) {
    auto& list = task.client.empty() ? internal_ : jobs_;
    list.push_back({task.client, {}, {}, task.id, task.service, script.start(), end, 6});
  }
  for (const ProjectOfClient& project : projects()) {
    for (const std::string_view service : project.services) {
      jobs_.push_back(
          {project.client, project.id, {}, {}, service, script.month(project.from_month), until(project.to_month), 9});
    }
  }
  for (const CampaignOfClient& campaign : campaigns()) {
    for (const std::string_view service : campaign.services) {
      jobs_.push_back(
          {campaign.client, {}, campaign.id, {}, service, script.month(campaign.from_month), until(campaign.to_month), 5});
    }
  }
}

WorkingDays::WorkingDays(Script& script) : script_(script) {
  list_jobs();
  const Date end = script.today() + 1;
  for (const Person& person : people()) {
    Worker worker{&person, Dice(seed_of(person.id)), {}, {}, {}, person.week_minutes, script.start(), end};
    if (person.joined_month > 0) worker.here = script.month(person.joined_month);
    if (person.left_month > 0) worker.gone = script.month(person.left_month);
    for (const Job& job : jobs_) {
      if (does(person, job.service)) worker.mine.push_back(&job);
    }
    workers_.push_back(std::move(worker));
  }
}

void WorkingDays::write(Date day) {
  for (Worker& worker : workers_) {
    const Person& person = *worker.person;
    for (const HoursChange& change : hours_changes()) {
      if (change.person == person.id && day == script_.month(change.month)) worker.minutes = change.week_minutes;
    }
    const bool there = day >= worker.here && day < worker.gone && !within(script_.leave[person.id], day) && !holiday(day);
    if (day == script_.today()) {
      write_today(worker, there ? Presence::there : Presence::away);
    } else if (there) {
      write_day(worker, day);
    }
  }
}

// The day is young: a first piece of work, without clock times, as nobody knows what time it is. Whoever looks at the sample is
// the owner and finds something of their own, even on a Sunday.
void WorkingDays::write_today(Worker& worker, Presence presence) {
  Dice& dice = worker.dice;
  const Date today = script_.today();
  const bool owner = worker.person->id == "owner";
  const bool works = presence == Presence::there && worker.minutes[static_cast<std::size_t>(today.weekday())] > 0;
  if (owner || (works && dice.chance(60))) log(worker, today, choose(worker, today), dice.between(6, 15) * 5, -1);
  if (owner) log(worker, today, choose(worker, today), dice.between(3, 9) * 5, -1);
}

void WorkingDays::write_day(Worker& worker, Date day) {
  Dice& dice = worker.dice;
  const int contracted = worker.minutes[static_cast<std::size_t>(day.weekday())];
  if (contracted == 0) {
    // Now and then a Saturday, before a festival or a launch.
    const bool saturday = day.weekday() == Weekday::saturday && worker.minutes[4] > 0;
    if (saturday && dice.below(60) == 0) write_blocks(worker, day, dice.between(18, 42) * 5);
    return;
  }
  const int percent = dice.chance(8) ? dice.between(103, 125) : dice.between(91, 102);
  write_blocks(worker, day, contracted * percent / 500 * 5);
}

// A few jobs a week, as people do not work for fifteen clients at once.
void WorkingDays::choose_week(Worker& worker, Date day) {
  constexpr std::size_t jobs_a_week = 5;
  const Date monday = first_of_week(day);
  if (monday == worker.week_of && !worker.week.empty()) return;
  worker.week_of = monday;
  worker.week.clear();
  std::vector<const Job*> on;
  for (const Job* job : worker.mine) {
    if (job->from <= day && day < job->to) on.insert(on.end(), static_cast<std::size_t>(job->weight), job);
  }
  for (std::size_t attempt = 0; attempt < 4 * jobs_a_week && worker.week.size() < jobs_a_week && !on.empty(); ++attempt) {
    const Job* job = worker.dice.pick(on);
    if (std::find(worker.week.begin(), worker.week.end(), job) == worker.week.end()) worker.week.push_back(job);
  }
}

const WorkingDays::Job& WorkingDays::choose(Worker& worker, Date day) {
  choose_week(worker, day);
  if (worker.week.empty() || !worker.dice.chance(worker.person->billable_percent)) return worker.dice.pick(internal_);
  const Job& job = *worker.dice.pick(worker.week);
  return job.from <= day && day < job.to ? job : worker.dice.pick(internal_);
}

// The day in pieces of half an hour to four hours, one after the other, with lunch after the first that ends past twelve.
void WorkingDays::write_blocks(Worker& worker, Date day, int minutes) {
  constexpr int noon = 12 * 60;
  Dice& dice = worker.dice;
  const Person& person = *worker.person;
  const bool by_clock = person.habit == Habit::clock || (person.habit == Habit::mixed && dice.chance(70));
  int at = person.starts_at + dice.between(-4, 5) * 5;
  bool lunch_taken = false;
  while (minutes > 0) {
    int piece = dice.between(7, 48) * 5;
    if (minutes - piece < 30) piece = minutes;
    if (!lunch_taken && at + piece / 2 >= noon) {
      at = std::max(at, noon) + dice.between(6, 12) * 5;
      lunch_taken = true;
    }
    log(worker, day, choose(worker, day), piece, by_clock ? at : -1);
    at += piece + dice.below(3) * 5;
    minutes -= piece;
  }
}

// `starts_at` in minutes after midnight; less than nothing for a duration only (TM3).
void WorkingDays::log(Worker& worker, Date day, const Job& job, int minutes, int starts_at) {
  Dice& dice = worker.dice;
  LogTime entry;
  entry.entry = script_.next_entry();
  entry.member = id_of<MemberId>(worker.person->id);
  if (!job.task.empty()) {
    entry.task = id_of<TaskId>(job.task);
  } else {
    entry.client = id_of<ClientId>(job.client);
    if (!job.project.empty()) entry.project = id_of<ProjectId>(job.project);
    if (!job.campaign.empty()) entry.campaign = id_of<CampaignId>(job.campaign);
    entry.service = id_of<ServiceId>(job.service);
  }
  if (dice.chance(80)) entry.description = Personal{{}, std::string(dice.pick(descriptions(job.service)))};
  if (dice.chance(3)) entry.tags = {"urgent"};
  entry.date = day;
  entry.seconds = Seconds{std::int64_t{minutes} * 60};
  if (starts_at >= 0) {
    entry.local_start = LocalTime{day, starts_at * 60};
    entry.zone = std::string(sample_agency_zone);
  }
  script_.add(day, worker.person->id, std::move(entry));
}

}  // namespace billtrail::demo
