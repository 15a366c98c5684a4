// 2.14: milestones.
#include "tests/domain/wip_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

const auto deal = id<EngagementId>("deal");
const Date today = day("2026-03-01");

std::vector<Event> contract(std::int64_t value, EngagementKind kind = EngagementKind::milestone) {
  std::vector<Event> history = agency;
  history.push_back(EngagementAgreed{deal, acme, "Deal", kind, day("2026-01-01"), {}, value, 0, ""});
  return history;
}

MilestoneId stone(std::string_view name) { return id<MilestoneId>(name); }

MilestoneSaid part(std::string_view name, std::string_view percent) {
  return {stone(name), std::string(name), {}, dec(percent), {}};
}
MilestoneSaid amount(std::string_view name, std::int64_t minor) { return {stone(name), std::string(name), minor, {}, {}}; }

PlannedMilestone planned(std::string_view name, std::int64_t minor) { return {stone(name), std::string(name), minor, {}}; }

}  // namespace

TEST_CASE("2.14: 100.00 in three equal parts is 33.34, 33.33 and 33.33") {
  for (const char* third : {"33.3333", "33.3334"}) {
    Scenario{}
        .given(contract(10'000))
        .when(PlanMilestones{deal, {part("a", third), part("b", third), part("c", third)}})
        .then({MilestonesPlanned{deal, {planned("a", 3'334), planned("b", 3'333), planned("c", 3'333)}}});
  }
}

TEST_CASE("2.14: amounts sum to the contract value, percentages to a hundred") {
  const Refusal off_by = refuse(RefusalCode::milestones_do_not_sum, "/milestones", {{"contract_value_left", 10'000}});
  Scenario{}
      .given(contract(10'000))
      .when(PlanMilestones{deal, {amount("a", 4'000), amount("b", 5'999)}})
      .then_refused({off_by})
      .when(PlanMilestones{deal, {part("a", "50"), part("b", "49.9997")}})
      .then_refused({off_by})
      .when(PlanMilestones{deal, {part("a", "50"), amount("b", 5'000)}})
      .then_refused({refuse(RefusalCode::milestones_do_not_sum, "/milestones"), off_by})
      .when(PlanMilestones{deal, {amount("a", 4'000), amount("b", 6'000)}})
      .then({MilestonesPlanned{deal, {planned("a", 4'000), planned("b", 6'000)}}});
}

TEST_CASE("2.14: what a plan needs") {
  MilestoneSaid neither{stone("b"), "b", {}, {}, {}};
  Scenario{}
      .given(contract(10'000, EngagementKind::hourly))
      .when(PlanMilestones{deal, {}})
      .then_refused(
          {refuse(RefusalCode::nothing_to_change, "/milestones"), refuse(RefusalCode::engagement_kind_differs, "/engagement")})
      .when(PlanMilestones{id<EngagementId>("none"), {part("a", "50"), part("a", "50"), neither}})
      .then_refused(
          {refuse(RefusalCode::id_in_use, "/milestones/1/milestone"), refuse(RefusalCode::unknown_engagement, "/engagement"),
           refuse(RefusalCode::name_in_use, "/milestones/1/name"), refuse(RefusalCode::milestones_do_not_sum, "/milestones/2")})
      .when(PlanMilestones{deal, std::vector<MilestoneSaid>(201, part("a", "1"))})
      .then_refused({refuse(RefusalCode::amount_too_large, "/milestones", {{"milestones_max", 200}})});
}

TEST_CASE("2.14: a new plan replaces what has not been reached and shares what is left of the contract value") {
  Scenario scenario;
  scenario.given(contract(10'000))
      .given({MilestonesPlanned{deal, {planned("a", 4'000), planned("b", 6'000)}}, MilestoneReached{stone("a"), today}})
      .when(PlanMilestones{deal, {part("a", "50"), part("c", "50")}})
      .then_refused({refuse(RefusalCode::id_in_use, "/milestones/0/milestone")})
      .when(PlanMilestones{deal, {part("b", "50"), part("c", "50")}})
      .then({MilestonesPlanned{deal, {planned("b", 3'000), planned("c", 3'000)}}})
      .when(PlanMilestones{deal, {part("d", "100")}})
      .then({MilestonesPlanned{deal, {planned("d", 6'000)}}})
      .when(ReachMilestone{stone("b"), {}})
      .then_refused({refuse(RefusalCode::unknown_milestone, "/milestone")});
}

TEST_CASE("2.14: an id that the caller left open is chosen") {
  MilestoneSaid whole{{}, "All", {}, dec("100"), day("2026-06-30")};
  Scenario{}
      .given(contract(10'000))
      .when(PlanMilestones{deal, {whole}})
      .then({MilestonesPlanned{deal, {{id<MilestoneId>("id-1"), "All", 10'000, day("2026-06-30")}}}});
}

TEST_CASE("2.14: reached, then approved, each once and in that order of dates") {
  Scenario{}
      .given(contract(10'000))
      .given({MilestonesPlanned{deal, {planned("a", 10'000)}}})
      .when(ApproveMilestone{stone("a"), {}, {}})
      .then_refused({refuse(RefusalCode::milestone_not_reached, "/milestone")})
      .when(ReachMilestone{stone("a"), day("2026-03-02")})
      .then_refused({refuse(RefusalCode::occurred_in_the_future, "/on", {{"today", "2026-03-01"}})})
      .when(ReachMilestone{stone("a"), day("2026-02-20")})
      .then({MilestoneReached{stone("a"), day("2026-02-20")}})
      .when(ReachMilestone{stone("a"), {}})
      .then_refused({refuse(RefusalCode::milestone_settled, "/milestone")})
      .when(ApproveMilestone{stone("a"), day("2026-02-19"), {}})
      .then_refused({refuse(RefusalCode::date_before_work, "/on", {{"work_date", "2026-02-20"}})})
      .when(ApproveMilestone{stone("a"), {}, "by mail"})
      .then({MilestoneApproved{stone("a"), today, "by mail"}})
      .when(ApproveMilestone{stone("a"), {}, {}})
      .then_refused({refuse(RefusalCode::milestone_settled, "/milestone")});
}

TEST_CASE("2.18: nothing is reached in a locked period") {
  Scenario{}
      .given(contract(10'000))
      .given({MilestonesPlanned{deal, {planned("a", 10'000)}}, PeriodLocked{day("2026-02-20")}})
      .when(ReachMilestone{stone("a"), day("2026-02-20")})
      .then_refused({refuse(RefusalCode::period_locked, "/on", {{"locked_until", "2026-02-20"}})});
}
