// Lines that are not time (2.14): expenses, milestones, media, one-off fees, deposits.
#include "tests/domain/invoice_draft_scenes.hpp"

namespace billtrail::testing {
namespace {

const auto launch = id<EngagementId>("launch");
const auto ads = id<MediaId>("ads");
const auto deposit = id<InvoiceId>("deposit");

Event agreed(EngagementKind kind, std::int64_t fee) {
  return EngagementAgreed{launch, acme, "Launch", kind, day("2026-01-01"), {}, fee, 0, ""};
}

MediaPlanned media(MediaBilling billing) {
  MediaPlanned plan;
  plan.media = ads;
  plan.client = acme;
  plan.text = "Search ads";
  plan.from = day("2026-02-01");
  plan.to = day("2026-02-28");
  plan.budget = 100'000;
  plan.commission_percent = dec("10");
  plan.billing = billing;
  return plan;
}

// Issues the draft, today.
void issue(Scenario& scene, const InvoiceId& invoice) {
  scene.when(ApproveInvoice{invoice}).then_anything();
  scene.when(IssueInvoice{invoice, {}}).then_anything();
}

void pay_deposit(Scenario& scene, std::int64_t amount) {
  DraftDeposit draft;
  draft.invoice = deposit;
  draft.client = acme;
  draft.amount = amount;
  scene.when(draft).then_anything();
  issue(scene, deposit);
  const std::int64_t total = scene.books().invoices.find(deposit)->document->total;
  const auto payment = id<PaymentId>("p1");
  scene.given({PaymentReceived{payment, acme, {total, cur("EUR")}, day("2026-03-01"), PaymentMethod::eft, ""},
               PaymentAllocated{id<AllocationId>("a1"), payment, {}, deposit, total, day("2026-03-01")}});
}

}  // namespace

TEST_CASE("2.14: a recharge is taxed as the client is, and stays with its draft") {
  Scenario scene;
  ExpenseRecorded spent;
  spent.expense = id<ExpenseId>("x1");
  spent.client = acme;
  spent.text = "Printing";
  spent.on = day("2026-02-10");
  spent.cost = 400;
  spent.price = 500;
  scene.given(studio()).given({spent}).when(draft_all(draft_1));
  CHECK(draft_text(scene, draft_1) ==
        "#1 recharge Printing: 1.0000 unit x 5.0000 = 500 - 0 = 500 S15.0000 2026-02-10..2026-02-10\n"
        "500 + 75 = 575, due 575\n");
  ChangeInvoiceLine change;
  change.invoice = draft_1;
  change.line = 1;
  change.price = dec("4");
  scene.when(change).then_refused({refuse(RefusalCode::line_kind_differs, "/price")});
  scene.when(RemoveInvoiceLine{draft_1, 1}).when(draft_all(draft_2));
  CHECK(events_of(scene) == "InvoiceDrafted");
}

TEST_CASE("2.14: a milestone is billable from its approval on, once") {
  Scenario scene;
  const auto first = id<MilestoneId>("m1"), second = id<MilestoneId>("m2");
  scene.given(studio())
      .given({agreed(EngagementKind::milestone, 10'000),
              MilestonesPlanned{launch, {{first, "Concept", 3334, {}}, {second, "Build", 6666, {}}}},
              MilestoneReached{first, day("2026-02-10")}, MilestoneReached{second, day("2026-02-12")},
              MilestoneApproved{first, day("2026-02-11"), ""}})
      .when(draft_all(draft_1));
  CHECK(draft_text(scene, draft_1) ==
        "#1 milestone Concept: 1.0000 unit x 33.3400 = 3334 - 0 = 3334 S15.0000 2026-02-11..2026-02-11\n"
        "3334 + 500 = 3834, due 3834\n");
  scene.when(draft_all(draft_2)).then_refused({refuse(RefusalCode::nothing_to_bill)});
}

TEST_CASE("2.14: media billed in advance comes with its commission; what was not spent comes back") {
  Scenario scene;
  scene.given(studio()).given({media(MediaBilling::advance)}).when(draft_all(draft_1));
  CHECK(draft_text(scene, draft_1) ==
        "#1 pass_through Search ads: 1.0000 unit x 1000.0000 = 100000 - 0 = 100000 S15.0000 2026-02-01..2026-02-28\n"
        "#2 commission Commission, Search ads: 1.0000 unit x 100.0000 = 10000 - 0 = 10000 S15.0000 2026-02-01..2026-02-28\n"
        "110000 + 16500 = 126500, due 126500\n");
  scene.when(draft_all(draft_2)).then_refused({refuse(RefusalCode::nothing_to_bill)});
  issue(scene, draft_1);
  scene.given({MediaSpendRecorded{ads, 90'000, day("2026-03-01"), true}, worked("e1", "2026-02-02", 20 * 3600)})
      .when(draft_all(draft_2));
  CHECK(draft_text(scene, draft_2) ==
        "#1 time Site: 20.0000 hour x 100.0000 = 200000 - 0 = 200000 S15.0000 2026-02-02..2026-02-02\n"
        "  e1 72000/72000 200000 200000 200000\n"
        "#2 adjustment Settlement, Search ads: -1.0000 unit x 100.0000 = -10000 - 0 = -10000 S15.0000 2026-02-01..2026-02-28\n"
        "#3 commission Commission, Search ads: -1.0000 unit x 10.0000 = -1000 - 0 = -1000 S15.0000 2026-02-01..2026-02-28\n"
        "189000 + 28350 = 217350, due 217350\n");
}

TEST_CASE("2.14: media billed after is what was spent") {
  Scenario scene;
  scene.given(studio())
      .given({media(MediaBilling::after)})
      .when(draft_all(draft_1))
      .then_refused({refuse(RefusalCode::nothing_to_bill)})
      .given({MediaSpendRecorded{ads, 90'000, day("2026-02-28"), false}})
      .when(draft_all(draft_1));
  CHECK(scene.books().invoices.find(draft_1)->document->net == 99'000);
}

TEST_CASE("2.5: a one-off fee is billed in parts, never more than there is") {
  Scenario scene;
  DraftInvoice empty = draft_all(draft_1);
  empty.empty = true;
  AddInvoiceLine part;
  part.invoice = draft_1;
  part.kind = LineKind::fee;
  part.text = "First half";
  part.price = dec("60");
  part.engagement = launch;
  scene.given(studio()).given({agreed(EngagementKind::fixed_fee, 10'000)}).when(empty).when(part);
  CHECK(events_of(scene) == "InvoiceRevised");
  CHECK(scene.books().engagements.find(launch)->fee_drafted == 6000);
  scene.when(part).then_refused({refuse(RefusalCode::amount_too_large, "/price", {{"left", std::int64_t{4000}}})});
  issue(scene, draft_1);
  CHECK(scene.books().engagements.find(launch)->fee_drafted == 0);
  CHECK(scene.books().engagements.find(launch)->fee_invoiced == 6000);
}

TEST_CASE("2.14: a paid deposit is drawn by the next draft, up to what is due, and reduces only that") {
  Scenario scene;
  scene.given(studio());
  pay_deposit(scene, 15'000);
  scene.given({worked("e1", "2026-02-02", 3600), worked("e2", "2026-02-03", 3600)}).when(draft_these(draft_1, {"e1"}));
  CHECK(draft_text(scene, draft_1) ==
        "#1 time Site: 1.0000 hour x 100.0000 = 10000 - 0 = 10000 S15.0000 2026-02-02..2026-02-02\n"
        "  e1 3600/3600 10000 10000 10000\n"
        "draws deposit 11500\n"
        "10000 + 1500 = 11500, due 0\n");
  // The rest of the balance; the other draft's share is spoken for.
  scene.when(draft_these(draft_2, {"e2"}));
  CHECK(scene.books().invoices.find(draft_2)->document->due == 8000);
  ChangeInvoice keep;
  keep.invoice = draft_1;
  keep.draw_deposits = false;
  scene.when(keep);
  CHECK(scene.books().invoices.find(draft_1)->document->due == 11'500);
}

TEST_CASE("2.14: a deposit that was taxed is drawn by a negative line of its category") {
  Scenario scene;
  BillingSet taxed;
  taxed.deposit_tax = DepositTax::taxed;
  scene.given(studio()).given({taxed});
  pay_deposit(scene, 4000);
  CHECK(scene.books().invoices.find(deposit)->document->total == 4600);
  scene.given({worked("e1", "2026-02-02", 3600)}).when(draft_all(draft_1));
  CHECK(draft_text(scene, draft_1) ==
        "#1 time Site: 1.0000 hour x 100.0000 = 10000 - 0 = 10000 S15.0000 2026-02-02..2026-02-02\n"
        "  e1 3600/3600 10000 10000 10000\n"
        "#2 deposit Deposit INV-0001: -1.0000 unit x 40.0000 = -4000 - 0 = -4000 S15.0000\n"
        "6000 + 900 = 6900, due 6900\n");
  ChangeInvoice note;
  note.invoice = draft_1;
  note.note = "Thank you";
  scene.when(note);  // the draw keeps its line
  CHECK(scene.books().invoices.find(draft_1)->document->lines[1].line == 2);
}

TEST_CASE("M5: the document is converted as a whole at one stated rate") {
  Scenario scene;
  ChangeInvoice convert;
  convert.invoice = draft_1;
  convert.converted_to = cur("USD");
  scene.given(studio()).given({worked("e1", "2026-02-02", 3600)}).when(draft_all(draft_1));
  scene.when(convert).then_refused({refuse(RefusalCode::setting_out_of_range, "/conversion_rate")});
  convert.conversion_rate = dec("1.1");
  scene.when(convert);
  const Conversion conversion = scene.books().invoices.find(draft_1)->document->conversion.value();
  CHECK(conversion.total == 12'650);
  CHECK(conversion.tax == 1650);
  CHECK(conversion.date == day("2026-03-01"));
  convert.converted_to = cur("EUR");
  scene.when(convert);
  CHECK_FALSE(scene.books().invoices.find(draft_1)->document->conversion);
}

}  // namespace billtrail::testing
