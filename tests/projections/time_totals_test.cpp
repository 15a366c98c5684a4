// Time by any dimension; TM4: seconds by work date and clock seconds by local day have the same sum.
#include "tests/projections/history.hpp"

namespace billtrail::testing {
namespace {

// "key seconds/clock_seconds/billed_seconds/entries" in minutes, a line each; totals last.
std::string totals(const History& history, const Parameters& parameters) {
  const TimeTotalsAnswer answer = time_totals(history.views(), ask("time-totals", parameters));
  std::string text;
  const auto line = [&](const std::string& key, const auto& row) {
    text += key + " " + std::to_string(row.seconds.count / 60) + "/" + std::to_string(row.clock_seconds.count / 60) + "/" +
            std::to_string(row.billed_seconds.count / 60) + "/" + std::to_string(row.entries) + "\n";
  };
  for (const TimeTotalsRow& row : answer.rows) line(row.key, row);
  line("=", answer.totals);
  return text;
}

History over_month_end() {
  History history;
  history.add(Time("e1", "ana", "acme", "2026-02-28", minutes(60))
                  .from("2026-02-28T22:30:00Z")
                  .split({{day("2026-02-28"), minutes(30)}, {day("2026-03-01"), minutes(30)}}));
  return history;
}

}  // namespace

TEST_CASE("TM4, golden case 17: 23:30 to 00:30 on the last day of a month is split at local midnight, and is one entry") {
  const History history = over_month_end();
  CHECK(totals(history, {{"by", "month"}}) == "2026-02 60/30/60/1\n2026-03 0/30/0/0\n= 60/60/60/1\n");
  CHECK(totals(history, {{"by", "day"}}) == "2026-02-28 60/30/60/1\n2026-03-01 0/30/0/0\n= 60/60/60/1\n");
  CHECK(totals(history, {{"by", "client"}}) == "acme 60/60/60/1\n= 60/60/60/1\n");
}

TEST_CASE("TM4: a month takes the clock seconds that fall into it, from entries of either side") {
  const History history = over_month_end();
  CHECK(totals(history, {{"by", "client"}, {"from", "2026-03-01"}}) == "acme 0/30/0/0\n= 0/30/0/0\n");
  CHECK(totals(history, {{"by", "client"}, {"to", "2026-02-28"}}) == "acme 60/30/60/1\n= 60/30/60/1\n");
  CHECK(totals(history, {{"by", "client"}, {"as_of", "2026-02-27"}}) == "= 0/0/0/0\n");
}

TEST_CASE("time totals by each dimension have keys, names and every second") {
  History history;
  history.add(TaskAdded{id<TaskId>("banner"), "Banner", TaskKind::task, {}, {}, {}, {}, Category::project})
      .add(CampaignOpened{id<CampaignId>("spring"), id<ClientId>("acme"), {}, "Spring"});
  Time first("e1", "ana", "acme", "2026-03-01", minutes(10));
  first.on("seo").within("site").as(Category::project);
  first.logged.facts.work.campaign = id<CampaignId>("spring");
  first.logged.facts.work.task = id<TaskId>("banner");
  history.add(first).add(Time("e2", "ben", "", "2026-03-02", minutes(20)));
  const std::string sum = "= 30/30/30/2\n";
  CHECK(totals(history, {{"by", "client"}}) == "acme 10/10/10/1\n 20/20/20/1\n" + sum);
  CHECK(totals(history, {{"by", "project"}}) == "site 10/10/10/1\n 20/20/20/1\n" + sum);
  CHECK(totals(history, {{"by", "campaign"}}) == "spring 10/10/10/1\n 20/20/20/1\n" + sum);
  CHECK(totals(history, {{"by", "task"}}) == "banner 10/10/10/1\n 20/20/20/1\n" + sum);
  CHECK(totals(history, {{"by", "service"}}) == "seo 10/10/10/1\n 20/20/20/1\n" + sum);
  CHECK(totals(history, {{"by", "member"}}) == "ana 10/10/10/1\nben 20/20/20/1\n" + sum);
  CHECK(totals(history, {{"by", "category"}}) == "project 10/10/10/1\nnon_billable 20/20/20/1\n" + sum);
  CHECK(totals(history, {{"by", "day"}}) == "2026-03-01 10/10/10/1\n2026-03-02 20/20/20/1\n" + sum);
  CHECK(totals(history, {{"by", "week"}}) == "2026-W09 10/10/10/1\n2026-W10 20/20/20/1\n" + sum);
  CHECK(totals(history, {{"by", "month"}}) == "2026-03 30/30/30/2\n" + sum);
  const auto row = time_totals(history.views(), ask("time-totals", {{"by", "client,project,campaign,task,service,member,category,day"}})).rows.at(0);
  CHECK(lines_of(std::vector{row}) ==
        "TimeTotalsRow{key: \"acme|site|spring|banner|seo|ana|project|2026-03-01\", client: \"acme\", client_name: \"Acme\", "
        "project: \"site\", project_name: \"Site\", campaign: \"spring\", campaign_name: \"Spring\", task: \"banner\", "
        "task_name: \"Banner\", service: \"seo\", service_name: \"SEO\", member: \"ana\", member_name: Personal{ana: sealed Ana}, "
        "category: project, day: 2026-03-01, week: none, month: none, seconds: 600s, clock_seconds: 600s, billed_seconds: 600s, "
        "entries: 1}\n");
}

TEST_CASE("each filter lets its own through") {
  History history;
  Time first("e1", "ana", "acme", "2026-03-01", minutes(10));
  first.on("seo").within("site").as(Category::project).reviewed(Review::needed);
  history.add(first).add(Time("e2", "ben", "bolt", "2026-03-02", minutes(20)).on("ads"));
  const auto kept = [&](const char* name, const char* value) {
    return totals(history, {{"by", "member"}, {name, value}});
  };
  const std::string anas = "ana 10/10/10/1\n= 10/10/10/1\n";
  const std::string bens = "ben 20/20/20/1\n= 20/20/20/1\n";
  CHECK(kept("client", "acme") == anas);
  CHECK(kept("project", "site") == anas);
  CHECK(kept("service", "seo") == anas);
  CHECK(kept("service", "ads") == bens);
  CHECK(kept("member", "ben") == bens);
  CHECK(kept("category", "project") == anas);
  CHECK(kept("category", "ad_hoc") == bens);
  CHECK(kept("review", "needed") == anas);
  CHECK(kept("from", "2026-03-02") == bens);
  CHECK(kept("to", "2026-03-01") == anas);
  CHECK(kept("campaign", "none") == "= 0/0/0/0\n");
  CHECK(kept("task", "none") == "= 0/0/0/0\n");
  CHECK(kept("removed", "true") == "= 0/0/0/0\n");
  history.add(TimeEntryRemoved{id<EntryId>("e1"), first.facts(), ""});
  CHECK(kept("removed", "true") == anas);
  CHECK(kept("removed", "false") == bens);
}

TEST_CASE("groups stand in order of names, those without last") {
  History history;
  history.add(ClientAdded{id<ClientId>("z1"), "Aardvark", cur("EUR")});
  history.add(Time("e1", "ana", "", "2026-03-01", minutes(1)))
      .add(Time("e2", "ana", "bolt", "2026-03-01", minutes(1)))
      .add(Time("e3", "ana", "z1", "2026-03-01", minutes(1)))
      .add(Time("e4", "ana", "acme", "2026-03-01", minutes(1)));
  CHECK(totals(history, {{"by", "client"}}) == "z1 1/1/1/1\nacme 1/1/1/1\nbolt 1/1/1/1\n 1/1/1/1\n= 4/4/4/4\n");
}

TEST_CASE("work dated ahead of today counts unless as_of cuts it off") {
  History history;
  history.add(Time("e1", "ana", "acme", "2027-01-01", minutes(1)));
  CHECK(totals(history, {{"by", "month"}}) == "2027-01 1/1/1/1\n= 1/1/1/1\n");
  CHECK(totals(history, {{"by", "month"}, {"as_of", "2026-12-31"}}) == "= 0/0/0/0\n");
}

}  // namespace billtrail::testing
