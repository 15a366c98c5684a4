// Scheduled drafts (C5): the fee of a period, overage of closed ones, each exactly once; covered work at zero price (H7);
// adjustments (C4).
#include "tests/domain/invoice_draft_scenes.hpp"

namespace billtrail::testing {
namespace {

const auto care = id<EngagementId>("care");

PeriodTerms ten_hours() {
  PeriodTerms terms;
  terms.fee = 100'000;
  terms.basis = AllowanceBasis::hours;
  terms.allowance = 36'000;
  return terms;
}

Event agreed(Timing timing, const PeriodTerms& terms) {
  CycleTerms cycle;
  cycle.timing = timing;
  return RetainerAgreed{care, acme, "Care", EngagementKind::retainer, day("2026-01-01"), {}, "", cycle, terms};
}

Event opened_period(std::int32_t period, std::string_view from, std::string_view to, const PeriodTerms& terms) {
  RetainerCycleOpened open;
  open.engagement = care;
  open.client = acme;
  open.period = period;
  open.from = day(from);
  open.to = day(to);
  open.fees = {{open.from, open.to, terms.fee, terms.fee}};
  open.allowance = terms.allowance;
  open.terms = terms;
  return open;
}

TimeLogged drawn(std::string_view entry, std::string_view date, std::int64_t seconds) {
  TimeLogged time = worked(entry, date, seconds);
  time.facts.work.engagement = care;
  time.facts.work.category = Category::retainer;
  return time;
}

DraftRecurring recurring(InvoiceId invoice, std::optional<std::int32_t> period = {}, std::optional<DraftPurpose> purpose = {}) {
  return {invoice, care, period, purpose};
}

// January with twelve hours used of ten, and February, both open.
void january_and_february(Scenario& scene, Timing timing, const PeriodTerms& terms) {
  scene.given(studio()).given({agreed(timing, terms), opened_period(0, "2026-01-01", "2026-02-01", terms),
                               opened_period(1, "2026-02-01", "2026-03-01", terms), drawn("e1", "2026-01-10", 32'400),
                               drawn("e2", "2026-01-20", 10'800)});
}

constexpr auto overage_line =
    "time Overage, Care: Site: 2.0000 hour x 100.0000 = 20000 - 0 = 20000 S15.0000 2026-01-20..2026-01-20\n"
    "  e2 7200/10800 20000 20000 20000\n";

}  // namespace

TEST_CASE("C5: a period's fee is drafted exactly once") {
  Scenario scene;
  january_and_february(scene, Timing::advance, ten_hours());
  scene.when(recurring(draft_1));
  CHECK(events_of(scene) == "InvoiceDrafted");
  CHECK(draft_text(scene, draft_1) ==
        "#1 fee Care: 1.0000 unit x 1000.0000 = 100000 - 0 = 100000 S15.0000 2026-01-01..2026-01-31\n"
        "100000 + 15000 = 115000, due 115000\n");
  scene.when(recurring(draft_2, 0))
      .then_refused({refuse(RefusalCode::draft_exists, "/period", {{"invoice", std::string("draft-1")}})})
      .when(recurring(draft_2));
  CHECK(scene.books().invoices.find(draft_2)->key == DraftKey{care, 1, DraftPurpose::regular});
  const auto draft_3 = id<InvoiceId>("draft-3");
  scene.when(recurring(draft_3)).then_refused({refuse(RefusalCode::nothing_due)});
  scene.when(DiscardInvoice{draft_1, {}}).when(recurring(draft_3));
  CHECK(scene.books().invoices.find(draft_3)->key == DraftKey{care, 0, DraftPurpose::regular});
}

TEST_CASE("C5, C6: no draft of a period that is unknown or paused, or of another kind of agreement") {
  Scenario scene;
  const PeriodTerms terms = ten_hours();
  RetainerCycleOpened paused = std::get<RetainerCycleOpened>(opened_period(0, "2026-01-01", "2026-02-01", terms));
  paused.skipped = true;
  const auto hourly = id<EngagementId>("hourly");
  scene.given(studio())
      .given({agreed(Timing::advance, terms), paused,
              EngagementAgreed{hourly, acme, "Hourly", EngagementKind::hourly, day("2026-01-01"), {}, 0, 0, ""}})
      .when(recurring(draft_1, 0))
      .then_refused({refuse(RefusalCode::cycle_skipped, "/period")})
      .when(recurring(draft_1, 7))
      .then_refused({refuse(RefusalCode::unknown_period, "/period")})
      .when(DraftRecurring{draft_1, hourly, {}, {}})
      .then_refused({refuse(RefusalCode::engagement_kind_differs, "/engagement")})
      .when(DraftRecurring{draft_1, id<EngagementId>("none"), {}, {}})
      .then_refused({refuse(RefusalCode::unknown_engagement, "/engagement")});
}

TEST_CASE("C5: the overage of a period that closes joins the next draft while it is a draft") {
  Scenario scene;
  january_and_february(scene, Timing::advance, ten_hours());
  scene.when(recurring(draft_1, 0)).when(recurring(draft_2, 1)).when(CloseRetainerCycle{care, 0, {}});
  CHECK(events_of(scene) == "RetainerCycleClosed InvoiceRevised OverageCharged");
  CHECK(draft_text(scene, draft_2) ==
        "#1 fee Care: 1.0000 unit x 1000.0000 = 100000 - 0 = 100000 S15.0000 2026-02-01..2026-02-28\n"
        "#2 " +
            std::string(overage_line).replace(0, 4, "overage") + "120000 + 18000 = 138000, due 138000\n");
  CHECK(scene.books().invoices.find(draft_2)->flagged);
  // T7: the period of the document spans both.
  CHECK(scene.books().invoices.find(draft_2)->document->from == day("2026-01-20"));
  CHECK(scene.books().invoices.find(draft_2)->document->to == day("2026-02-28"));
  scene.when(draft_all(id<InvoiceId>("draft-3"))).then_refused({refuse(RefusalCode::nothing_to_bill)});
}

TEST_CASE("H6, H7: what a reopened period covered is no longer listed; its overage leaves the draft first") {
  Scenario scene;
  PeriodTerms terms = ten_hours();
  terms.list_covered = true;
  january_and_february(scene, Timing::advance, terms);
  scene.when(recurring(draft_1, 1)).when(CloseRetainerCycle{care, 0, {}});
  CHECK(scene.books().invoices.find(draft_1)->document->lines.size() == 3);
  scene.when(ReopenRetainerCycle{care, 0, "Time came late"})
      .then_refused({refuse(RefusalCode::entry_on_draft, "/period", {{"invoice", std::string("draft-1")}})});
  scene.when(RemoveInvoiceLine{draft_1, 2}).when(ReopenRetainerCycle{care, 0, "Time came late"});
  CHECK(events_of(scene) == "RetainerCycleReopened InvoiceRevised");
  CHECK(scene.books().invoices.find(draft_1)->document->lines.size() == 1);
  CHECK(scene.books().invoices.find(draft_1)->document->net == 100'000);
  scene.when(CloseRetainerCycle{care, 0, {}});
  CHECK(events_of(scene) == "RetainerCycleClosed InvoiceRevised OverageCharged");
}

TEST_CASE("C5: when the next draft has been issued the overage waits for the one after") {
  Scenario scene;
  january_and_february(scene, Timing::advance, ten_hours());
  scene.when(recurring(draft_1, 1)).when(ApproveInvoice{draft_1}).when(IssueInvoice{draft_1, {}}).then_anything();
  scene.when(CloseRetainerCycle{care, 0, {}});
  CHECK(events_of(scene) == "RetainerCycleClosed");
  scene.given({opened_period(2, "2026-03-01", "2026-04-01", ten_hours())}).when(recurring(draft_2, 2));
  CHECK(events_of(scene) == "InvoiceDrafted OverageCharged");
  CHECK(scene.books().invoices.find(draft_2)->document->net == 120'000);
}

TEST_CASE("C5: in arrears the fee stands beside the overage of the same period") {
  Scenario scene;
  january_and_february(scene, Timing::arrears, ten_hours());
  scene.when(recurring(draft_1)).then_refused({refuse(RefusalCode::nothing_due)});
  scene.when(CloseRetainerCycle{care, 0, {}}).when(recurring(draft_1));
  CHECK(events_of(scene) == "InvoiceDrafted OverageCharged");
  CHECK(scene.books().invoices.find(draft_1)->document->net == 120'000);
  CHECK(scene.books().invoices.find(draft_1)->document->from == day("2026-01-01"));
}

TEST_CASE("C5: overage with a draft of its own") {
  Scenario scene;
  PeriodTerms terms = ten_hours();
  terms.overage_invoice = OverageInvoice::own_draft;
  january_and_february(scene, Timing::advance, terms);
  scene.when(CloseRetainerCycle{care, 0, {}}).when(recurring(draft_1, 0));
  CHECK(scene.books().invoices.find(draft_1)->document->net == 100'000);
  scene.when(recurring(draft_2, 0, DraftPurpose::overage));
  CHECK(events_of(scene) == "InvoiceDrafted OverageCharged");
  CHECK(scene.books().invoices.find(draft_2)->document->net == 20'000);
  scene.when(recurring(id<InvoiceId>("draft-3"), 0, DraftPurpose::overage))
      .then_refused({refuse(RefusalCode::draft_exists, "/period", {{"invoice", std::string("draft-2")}})});
}

TEST_CASE("H4: overage that needs approval is drafted once the client agrees") {
  Scenario scene;
  PeriodTerms terms = ten_hours();
  terms.overage = OveragePolicy::needs_approval;
  january_and_february(scene, Timing::advance, terms);
  scene.when(recurring(draft_1, 1)).when(CloseRetainerCycle{care, 0, {}});
  CHECK(events_of(scene) == "RetainerCycleClosed");
  scene.when(ApproveOverage{care, 0, {}, {}});
  CHECK(events_of(scene) == "OverageApproved InvoiceRevised OverageCharged");
}

TEST_CASE("H7: covered work is listed at zero price, and holds nothing") {
  Scenario scene;
  PeriodTerms terms = ten_hours();
  terms.list_covered = true;
  january_and_february(scene, Timing::arrears, terms);
  scene.when(CloseRetainerCycle{care, 0, {}}).when(recurring(draft_1));
  CHECK(draft_text(scene, draft_1) ==
        "#1 fee Care: 1.0000 unit x 1000.0000 = 100000 - 0 = 100000 S15.0000 2026-01-01..2026-01-31\n"
        "#2 " +
            std::string(overage_line).replace(0, 4, "overage") +
            "#3 covered Covered: Site: 10.0000 hour x 0.0000 = 0 - 0 = 0 S15.0000 2026-01-10..2026-01-20\n"
            "  e1 32400/32400 0 0 0\n"
            "  e2 3600/10800 0 0 0\n"
            "120000 + 18000 = 138000, due 138000\n");
  CHECK(scene.books().settlements.find(id<EntryId>("e1"))->holder == no_row);
}

TEST_CASE("C4: a change within a period restates its draft; once issued, an adjustment says the difference") {
  Scenario scene;
  january_and_february(scene, Timing::advance, ten_hours());
  RetainerCycleRestated restated;
  restated.engagement = care;
  restated.period = 1;
  restated.from = day("2026-02-01");
  restated.to = day("2026-03-01");
  restated.fees = {{day("2026-02-01"), day("2026-02-15"), 50'000, 100'000},
                   {day("2026-02-15"), day("2026-03-01"), 100'000, 200'000}};
  restated.allowance = 36'000;
  restated.terms = ten_hours();
  scene.when(recurring(draft_1, 1)).when(ApproveInvoice{draft_1}).when(IssueInvoice{draft_1, {}}).then_anything();
  scene.given({restated}).when(recurring(draft_2, 1, DraftPurpose::adjustment));
  CHECK(draft_text(scene, draft_2) ==
        "#1 adjustment Adjustment, Care: -1.0000 unit x 500.0000 = -50000 - 0 = -50000 S15.0000 2026-02-15..2026-02-28\n"
        "#2 adjustment Adjustment, Care: 1.0000 unit x 1000.0000 = 100000 - 0 = 100000 S15.0000 2026-02-15..2026-02-28\n"
        "50000 + 7500 = 57500, due 57500\n");
  CHECK(scene.books().invoices.find(draft_2)->document->kind == InvoiceKind::adjustment);
}

TEST_CASE("C4: terms that change while the fee is still a draft are drafted anew") {
  Scenario scene;
  january_and_february(scene, Timing::advance, ten_hours());
  ChangeRetainer change;
  change.engagement = care;
  change.from = day("2026-02-15");
  change.fee = 200'000;
  scene.when(recurring(draft_1, 1)).when(change);
  CHECK(events_of(scene) == "RetainerChanged RetainerCycleRestated InvoiceRevised");
  CHECK(scene.books().invoices.find(draft_1)->document->net == 150'000);
  CHECK(scene.books().invoices.find(draft_1)->document->lines.size() == 2);
  CHECK_FALSE(scene.books().retainers.find(care)->cycles[1].restated);
}

}  // namespace billtrail::testing
