// F2, F3, F4, F8: time after the fact: what it was for, when it was, what it is priced at, and every reason to refuse it.
#include "domain/time/limits.hpp"
#include "tests/domain/time_support.hpp"

namespace billtrail::testing {
namespace {

Begun practice(std::vector<Event> more = {}) { return Begun{more}; }

LogTime hour_on(std::string_view name) { return log_day(name, ana, "2026-02-27", 3600); }

void expect_work(const LogTime& command, const Assignment& work) {
  practice().when(command).then({logged("e", facts(ana, work, lasted("2026-02-27", 3600)))});
}

// The whole list of refusals is this one.
void expect_refused(const LogTime& command, RefusalCode code, std::string_view pointer, std::vector<Fact> facts = {},
                    std::vector<Event> more = {}) {
  practice(std::move(more)).when(command).then_refused({refuse(code, std::string(pointer), std::move(facts))});
}

std::vector<Fact> fact(std::string name, std::string value) { return {{std::move(name), std::move(value)}}; }
const std::vector<Fact> years{{"first", std::string("1990-01-01")}, {"last", std::string("2199-12-31")}};
const std::vector<Fact> now{{"now", std::string("2026-03-01T12:00:00Z")}};
const std::vector<Fact> longest{{"seconds_max", std::int64_t{604'800}}};

}  // namespace

TEST_CASE("TM3: date and seconds make an entry without clock times") { expect_work(hour_on("e"), {}); }

TEST_CASE("F2: a start with an end, or with seconds, or with both and pauses taken out") {
  const std::string nine = "2026-02-27T09:00:00Z", eleven = "2026-02-27T11:00:00Z";
  practice().when(log_clock("e", ana, nine, eleven)).then({logged("e", facts(ana, {}, ran("2026-02-27", nine, eleven, 7200)))});
  LogTime seconds = log_for("e", ana);
  seconds.start = at(nine);
  seconds.seconds = Seconds{7200};
  practice().when(seconds).then({logged("e", facts(ana, {}, ran("2026-02-27", nine, eleven, 7200)))});
  LogTime pauses = log_clock("e", ana, nine, eleven);
  pauses.seconds = Seconds{5000};
  practice().when(pauses).then({logged("e", facts(ana, {}, ran("2026-02-27", nine, eleven, 5000)))});
}

TEST_CASE("F4: a task fills in client, service and category, a project its client, a campaign client and project") {
  LogTime task = hour_on("e"), project = hour_on("e"), campaign = hour_on("e"), client = hour_on("e"), internal = hour_on("e");
  task.task = monthly;
  expect_work(task, {acme, {}, {}, {}, monthly, payroll, Category::retainer});
  project.project = site;
  expect_work(project, {acme, {}, site, {}, {}, {}, Category::project});
  campaign.campaign = spring;
  expect_work(campaign, {acme, {}, site, spring, {}, {}, Category::project});
  client.client = acme;
  expect_work(client, ad_hoc(acme));
  internal.project = house;
  expect_work(internal, {{}, {}, house, {}, {}, {}, Category::non_billable});
}

TEST_CASE("F4: what the task leaves open may be said, what it says may be repeated") {
  LogTime command = hour_on("e");
  command.task = monthly;
  command.client = acme;
  command.project = site;
  command.service = payroll;
  expect_work(command, {acme, {}, site, {}, monthly, payroll, Category::retainer});
}

TEST_CASE("F4: what contradicts the task is refused, field by field") {
  LogTime command = hour_on("e");
  command.task = monthly;
  command.client = bolt;
  command.service = advisory;
  command.category = Category::project;
  practice().when(command).then_refused({refuse(RefusalCode::task_differs, "/client", fact("task_says", "acme")),
                                         refuse(RefusalCode::task_differs, "/service", fact("task_says", "payroll")),
                                         refuse(RefusalCode::task_differs, "/category", fact("task_says", "retainer"))});
}

TEST_CASE("F4: a project or campaign of another client is refused") {
  LogTime project = hour_on("e"), campaign = hour_on("e"), internal = hour_on("e"), beside_task = hour_on("e");
  project.client = acme;
  project.project = shop;
  expect_refused(project, RefusalCode::project_of_another_client, "/project", fact("client", "bolt"));
  campaign.client = bolt;
  campaign.campaign = spring;
  expect_refused(campaign, RefusalCode::campaign_of_another_client, "/campaign", fact("client", "acme"));
  internal.client = acme;
  internal.project = house;
  expect_refused(internal, RefusalCode::project_of_another_client, "/project");
  beside_task.task = monthly;
  beside_task.project = shop;
  expect_refused(beside_task, RefusalCode::project_of_another_client, "/project", fact("client", "bolt"));
}

TEST_CASE("F4: unknown names are all told at once") {
  LogTime command = hour_on("e");
  command.member = id<MemberId>("x");
  command.client = id<ClientId>("x");
  command.engagement = id<EngagementId>("x");
  command.project = id<ProjectId>("x");
  command.campaign = id<CampaignId>("x");
  command.task = id<TaskId>("x");
  command.service = id<ServiceId>("x");
  practice().when(command).then_refused(
      {refuse(RefusalCode::unknown_member, "/member"), refuse(RefusalCode::unknown_client, "/client"),
       refuse(RefusalCode::unknown_service, "/service"), refuse(RefusalCode::unknown_project, "/project"),
       refuse(RefusalCode::unknown_campaign, "/campaign"), refuse(RefusalCode::unknown_task, "/task"),
       refuse(RefusalCode::unknown_engagement, "/engagement")});
}

TEST_CASE("F20: no new time on what is archived, named or filled in") {
  const Date on = day("2026-02-01");
  LogTime service = hour_on("e"), client = hour_on("e"), task = hour_on("e");
  service.service = payroll;
  expect_refused(service, RefusalCode::archived, "/service", fact("service", "payroll"),
                 {Archived{Noun::service, "payroll", on}});
  client.project = site;
  expect_refused(client, RefusalCode::archived, "/project", fact("client", "acme"), {Archived{Noun::client, "acme", on}});
  task.task = monthly;
  expect_refused(task, RefusalCode::archived, "/task", fact("service", "payroll"), {Archived{Noun::service, "payroll", on}});
}

TEST_CASE("F8: work without a client is internal and cannot be billable") {
  LogTime command = hour_on("e");
  command.category = Category::ad_hoc;
  expect_refused(command, RefusalCode::billable_work_needs_client, "/category");
}

TEST_CASE("R1, R2: both rates are frozen on the entry; non-billable work has none and unpriced work stays unpriced") {
  LogTime command = hour_on("e");
  command.client = acme;
  EntryFacts priced = facts(ana, ad_hoc(acme), lasted("2026-02-27", 3600));
  practice().when(command).then({logged("e", priced)});
  priced.agreed = priced.standard = by_rule("base", "80");
  practice({rate("base", "80")}).when(command).then({logged("e", priced)});
  command.category = Category::non_billable;
  Assignment unbilled = ad_hoc(acme);
  unbilled.category = Category::non_billable;
  practice({rate("base", "80")}).when(command).then({logged("e", facts(ana, unbilled, lasted("2026-02-27", 3600)))});
}

TEST_CASE("R1: a rate typed on the entry beats all and is stored with its reason; the standard rate stands beside it") {
  LogTime command = hour_on("e");
  command.client = acme;
  command.rate = dec("150");
  command.rate_reason = "weekend";
  EntryFacts priced = facts(ana, ad_hoc(acme), lasted("2026-02-27", 3600));
  priced.agreed = typed("150");
  priced.standard = by_rule("base", "80");
  TimeLogged expected = logged("e", priced);
  expected.rate_reason = "weekend";
  practice({rate("base", "80")}).when(command).then({expected});
}

TEST_CASE("R1: a typed rate needs a reason, is not negative, fits, and is in the client's currency") {
  LogTime command = hour_on("e");
  command.client = acme;
  command.rate = dec("150");
  command.rate_reason = " ";
  expect_refused(command, RefusalCode::reason_needed, "/rate_reason");
  command.rate_reason = "weekend";
  command.rate = dec("-0.0001");
  expect_refused(command, RefusalCode::rate_must_not_be_negative, "/rate");
  command.rate = Decimal4{typed_rate_max.ten_thousandths + 1};
  expect_refused(command, RefusalCode::amount_too_large, "/rate", fact("rate_max", typed_rate_max.text()));
  command.rate = dec("150");
  command.currency = cur("USD");
  expect_refused(command, RefusalCode::currency_differs, "/currency", fact("currency", "EUR"));
}

TEST_CASE("D2: the rounding terms of the client's policy are frozen on the entry") {
  const RoundingTerms quarters{RoundingMode::up, {900}, {}, {}, RoundingScope::entry};
  LogTime command = hour_on("e");
  command.client = acme;
  EntryFacts rounded = facts(ana, ad_hoc(acme), lasted("2026-02-27", 3600));
  rounded.rounding = quarters;
  practice({RoundingSet{id<RoundingPolicyId>("q"), acme, quarters, day("2026-01-01")}})
      .when(command)
      .then({logged("e", rounded)});
}

TEST_CASE("3.x: an import keeps zero, and trusts the duration where the end contradicts it") {
  LogTime zero = log_clock("zero", ana, "2026-02-27T09:00:00Z", "2026-02-27T09:00:00Z");
  zero.seconds = Seconds{0};
  zero.source = ImportSource{"toggl", "row 1"};
  LogTime longer = log_clock("longer", ana, "2026-02-27T09:00:00Z", "2026-02-27T09:30:00Z");
  longer.seconds = Seconds{3600};
  longer.source = ImportSource{"toggl", "row 2"};
  longer.rate = dec("70");
  Span without_end = ran("2026-02-27", "2026-02-27T09:00:00Z", "2026-02-27T09:30:00Z", 3600);
  without_end.end.reset();
  TimeLogged zero_logged = logged("zero", facts(ana, {}, ran("2026-02-27", "2026-02-27T09:00:00Z", "2026-02-27T09:00:00Z", 0)));
  zero_logged.source = zero.source;
  TimeLogged longer_logged = logged("longer", facts(ana, {}, without_end));
  longer_logged.facts.agreed = typed("70", RateOrigin::imported);
  longer_logged.source = longer.source;
  practice().when(zero).then({zero_logged}).when(longer).then({longer_logged});
}

TEST_CASE("time that is missing is named") {
  expect_refused(log_for("e", ana), RefusalCode::time_missing, "");
  LogTime only_date = log_for("e", ana), only_seconds = log_for("e", ana), only_start = log_for("e", ana),
          only_end = log_for("e", ana);
  only_date.date = day("2026-02-27");
  expect_refused(only_date, RefusalCode::time_missing, "/seconds");
  only_seconds.seconds = Seconds{60};
  expect_refused(only_seconds, RefusalCode::time_missing, "/date");
  only_start.start = at("2026-02-27T09:00:00Z");
  expect_refused(only_start, RefusalCode::time_missing, "/end");
  only_end.end = at("2026-02-27T09:00:00Z");
  only_end.seconds = Seconds{60};
  expect_refused(only_end, RefusalCode::time_missing, "/start");
}

TEST_CASE("time that contradicts itself is refused") {
  expect_refused(log_clock("e", ana, "2026-02-27T10:00:00Z", "2026-02-27T09:00:00Z"), RefusalCode::time_ambiguous, "/end");
  LogTime more = log_clock("e", ana, "2026-02-27T09:00:00Z", "2026-02-27T10:00:00Z");
  more.seconds = Seconds{3601};
  expect_refused(more, RefusalCode::time_ambiguous, "/seconds");
  LogTime date = log_clock("e", ana, "2026-02-27T09:00:00Z", "2026-02-27T10:00:00Z");
  date.date = day("2026-02-26");
  expect_refused(date, RefusalCode::time_ambiguous, "/date");
  LogTime twice = log_clock("e", ana, "2026-02-27T09:00:00Z", "2026-02-27T10:00:00Z");
  twice.local_start = LocalTime{day("2026-02-27"), 0};
  expect_refused(twice, RefusalCode::time_ambiguous, "/local_start");
}

TEST_CASE("a person's entry lasts more than zero and at most seven days") {
  expect_refused(log_day("e", ana, "2026-02-27", 0), RefusalCode::duration_must_be_positive, "/seconds");
  expect_refused(log_day("e", ana, "2026-02-27", -60), RefusalCode::duration_must_be_positive, "/seconds");
  expect_refused(log_clock("e", ana, "2026-02-27T09:00:00Z", "2026-02-27T09:00:00.9Z"), RefusalCode::duration_must_be_positive,
                 "/end");
  expect_refused(log_day("e", ana, "2026-02-01", 604'801), RefusalCode::duration_too_long, "/seconds", longest);
  expect_refused(log_clock("e", ana, "2026-02-01T00:00:00Z", "2026-02-08T00:00:01Z"), RefusalCode::duration_too_long, "/end",
                 longest);
  practice().when(log_day("e", ana, "2026-02-01", 604'800)).then({logged("e", facts(ana, {}, lasted("2026-02-01", 604'800)))});
}

TEST_CASE("dates lie between 1990 and 2199, and instants too") {
  expect_refused(log_day("e", ana, "1989-12-31", 60), RefusalCode::date_out_of_range, "/date", years);
  practice().when(log_day("e", ana, "1990-01-01", 60)).then({logged("e", facts(ana, {}, lasted("1990-01-01", 60)))});
  LogTime ancient = log_for("e", ana);
  ancient.start = Instant{INT64_MIN};
  ancient.seconds = Seconds{60};
  expect_refused(ancient, RefusalCode::date_out_of_range, "/start", years);
  LogTime local = log_for("e", ana);
  local.local_start = LocalTime{day("2026-02-27"), 86'400};
  local.seconds = Seconds{60};
  expect_refused(local, RefusalCode::date_out_of_range, "/local_start", years);
}

TEST_CASE("TM7: work in the future is refused; a bare date may be one day ahead of the practice's") {
  expect_refused(log_clock("e", ana, "2026-03-01T11:00:00Z", "2026-03-01T12:02:01Z"), RefusalCode::occurred_in_the_future, "/end",
                 now);
  LogTime seconds = log_for("e", ana);
  seconds.start = at("2026-03-01T11:30:00Z");
  seconds.seconds = Seconds{3600};
  expect_refused(seconds, RefusalCode::occurred_in_the_future, "/seconds", now);
  expect_refused(log_day("e", ana, "2026-03-03", 60), RefusalCode::occurred_in_the_future, "/date", fact("today", "2026-03-01"));
  practice().when(log_day("e", ana, "2026-03-02", 60)).then({logged("e", facts(ana, {}, lasted("2026-03-02", 60)))});
}

TEST_CASE("2.18: nothing dated on or before the lock date is logged") {
  const std::vector<Event> lock{PeriodLocked{day("2026-02-27")}};
  expect_refused(hour_on("e"), RefusalCode::period_locked, "/date", fact("locked_until", "2026-02-27"), lock);
  expect_refused(log_clock("e", ana, "2026-02-27T23:00:00Z", "2026-02-28T23:00:00Z"), RefusalCode::period_locked, "/start",
                 fact("locked_until", "2026-02-27"), lock);
  practice(lock).when(log_day("e", ana, "2026-02-28", 60)).then({logged("e", facts(ana, {}, lasted("2026-02-28", 60)))});
}

TEST_CASE("2.21: a member logs time from the joining date until the day before the leaving date") {
  MemberChanged joined{.member = ana, .joined = day("2026-02-27")};
  const Event left = Archived{Noun::member, "ana", day("2026-02-28")};
  expect_refused(log_day("e", ana, "2026-02-26", 60), RefusalCode::before_member_joined, "/date", fact("joined", "2026-02-27"),
                 {joined});
  expect_refused(log_day("e", ana, "2026-02-28", 60), RefusalCode::after_member_left, "/date", fact("left", "2026-02-28"),
                 {left});
  practice({joined, left}).when(hour_on("e")).then({logged("e", facts(ana, {}, lasted("2026-02-27", 3600)))});
}

TEST_CASE("a zone that nobody knows is refused, and its readings mean nothing") {
  LogTime command = log_for("e", ana);
  command.zone = "Mars/Olympus";
  command.local_start = LocalTime{day("2026-02-27"), 0};
  command.seconds = Seconds{60};
  expect_refused(command, RefusalCode::unknown_zone, "/zone");
}

TEST_CASE("F3: many entries are all or nothing, and every fault of every entry is told with its place") {
  LogTimes both{{hour_on("a"), hour_on("b")}};
  practice().when(both).then(
      {logged("a", facts(ana, {}, lasted("2026-02-27", 3600))), logged("b", facts(ana, {}, lasted("2026-02-27", 3600)))});
  LogTimes faulty{{hour_on("a"), hour_on("a"), hour_on("c")}};
  faulty.entries[0].seconds = Seconds{0};
  faulty.entries[2].client = id<ClientId>("x");
  faulty.entries[2].member = id<MemberId>("x");
  practice().when(faulty).then_refused({refuse(RefusalCode::id_in_use, "/entries/1/entry", fact("entry", "a")),
                                        refuse(RefusalCode::unknown_member, "/entries/2/member"),
                                        refuse(RefusalCode::unknown_client, "/entries/2/client"),
                                        refuse(RefusalCode::duration_must_be_positive, "/entries/0/seconds")});
  practice().when(LogTimes{}).then_refused({refuse(RefusalCode::nothing_to_change, "/entries")});
  practice()
      .when(LogTimes{std::vector<LogTime>(log_times_entries_max + 1, hour_on("a"))})
      .then_refused({refuse(RefusalCode::amount_too_large, "/entries", {{"entries_max", std::int64_t{500}}})});
}

}  // namespace billtrail::testing
