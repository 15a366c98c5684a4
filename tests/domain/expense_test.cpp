// 2.14: disbursements and production costs.
#include "tests/domain/wip_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

const auto hotel = id<ExpenseId>("hotel");

RecordExpense record(std::int64_t cost) {
  RecordExpense command;
  command.expense = hotel;
  command.client = acme;
  command.text = " Hotel ";
  command.on = day("2026-02-10");
  command.cost = cost;
  return command;
}

ExpenseRecorded recorded(std::int64_t cost, std::int64_t price, ExpenseKind kind = ExpenseKind::recharge) {
  ExpenseRecorded event;
  event.expense = hotel;
  event.client = acme;
  event.kind = kind;
  event.text = "Hotel";
  event.on = day("2026-02-10");
  event.cost = cost;
  event.price = price;
  return event;
}

}  // namespace

TEST_CASE("2.14: a recharge is billed at round(cost x (1 + mark-up)), half away from zero") {
  struct Row {
    std::int64_t cost;
    const char* percent;
    std::int64_t price;
  };
  for (const Row& row : {Row{10'000, "0", 10'000}, Row{10'000, "15", 11'500}, Row{333, "12.5", 375}, Row{101, "50", 152},
                         Row{99, "0.5051", 100}, Row{1, "33.3333", 1}}) {
    CAPTURE(row.cost, row.percent);
    RecordExpense command = record(row.cost);
    command.markup_percent = dec(row.percent);
    ExpenseRecorded expected = recorded(row.cost, row.price);
    expected.markup_percent = dec(row.percent);
    Scenario{}.given(agency).when(command).then({expected});
  }
}

TEST_CASE("2.14: a fixed mark-up is added; what was paid on behalf costs exactly what it cost, with its tax") {
  RecordExpense fixed = record(10'000);
  fixed.markup = 250;
  Scenario{}.given(agency).when(fixed).then({recorded(10'000, 10'250)});
  RecordExpense stamp = record(10'000);
  stamp.kind = ExpenseKind::on_behalf;
  stamp.tax = 1'500;
  ExpenseRecorded expected = recorded(10'000, 11'500, ExpenseKind::on_behalf);
  expected.tax = 1'500;
  Scenario{}.given(agency).when(stamp).then({expected});
}

TEST_CASE("2.14: a mark-up makes a recharge, and contradicts what was paid on behalf") {
  RecordExpense marked = record(10'000);
  marked.markup_percent = dec("10");
  marked.kind = ExpenseKind::on_behalf;
  Scenario{}.given(agency).when(marked).then_refused({refuse(RefusalCode::markup_on_behalf, "/kind")});
  marked.kind.reset();
  Scenario{}.given(agency).when(marked).then_anything();
}

TEST_CASE("2.14: what an expense needs, all faults at once") {
  RecordExpense wrong = record(0);
  wrong.client = id<ClientId>("none");
  wrong.engagement = id<EngagementId>("none");
  wrong.project = site;
  wrong.campaign = id<CampaignId>("none");
  wrong.text = " ";
  wrong.on = day("2026-03-03");
  wrong.markup = 1;
  wrong.markup_percent = dec("-1");
  Scenario{}
      .given(agency)
      .given({recorded(1, 1)})
      .when(wrong)
      .then_refused({refuse(RefusalCode::id_in_use, "/expense"), refuse(RefusalCode::unknown_client, "/client"),
                     refuse(RefusalCode::unknown_campaign, "/campaign"), refuse(RefusalCode::unknown_engagement, "/engagement"),
                     refuse(RefusalCode::name_must_not_be_empty, "/text"),
                     refuse(RefusalCode::project_of_another_client, "/project", {{"client", "acme"}}),
                     refuse(RefusalCode::occurred_in_the_future, "/on", {{"today", "2026-03-01"}}),
                     refuse(RefusalCode::setting_out_of_range, "/markup_percent"),
                     refuse(RefusalCode::setting_out_of_range, "/markup"),
                     refuse(RefusalCode::amount_too_large, "/cost", {{"amount_min", 1}, {"amount_max", 1'000'000'000'000'000}})});
}

TEST_CASE("2.14: an expense names only what is its client's, and not a locked day") {
  RecordExpense command = record(100);
  command.client = id<ClientId>("dora");
  command.engagement = id<EngagementId>("deal");
  command.campaign = id<CampaignId>("spring");
  Scenario{}
      .given(agency)
      .given({EngagementAgreed{id<EngagementId>("deal"), acme, "Deal", {}, day("2026-01-01"), {}, 0, 0, ""},
              CampaignOpened{id<CampaignId>("spring"), acme, {}, "Spring"}, PeriodLocked{day("2026-02-10")}})
      .when(command)
      .then_refused({refuse(RefusalCode::campaign_of_another_client, "/campaign", {{"client", "acme"}}),
                     refuse(RefusalCode::period_locked, "/on", {{"locked_until", "2026-02-10"}}),
                     refuse(RefusalCode::engagement_of_another_client, "/engagement", {{"client", "acme"}})});
}

TEST_CASE("2.14: an expense is removed or written off only while nothing holds it, once") {
  const RemoveExpense remove{hotel, "twice"};
  const WriteOffExpense write_off{hotel, {}, "goodwill"};
  InvoiceDrafted draft = drafted("d", {});
  draft.document.lines.front().kind = LineKind::recharge;
  draft.document.lines.front().expense = hotel;
  Scenario{}
      .given(agency)
      .given({recorded(100, 100), draft})
      .when(remove)
      .then_refused({refuse(RefusalCode::expense_settled, "/expense", {{"invoice", "d"}})})
      .when(write_off)
      .then_refused({refuse(RefusalCode::expense_settled, "/expense", {{"invoice", "d"}})})
      .given({InvoiceDiscarded{id<InvoiceId>("d"), ""}})
      .when(write_off)
      .then({ExpenseWrittenOff{hotel, day("2026-03-01"), 100, "goodwill"}})
      .when(remove)
      .then_refused({refuse(RefusalCode::expense_settled, "/expense")});
  Scenario{}
      .given(agency)
      .given({recorded(100, 100)})
      .when(remove)
      .then({ExpenseRemoved{hotel, "twice"}})
      .when(write_off)
      .then_refused({refuse(RefusalCode::unknown_expense, "/expense")});
}

TEST_CASE("2.14: writing an expense off needs a reason, a date on or after it, and something that would be billed") {
  ExpenseRecorded own = recorded(100, 100);
  own.billable = false;
  Scenario{}
      .given(agency)
      .given({own})
      .when(WriteOffExpense{hotel, day("2026-02-09"), ""})
      .then_refused({refuse(RefusalCode::reason_needed, "/reason"), refuse(RefusalCode::nothing_to_bill, "/expense"),
                     refuse(RefusalCode::date_before_work, "/on", {{"work_date", "2026-02-10"}})})
      .when(WriteOffExpense{hotel, day("2026-03-02"), "goodwill"})
      .then_refused({refuse(RefusalCode::occurred_in_the_future, "/on", {{"today", "2026-03-01"}}),
                     refuse(RefusalCode::nothing_to_bill, "/expense")})
      .when(RemoveExpense{hotel, ""})
      .then_refused({refuse(RefusalCode::reason_needed, "/reason")});
}
