// Tasks and touches (F4, F6): what their work is for follows from what they name.
#include "tests/support/given_when_then.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

const auto acme = id<ClientId>("acme");
const auto bolt = id<ClientId>("bolt");
const auto site = id<ProjectId>("site");
const auto own = id<ProjectId>("own");
const auto spring = id<CampaignId>("spring");
const auto payroll = id<ServiceId>("payroll");
const auto first = id<TaskId>("t1");
const auto second = id<TaskId>("t2");

const std::vector<Event> agency{opened(),
                                ClientAdded{acme, "Acme", cur("EUR")},
                                ClientAdded{bolt, "Bolt", cur("EUR")},
                                ProjectOpened{site, acme, "Website"},
                                ProjectOpened{own, {}, "Own site"},
                                CampaignOpened{spring, acme, site, "Spring"},
                                ServiceAdded{payroll, "Payroll"}};

}  // namespace

TEST_CASE("F4: a task takes its client from its project, and project and client from its campaign") {
  Scenario{}
      .given(agency)
      .when(AddTask{first, " Header ", {}, {}, site, {}, payroll, {}})
      .then({TaskAdded{first, "Header", TaskKind::task, acme, site, {}, payroll, Category::project}})
      .when(AddTask{second, "Footer", {}, {}, {}, spring, {}, Category::retainer})
      .then({TaskAdded{second, "Footer", TaskKind::task, acme, site, spring, {}, Category::retainer}});
}

TEST_CASE("F6: a touch is a small task; for a client alone it is ad hoc, without one non-billable") {
  Scenario{}
      .given(agency)
      .when(AddTask{first, "Call", TaskKind::touch, acme, {}, {}, {}, {}})
      .then({TaskAdded{first, "Call", TaskKind::touch, acme, {}, {}, {}, Category::ad_hoc}})
      .when(AddTask{second, "Call", {}, {}, own, {}, {}, {}})
      .then({TaskAdded{second, "Call", TaskKind::task, {}, own, {}, {}, Category::non_billable}});
}

TEST_CASE("name_in_use: tasks have names of their own within their client") {
  Scenario{}
      .given(agency)
      .given({TaskAdded{first, "Call", TaskKind::task, acme, {}, {}, {}, Category::ad_hoc}})
      .when(AddTask{second, "CALL", {}, {}, site, {}, {}, {}})
      .then_refused({refuse(RefusalCode::name_in_use, "/name", {{"holder", "t1"}})})
      .when(AddTask{second, "CALL", {}, bolt, {}, {}, {}, {}})
      .then({TaskAdded{second, "CALL", TaskKind::task, bolt, {}, {}, {}, Category::ad_hoc}});
}

TEST_CASE("a task that names nothing known hears of every fault") {
  Scenario{}
      .given(agency)
      .given({TaskAdded{first, "Call", TaskKind::task, acme, {}, {}, {}, Category::ad_hoc}})
      .when(AddTask{first, "", {}, id<ClientId>("x"), id<ProjectId>("x"), id<CampaignId>("x"), id<ServiceId>("x"), {}})
      .then_refused({refuse(RefusalCode::id_in_use, "/task"), refuse(RefusalCode::unknown_client, "/client"),
                     refuse(RefusalCode::unknown_service, "/service"), refuse(RefusalCode::unknown_project, "/project"),
                     refuse(RefusalCode::unknown_campaign, "/campaign"), refuse(RefusalCode::name_must_not_be_empty, "/name")});
}

TEST_CASE("project_of_another_client, campaign_of_another_client: a task does not mix clients") {
  Scenario{}
      .given(agency)
      .when(AddTask{first, "Call", {}, bolt, site, spring, {}, {}})
      .then_refused({refuse(RefusalCode::project_of_another_client, "/project", {{"client", "acme"}}),
                     refuse(RefusalCode::campaign_of_another_client, "/campaign", {{"client", "acme"}})});
}

TEST_CASE("billable_work_needs_client: a task without a client is internal") {
  Scenario{}
      .given(agency)
      .when(AddTask{first, "Call", {}, {}, own, {}, {}, Category::project})
      .then_refused({refuse(RefusalCode::billable_work_needs_client, "/category")});
}

TEST_CASE("archived: no task is added for what is archived, and none that is archived is renamed") {
  Scenario{}
      .given(agency)
      .given({TaskAdded{first, "Call", TaskKind::task, acme, {}, {}, {}, Category::ad_hoc},
              Archived{Noun::task, "t1", day("2026-02-01")}, Archived{Noun::service, "payroll", day("2026-02-01")}})
      .when(AddTask{second, "Visit", {}, acme, {}, {}, payroll, {}})
      .then_refused({refuse(RefusalCode::archived, "/service", {{"service", "payroll"}})})
      .when(ChangeTask{first, "Visit"})
      .then_refused({refuse(RefusalCode::archived, "/task", {{"task", "t1"}})});
}

TEST_CASE("unknown_task, nothing_to_change: a task is renamed when it is there and the name differs") {
  Scenario{}
      .given(agency)
      .given({TaskAdded{first, "Call", TaskKind::task, acme, {}, {}, {}, Category::ad_hoc}})
      .when(ChangeTask{second, "Visit"})
      .then_refused({refuse(RefusalCode::unknown_task, "/task")})
      .when(ChangeTask{first, "Call"})
      .then_refused({refuse(RefusalCode::nothing_to_change)})
      .when(ChangeTask{first, "call"})
      .then({TaskChanged{first, "call"}});
}
