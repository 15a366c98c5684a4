// 2.6: agreeing on a retainer or a recurring fee, and which terms cannot be.
#include "tests/domain/retainer_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

AgreeRetainer agree() {
  AgreeRetainer command;
  command.engagement = care;
  command.client = acme;
  command.name = "Care";
  command.starts = day("2026-01-01");
  command.fee = 310'000;
  return command;
}
AgreeRetainer agree_hours() {
  AgreeRetainer command = agree();
  command.basis = AllowanceBasis::hours;
  command.allowance = 40 * hour;
  return command;
}
Refusal must(std::string pointer, std::string what) {
  return refuse(RefusalCode::engagement_terms_invalid, std::move(pointer), {{"must", std::move(what)}});
}
Refusal outside(std::string pointer, std::int64_t first, std::int64_t last) {
  return refuse(RefusalCode::engagement_terms_invalid, std::move(pointer), {{"first", first}, {"last", last}});
}
void refused(const AgreeRetainer& command, const Refusals& expected) {
  Scenario{}.given(practice()).when(command).then_refused(expected);
}

}  // namespace

TEST_CASE("2.6: without an allowance it is a recurring fee, with one a retainer that warns at 80 and 100 percent") {
  PeriodTerms fee;
  fee.fee = 310'000;
  Scenario{}.given(practice()).when(agree()).then({agreed(fee)});
  Scenario{}.given(practice()).when(agree_hours()).then({agreed(forty_hours())});
}

TEST_CASE("H2: whether own hours come first is the practice's setting unless the agreement says it") {
  PeriodTerms own_first = forty_hours();
  own_first.order = DrawOrder::own_first;
  Scenario scenario;
  scenario.given(practice());
  scenario.books().billing.edit().own_hours_first = true;
  scenario.when(agree_hours()).then({agreed(own_first)});
}

TEST_CASE("engagement_terms_invalid: a cycle has its ranges") {
  AgreeRetainer command = agree();
  command.every = 2;
  command.anchor_day = 32;
  command.lead_days = 3;
  command.timing = Timing::arrears;
  command.close_after_days = -1;
  refused(command,
          {must("/every", "be 1, 3, 6 or 12 months"), outside("/anchor_day", 1, 31), must("/lead_days", "be left out in arrears"),
           outside("/close_after_days", 0, 366)});
  AgreeRetainer month = agree();
  month.anchor_month = 4;
  refused(month, {must("/anchor_month", "be left out for single months")});
  AgreeRetainer weeks = agree();
  weeks.unit = CycleUnit::week;
  weeks.every = 53;
  weeks.anchor_day = 1;
  refused(weeks, {outside("/every", 1, 52), must("/anchor_day", "be left out for weeks, which begin on the start")});
}

TEST_CASE("engagement_terms_invalid: an allowance must be more than nothing, and a fee has none of what goes with it") {
  AgreeRetainer empty = agree_hours();
  empty.allowance = 0;
  empty.allowance_unit = "posts";
  refused(empty, {must("/allowance", "be more than 0"), must("/allowance_unit", "be left out unless it counts pieces")});
  AgreeRetainer fee = agree();
  fee.fee = -1;
  fee.allowance = 5;
  fee.services = {seo};
  fee.roll_over = RollOver::forever;
  fee.overage = OveragePolicy::absorb;
  fee.alert_percent = {50};
  refused(fee,
          {must("/fee", "not be negative"), must("/allowance", "be left out without a basis"),
           must("/services", "be left out without an allowance"), must("/overage", "be left out without an allowance"),
           must("/alert_percent", "be left out without an allowance"), must("/roll_over", "be left out without an allowance")});
}

TEST_CASE("H4, H5: billing overage and carrying a deficit exclude each other, and roll-over's fields go together") {
  AgreeRetainer both = agree_hours();
  both.overage = OveragePolicy::deficit;
  both.overage_rate = dec("120");
  both.overage_invoice = OverageInvoice::own_draft;
  refused(both, {must("/overage_rate", "be left out with this overage policy"),
                 must("/overage_invoice", "be left out where overage is not billed")});
  AgreeRetainer no_rate = agree_hours();
  no_rate.overage = OveragePolicy::overage_rate;
  no_rate.roll_over_cap = 5;
  no_rate.roll_over_periods = 2;
  refused(no_rate, {must("/roll_over_periods", "be left out unless allowance is carried for some periods"),
                    must("/roll_over_cap", "be left out without roll-over"), must("/overage_rate", "be given")});
  AgreeRetainer periods = agree_hours();
  periods.roll_over = RollOver::periods;
  refused(periods, {outside("/roll_over_periods", 1, 120)});
}

TEST_CASE("unknown_service, unknown_project, project_of_another_client: what counts must be there") {
  AgreeRetainer command = agree_hours();
  command.services = {seo, id<ServiceId>("none")};
  command.projects = {id<ProjectId>("shop"), id<ProjectId>("none")};
  Scenario{}
      .given(practice())
      .given({ProjectOpened{id<ProjectId>("shop"), bolt, "Shop"}})
      .when(command)
      .then_refused({refuse(RefusalCode::unknown_service, "/services/1"), refuse(RefusalCode::unknown_project, "/projects/1"),
                     refuse(RefusalCode::project_of_another_client, "/projects/0")});
}

TEST_CASE("C6: an agreement that runs out ends with the period that holds its last day") {
  AgreeRetainer command = agree();
  command.ends = day("2026-03-10");
  command.at_end = EndPolicy::run_out;
  Scenario scenario;
  scenario.given(practice()).when(command);
  CHECK(left<RetainerAgreed>(scenario).ends == day("2026-04-01"));
}
