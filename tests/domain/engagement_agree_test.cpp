// 2.5, C6: agreeing with a client, changing what was agreed, and ending it.
#include "tests/domain/retainer_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

const auto build = id<EngagementId>("build");

AgreeEngagement agree(EngagementKind kind) {
  AgreeEngagement command;
  command.engagement = build;
  command.client = acme;
  command.name = "Build";
  command.kind = kind;
  command.starts = day("2026-01-01");
  return command;
}
EngagementAgreed build_agreed(EngagementKind kind, std::int64_t fee = 0, std::int64_t cap = 0) {
  return {build, acme, "Build", kind, day("2026-01-01"), {}, fee, cap, ""};
}
Refusal must(std::string pointer, std::string what) {
  return refuse(RefusalCode::engagement_terms_invalid, std::move(pointer), {{"must", std::move(what)}});
}
ChangeEngagement change() {
  ChangeEngagement command;
  command.engagement = build;
  return command;
}

}  // namespace

TEST_CASE("2.5: every kind but those with cycles is agreed with a client, fee and cap where the kind has them") {
  for (const EngagementKind kind : {EngagementKind::hourly, EngagementKind::deposit, EngagementKind::non_billable}) {
    Scenario{}.given(practice()).when(agree(kind)).then({build_agreed(kind)});
  }
  AgreeEngagement fixed = agree(EngagementKind::fixed_fee);
  fixed.fee = 500'000;
  Scenario{}.given(practice()).when(fixed).then({build_agreed(EngagementKind::fixed_fee, 500'000)});
  AgreeEngagement capped = agree(EngagementKind::capped);
  capped.cap = 900'000;
  Scenario{}.given(practice()).when(capped).then({build_agreed(EngagementKind::capped, 0, 900'000)});
}

TEST_CASE("engagement_terms_invalid, engagement_kind_differs: terms that cannot be are refused, each at its field") {
  AgreeEngagement hourly = agree(EngagementKind::hourly);
  hourly.fee = 1;
  hourly.cap = 1;
  hourly.ends = day("2026-01-01");
  Scenario{}
      .given(practice())
      .when(hourly)
      .then_refused({must("/fee", "be left out for this kind"), must("/cap", "be left out for this kind"),
                     refuse(RefusalCode::engagement_terms_invalid, "/ends", {{"starts", "2026-01-01"}})})
      .when(agree(EngagementKind::capped))
      .then_refused({must("/cap", "be more than 0")})
      .when(agree(EngagementKind::milestone))
      .then_refused({must("/fee", "be more than 0")})
      .when(agree(EngagementKind::retainer))
      .then_refused({refuse(RefusalCode::engagement_kind_differs, "/kind", {{"agreed_by", "AgreeRetainer"}})});
  AgreeEngagement old = agree(EngagementKind::hourly);
  old.starts = day("1950-01-01");
  Scenario{}
      .given(practice())
      .when(old)
      .then_refused({refuse(RefusalCode::date_out_of_range, "/starts", {{"first", "1990-01-01"}, {"last", "2199-12-31"}})});
}

TEST_CASE("id_in_use, name_in_use, archived: an engagement's name is held once within its client") {
  AgreeEngagement other = agree(EngagementKind::hourly);
  other.engagement = id<EngagementId>("other");
  other.client = bolt;
  Scenario{}
      .given(practice())
      .given({build_agreed(EngagementKind::hourly)})
      .when(agree(EngagementKind::hourly))
      .then_refused(
          {refuse(RefusalCode::id_in_use, "/engagement"), refuse(RefusalCode::name_in_use, "/name", {{"holder", "build"}})})
      .when(other)
      .then_anything();
  Scenario{}
      .given(practice())
      .given({Archived{Noun::client, "acme", day("2026-01-01")}})
      .when(agree(EngagementKind::hourly))
      .then_refused({refuse(RefusalCode::archived, "/client", {{"client", "acme"}})});
}

TEST_CASE("2.5: name, scope and the amounts of the kind change; a fee does not fall below what has been invoiced") {
  Scenario scenario;
  scenario.given(practice()).given({build_agreed(EngagementKind::fixed_fee, 500'000)});
  ChangeEngagement command = change();
  command.name = "Rebuild";
  command.fee = 600'000;
  scenario.when(command).then({EngagementChanged{build, "Rebuild", {}, 600'000, {}}});
  scenario.when(command).then_refused({refuse(RefusalCode::nothing_to_change)});
  scenario.books().engagements.edit(build).fee_invoiced = 400'000;
  ChangeEngagement lower = change();
  lower.fee = 399'999;
  lower.cap = 5;
  scenario.when(lower).then_refused({refuse(RefusalCode::engagement_terms_invalid, "/fee", {{"invoiced", std::int64_t{400'000}}}),
                                     must("/cap", "be left out for this kind")});
  ChangeEngagement unknown = change();
  unknown.engagement = care;
  scenario.when(unknown).then_refused({refuse(RefusalCode::unknown_engagement, "/engagement")});
}

TEST_CASE("C6: an engagement ends, and not before work that belongs to it") {
  TimeLogged work = worked("w", "2026-02-10", hour);
  work.facts.work.engagement = build;
  work.facts.work.category = Category::project;
  Scenario{}
      .given(practice())
      .given({build_agreed(EngagementKind::hourly), work})
      .when(EndEngagement{build, day("2026-02-10"), {}})
      .then_refused({refuse(RefusalCode::date_before_work, "/on", {{"entry", "w"}, {"work_date", "2026-02-10"}})})
      .when(EndEngagement{build, day("2026-02-11"), "done"})
      .then({EngagementEnded{build, day("2026-02-11"), "done"}})
      .when(EndEngagement{build, day("2026-02-11"), {}})
      .then_refused({refuse(RefusalCode::nothing_to_change, "/on")})
      .when(EndEngagement{build, day("2025-12-31"), {}})
      .then_refused({refuse(RefusalCode::engagement_terms_invalid, "/on", {{"starts", "2026-01-01"}}),
                     refuse(RefusalCode::date_before_work, "/on", {{"entry", "w"}, {"work_date", "2026-02-10"}})})
      .given({PeriodLocked{day("2026-02-15")}})
      .when(EndEngagement{build, day("2026-02-15"), {}})
      .then_refused({refuse(RefusalCode::period_locked, "/on", {{"locked_until", "2026-02-15"}})});
}
