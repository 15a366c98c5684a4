// 2.5, 2.14: agreements and what is billed that is not time: where each stands on the day.
#include "projections/engagements.hpp"

#include "projections/alerts.hpp"
#include "projections/billing.hpp"
#include "projections/expenses.hpp"
#include "projections/media.hpp"
#include "tests/projections/paper.hpp"

namespace billtrail::testing {
namespace {

EngagementRow row_of(const Paper& paper, const char* engagement, const char* date = "2026-06-30") {
  const Question question = asked("engagements", {{"engagement", engagement}, {"as_of", date}});
  const EngagementsAnswer answer = engagements(paper.views(), question);
  REQUIRE(answer.rows.size() == 1);
  return answer.rows[0];
}

Event agreed(const char* engagement, EngagementKind kind, std::int64_t fee, std::int64_t cap) {
  return EngagementAgreed{an<EngagementId>(engagement), an<ClientId>("acme"), engagement, kind, on("2026-01-01"), {}, fee, cap, ""};
}

InvoiceDocument document_with(InvoiceLine line) {
  InvoiceDocument document;
  document.client = an<ClientId>("acme");
  document.currency = in("EUR");
  line.line = document.lines_made = 1;
  document.net = document.total = document.due = line.net;
  document.lines = {std::move(line)};
  return document;
}

}  // namespace

TEST_CASE("2.5: of a fixed fee it is shown what has been invoiced, less what was credited or is void") {
  Paper paper;
  paper.add(agreed("g1", EngagementKind::fixed_fee, 100000, 0));
  for (const auto& [invoice, net] : std::vector<std::pair<const char*, std::int64_t>>{{"i1", 40000}, {"i2", 10000}}) {
    InvoiceLine line;
    line.kind = LineKind::fee;
    line.engagement = an<EngagementId>("g1");
    line.net = net;
    paper.drafted(invoice, document_with(line)).issue(invoice, "2026-02-01", "2026-03-01");
  }
  CHECK(row_of(paper, "g1").fee == Money{100000, in("EUR")});
  CHECK(row_of(paper, "g1").fee_invoiced->minor == 50000);
  CHECK(row_of(paper, "g1", "2026-01-31").fee_invoiced->minor == 0);
  paper.add(InvoiceVoided{an<InvoiceId>("i2"), on("2026-02-10"), "wrong"}).credit("n1", "i1", "2026-02-20", 5000, 5000);
  CHECK(row_of(paper, "g1", "2026-02-10").fee_invoiced->minor == 40000);
  CHECK(row_of(paper, "g1", "2026-02-20").fee_invoiced->minor == 35000);
  CHECK_FALSE(row_of(paper, "g1").cap);
}

TEST_CASE("2.5: of a cap it is shown how much agreed value has used") {
  Paper paper;
  paper.add(agreed("g1", EngagementKind::capped, 0, 100000));
  for (const auto& [entry, date] : std::vector<std::pair<const char*, const char*>>{{"e1", "2026-01-05"}, {"e2", "2026-02-05"}}) {
    TimeLogged logged;
    logged.entry = an<EntryId>(entry);
    logged.facts.member = an<MemberId>("ana");
    logged.facts.work.client = an<ClientId>("acme");
    logged.facts.work.category = Category::project;
    logged.facts.work.engagement = an<EngagementId>("g1");
    logged.facts.span.work_date = on(date);
    logged.facts.span.seconds = h(8);
    logged.facts.agreed = AppliedRate{{Decimal4{800000}, in("EUR"), h(1)}, RateOrigin::rule, an<RateRuleId>("r")};
    paper.add(logged);
  }
  CHECK(row_of(paper, "g1", "2026-01-31").cap_used->minor == 64000);
  CHECK(row_of(paper, "g1").cap_used->minor == 100000);
}

TEST_CASE("2.14: milestones are planned, reached, approved and invoiced, each from its date on; a new plan drops what was not reached") {
  Paper paper;
  paper.add(agreed("g1", EngagementKind::milestone, 10000, 0))
      .add(MilestonesPlanned{an<EngagementId>("g1"),
                             {{an<MilestoneId>("m1"), "One", 3334, on("2026-02-01")}, {an<MilestoneId>("m2"), "Two", 6666, {}}}})
      .add(MilestoneReached{an<MilestoneId>("m1"), on("2026-02-03")})
      .add(MilestoneApproved{an<MilestoneId>("m1"), on("2026-02-05"), ""})
      .add(MilestonesPlanned{an<EngagementId>("g1"), {{an<MilestoneId>("m3"), "Three", 6666, {}}}});
  InvoiceLine line;
  line.kind = LineKind::milestone;
  line.engagement = an<EngagementId>("g1");
  line.milestone = an<MilestoneId>("m1");
  line.net = 3334;
  paper.today("2026-02-10").drafted("i1", document_with(line));
  const EngagementRow row = row_of(paper, "g1");
  REQUIRE(row.milestones.size() == 2);
  CHECK(row.milestones[0].name == "One");
  CHECK(row.milestones[1].name == "Three");
  CHECK(row.milestones[0].approved == on("2026-02-05"));
  CHECK(row.milestones[0].invoice == an<InvoiceId>("i1"));
  CHECK_FALSE(row_of(paper, "g1", "2026-02-04").milestones[0].approved);
  CHECK_FALSE(row_of(paper, "g1", "2026-02-09").milestones[0].invoice);
}

TEST_CASE("C1, C5: a retainer says which period is open, when the next opens, and which terms hold") {
  Paper paper;
  RetainerAgreed event;
  event.engagement = an<EngagementId>("g1");
  event.client = an<ClientId>("acme");
  event.name = "Care";
  event.kind = EngagementKind::recurring_fee;
  event.starts = on("2026-01-15");
  event.cycle.lead_days = 5;
  event.terms.fee = 310000;
  paper.add(event);
  CHECK(row_of(paper, "g1").next_opens == on("2026-01-10"));
  RetainerCycleOpened opened;
  opened.engagement = event.engagement;
  opened.client = event.client;
  opened.period = -1;
  opened.from = on("2026-01-15");
  opened.to = on("2026-02-01");
  opened.fees = {{opened.from, opened.to, 170000, 310000}};
  opened.terms = event.terms;
  paper.add(opened);
  CHECK(row_of(paper, "g1", "2026-01-20").open_period == -1);
  CHECK(row_of(paper, "g1", "2026-01-20").next_opens == on("2026-01-27"));
  PeriodTerms later = event.terms;
  later.fee = 400000;
  paper.add(RetainerChanged{event.engagement, on("2026-03-01"), false, 1, later});
  CHECK(row_of(paper, "g1", "2026-02-28").fee->minor == 310000);
  CHECK(row_of(paper, "g1", "2026-03-01").fee->minor == 400000);
  paper.add(RetainerPaused{event.engagement, on("2026-04-01"), {}, ""}).add(RetainerResumed{event.engagement, on("2026-05-01")});
  CHECK_FALSE(row_of(paper, "g1", "2026-03-31").paused);
  CHECK(row_of(paper, "g1", "2026-04-30").paused);
  CHECK_FALSE(row_of(paper, "g1", "2026-05-01").paused);
}

TEST_CASE("2.14: an expense is open, on a draft, invoiced, open again when returned, written off or removed") {
  Paper paper;
  ExpenseRecorded recorded;
  recorded.expense = an<ExpenseId>("x1");
  recorded.client = an<ClientId>("acme");
  recorded.text = "Stock photos";
  recorded.on = on("2026-02-01");
  recorded.cost = 1000;
  recorded.price = 1150;
  paper.add(recorded);
  InvoiceLine line;
  line.kind = LineKind::recharge;
  line.expense = recorded.expense;
  line.net = 1150;
  paper.today("2026-02-10").drafted("i1", document_with(line)).issue("i1", "2026-02-12", "2026-03-14");
  paper.credit("n1", "i1", "2026-02-20", 1150, 1150, true).add(ExpenseWrittenOff{recorded.expense, on("2026-02-25"), 1150, "goodwill"});
  const auto state = [&](const char* date) { return expenses(paper.views(), asked("expenses", {{"as_of", date}})).rows.at(0).state; };
  CHECK(state("2026-02-01") == "open");
  CHECK(state("2026-02-10") == "on_draft");
  CHECK(state("2026-02-12") == "invoiced");
  CHECK(state("2026-02-20") == "open");
  CHECK(state("2026-02-25") == "written_off");
  CHECK(expenses(paper.views(), asked("expenses", {{"as_of", "2026-01-31"}})).rows.empty());
  paper.today("2026-03-01").add(ExpenseRemoved{recorded.expense, "twice"});
  CHECK(state("2026-03-01") == "removed");
}

TEST_CASE("2.14: media shows what was planned, spent and invoiced, the commission apart") {
  Paper paper;
  MediaPlanned plan;
  plan.media = an<MediaId>("m1");
  plan.client = an<ClientId>("acme");
  plan.text = "Spring";
  plan.from = on("2026-03-01");
  plan.to = on("2026-03-31");
  plan.budget = 500000;
  paper.add(plan).add(MediaSpendRecorded{plan.media, 480000, on("2026-03-31"), true});
  InvoiceDocument document = document_with({});
  document.lines.resize(2);
  document.lines[0].kind = LineKind::pass_through;
  document.lines[0].net = 480000;
  document.lines[1].line = 2;
  document.lines[1].kind = LineKind::commission;
  document.lines[1].net = 48000;
  for (InvoiceLine& line : document.lines) line.media = plan.media;
  paper.today("2026-04-01").drafted("i1", document).issue("i1", "2026-04-02", "2026-05-02");
  const auto row = [&](const char* date) { return media(paper.views(), asked("media", {{"as_of", date}})).rows.at(0); };
  CHECK(row("2026-03-30").state == "planned");
  CHECK(row("2026-03-31").state == "settled");
  CHECK(row("2026-04-01").state == "on_draft");
  CHECK(row("2026-04-02").invoiced.minor == 480000);
  CHECK(row("2026-04-02").commission_invoiced.minor == 48000);
  CHECK(row("2026-04-02").actual.minor == 480000);
}

TEST_CASE("T1, 2.13: billing shows settings as they stand, rates by date, the series, and each client's own") {
  Paper paper;
  BillingSet set;
  set.jurisdiction = "ZA";
  set.void_months = 2;
  ClientBillingSet client;
  client.client = an<ClientId>("bolt");
  client.tax = TaxCategory::AE;
  client.exemption = "Reverse charge";
  paper.add(set)
      .add(client)
      .add(TaxRateSet{"ZA", Decimal4{150000}, on("2018-04-01"), "VAT"})
      .add(TaxRateSet{"ZA", Decimal4{140000}, on("1993-04-07"), "VAT"})
      .add(NumberSeriesSet{DocumentKind::invoice, "{year}-{counter}", true, 7});
  const BillingAnswer answer = billing(paper.views(), asked("billing"));
  CHECK(answer.jurisdiction == "ZA");
  CHECK(answer.void_months == 2);
  REQUIRE(answer.tax_rates.size() == 2);
  CHECK(answer.tax_rates[0].percent == Decimal4{140000});
  REQUIRE(answer.series.size() == 2);
  CHECK(answer.series[0].yearly);
  CHECK(answer.series[0].next == 7);
  CHECK(answer.series[1].next == 1);
  REQUIRE(answer.rows.size() == 3);
  CHECK(answer.rows[1].tax == TaxCategory::AE);
  CHECK(answer.rows[0].tax == TaxCategory::S);
}

TEST_CASE("W4: alerts stand from being raised until they are cleared") {
  Paper paper;
  paper.today("2026-03-01")
      .add(WipAlertRaised{an<ClientId>("acme"), WipAlertKind::value, 100000, 120000, {}})
      .today("2026-03-05")
      .add(WipAlertCleared{an<ClientId>("acme"), WipAlertKind::value, 90000});
  const auto count = [&](const char* date) { return alerts(paper.views(), asked("alerts", {{"as_of", date}})).rows.size(); };
  CHECK(count("2026-02-28") == 0);
  CHECK(count("2026-03-04") == 1);
  CHECK(count("2026-03-05") == 0);
  CHECK(alerts(paper.views(), asked("alerts", {{"as_of", "2026-03-01"}})).rows[0].value == 120000);
}

}  // namespace billtrail::testing
