// F36: what the month-end run finds for each client.
#include "projections/month_end.hpp"

#include "tests/projections/paper.hpp"

namespace billtrail::testing {
namespace {

std::optional<MonthEndRow> row_of(const Paper& paper, const char* date, const char* client = "acme") {
  for (const MonthEndRow& row : month_end(paper.views(), asked("month-end", {{"as_of", date}})).rows) {
    if (row.key == client) return row;
  }
  return std::nullopt;
}

RetainerAgreed monthly(Timing timing, std::int64_t hours_included) {
  RetainerAgreed event;
  event.engagement = an<EngagementId>("g1");
  event.client = an<ClientId>("acme");
  event.name = "Care";
  event.kind = EngagementKind::retainer;
  event.starts = on("2026-01-01");
  event.cycle.timing = timing;
  event.terms.fee = 310000;
  event.terms.basis = AllowanceBasis::hours;
  event.terms.allowance = h(hours_included).count;
  return event;
}

RetainerCycleOpened opened(const RetainerAgreed& agreed, std::int32_t period, const char* from, const char* to) {
  RetainerCycleOpened event;
  event.engagement = agreed.engagement;
  event.client = agreed.client;
  event.period = period;
  event.from = on(from);
  event.to = on(to);
  event.fees = {{event.from, event.to, agreed.terms.fee, agreed.terms.fee}};
  event.allowance = agreed.terms.allowance;
  event.terms = agreed.terms;
  return event;
}

InvoiceDocument empty_document() {
  InvoiceDocument document;
  document.client = an<ClientId>("acme");
  document.currency = in("EUR");
  document.net = document.total = document.due = 310000;
  return document;
}

}  // namespace

TEST_CASE("F36: unbilled hourly work stands until a draft holds it; then the draft does, and then the invoice") {
  Paper paper;
  paper.work("e1", "acme", "2026-01-10", h(2));
  CHECK(row_of(paper, "2026-01-31")->unbilled == Money{16000, in("EUR")});
  CHECK(row_of(paper, "2026-01-31")->unbilled_seconds == h(2));
  CHECK_FALSE(row_of(paper, "2026-01-31")->done);
  CHECK_FALSE(row_of(paper, "2026-01-09"));
  InvoiceDocument document = empty_document();
  InvoiceLine line;
  line.line = 1;
  line.kind = LineKind::time;
  line.net = 16000;
  line.claims = {{an<EntryId>("e1"), h(2), h(2), 16000, 16000, 16000}};
  document.lines = {line};
  document.net = document.total = document.due = 16000;
  paper.today("2026-01-31").drafted("i1", document);
  const MonthEndRow drafted = *row_of(paper, "2026-01-31");
  CHECK(drafted.unbilled.minor == 0);
  REQUIRE(drafted.drafts.size() == 1);
  CHECK(drafted.drafts[0].state == "draft");
  CHECK_FALSE(drafted.done);
  paper.add(InvoiceApproved{an<InvoiceId>("i1"), an<ActorId>("ben")});
  CHECK(row_of(paper, "2026-01-31")->drafts[0].state == "approved");
  paper.issue("i1", "2026-01-31", "2026-03-02");
  const MonthEndRow issued = *row_of(paper, "2026-01-31");
  CHECK(issued.drafts.empty());
  REQUIRE(issued.issued.size() == 1);
  CHECK(issued.issued[0].number == "INV-1");
  CHECK(issued.done);
  CHECK_FALSE(row_of(paper, "2026-02-28"));
}

TEST_CASE("C5, F36: scheduled drafts that are missing are counted, opened or not, each until it is drafted") {
  Paper paper;
  const RetainerAgreed agreed = monthly(Timing::advance, 40);
  paper.add(agreed).add(opened(agreed, 0, "2026-01-01", "2026-02-01"));
  CHECK(row_of(paper, "2026-01-31")->recurring_due == 1);
  CHECK(row_of(paper, "2026-02-01")->recurring_due == 2);
  CHECK(row_of(paper, "2026-03-15")->recurring_due == 3);
  paper.today("2026-01-01").drafted("i1", empty_document(), DraftKey{agreed.engagement, 0, DraftPurpose::regular});
  CHECK(row_of(paper, "2026-01-31")->recurring_due == 0);
  CHECK(row_of(paper, "2026-02-01")->recurring_due == 1);
  paper.add(InvoiceDiscarded{an<InvoiceId>("i1"), "again"});
  CHECK(row_of(paper, "2026-01-31")->recurring_due == 1);

  Paper arrears;
  const RetainerAgreed later = monthly(Timing::arrears, 40);
  arrears.add(later).add(opened(later, 0, "2026-01-01", "2026-02-01"));
  CHECK_FALSE(row_of(arrears, "2026-01-31"));
  CHECK(row_of(arrears, "2026-02-01")->recurring_due == 1);
}

TEST_CASE("H4, F36: overage counts once its period is closed; while it is open, nothing of the retainer is unbilled work") {
  Paper paper;
  const RetainerAgreed agreed = monthly(Timing::arrears, 10);
  paper.add(agreed).add(opened(agreed, 0, "2026-01-01", "2026-02-01")).work("e1", "acme", "2026-01-10", h(12), "g1");
  CHECK_FALSE(row_of(paper, "2026-01-30"));
  RetainerCycleClosed closed;
  closed.engagement = agreed.engagement;
  closed.client = agreed.client;
  closed.from = on("2026-01-01");
  closed.to = on("2026-02-01");
  closed.on = on("2026-01-31");
  closed.basis = AllowanceBasis::hours;
  closed.allowance = h(10).count;
  closed.used = h(12).count;
  closed.overage = h(2).count;
  closed.overage_value = 16000;
  closed.draws = {{an<EntryId>("e1"), h(12), h(10), h(2), {}, 16000, {}}};
  closed.draws[0].rate = AppliedRate{{Decimal4{800000}, in("EUR"), h(1)}, RateOrigin::rule, an<RateRuleId>("default")};
  paper.add(closed);
  const MonthEndRow row = *row_of(paper, "2026-01-31");
  CHECK(row.overage.minor == 16000);
  CHECK(row.unbilled.minor == 0);
}

TEST_CASE("F36: expenses, approved milestones and deferred work have columns of their own") {
  Paper paper;
  ExpenseRecorded expense;
  expense.expense = an<ExpenseId>("x1");
  expense.client = an<ClientId>("acme");
  expense.on = on("2026-01-20");
  expense.price = 1150;
  paper.add(expense)
      .add(EngagementAgreed{an<EngagementId>("g2"), an<ClientId>("acme"), "Site", EngagementKind::milestone, on("2026-01-01"), {}, 500, 0, ""})
      .add(MilestonesPlanned{an<EngagementId>("g2"), {{an<MilestoneId>("m1"), "One", 500, {}}}})
      .add(MilestoneReached{an<MilestoneId>("m1"), on("2026-01-21")})
      .add(MilestoneApproved{an<MilestoneId>("m1"), on("2026-01-22"), ""})
      .work("e1", "acme", "2026-01-10", h(1))
      .add(EntryDeferred{an<EntryId>("e1"), on("2026-01-25"), on("2026-02-10"), "waits"});
  const MonthEndRow row = *row_of(paper, "2026-01-31");
  CHECK(row.expenses.minor == 1150);
  CHECK(row.milestones.minor == 500);
  CHECK(row.deferred.minor == 8000);
  CHECK(row.unbilled.minor == 0);
  CHECK(row_of(paper, "2026-02-10")->unbilled.minor == 8000);
  CHECK(row_of(paper, "2026-01-21")->milestones.minor == 0);
}

}  // namespace billtrail::testing
