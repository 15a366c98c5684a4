// H1-H6, 2.12: how a retainer period stands, closed or live, and when it will run out.
#include "projections/retainer_cycles.hpp"

#include "projections/retainer_lines.hpp"
#include "tests/projections/paper.hpp"

namespace billtrail::testing {
namespace {

PeriodTerms terms_of(std::int64_t allowance_hours) {
  PeriodTerms terms;
  terms.fee = 310000;
  terms.basis = AllowanceBasis::hours;
  terms.allowance = h(allowance_hours).count;
  terms.alert_percent = {80, 100};
  return terms;
}

// A retainer of acme from January 2026 on, by the month, in arrears.
struct Agreed {
  explicit Agreed(PeriodTerms terms_ = terms_of(40)) : terms(std::move(terms_)) {
    RetainerAgreed agreed;
    agreed.engagement = an<EngagementId>("g1");
    agreed.client = an<ClientId>("acme");
    agreed.name = "Care";
    agreed.kind = EngagementKind::retainer;
    agreed.starts = on("2026-01-01");
    agreed.scope = "All of it";
    agreed.cycle.timing = Timing::arrears;
    agreed.terms = terms;
    paper.add(agreed);
  }

  Agreed& open(std::int32_t period, std::vector<Bucket> carried = {}, std::int64_t deficit = 0, bool skipped = false) {
    RetainerCycleOpened opened;
    opened.engagement = an<EngagementId>("g1");
    opened.client = an<ClientId>("acme");
    opened.period = period;
    opened.from = month(period);
    opened.to = month(period + 1);
    opened.skipped = skipped;
    opened.fees = {{opened.from, opened.to, terms.fee, terms.fee}};
    opened.allowance = terms.allowance;
    opened.carried = std::move(carried);
    opened.deficit = deficit;
    opened.terms = terms;
    paper.add(opened);
    return *this;
  }
  // With these draws; used, overage and value follow from them.
  Agreed& close(std::int32_t period, std::vector<Draw> draws, std::vector<Bucket> carried = {}, std::int64_t deficit = 0) {
    RetainerCycleClosed closed;
    closed.engagement = an<EngagementId>("g1");
    closed.client = an<ClientId>("acme");
    closed.period = period;
    closed.from = month(period);
    closed.to = month(period + 1);
    closed.on = closed.to - 1;
    closed.basis = terms.basis;
    closed.policy = terms.overage;
    for (const Draw& draw : draws) {
      closed.used += draw.billed.count;
      closed.overage += draw.overage.count;
      closed.overage_value += draw.value;
    }
    const CycleFacts& cycle = *paper.views().agreements.engagements.at(0).find_cycle(period);
    closed.allowance = cycle.allowance - cycle.deficit;
    for (const Bucket& bucket : cycle.carried) closed.allowance += bucket.amount;
    closed.deficit = deficit;
    closed.draws = std::move(draws);
    closed.carried = std::move(carried);
    paper.add(closed);
    return *this;
  }
  static Date month(std::int32_t period) { return Date::from(2026, period + 1, 1).value(); }

  CycleRow row(std::int32_t period, const char* date) const {
    for (const CycleRow& candidate : retainer_cycles(paper.views(), asked("retainer-cycles", {{"as_of", date}})).rows) {
      if (candidate.period == period) return candidate;
    }
    FAIL("no period " << period);
    return {};
  }

  PeriodTerms terms;
  Paper paper;
};

Draw drawn(const char* entry, Seconds covered, Seconds overage = {}, std::int64_t value = 0) {
  return {an<EntryId>(entry), covered + overage, covered, overage, {}, value, {}};
}

}  // namespace

TEST_CASE("2.12: the day the allowance runs out, at the pace so far") {
  struct Case {
    std::int64_t allowance, used;
    int elapsed;
    const char* day;
  };
  // April: 30 days. 20 h in 10 days are 40 h on the 20th; 13 h in 10 days are 39 h on the 30th; a second more used is a day earlier.
  const Case cases[] = {{h(40).count, h(20).count, 10, "2026-04-20"}, {h(40).count, h(40).count, 10, "2026-04-10"},
                        {h(39).count, h(13).count, 10, "2026-04-30"}, {h(40).count, h(13).count, 10, nullptr},
                        {100, 33, 10, nullptr},                       {100, 34, 10, "2026-04-30"},
                        {100, 1000, 1, "2026-04-01"},                 {0, 5, 10, nullptr},
                        {100, 0, 10, nullptr},                        {100, -5, 10, nullptr}};
  for (const Case& c : cases) {
    CAPTURE(c.allowance, c.used, c.elapsed);
    const std::optional<Date> day = runs_out(c.allowance, c.used, on("2026-04-01"), on("2026-05-01"), c.elapsed);
    CHECK(day == (c.day == nullptr ? std::nullopt : std::optional(on(c.day))));
  }
}

TEST_CASE("H1, H3: an open period is drawn down live: used, left, percent, the day it runs out") {
  Agreed agreed;
  agreed.open(0).paper.work("e1", "acme", "2026-01-05", h(10), "g1").work("e2", "acme", "2026-01-10", h(10), "g1");
  agreed.paper.work("e3", "acme", "2026-01-12", h(99));  // ad hoc: not drawn
  const CycleRow row = agreed.row(0, "2026-01-10");
  CHECK(row.state == CycleStanding::open);
  CHECK(row.allowance == h(40).count);
  CHECK(row.used == h(20).count);
  CHECK(row.left == h(20).count);
  CHECK(row.percent_used == 5000);
  CHECK(row.run_out == on("2026-01-20"));
  CHECK(row.overage_state == OverageState::none);
  CHECK(row.fee == Money{310000, in("EUR")});
  CHECK(row.scope == "All of it");
  CHECK(agreed.row(0, "2026-01-05").used == h(10).count);
}

TEST_CASE("H3: the entry that crosses the allowance is split in the lines, and overage runs until the close") {
  Agreed agreed(terms_of(12));
  agreed.open(0).paper.work("e1", "acme", "2026-01-05", h(10), "g1").work("e2", "acme", "2026-01-10", h(5), "g1");
  const CycleRow row = agreed.row(0, "2026-01-31");
  CHECK(row.overage == h(3).count);
  CHECK(row.overage_state == OverageState::running);
  CHECK(row.overage_value.minor == 24000);
  CHECK(row.run_out == on("2026-01-10"));
  const RetainerLinesAnswer lines = retainer_lines(agreed.paper.views(), asked("retainer-lines", {{"engagement", "g1"}, {"period", "0"}}));
  REQUIRE(lines.rows.size() == 2);
  CHECK(lines.rows[0].covered == h(10));
  CHECK(lines.rows[1].covered == h(2));
  CHECK(lines.rows[1].overage == h(3));
  CHECK(lines.rows[1].value.minor == 24000);
  CHECK(lines.cycle->used == h(15).count);
}

TEST_CASE("H2: carried buckets are drawn before the period's own, and stand with what was drawn of each") {
  Agreed agreed;
  agreed.open(0, {{-1, h(10).count, 0}}).paper.work("e1", "acme", "2026-01-05", h(15), "g1");
  const CycleRow row = agreed.row(0, "2026-01-31");
  CHECK(row.carried_in == h(10).count);
  CHECK(row.allowance == h(50).count);
  REQUIRE(row.buckets.size() == 2);
  CHECK(row.buckets[0].origin == -1);
  CHECK(row.buckets[0].drawn == h(10).count);
  CHECK(row.buckets[1].drawn == h(5).count);
}

TEST_CASE("H5, golden case 9 as shown: 40 h with 30 used, 50 with 60 used, 30") {
  PeriodTerms terms = terms_of(40);
  terms.roll_over = RollOver::periods;
  terms.roll_over_periods = 1;
  terms.overage = OveragePolicy::deficit;
  Agreed agreed(terms);
  agreed.paper.work("e1", "acme", "2026-01-05", h(30), "g1").work("e2", "acme", "2026-02-05", h(60), "g1");
  agreed.open(0).close(0, {drawn("e1", h(30))}, {{0, h(10).count, 1}}).open(1, {{0, h(10).count, 1}});
  CHECK(agreed.row(0, "2026-01-31").carried_out == h(10).count);
  CHECK(agreed.row(1, "2026-02-10").allowance == h(50).count);
  Draw second{an<EntryId>("e2"), h(60), h(50), {}, h(10), 0, {}};
  agreed.close(1, {second}, {}, h(10).count).open(2, {}, h(10).count);
  CHECK(agreed.row(1, "2026-02-28").deficit_out == h(10).count);
  CHECK(agreed.row(1, "2026-02-28").overage_state == OverageState::carried);
  const CycleRow third = agreed.row(2, "2026-03-01");
  CHECK(third.own == h(40).count);
  CHECK(third.deficit_in == h(10).count);
  CHECK(third.allowance == h(30).count);
}

TEST_CASE("H6: a close freezes the period; before its date the period is open; late time is labelled and drawn in the earliest open one") {
  Agreed agreed;
  agreed.paper.work("e1", "acme", "2026-01-05", h(30), "g1");
  agreed.open(0).close(0, {drawn("e1", h(30))}).open(1);
  agreed.paper.work("late", "acme", "2026-01-20", h(2), "g1").work("e2", "acme", "2026-02-03", h(1), "g1");
  CHECK(agreed.row(0, "2026-01-31").state == CycleStanding::closed);
  CHECK(agreed.row(0, "2026-01-31").used == h(30).count);
  const CycleRow row = agreed.row(1, "2026-02-28");
  CHECK(row.used == h(3).count);
  CHECK(row.late == h(2).count);
  const RetainerLinesAnswer lines = retainer_lines(agreed.paper.views(), asked("retainer-lines", {{"engagement", "g1"}, {"period", "1"}}));
  REQUIRE(lines.rows.size() == 2);
  CHECK(lines.rows[0].key == "late");
  CHECK(lines.rows[0].late);
  CHECK(lines.rows[0].work_date == on("2026-01-20"));
  CHECK_FALSE(lines.rows[1].late);
  const RetainerLinesAnswer closed = retainer_lines(agreed.paper.views(), asked("retainer-lines", {{"engagement", "g1"}, {"period", "0"}}));
  REQUIRE(closed.rows.size() == 1);
  CHECK(closed.rows[0].covered == h(30));
}

TEST_CASE("H6: a period is open before its close and after being reopened") {
  Agreed agreed;
  agreed.paper.work("e1", "acme", "2026-01-05", h(50), "g1");
  agreed.open(0).close(0, {drawn("e1", h(40), h(10), 80000)});
  CHECK(agreed.row(0, "2026-01-30").state == CycleStanding::open);
  CHECK(agreed.row(0, "2026-01-31").state == CycleStanding::closed);
  agreed.paper.add(RetainerCycleReopened{an<EngagementId>("g1"), 0, "forgot one"});
  CHECK(agreed.row(0, "2026-01-31").state == CycleStanding::open);
  CHECK(agreed.row(0, "2026-01-31").overage_state == OverageState::running);
}

TEST_CASE("H4: where the overage of a closed period stands") {
  const auto closed_with = [](OveragePolicy policy) {
    PeriodTerms terms = terms_of(40);
    terms.overage = policy;
    Agreed agreed(terms);
    agreed.paper.work("e1", "acme", "2026-01-05", h(50), "g1");
    agreed.open(0).close(0, {drawn("e1", h(40), h(10), 80000)});
    return agreed;
  };
  CHECK(closed_with(OveragePolicy::absorb).row(0, "2026-02-28").overage_state == OverageState::absorbed);
  CHECK(closed_with(OveragePolicy::rate_card).row(0, "2026-02-28").overage_state == OverageState::to_bill);

  Agreed waiting = closed_with(OveragePolicy::needs_approval);
  CHECK(waiting.row(0, "2026-02-28").overage_state == OverageState::waiting);
  waiting.paper.today("2026-02-10").add(OverageApproved{an<EngagementId>("g1"), 0, true, ""});
  CHECK(waiting.row(0, "2026-02-09").overage_state == OverageState::waiting);
  CHECK(waiting.row(0, "2026-02-10").overage_state == OverageState::to_bill);
  Agreed declined = closed_with(OveragePolicy::needs_approval);
  declined.paper.today("2026-02-10").add(OverageApproved{an<EngagementId>("g1"), 0, false, ""});
  CHECK(declined.row(0, "2026-02-28").overage_state == OverageState::declined);

  Agreed billed = closed_with(OveragePolicy::rate_card);
  InvoiceDocument document;
  document.client = an<ClientId>("acme");
  document.currency = in("EUR");
  InvoiceLine line;
  line.line = 1;
  line.kind = LineKind::overage;
  line.engagement = an<EngagementId>("g1");
  line.period = 0;
  line.net = 80000;
  line.claims = {{an<EntryId>("e1"), h(50), h(10), 80000, 80000, 80000}};
  document.lines = {line};
  document.net = document.total = document.due = 80000;
  billed.paper.today("2026-02-03").drafted("i1", document, DraftKey{an<EngagementId>("g1"), 0, DraftPurpose::regular});
  billed.paper.issue("i1", "2026-02-05", "2026-03-07");
  CHECK(billed.row(0, "2026-02-02").overage_state == OverageState::to_bill);
  CHECK(billed.row(0, "2026-02-03").overage_state == OverageState::on_draft);
  CHECK(billed.row(0, "2026-02-05").overage_state == OverageState::invoiced);
  CHECK(billed.row(0, "2026-02-05").invoice == an<InvoiceId>("i1"));
  billed.paper.add(InvoiceVoided{an<InvoiceId>("i1"), on("2026-02-06"), "wrong"});
  CHECK(billed.row(0, "2026-02-06").overage_state == OverageState::to_bill);
  CHECK_FALSE(billed.row(0, "2026-02-06").invoice);
}

TEST_CASE("C6: a skipped period has no fee to draw on and says so; alerts stand until cleared") {
  Agreed agreed;
  agreed.open(0, {}, 0, true).open(1);
  CHECK(agreed.row(0, "2026-02-28").state == CycleStanding::skipped);
  CHECK(agreed.row(0, "2026-02-28").allowance == 0);
  agreed.paper.today("2026-02-10").add(RetainerAlertRaised{an<EngagementId>("g1"), 1, 80, {}});
  agreed.paper.today("2026-02-12").add(RetainerAlertCleared{an<EngagementId>("g1"), 1, 80});
  CHECK(agreed.row(1, "2026-02-09").alerts.empty());
  CHECK(agreed.row(1, "2026-02-11").alerts == std::vector<std::int32_t>{80});
  CHECK(agreed.row(1, "2026-02-12").alerts.empty());
}

TEST_CASE("2.6: an allowance of pieces is drawn by what was delivered; late pieces count in the earliest open period") {
  PeriodTerms terms = terms_of(0);
  terms.basis = AllowanceBasis::deliverables;
  terms.allowance = 20;
  terms.unit = "posts";
  terms.overage_rate = Decimal4{150000};
  Agreed agreed(terms);
  agreed.open(0);
  const auto deliver = [&](const char* deliverable, const char* date, std::int64_t count) {
    agreed.paper.add(DeliverableRecorded{an<DeliverableId>(deliverable), an<EngagementId>("g1"), on(date), count, "posts"});
  };
  deliver("d1", "2026-01-10", 12);
  deliver("d2", "2026-01-20", 10);
  deliver("d3", "2026-01-21", -1);
  CHECK(agreed.row(0, "2026-01-10").used == 12);
  const CycleRow row = agreed.row(0, "2026-01-31");
  CHECK(row.used == 21);
  CHECK(row.overage == 1);
  CHECK(row.overage_value.minor == 1500);
  CHECK(row.unit == "posts");
  CHECK(row.run_out == on("2026-01-20"));
}

TEST_CASE("retainer periods come newest first; an explicit day hides those that begin later") {
  Agreed agreed;
  agreed.open(0).open(1).open(2);
  const auto all = retainer_cycles(agreed.paper.views(), asked("retainer-cycles", {{"engagement", "g1"}}));
  REQUIRE(all.rows.size() == 3);
  CHECK(all.rows[0].key == "g1/2");
  CHECK(retainer_cycles(agreed.paper.views(), asked("retainer-cycles", {{"as_of", "2026-02-01"}})).rows.size() == 2);
  CHECK(retainer_cycles(agreed.paper.views(), asked("retainer-cycles", {{"client", "bolt"}})).rows.empty());
  CHECK(retainer_lines(agreed.paper.views(), asked("retainer-lines", {{"engagement", "g9"}})).rows.empty());
}

}  // namespace billtrail::testing
