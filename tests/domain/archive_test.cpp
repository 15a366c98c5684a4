// F20: things are archived and restored, never deleted.
#include "tests/support/given_when_then.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

const std::vector<Event> one_of_each{
    opened(),
    MemberAdded{id<MemberId>("x"), {}, {}, {}, {}, day("2026-01-10")},
    ClientAdded{id<ClientId>("x"), "X", cur("EUR")},
    ServiceAdded{id<ServiceId>("x"), "X"},
    ProjectOpened{id<ProjectId>("x"), id<ClientId>("x"), "X"},
    CampaignOpened{id<CampaignId>("x"), id<ClientId>("x"), {}, "X"},
    TaskAdded{id<TaskId>("x"), "X", TaskKind::task, id<ClientId>("x"), {}, {}, {}, Category::ad_hoc}};

struct NounCase {
  Noun noun;
  RefusalCode unknown;
};
constexpr NounCase nouns[] = {{Noun::member, RefusalCode::unknown_member},     {Noun::client, RefusalCode::unknown_client},
                              {Noun::service, RefusalCode::unknown_service},   {Noun::project, RefusalCode::unknown_project},
                              {Noun::campaign, RefusalCode::unknown_campaign}, {Noun::task, RefusalCode::unknown_task}};

}  // namespace

TEST_CASE("archived, not_archived: each noun is archived once, restored once, and archived again") {
  for (const NounCase& each : nouns) {
    INFO(boost::describe::enum_to_string(each.noun, ""));
    Scenario{}
        .given(one_of_each)
        .when(Restore{each.noun, "x"})
        .then_refused({refuse(RefusalCode::not_archived, "/id")})
        .when(Archive{each.noun, "x", {}})
        .then({Archived{each.noun, "x", day("2026-03-01")}})
        .when(Archive{each.noun, "x", {}})
        .then_refused({refuse(RefusalCode::archived, "/id")})
        .when(Restore{each.noun, "x"})
        .then({Restored{each.noun, "x"}})
        .when(Archive{each.noun, "x", day("2026-04-01")})
        .then({Archived{each.noun, "x", day("2026-04-01")}});
  }
}

TEST_CASE("unknown: only what is there is archived or restored, whatever the noun") {
  for (const NounCase& each : nouns) {
    INFO(boost::describe::enum_to_string(each.noun, ""));
    Scenario{}
        .given(one_of_each)
        .when(Archive{each.noun, "y", {}})
        .then_refused({refuse(each.unknown, "/id")})
        .when(Restore{each.noun, "not an id"})
        .then_refused({refuse(each.unknown, "/id")});
  }
}

TEST_CASE("2.21: archiving a member is leaving, and the date may lie ahead") {
  Scenario scenario;
  scenario.given(one_of_each)
      .when(Archive{Noun::member, "x", day("2026-07-01")})
      .then({Archived{Noun::member, "x", day("2026-07-01")}});
  CHECK(scenario.books().members.find(id<MemberId>("x"))->left == day("2026-07-01"));
  scenario.when(Restore{Noun::member, "x"}).then({Restored{Noun::member, "x"}});
  CHECK_FALSE(scenario.books().members.find(id<MemberId>("x"))->left);
}

TEST_CASE("before_member_joined, period_locked: nobody leaves before joining, nor within a locked period") {
  Scenario{}
      .given(one_of_each)
      .given({PeriodLocked{day("2026-01-31")}})
      .when(Archive{Noun::member, "x", day("2026-01-09")})
      .then_refused({refuse(RefusalCode::period_locked, "/on", {{"locked_until", "2026-01-31"}}),
                     refuse(RefusalCode::before_member_joined, "/on", {{"joined", "2026-01-10"}})});
}
