// R1: rates of an engagement: stronger than the client's, weaker than the project's.
#include "tests/domain/retainer_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

SetRate rate_for(std::optional<EngagementId> engagement, std::string_view amount, std::string_view from = "2026-01-01") {
  SetRate command;
  command.rule = id<RateRuleId>("special");
  command.engagement = std::move(engagement);
  command.amount = dec(amount);
  command.valid_from = day(from);
  return command;
}
LogTime log_on_care(std::string_view entry) {
  LogTime command;
  command.entry = id<EntryId>(entry);
  command.member = ana;
  command.engagement = care;
  command.date = day("2026-02-10");
  command.seconds = Seconds{hour};
  return command;
}

}  // namespace

TEST_CASE("R1: a rate of the engagement beats the client's and is left out of the standard rate") {
  Scenario scenario;
  scenario.given(practice()).given({agreed(forty_hours())});
  SetRate of_client = rate_for({}, "110");
  of_client.rule = id<RateRuleId>("of-client");
  of_client.client = acme;
  scenario.when(of_client).then_anything().when(rate_for(care, "120")).then_anything().when(log_on_care("w"));
  const EntryFacts facts = left<TimeLogged>(scenario).facts;
  CHECK(facts.agreed->price.amount == dec("120"));
  CHECK(facts.standard->price.amount == dec("100"));
}

TEST_CASE("R4: setting a rate of an engagement reprices its work and no other") {
  TimeLogged beside = worked("beside", "2026-02-10", hour);
  beside.facts.work.engagement.reset();
  const AppliedRate special{{dec("120"), cur("EUR"), Seconds{hour}}, RateOrigin::rule, id<RateRuleId>("special")};
  Scenario scenario;
  scenario.given(practice()).given({agreed(forty_hours()), worked("under", "2026-02-10", hour), beside});
  scenario.when(rate_for(care, "120"));
  const auto repriced = left<EntryRepriced>(scenario);
  CHECK(repriced.entry == id<EntryId>("under"));
  CHECK(repriced.new_agreed == special);
  CHECK(repriced.new_standard == at_100());
}

TEST_CASE("currency_differs, engagement_of_another_client, cost_rate_selector: a rate of an engagement is the client's to pay") {
  Scenario scenario;
  scenario.given(practice()).given({agreed(forty_hours())});
  SetRate dollars = rate_for(care, "120");
  dollars.currency = cur("USD");
  scenario.when(dollars).then_refused({refuse(RefusalCode::currency_differs, "/currency", {{"currency", "EUR"}})});
  SetRate theirs = rate_for(care, "120");
  theirs.client = bolt;
  scenario.when(theirs).then_refused({refuse(RefusalCode::engagement_of_another_client, "/engagement", {{"client", "acme"}})});
  SetRate cost = rate_for(care, "50");
  cost.kind = RateKind::cost;
  scenario.when(cost).then_refused({refuse(RefusalCode::cost_rate_selector, "/engagement")});
  scenario.when(rate_for(id<EngagementId>("none"), "1")).then_refused({refuse(RefusalCode::unknown_engagement, "/engagement")});
}
