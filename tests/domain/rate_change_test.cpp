// R1: setting and ending rates.
#include "tests/domain/rate_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;

TEST_CASE("a rate is set with what its selectors settle: bill, by the hour, in the client's currency") {
  SetRate set = set_rate("120.5", "2026-03-01");
  set.client = id<ClientId>("dora");
  Scenario{}.given(agency).when(set).then({RateSet{new_rule,
                                                   RateKind::bill,
                                                   {{}, {}, id<ClientId>("dora"), {}, {}, {}},
                                                   {dec("120.5"), cur("USD"), {3600}},
                                                   day("2026-03-01"),
                                                   {},
                                                   {}}});
}

TEST_CASE("a day rate pays for the practice's day as it is long when the rate is set; a fixed one for the entry") {
  PracticeChanged shorter_day;
  shorter_day.day_length = Seconds{7 * 3600};
  SetRate a_day = set_rate("800", "2026-03-01");
  a_day.basis = RateBasis::day;
  SetRate fixed = set_rate("50", "2026-03-01");
  fixed.rule = id<RateRuleId>("fixed");
  fixed.basis = RateBasis::fixed;
  fixed.service = payroll;
  Scenario{}
      .given(agency)
      .given({shorter_day})
      .when(a_day)
      .then({RateSet{new_rule, RateKind::bill, {}, {dec("800"), cur("EUR"), {25'200}}, day("2026-03-01"), {}, {}}})
      .when(fixed)
      .then({RateSet{id<RateRuleId>("fixed"),
                     RateKind::bill,
                     {{}, {}, {}, payroll, {}, {}},
                     {dec("50"), cur("EUR"), {0}},
                     day("2026-03-01"),
                     {},
                     {}}});
}

TEST_CASE("R1: setting a rate ends its predecessor with the same selectors in the same append") {
  Scenario scenario;
  scenario.given(agency)
      .given({bill(old_rule, for_acme(), "100", "2026-01-01"), bill(id<RateRuleId>("default"), {}, "80", "2026-01-01")})
      .when(set_acme_rate("110", "2026-03-01"))
      .then({RateSet{new_rule, RateKind::bill, for_acme(), euros("110"), day("2026-03-01"), {}, old_rule}});
  CHECK(scenario.books().rate_rules.find(old_rule)->valid_to == day("2026-03-01"));
  CHECK_FALSE(scenario.books().rate_rules.find(id<RateRuleId>("default"))->valid_to);
}

TEST_CASE("R1: a rule of another kind or currency is no predecessor") {
  SetRate cost = set_rate("40", "2026-03-01");
  cost.kind = RateKind::cost;
  SetRate dollars = set_rate("90", "2026-03-01");
  dollars.rule = id<RateRuleId>("dollars");
  dollars.currency = cur("USD");
  Scenario{}
      .given(agency)
      .given({bill(old_rule, {}, "80", "2026-01-01")})
      .when(cost)
      .then({RateSet{new_rule, RateKind::cost, {}, euros("40"), day("2026-03-01"), {}, {}}})
      .when(dollars)
      .then({RateSet{id<RateRuleId>("dollars"), RateKind::bill, {}, {dec("90"), cur("USD"), {3600}}, day("2026-03-01"), {}, {}}});
}

TEST_CASE("rate_rule_later_exists: a rate does not reach over one that begins later, but may end before it") {
  SetRate bounded = set_acme_rate("90", "2026-02-01");
  bounded.valid_to = day("2026-03-01");
  Scenario{}
      .given(agency)
      .given({bill(old_rule, for_acme(), "100", "2026-03-01")})
      .when(set_acme_rate("90", "2026-02-01"))
      .then_refused({refuse(RefusalCode::rate_rule_later_exists, "/valid_from", {{"rule", "old"}, {"valid_from", "2026-03-01"}})})
      .when(set_acme_rate("90", "2026-03-01"))
      .then_refused({refuse(RefusalCode::rate_rule_later_exists, "/valid_from", {{"rule", "old"}, {"valid_from", "2026-03-01"}})})
      .when(bounded)
      .then({RateSet{new_rule, RateKind::bill, for_acme(), euros("90"), day("2026-02-01"), day("2026-03-01"), {}}});
}

TEST_CASE("a rule set by mistake is taken back by ending it where it begins, and another may take its place") {
  Scenario{}
      .given(agency)
      .given({bill(old_rule, for_acme(), "1000", "2026-03-01")})
      .when(EndRate{old_rule, day("2026-03-01")})
      .then({RateEnded{old_rule, day("2026-03-01")}})
      .when(set_acme_rate("100", "2026-03-01"))
      .then({RateSet{new_rule, RateKind::bill, for_acme(), euros("100"), day("2026-03-01"), {}, {}}});
}

TEST_CASE("every selector that is not known is named") {
  SetRate set = set_rate("100", "2026-03-01");
  set.project = id<ProjectId>("x");
  set.engagement = id<EngagementId>("x");
  set.client = id<ClientId>("x");
  set.service = id<ServiceId>("x");
  set.member = id<MemberId>("x");
  set.role = " ";
  Scenario{}.given(agency).when(set).then_refused(
      {refuse(RefusalCode::unknown_member, "/member"), refuse(RefusalCode::unknown_client, "/client"),
       refuse(RefusalCode::unknown_service, "/service"), refuse(RefusalCode::unknown_project, "/project"),
       refuse(RefusalCode::unknown_engagement, "/engagement"), refuse(RefusalCode::name_must_not_be_empty, "/role")});
}

TEST_CASE("every number that is wrong in a rate is named, in order of precedence") {
  SetRate set = set_acme_rate("-0.0001", "2026-01-31");
  set.rule = old_rule;
  set.currency = cur("USD");
  set.valid_to = day("2026-01-31");
  Scenario{}
      .given(agency)
      .given({bill(old_rule, {}, "80", "2025-01-01"), PeriodLocked{day("2026-01-31")}})
      .when(set)
      .then_refused({refuse(RefusalCode::id_in_use, "/rule"),
                     refuse(RefusalCode::period_locked, "/valid_from", {{"locked_until", "2026-01-31"}}),
                     refuse(RefusalCode::rate_end_before_start, "/valid_to", {{"valid_from", "2026-01-31"}}),
                     refuse(RefusalCode::rate_must_not_be_negative, "/amount"),
                     refuse(RefusalCode::currency_differs, "/currency", {{"currency", "EUR"}})});
}

TEST_CASE("amount_too_large: a rate is at most a thousand million; zero is a rate too") {
  Scenario{}
      .given(agency)
      .when(set_rate("1000000000.0001", "2026-03-01"))
      .then_refused({refuse(RefusalCode::amount_too_large, "/amount", {{"most", "1000000000.0000"}})})
      .when(set_rate("0", "2026-03-01"))
      .then({bill(new_rule, {}, "0", "2026-03-01")});
}

TEST_CASE("cost_rate_selector, currency_differs: a cost rate knows people and services, in the practice's currency") {
  SetRate set = set_rate("40", "2026-03-01");
  set.kind = RateKind::cost;
  set.project = site;
  set.client = acme;
  set.currency = cur("USD");
  SetRate sound = set_rate("40", "2026-03-01");
  sound.kind = RateKind::cost;
  sound.service = payroll;
  sound.member = ana;
  sound.role = "senior";
  Scenario{}
      .given(agency)
      .when(set)
      .then_refused({refuse(RefusalCode::currency_differs, "/currency", {{"currency", "EUR"}}),
                     refuse(RefusalCode::cost_rate_selector, "/project"), refuse(RefusalCode::cost_rate_selector, "/client")})
      .when(sound)
      .then({RateSet{new_rule, RateKind::cost, {{}, {}, {}, payroll, ana, "senior"}, euros("40"), day("2026-03-01"), {}, {}}});
}

TEST_CASE("project_of_another_client, archived, currency_differs: a project settles client and currency") {
  SetRate mixed = set_rate("100", "2026-03-01");
  mixed.project = site;
  mixed.client = id<ClientId>("dora");
  SetRate dollars = set_rate("100", "2026-03-01");
  dollars.project = site;
  dollars.currency = cur("USD");
  Scenario{}
      .given(agency)
      .when(mixed)
      .then_refused({refuse(RefusalCode::project_of_another_client, "/project", {{"client", "acme"}})})
      .when(dollars)
      .then_refused({refuse(RefusalCode::currency_differs, "/currency", {{"currency", "EUR"}})})
      .given({Archived{Noun::client, "acme", day("2026-02-01")}})
      .when(set_acme_rate("100", "2026-03-01"))
      .then_refused({refuse(RefusalCode::archived, "/client", {{"client", "acme"}})});
}

TEST_CASE(
    "R5: a rate that makes no difference to the work leaves it alone, even where it was frozen otherwise than R1 would now") {
  const AppliedRate stale = by(id<RateRuleId>("default"), "80");
  SetRate other_service = set_rate("95", "2026-01-01");
  other_service.service = payroll;
  SetRate ends_before = set_acme_rate("120", "2026-01-05");
  ends_before.rule = id<RateRuleId>("short");
  ends_before.valid_to = day("2026-02-01");
  Scenario{}
      .given(agency)
      .given({bill(id<RateRuleId>("default"), {}, "80", "2026-01-01"),
              bill(old_rule, {{}, {}, {}, {}, ana, {}}, "100", "2026-01-01"), logged("e", "2026-02-01", stale, stale)})
      .when(other_service)
      .then({bill(new_rule, {{}, {}, {}, payroll, {}, {}}, "95", "2026-01-01")})
      .when(ends_before)
      .then(
          {RateSet{id<RateRuleId>("short"), RateKind::bill, for_acme(), euros("120"), day("2026-01-05"), day("2026-02-01"), {}}});
}

TEST_CASE("unknown_rate_rule: only a rule that is there is ended") {
  Scenario{}
      .given(agency)
      .when(EndRate{old_rule, day("2026-02-01")})
      .then_refused({refuse(RefusalCode::unknown_rate_rule, "/rule")});
}

TEST_CASE("nothing_to_change, rate_end_before_start, period_locked, rate_rule_later_exists: an end must be possible") {
  Scenario{}
      .given(agency)
      .given({bill(old_rule, {}, "80", "2026-01-01"),
              RateSet{new_rule, RateKind::bill, {}, euros("90"), day("2026-03-01"), {}, old_rule},
              PeriodLocked{day("2026-01-31")}})
      .when(EndRate{old_rule, day("2026-03-01")})
      .then_refused({refuse(RefusalCode::nothing_to_change, "/valid_to")})
      .when(EndRate{old_rule, day("2026-03-02")})
      .then_refused({refuse(RefusalCode::rate_rule_later_exists, "/valid_to", {{"rule", "new"}, {"valid_from", "2026-03-01"}})})
      .when(EndRate{old_rule, day("2026-01-31")})
      .then_refused({refuse(RefusalCode::period_locked, "/valid_to", {{"locked_until", "2026-01-31"}})})
      .when(EndRate{new_rule, day("2026-02-28")})
      .then_refused({refuse(RefusalCode::rate_end_before_start, "/valid_to", {{"valid_from", "2026-03-01"}})})
      .when(EndRate{old_rule, day("2026-02-01")})
      .then({RateEnded{old_rule, day("2026-02-01")}});
}
