// The sample agency before its first hour, and what changes on the way.
#include <algorithm>

#include "gateway/demo/holidays.hpp"
#include "gateway/demo/script.hpp"

namespace billtrail::demo {

namespace {

constexpr std::string_view owner = "owner";

Currency currency_of(std::string_view code) {
  const auto currency = Currency::parse(code);
  if (!currency) throw std::logic_error("the sample agency has a currency that is none");
  return *currency;
}

Decimal4 euros(int whole) { return {std::int64_t{whole} * 10'000}; }

Personal personal(std::string_view text) { return {{}, std::string(text)}; }

WeekHours week_of(const std::array<int, 7>& minutes) {
  const auto seconds = [&](std::size_t day) { return Seconds{std::int64_t{minutes[day]} * 60}; };
  return {seconds(0), seconds(1), seconds(2), seconds(3), seconds(4), seconds(5), seconds(6)};
}

void contracted(Script& script, Date day, std::string_view member, const std::array<int, 7>& minutes) {
  script.add(day, owner, SetContractedHours{id_of<MemberId>(member), day, week_of(minutes), std::string(berlin_calendar)});
}

void add_person(Script& script, Date day, const Person& person) {
  AddMember add;
  add.member = id_of<MemberId>(person.id);
  add.name = personal(person.name);
  add.email = personal(person.email);
  add.role = std::string(person.role);
  if (person.joined_month > 0) add.joined = day;
  script.add(day, owner, std::move(add));
  contracted(script, day, person.id, person.week_minutes);
}

void add_cost(Script& script, Date day, const Person& person, int percent) {
  SetRate rate;
  rate.rule = id_of<RateRuleId>("cost-" + std::string(person.id) + "-" + day.text());
  rate.kind = RateKind::cost;
  rate.member = id_of<MemberId>(person.id);
  rate.amount = Decimal4{std::int64_t{person.cost_an_hour} * percent * 100};
  rate.valid_from = day;
  script.add(day, owner, std::move(rate));
}

// The agency's prices in a year: selectors, whole units of money. They rise by some percent every January.
void set_prices(Script& script, Date day, int percent) {
  const auto add = [&](std::string_view name, int amount, auto select) {
    SetRate rate;
    rate.rule = id_of<RateRuleId>("bill-" + std::string(name) + "-" + day.text());
    rate.amount = Decimal4{std::int64_t{amount} * percent * 100};
    rate.valid_from = day;
    select(rate);
    script.add(day, owner, std::move(rate));
  };
  add("default", 95, [](SetRate&) {});
  add("director", 165, [](SetRate& rate) { rate.role = "director"; });
  add("senior", 125, [](SetRate& rate) { rate.role = "senior"; });
  add("junior", 72, [](SetRate& rate) { rate.role = "junior"; });
  add("mira", 132, [](SetRate& rate) { rate.member = id_of<MemberId>("mira"); });
  add("books", 82, [](SetRate& rate) { rate.service = id_of<ServiceId>("bookkeeping"); });
  add("payroll", 88, [](SetRate& rate) { rate.service = id_of<ServiceId>("payroll"); });
  add("aurora", 104, [](SetRate& rate) { rate.client = id_of<ClientId>("aurora"); });
  add("jupiter", 118, [](SetRate& rate) { rate.client = id_of<ClientId>("jupiter"); });
  add("aurora-strategy", 140, [](SetRate& rate) {
    rate.client = id_of<ClientId>("aurora");
    rate.service = id_of<ServiceId>("strategy");
  });
  // Kestrel pays in pounds; the default in pounds is what its work would cost anybody. Lakeside pays in dollars, for which
  // there is no rule at all: its work stays unpriced.
  add("pounds", 82, [](SetRate& rate) { rate.currency = currency_of("GBP"); });
  add("kestrel", 90, [](SetRate& rate) { rate.client = id_of<ClientId>("kestrel"); });
}

void project_price(Script& script, std::string_view project, int amount) {
  SetRate rate;
  rate.rule = id_of<RateRuleId>("bill-" + std::string(project));
  rate.project = id_of<ProjectId>(project);
  rate.amount = euros(amount);
  rate.valid_from = script.start();
  script.add(script.start(), owner, std::move(rate));
}

void add_work(Script& script) {
  const Date day = script.start();
  for (const NamedService& service : services()) {
    script.add(day, owner, AddService{id_of<ServiceId>(service.id), std::string(service.name)});
  }
  for (const ClientOfAgency& client : clients()) {
    script.add(day, owner, AddClient{id_of<ClientId>(client.id), std::string(client.name), currency_of(client.currency)});
  }
  for (const ProjectOfClient& project : projects()) {
    script.add(day, owner, OpenProject{id_of<ProjectId>(project.id), id_of<ClientId>(project.client), std::string(project.name)});
  }
  for (const CampaignOfClient& campaign : campaigns()) {
    script.add(day, owner,
               OpenCampaign{id_of<CampaignId>(campaign.id), id_of<ClientId>(campaign.client), {}, std::string(campaign.name)});
  }
  for (const TaskOfClient& task : tasks()) {
    AddTask add;
    add.task = id_of<TaskId>(task.id);
    add.name = std::string(task.name);
    add.kind = task.kind == TaskIs::touch ? TaskKind::touch : TaskKind::task;
    if (!task.client.empty()) add.client = id_of<ClientId>(task.client);
    if (!task.service.empty()) add.service = id_of<ServiceId>(task.service);
    add.category = task.category;
    script.add(day, owner, std::move(add));
  }
}

// About twenty-six days a year: two weeks in summer, the days after Christmas, single days and now and then an illness.
std::vector<Leave> leave_of(const Script& script, const Person& person) {
  Dice dice(seed_of(person.id) + 1);
  std::vector<Leave> list;
  const auto add = [&](Date first, int days) {
    const Leave leave{first, first + (days - 1)};
    const bool free = std::none_of(list.begin(), list.end(),
                                   [&](const Leave& other) { return leave.first <= other.last && other.first <= leave.last; });
    if (free && first >= script.start()) list.push_back(leave);
  };
  for (int year = script.start().year(); year <= script.today().year(); ++year) {
    const Date january = *Date::from(year, 1, 1);
    const Date summer = first_of_week(january + 7 * dice.between(26, 33));
    add(summer, 12);
    add(*Date::from(year, 12, 27), 5);
    add(first_of_week(january + 7 * dice.between(13, 20)), 5);
    for (int single = 0; single < 4; ++single) add(january + dice.below(360), dice.between(1, 2));
  }
  std::sort(list.begin(), list.end(), [](const Leave& a, const Leave& b) { return a.first < b.first; });
  return list;
}

void add_leave(Script& script) {
  int number = 0;
  for (const Person& person : people()) {
    const Date here = person.joined_month > 0 ? script.month(person.joined_month) : script.start();
    const Date gone = person.left_month > 0 ? script.month(person.left_month) : script.today() + 90;
    for (const Leave& leave : leave_of(script, person)) {
      const bool owner_today = person.id == owner && leave.first <= script.today() && script.today() <= leave.last;
      if (leave.first < here || leave.last >= gone || owner_today) continue;
      script.leave[person.id].push_back(leave);
      if (person.joined_month > 0) continue;  // recorded once they are there
      script.add(
          script.start(), owner,
          RecordLeave{
              id_of<LeaveId>("leave-" + std::to_string(++number)), id_of<MemberId>(person.id), leave.first, leave.last, {}});
    }
  }
}

void join(Script& script, Date day, const Person& person) {
  add_person(script, day, person);
  add_cost(script, day, person, 100);
  int number = 0;
  for (const Leave& leave : script.leave[person.id]) {
    const std::string id = "leave-" + std::string(person.id) + "-" + std::to_string(++number);
    script.add(day, owner, RecordLeave{id_of<LeaveId>(id), id_of<MemberId>(person.id), leave.first, leave.last, {}});
  }
}

}  // namespace

void set_up(Script& script) {
  const Date day = script.start();
  script.add(day, owner, OpenPractice{"Harbour & Pine", currency_of("EUR"), std::string(sample_agency_zone)});
  for (int year = day.year(); year <= script.today().year() + 1; ++year) {
    for (const Holiday& holiday : berlin_holidays(year)) {
      script.add(day, owner, AddHoliday{std::string(berlin_calendar), holiday.date, std::string(holiday.name)});
    }
  }
  for (const Person& person : people()) {
    if (person.joined_month > 0) continue;
    add_person(script, day, person);
    add_cost(script, day, person, 100);
  }
  add_work(script);
  set_prices(script, day, 100);
  project_price(script, "aurora-shop", 112);
  project_price(script, "elbe-configurator", 120);
  RoundingTerms nearest_six{RoundingMode::nearest, Seconds{360}, Seconds{0}, Seconds{0}, RoundingScope::entry};
  RoundingTerms up_to_quarter{RoundingMode::up, Seconds{900}, Seconds{0}, Seconds{0}, RoundingScope::entry};
  script.add(day, owner, SetRounding{id_of<RoundingPolicyId>("six-minutes"), {}, nearest_six, day, {}});
  script.add(day, owner,
             SetRounding{id_of<RoundingPolicyId>("delta-quarters"), id_of<ClientId>("delta"), up_to_quarter, day, {}});
  add_leave(script);
}

void change_on(Script& script, Date day) {
  if (day > script.start() && day.month() == 1 && day.day() == 1) {
    const int years = day.year() - script.start().year();
    set_prices(script, day, 100 + 4 * years);
    for (const Person& person : people()) {
      const bool here = (person.joined_month == 0 || script.month(person.joined_month) < day) &&
                        (person.left_month == 0 || script.month(person.left_month) > day);
      if (here) add_cost(script, day, person, 100 + 3 * years);
    }
  }
  for (const Person& person : people()) {
    if (person.joined_month > 0 && day == script.month(person.joined_month)) join(script, day, person);
    if (person.left_month > 0 && day == script.month(person.left_month)) {
      script.add(day, owner, Archive{Noun::member, std::string(person.id), day});
    }
  }
  for (const HoursChange& change : hours_changes()) {
    if (day == script.month(change.month)) contracted(script, day, change.person, change.week_minutes);
  }
}

}  // namespace billtrail::demo
