// 2.14: pass-through media.
#include "tests/domain/wip_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

const auto march = id<MediaId>("march");

PlanMedia plan() {
  PlanMedia command;
  command.media = march;
  command.client = acme;
  command.text = "Search";
  command.from = day("2026-02-01");
  command.to = day("2026-02-28");
  command.budget = 100'000;
  return command;
}

MediaPlanned planned() {
  return {march, acme, {}, "Search", day("2026-02-01"), day("2026-02-28"), 100'000, {}, 0, MediaBilling::after};
}

}  // namespace

TEST_CASE("2.14: a media budget has a period, an amount and a commission, in percent or fixed") {
  PlanMedia command = plan();
  command.commission_percent = dec("12.5");
  command.billing = MediaBilling::advance;
  MediaPlanned expected = planned();
  expected.commission_percent = dec("12.5");
  expected.billing = MediaBilling::advance;
  Scenario{}.given(agency).when(command).then({expected});
  Scenario{}.given(agency).when(plan()).then({planned()});
}

TEST_CASE("2.14: what a media budget needs") {
  PlanMedia wrong = plan();
  wrong.client = id<ClientId>("dora");
  wrong.campaign = id<CampaignId>("spring");
  wrong.text = "";
  wrong.to = day("2026-01-31");
  wrong.budget = 0;
  wrong.commission = -1;
  wrong.commission_percent = dec("100.0001");
  Scenario{}
      .given(agency)
      .given({CampaignOpened{id<CampaignId>("spring"), acme, {}, "Spring"}, planned()})
      .when(wrong)
      .then_refused(
          {refuse(RefusalCode::id_in_use, "/media"), refuse(RefusalCode::name_must_not_be_empty, "/text"),
           refuse(RefusalCode::campaign_of_another_client, "/campaign", {{"client", "acme"}}),
           refuse(RefusalCode::date_out_of_range, "/to", {{"first", "1990-01-01"}, {"last", "2199-12-31"}}),
           refuse(RefusalCode::setting_out_of_range, "/budget"), refuse(RefusalCode::setting_out_of_range, "/commission"),
           refuse(RefusalCode::setting_out_of_range, "/commission_percent"),
           refuse(RefusalCode::amount_too_large, "/commission", {{"amount_min", 0}, {"amount_max", 1'000'000'000'000'000}})});
}

TEST_CASE("2.14: the platform's total so far is recorded as often as it changes; settled stays settled") {
  const MediaSpendRecorded settled{march, 90'000, day("2026-03-01"), true};
  Scenario{}
      .given(agency)
      .given({planned()})
      .when(RecordMediaSpend{march, 50'000, day("2026-02-15"), {}})
      .then({MediaSpendRecorded{march, 50'000, day("2026-02-15"), false}})
      .when(RecordMediaSpend{march, 50'000, day("2026-02-15"), {}})
      .then_refused({refuse(RefusalCode::nothing_to_change)})
      .when(RecordMediaSpend{march, 90'000, day("2026-03-01"), true})
      .then({settled})
      .when(RecordMediaSpend{march, 90'100, day("2026-03-01"), false})
      .then({MediaSpendRecorded{march, 90'100, day("2026-03-01"), true}});
}

TEST_CASE("2.14: spend is of a known budget, from its first day on, not negative, not in the future and not locked") {
  Scenario{}
      .given(agency)
      .given({planned(), PeriodLocked{day("2026-01-31")}})
      .when(RecordMediaSpend{id<MediaId>("none"), -1, day("2026-03-03"), {}})
      .then_refused({refuse(RefusalCode::occurred_in_the_future, "/on", {{"today", "2026-03-01"}}),
                     refuse(RefusalCode::amount_too_large, "/actual", {{"amount_min", 0}, {"amount_max", 1'000'000'000'000'000}}),
                     refuse(RefusalCode::unknown_media, "/media")})
      .when(RecordMediaSpend{march, 1, day("2026-01-31"), {}})
      .then_refused({refuse(RefusalCode::period_locked, "/on", {{"locked_until", "2026-01-31"}}),
                     refuse(RefusalCode::date_before_work, "/on", {{"work_date", "2026-02-01"}})});
}
