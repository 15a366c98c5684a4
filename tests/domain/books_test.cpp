// The books can be rolled back: a list of commands is all or nothing, and a dry run leaves no trace.
#include "tests/support/given_when_then.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

const auto ana = id<MemberId>("ana");
const auto acme = id<ClientId>("acme");
const auto site = id<ProjectId>("site");

const std::vector<Event> before{
    opened(),
    MemberAdded{ana, {}, {}, "junior", {}, {}},
    ClientAdded{acme, "Acme", cur("EUR")},
    ServiceAdded{id<ServiceId>("payroll"), "Payroll"},
    ProjectOpened{site, acme, "Site"},
    CampaignOpened{id<CampaignId>("spring"), acme, site, "Spring"},
    TaskAdded{id<TaskId>("call"), "Call", TaskKind::task, acme, {}, {}, {}, Category::ad_hoc},
    LeaveRecorded{id<LeaveId>("trip"), ana, day("2026-02-01"), day("2026-02-02"), {}},
    RateSet{id<RateRuleId>("r1"), RateKind::bill, {}, {dec("80"), cur("EUR")}, day("2026-01-01"), {}, {}}};

std::vector<Event> meanwhile() {
  PracticeChanged practice;
  practice.name = "Other";
  practice.selector_order = {Selector::role,   Selector::member,     Selector::service,
                             Selector::client, Selector::engagement, Selector::project};
  return {practice,
          MemberAdded{id<MemberId>("bob"), {}, {}, "junior", {}, {}},
          MemberChanged{ana, {}, {}, "Europe/Berlin", day("2026-01-05")},
          MemberRoleSet{ana, "senior", day("2026-02-01")},
          Archived{Noun::member, "ana", day("2026-04-01")},
          LeaveCancelled{id<LeaveId>("trip")},
          ClientChanged{acme, "Ajax", cur("USD")},
          ClientAdded{id<ClientId>("bolt"), "Acme", cur("EUR")},
          Archived{Noun::client, "acme", day("2026-02-01")},
          ServiceChanged{id<ServiceId>("payroll"), "Wages"},
          ProjectChanged{site, "Shop"},
          CampaignChanged{id<CampaignId>("spring"), "Summer"},
          TaskChanged{id<TaskId>("call"), "Visit"},
          RateSet{id<RateRuleId>("r2"), RateKind::bill, {}, {dec("90"), cur("EUR")}, day("2026-02-01"), {}, id<RateRuleId>("r1")},
          RateSet{id<RateRuleId>("r3"),
                  RateKind::cost,
                  {{}, {}, {}, {}, {}, "junior"},
                  {dec("9"), cur("EUR")},
                  day("2026-02-01"),
                  {},
                  {}},
          RateEnded{id<RateRuleId>("r2"), day("2026-03-01")},
          RoundingSet{id<RoundingPolicyId>("p1"), {}, {}, day("2026-01-01")},
          PeriodLocked{day("2026-02-28")}};
}

// What the books answer to commands that look at every slice of them.
std::string answers(Scenario& scenario) {
  ChangePractice practice;
  practice.name = "Practice";
  SetRate rate;
  rate.rule = id<RateRuleId>("r9");
  rate.amount = dec("100");
  rate.valid_from = day("2026-01-15");
  SetRate cost = rate;
  cost.rule = id<RateRuleId>("r3");
  cost.kind = RateKind::cost;
  cost.role = "junior";
  const std::vector<Command> commands{practice,
                                      AddMember{id<MemberId>("bob"), Personal{"bob", "x"}, {}, {}, {}, {}},
                                      ChangeMember{ana, {}, {}, "Europe/Berlin", {}},
                                      SetMemberRole{ana, "senior", day("2026-05-01")},
                                      Restore{Noun::member, "ana"},
                                      CancelLeave{id<LeaveId>("trip")},
                                      AddClient{id<ClientId>("bolt"), "ajax", {}},
                                      ChangeClient{acme, "Ajax", cur("USD")},
                                      ChangeService{id<ServiceId>("payroll"), "Wages"},
                                      ChangeProject{site, "Shop"},
                                      OpenProject{id<ProjectId>("p"), acme, "Site"},
                                      ChangeCampaign{id<CampaignId>("spring"), "Summer"},
                                      ChangeTask{id<TaskId>("call"), "Visit"},
                                      rate,
                                      cost,
                                      EndRate{id<RateRuleId>("r2"), day("2026-03-01")},
                                      SetRounding{id<RoundingPolicyId>("p1"), {}, {}, day("2026-02-01"), {}},
                                      LockPeriod{day("2026-02-27")}};
  std::string text;
  for (const Command& command : commands) {
    const Decision<Event> decision = scenario.would(command);
    text += decision.accepted() ? printed(decision.events()) : printed(decision.refusals());
  }
  return text;
}

}  // namespace

TEST_CASE("books that are rolled back answer as if nothing had been") {
  Scenario untouched;
  untouched.given(before);
  Scenario scenario;
  scenario.given(before);

  scenario.books().journal.begin();
  scenario.given(meanwhile());
  CHECK(answers(scenario) != answers(untouched));
  scenario.books().journal.roll_back();
  CHECK(answers(scenario) == answers(untouched));

  scenario.books().journal.begin();
  scenario.given(meanwhile());
  scenario.books().journal.commit();
  Scenario gone_on;
  gone_on.given(before).given(meanwhile());
  CHECK(answers(scenario) == answers(gone_on));
}

TEST_CASE("an event that could not have been decided breaks the fold") {
  Scenario scenario;
  scenario.given(before);
  CHECK_THROWS_AS(evolve(scenario.books(), opened()), std::logic_error);
  CHECK_THROWS_AS(evolve(scenario.books(), ClientAdded{acme, "Other", cur("EUR")}), std::logic_error);
  CHECK_THROWS_AS(evolve(scenario.books(), ClientAdded{id<ClientId>("new"), "ACME", cur("EUR")}), std::logic_error);
  CHECK_THROWS_AS(evolve(scenario.books(), RateEnded{id<RateRuleId>("none"), day("2026-01-01")}), std::logic_error);
  CHECK_THROWS_AS(evolve(scenario.books(), Archived{Noun::task, "none", day("2026-01-01")}), std::logic_error);
}
