// The smaller read models: directory, practice, timers, client status, rates; and the names by which all are asked.
#include "projections/model_parameters.hpp"
#include "tests/projections/history.hpp"

namespace billtrail::testing {
namespace {

TimerStarted started(std::string_view entry, std::string_view member, std::string_view client, std::string_view since) {
  Assignment work;
  work.client = id<ClientId>(client);
  work.category = Category::ad_hoc;
  return {id<EntryId>(entry), id<MemberId>(member), work, Personal{std::string(member), "sealed text"}, {"rush"}, at(since), "Europe/Berlin"};
}

std::string timer_keys(const History& history, const Parameters& parameters = {}) {
  std::string text;
  for (const TimerRow& row : running_timers(history.views(), ask("timers", parameters)).rows) {
    text += row.key + (row.forgotten ? "! " : " ");
  }
  return text;
}

}  // namespace

TEST_CASE("the directory lists everything, archived or not, with members' names sealed and others clear") {
  History history;
  history.add(CampaignOpened{id<CampaignId>("spring"), id<ClientId>("acme"), id<ProjectId>("site"), "Spring"})
      .add(TaskAdded{id<TaskId>("banner"), "Banner", TaskKind::touch, id<ClientId>("acme"), {}, {}, id<ServiceId>("ads"), Category::retainer})
      .add(MemberRoleSet{id<MemberId>("ana"), "senior", day("2026-03-10")})
      .add(Archived{Noun::client, "bolt", day("2026-03-20")})
      .add(ServiceChanged{id<ServiceId>("seo"), "Search"});
  const DirectoryAnswer answer = directory(history.views(), ask("directory", {{"as_of", "2026-03-31"}}));
  CHECK(lines_of(std::vector{answer.rows.at(0)}) ==
        "DirectoryRow{key: \"member:ana\", noun: member, id: \"ana\", name: Personal{ana: sealed Ana}, archived: no, client: none, "
        "project: none, campaign: none, service: none, category: none, kind: none, currency: none, role: \"senior\", zone: none, "
        "email: none, joined: none, left: none}\n");
  std::string rest;
  for (std::size_t i = 1; i < answer.rows.size(); ++i) {
    rest += answer.rows[i].key + "=" + answer.rows[i].name.subject + "/" + answer.rows[i].name.bytes + (answer.rows[i].archived ? "! " : " ");
  }
  CHECK(rest == "member:ben=ben/sealed Ben client:acme=/Acme client:bolt=/Bolt! client:cora=/Cora service:seo=/Search service:ads=/Ads "
                "project:site=/Site campaign:spring=/Spring task:banner=/Banner ");
  const DirectoryRow& task = answer.rows.back();
  CHECK(task.kind == TaskKind::touch);
  CHECK(task.client == id<ClientId>("acme"));
  CHECK(task.service == id<ServiceId>("ads"));
  CHECK(task.category == Category::retainer);
}

TEST_CASE("as_of: someone is archived from the date on, and has the role of that day") {
  History history;
  history.add(MemberRoleSet{id<MemberId>("ana"), "junior", day("2026-01-01")})
      .add(MemberRoleSet{id<MemberId>("ana"), "senior", day("2026-03-10")})
      .add(Archived{Noun::member, "ana", day("2026-03-20")});
  const auto on = [&](const char* date) { return directory(history.views(), ask("directory", {{"as_of", date}})).rows.at(0); };
  CHECK(on("2025-12-31").role == std::nullopt);
  CHECK(on("2026-03-09").role == "junior");
  CHECK(on("2026-03-10").role == "senior");
  CHECK_FALSE(on("2026-03-19").archived);
  CHECK(on("2026-03-20").archived);
  history.add(Restored{Noun::member, "ana"});
  CHECK_FALSE(on("2026-03-20").archived);
}

TEST_CASE("the practice says its settings, its lock and its today") {
  History history;
  PracticeChanged changed;
  changed.name = "Atelier";
  changed.overlaps = Overlaps::refused;
  changed.day_length = hours(7);
  history.add(changed).add(PeriodLocked{day("2026-02-28")});
  const PracticeAnswer answer = practice(history.views(), ask("practice"));
  CHECK(lines_of(std::vector{answer}) ==
        "PracticeAnswer{practice: \"main\", name: \"Atelier\", zone: \"Europe/Berlin\", currency: EUR, second_timer: stops_the_first, "
        "overlaps: refused, timer_warns_after: 28800s, timer_stops_after: 57600s, day_length: 25200s, ageing_edges: [30, 60, 90, 120], "
        "selector_order: [project, engagement, client, service, member, role], locked_until: 2026-02-28, today: 2026-03-31}\n");
}

TEST_CASE("timers run from start to stop or discard, with details filled in on the way") {
  History history;
  history.add(started("t1", "ana", "acme", "2026-03-31T10:00:00Z")).add(started("t2", "ben", "bolt", "2026-03-31T11:00:00Z"));
  CHECK(timer_keys(history) == "t1 t2 ");
  CHECK(timer_keys(history, {{"member", "ben"}}) == "t2 ");
  CHECK(timer_keys(history, {{"client", "acme"}}) == "t1 ");
  Assignment work;
  work.client = id<ClientId>("cora");
  history.add(TimerChanged{id<EntryId>("t1"), work, {}, {}, at("2026-03-31T09:00:00Z")});
  CHECK(lines_of(running_timers(history.views(), ask("timers", {{"member", "ana"}})).rows) ==
        "TimerRow{key: \"t1\", entry: \"t1\", member: \"ana\", member_name: Personal{ana: sealed Ana}, client: \"cora\", "
        "client_name: \"Cora\", project: none, project_name: none, campaign: none, campaign_name: none, task: none, task_name: none, "
        "service: none, service_name: none, category: non_billable, description: Personal{ana: sealed text}, tags: [\"rush\"], "
        "at: 2026-03-31T09:00:00Z, zone: \"Europe/Berlin\", forgotten: no}\n");
  history.add(TimerStopped{id<EntryId>("t1"), id<MemberId>("ana"), at("2026-03-31T12:00:00Z"), StopCause::by_member});
  CHECK(timer_keys(history) == "t2 ");
  history.add(TimerDiscarded{id<EntryId>("t2"), id<MemberId>("ben")});
  CHECK(timer_keys(history).empty());
}

TEST_CASE("TM5: a timer counts as forgotten once it has run for the practice's warning") {
  History history;  // asked at 12:00 on 2026-03-31
  history.add(started("t1", "ana", "acme", "2026-03-31T04:00:00Z")).add(started("t2", "ben", "acme", "2026-03-31T04:00:01Z"));
  CHECK(timer_keys(history) == "t1! t2 ");
  PracticeChanged changed;
  changed.timer_warns_after = hours(9);
  history.add(changed);
  CHECK(timer_keys(history) == "t1 t2 ");
}

TEST_CASE("client status: unbilled work, its age, the month's time and what is running, for every client") {
  History history;
  history.add(Time("e1", "ana", "acme", "2026-02-27", hours(1)).at_rate("100"))
      .add(Time("e2", "ana", "acme", "2026-03-01", hours(2)).at_rate("100"))
      .add(Time("e3", "ana", "acme", "2026-03-15", hours(4)).as(Category::retainer).standard("100"))
      .add(Time("e4", "ana", "acme", "2026-04-01", hours(8)).at_rate("100"))
      .add(Time("e5", "ana", "bolt", "2026-03-15", hours(3)))
      .add(started("t1", "ana", "acme", "2026-03-31T10:00:00Z"))
      .add(Archived{Noun::client, "cora", day("2026-03-01")});
  CHECK(lines_of(client_status(history.views(), ask("client-status")).rows) ==
        "ClientStatusRow{key: \"acme\", client: \"acme\", client_name: \"Acme\", unbilled: 300.00 EUR, unbilled_seconds: 10800s, "
        "oldest_age_days: 32, month_seconds: 21600s, last_work_date: 2026-03-15, unpriced_entries: 0, running: 1, archived: no, "
        "retainer_left: none, last_invoice: none, balance: 0.00 EUR}\n"
        "ClientStatusRow{key: \"bolt\", client: \"bolt\", client_name: \"Bolt\", unbilled: 0.00 EUR, unbilled_seconds: 10800s, "
        "oldest_age_days: 16, month_seconds: 10800s, last_work_date: 2026-03-15, unpriced_entries: 1, running: 0, archived: no, "
        "retainer_left: none, last_invoice: none, balance: 0.00 EUR}\n"
        "ClientStatusRow{key: \"cora\", client: \"cora\", client_name: \"Cora\", unbilled: 0.00 USD, unbilled_seconds: 0s, "
        "oldest_age_days: none, month_seconds: 0s, last_work_date: none, unpriced_entries: 0, running: 0, archived: yes, "
        "retainer_left: none, last_invoice: none, balance: 0.00 USD}\n");
  CHECK(client_status(history.views(), ask("client-status", {{"client", "bolt"}})).rows.size() == 1);
}

TEST_CASE("rates list every rule there has been, with the date it ends") {
  History history;
  const Price price{{1'000'000}, cur("EUR"), Seconds{3600}};
  RateSelectors acme;
  acme.client = id<ClientId>("acme");
  history.add(RateSet{id<RateRuleId>("r1"), RateKind::bill, acme, price, day("2026-01-01"), {}, {}})
      .add(RateSet{id<RateRuleId>("r2"), RateKind::bill, acme, price, day("2026-03-01"), {}, id<RateRuleId>("r1")})
      .add(RateSet{id<RateRuleId>("r3"), RateKind::cost, {}, price, day("2026-01-01"), {}, {}})
      .add(RateEnded{id<RateRuleId>("r3"), day("2026-06-01")});
  const RatesAnswer answer = rates(history.views(), ask("rates"));
  REQUIRE(answer.rows.size() == 3);
  CHECK(answer.rows[0].valid_to == day("2026-03-01"));
  CHECK(lines_of(std::vector{answer.rows[1]}) ==
        "RateRow{key: \"r2\", rule: \"r2\", kind: bill, project: none, engagement: none, client: \"acme\", service: none, member: none, "
        "role: none, price: Price{amount: 100.0000, currency: EUR, per: 3600s}, valid_from: 2026-03-01, valid_to: none, ends: \"r1\"}\n");
  CHECK(answer.rows[2].valid_to == day("2026-06-01"));
  CHECK(rates(history.views(), ask("rates", {{"client", "acme"}})).rows.size() == 2);
}

TEST_CASE("every read model answers under its name, and another name does not") {
  const Views views = History().views();
  for (const std::string_view model : model_names) {
    bool asked = false;
    const std::string required(parameters_of(model).required);
    const Parameters needed = required.empty() ? Parameters{} : Parameters{{required, "acme"}};
    CHECK(with_answer(model, views, ask(model, needed), [&](const auto&) { asked = true; }));
    CHECK(asked);
  }
  CHECK_FALSE(with_answer("wipp", views, Question{}, [](const auto&) {}));
}

}  // namespace billtrail::testing
