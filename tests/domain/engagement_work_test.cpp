// 2.5: which engagement work belongs to, and the category that follows from it.
#include "tests/domain/retainer_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

const auto build = id<EngagementId>("build");

EngagementAgreed of_kind(EngagementKind kind, std::optional<Date> ends = {}) {
  return {build, acme, "Build", kind, day("2026-01-01"), ends, 0, 0, ""};
}
Event site_under(const EngagementId& engagement) { return ProjectChanged{site, "Site", engagement}; }

LogTime log(std::string_view entry, std::string_view date = "2026-02-10") {
  LogTime command;
  command.entry = id<EntryId>(entry);
  command.member = ana;
  command.client = acme;
  command.date = day(date);
  command.seconds = Seconds{hour};
  return command;
}
LogTime log_on(const EngagementId& engagement, std::optional<Category> category = {}) {
  LogTime command = log("w");
  command.engagement = engagement;
  command.category = category;
  return command;
}
LogTime log_as(Category category) {
  LogTime command = log("w");
  command.category = category;
  return command;
}

// What the last command logged: engagement and category.
std::string assigned(const Scenario& scenario) {
  if (!scenario.decision().accepted()) return printed(scenario.decision().refusals());
  const Assignment work = left<TimeLogged>(scenario).facts.work;
  return (work.engagement ? std::string(work.engagement->text()) : "-") + " " +
         boost::describe::enum_to_string(work.category, "");
}
Refusal needs_reason(std::string says) {
  return refuse(RefusalCode::category_needs_reason, "/category", {{"engagement_says", std::move(says)}});
}

}  // namespace

TEST_CASE("2.5: the category follows from the kind of the engagement") {
  const std::vector<std::pair<EngagementKind, std::string>> kinds{
      {EngagementKind::hourly, "build project"},           {EngagementKind::capped, "build project"},
      {EngagementKind::fixed_fee, "build project"},        {EngagementKind::milestone, "build project"},
      {EngagementKind::recurring_fee, "build project"},    {EngagementKind::deposit, "build ad_hoc"},
      {EngagementKind::non_billable, "build non_billable"}};
  for (const auto& [kind, expected] : kinds) {
    Scenario scenario;
    scenario.given(practice()).given({of_kind(kind)}).when(log_on(build));
    CHECK(assigned(scenario) == expected);
  }
  Scenario scenario;
  scenario.given(practice()).given({agreed(forty_hours())}).when(log_on(care));
  CHECK(assigned(scenario) == "care retainer");
}

TEST_CASE("category_needs_reason: another category than the engagement's needs a reason, which is recorded") {
  Scenario scenario;
  scenario.given(practice()).given({of_kind(EngagementKind::hourly)});
  scenario.when(log_on(build, Category::ad_hoc)).then_refused({needs_reason("project")});
  LogTime excused = log_on(build, Category::ad_hoc);
  excused.category_reason = "asked for on the phone";
  scenario.when(excused);
  CHECK(assigned(scenario) == "build ad_hoc");
  CHECK(left<TimeLogged>(scenario).category_reason == "asked for on the phone");
  LogTime needless = log_on(build, Category::project);
  needless.entry = id<EntryId>("w2");
  needless.category_reason = "none needed";
  scenario.when(needless);
  CHECK(left<TimeLogged>(scenario).category_reason.empty());
}

TEST_CASE("2.5: a project brings its engagement where it runs on the day") {
  Scenario scenario;
  scenario.given(practice()).given({of_kind(EngagementKind::fixed_fee, day("2026-02-11")), site_under(build)});
  LogTime command = log("w1", "2026-02-10");
  command.project = site;
  CHECK(assigned(scenario.when(command)) == "build project");
  LogTime after = log("w2", "2026-02-11");
  after.project = site;
  CHECK(assigned(scenario.when(after)) == "- project");
}

TEST_CASE("2.5: work under a retainer belongs to the only one that runs and counts it") {
  PeriodTerms only_seo = forty_hours();
  only_seo.services = {seo};
  Scenario scenario;
  scenario.given(practice()).given({agreed(only_seo)});
  LogTime counted = log_as(Category::retainer);
  counted.service = seo;
  CHECK(assigned(scenario.when(counted)) == "care retainer");
  LogTime other = log_as(Category::retainer);
  other.entry = id<EntryId>("w2");
  other.service = payroll;
  CHECK(assigned(scenario.when(other)) == "- retainer");
  RetainerAgreed second = agreed(only_seo);
  second.engagement = id<EngagementId>("care-2");
  second.name = "Second";
  LogTime either = log_as(Category::retainer);
  either.entry = id<EntryId>("w3");
  either.service = seo;
  CHECK(assigned(scenario.given({second}).when(either)) == "- retainer");
}

TEST_CASE("2.5: work that a retainer does not count is billed beside it") {
  PeriodTerms only_seo = forty_hours();
  only_seo.services = {seo};
  Scenario scenario;
  scenario.given(practice()).given({agreed(only_seo)});
  LogTime other = log_on(care);
  other.service = payroll;
  CHECK(assigned(scenario.when(other)) == "care ad_hoc");
}

TEST_CASE(
    "unknown_engagement, engagement_of_another_client, engagement_not_running: what is named must be there, theirs and running") {
  Scenario scenario;
  scenario.given(practice()).given({of_kind(EngagementKind::hourly, day("2026-02-11"))});
  scenario.when(log_on(care)).then_refused({refuse(RefusalCode::unknown_engagement, "/engagement")});
  LogTime late = log_on(build);
  late.date = day("2026-02-11");
  scenario.when(late).then_refused(
      {refuse(RefusalCode::engagement_not_running, "/engagement", {{"starts", "2026-01-01"}, {"ends", "2026-02-11"}})});
  LogTime theirs = log_on(build);
  theirs.client = bolt;
  scenario.when(theirs).then_refused({refuse(RefusalCode::engagement_of_another_client, "/engagement", {{"client", "acme"}})});
  LogTime no_client = log_on(build);
  no_client.client.reset();
  CHECK(assigned(scenario.when(no_client)) == "build project");
}

TEST_CASE("2.5: a timer takes the engagement along to its entry") {
  Scenario scenario;
  scenario.given(practice()).given({agreed(forty_hours()), of_kind(EngagementKind::hourly), site_under(build)});
  StartTimer start;
  start.entry = id<EntryId>("t");
  start.member = ana;
  start.client = acme;
  start.category = Category::retainer;
  scenario.when(start).then_anything();
  ChangeTimer text;
  text.entry = *start.entry;
  text.tags = std::vector<std::string>{"call"};
  scenario.when(text).then_anything();
  scenario.when(StopTimer{ana, {}, {}}, scenario_now + Seconds{hour});
  CHECK(assigned(scenario) == "care retainer");
}

TEST_CASE("R5, 2.5: a corrected project brings its engagement and category; a cleared engagement goes") {
  Scenario scenario;
  scenario.given(practice()).given({agreed(forty_hours()), of_kind(EngagementKind::hourly), site_under(build)});
  scenario.when(log_on(care)).then_anything();
  CorrectTimeEntry clear;
  clear.entry = id<EntryId>("w");
  clear.clear = {EntryField::engagement};
  clear.reason = "not under the retainer";
  scenario.when(clear);
  CHECK(left<TimeEntryCorrected>(scenario).after.work.engagement == std::nullopt);
  CHECK(left<TimeEntryCorrected>(scenario).after.work.category == Category::ad_hoc);
  CorrectTimeEntry onto_site;
  onto_site.entry = clear.entry;
  onto_site.project = site;
  onto_site.reason = "it was the site";
  scenario.when(onto_site);
  CHECK(left<TimeEntryCorrected>(scenario).after.work.engagement == build);
  CHECK(left<TimeEntryCorrected>(scenario).after.work.category == Category::project);
  CorrectTimeEntry date;
  date.entry = clear.entry;
  date.date = day("2025-12-31");
  date.reason = "wrong day";
  scenario.when(date).then_refused({refuse(RefusalCode::engagement_not_running, "/date", {{"starts", "2026-01-01"}})});
}

TEST_CASE("engagement_of_another_client: a project belongs to an engagement of its own client") {
  Scenario scenario;
  scenario.given(practice()).given({of_kind(EngagementKind::hourly)});
  scenario.when(OpenProject{id<ProjectId>("shop"), bolt, "Shop", build})
      .then_refused({refuse(RefusalCode::engagement_of_another_client, "/engagement", {{"client", "acme"}})})
      .when(OpenProject{id<ProjectId>("new"), acme, "New", build})
      .then({ProjectOpened{id<ProjectId>("new"), acme, "New", build}})
      .when(ChangeProject{site, "Site", build})
      .then({ProjectChanged{site, "Site", build}})
      .when(ChangeProject{site, "Site", build})
      .then_refused({refuse(RefusalCode::nothing_to_change)});
}
