// Claims are exclusive (2.13): what one draft holds no other gets, until it lets go. What proposals leave out (W7), and traps
// caught at draft time (T5-T7).
#include "tests/domain/invoice_draft_scenes.hpp"

namespace billtrail::testing {
namespace {

ExpenseRecorded expense(std::string_view name, ExpenseKind kind, std::int64_t price) {
  ExpenseRecorded spent;
  spent.expense = id<ExpenseId>(name);
  spent.client = acme;
  spent.kind = kind;
  spent.text = std::string(name);
  spent.on = day("2026-02-10");
  spent.cost = spent.price = price;
  return spent;
}

Refusal held_by(std::string_view pointer, const InvoiceId& invoice, std::int64_t line) {
  return refuse(RefusalCode::entry_claimed, std::string(pointer), {{"invoice", std::string(invoice.text())}, {"line", line}});
}

}  // namespace

TEST_CASE("2.13: of two drafts for one entry the first wins, the second is told who holds it") {
  Scenario scene;
  scene.given(studio())
      .given({worked("e1", "2026-02-02", 3600), worked("e2", "2026-02-03", 3600)})
      .when(draft_these(draft_1, {"e1"}))
      .when(draft_these(draft_2, {"e2", "e1"}))
      .then_refused({held_by("/entries/1", draft_1, 1)})
      .when(draft_all(draft_2));
  CHECK(draft_text(scene, draft_2).find("e1") == std::string::npos);
  CHECK(draft_text(scene, draft_2).find("e2") != std::string::npos);
  scene.when(draft_all(id<InvoiceId>("draft-3"))).then_refused({refuse(RefusalCode::nothing_to_bill)});
}

TEST_CASE("2.13: a discarded draft releases what it held") {
  Scenario scene;
  scene.given(studio())
      .given({worked("e1", "2026-02-02", 3600), expense("x1", ExpenseKind::recharge, 500)})
      .when(draft_all(draft_1))
      .when(DiscardInvoice{draft_1, "Not yet"})
      .then({InvoiceDiscarded{draft_1, "Not yet"}});
  CHECK_FALSE(scene.books().settlements.find(id<EntryId>("e1"))->frozen);
  scene.when(draft_all(draft_2));
  CHECK(events_of(scene) == "InvoiceDrafted");
  CHECK(scene.books().invoices.find(draft_2)->document->lines.size() == 2);
  scene.when(DiscardInvoice{draft_1, {}}).then_refused({refuse(RefusalCode::invoice_not_draft, "/invoice")});
}

TEST_CASE("W7: deferred work is left out until its day, and may be named all the same") {
  Scenario scene;
  scene.given(studio())
      .given({worked("e1", "2026-02-02", 3600), worked("e2", "2026-02-03", 3600),
              EntryDeferred{id<EntryId>("e1"), day("2026-02-05"), day("2026-03-10"), "Next month"},
              EntryDeferred{id<EntryId>("e2"), day("2026-02-05"), {}, "Disputed"}})
      .when(draft_all(draft_1, "2026-03-09"))
      .then_refused({refuse(RefusalCode::nothing_to_bill)})
      .when(draft_all(draft_1, "2026-03-10"));
  CHECK(draft_text(scene, draft_1).find("e1 ") != std::string::npos);
  CHECK(draft_text(scene, draft_1).find("e2 ") == std::string::npos);
  scene.when(draft_these(draft_2, {"e2"}));
  CHECK(events_of(scene) == "InvoiceDrafted");
}

TEST_CASE("R1: unpriced work is left out, and refused when named") {
  Scenario scene;
  scene.given(studio())
      .given({worked("e1", "2026-02-02", 3600, ""), worked("e2", "2026-02-03", 3600)})
      .when(draft_these(draft_1, {"e1"}))
      .then_refused({refuse(RefusalCode::entry_unpriced, "/entries/0")})
      .when(draft_all(draft_1));
  CHECK(draft_text(scene, draft_1).find("e1") == std::string::npos);
}

TEST_CASE("2.13: every named entry that cannot be billed is told apart") {
  Scenario scene;
  TimeLogged theirs = worked("e2", "2026-02-03", 3600), internal = worked("e3", "2026-02-03", 3600);
  theirs.facts.work.client = bolt;
  theirs.facts.work.project.reset();
  internal.facts.work.category = Category::non_billable;
  internal.facts.agreed.reset();
  DraftInvoice draft = draft_these(draft_1, {"e0", "e1", "e2", "e3"});
  scene.given(studio())
      .given({worked("e1", "2026-02-02", 3600), TimeEntryRemoved{id<EntryId>("e1"), worked("e1", "2026-02-02", 3600).facts, "x"},
              theirs, internal})
      .when(draft)
      .then_refused({refuse(RefusalCode::unknown_entry, "/entries/0"), refuse(RefusalCode::entry_removed, "/entries/1"),
                     refuse(RefusalCode::entry_not_billable, "/entries/3"),
                     refuse(RefusalCode::entry_of_another_client, "/entries/2")});
}

TEST_CASE("F32: only until a date, only of a project") {
  Scenario scene;
  TimeLogged other = worked("e2", "2026-02-03", 3600);
  other.facts.work.project.reset();
  DraftInvoice draft = draft_all(draft_1, "2026-02-04");
  draft.projects = {site};
  scene.given(studio()).given({worked("e1", "2026-02-02", 3600), other, worked("e3", "2026-02-05", 3600)}).when(draft);
  CHECK(draft_text(scene, draft_1) ==
        "#1 time Site: 1.0000 hour x 100.0000 = 10000 - 0 = 10000 S15.0000 2026-02-02..2026-02-02\n"
        "  e1 3600/3600 10000 10000 10000\n"
        "10000 + 1500 = 11500, due 11500\n");
  draft.invoice = draft_2;
  draft.client = id<ClientId>("nobody");
  draft.projects = {id<ProjectId>("nowhere")};
  scene.when(draft).then_refused(
      {refuse(RefusalCode::unknown_client, "/client"), refuse(RefusalCode::unknown_project, "/projects/0")});
}

TEST_CASE("T5: work with tax and a disbursement outside its scope need two documents") {
  Scenario scene;
  scene.given(studio())
      .given({worked("e1", "2026-02-02", 3600), expense("x1", ExpenseKind::on_behalf, 500)})
      .when(draft_all(draft_1))
      .then_refused({refuse(RefusalCode::tax_out_of_scope_mixed, "", {{"line", std::int64_t{2}}})})
      .when(draft_these(draft_1, {"e1"}))
      .when(draft_all(draft_2));
  CHECK(draft_text(scene, draft_2) ==
        "#1 disbursement x1: 1.0000 unit x 5.0000 = 500 - 0 = 500 O0.0000 2026-02-10..2026-02-10\n"
        "500 + 0 = 500, due 500\n");
}

TEST_CASE("T1: no draft in category S without a tax rate") {
  Scenario scene;
  BillingSet elsewhere;
  elsewhere.jurisdiction = "XX";
  scene.given(studio()).given({elsewhere, worked("e1", "2026-02-02", 3600)}).when(draft_all(draft_1));
  REQUIRE_FALSE(scene.decision().accepted());
  CHECK(scene.decision().refusals()[0].code == RefusalCode::tax_rate_missing);
}

TEST_CASE("T6: no negative price, and no negative total") {
  Scenario scene;
  AddInvoiceLine line;
  line.invoice = draft_1;
  line.text = "Discount";
  line.price = dec("-10");
  scene.given(studio())
      .given({worked("e1", "2026-02-02", 3600)})
      .when(draft_all(draft_1))
      .when(line)
      .then_refused({refuse(RefusalCode::price_negative, "/price")});
  line.price = dec("100.01");
  line.quantity = dec("-1");
  scene.when(line).then_refused({refuse(RefusalCode::total_negative, "", {{"total", std::int64_t{-1}}})});
  line.price = dec("10");
  scene.when(line);
  CHECK(draft_text(scene, draft_1) ==
        "#1 time Site: 1.0000 hour x 100.0000 = 10000 - 0 = 10000 S15.0000 2026-02-02..2026-02-02\n"
        "  e1 3600/3600 10000 10000 10000\n"
        "#2 fixed Discount: -1.0000 unit x 10.0000 = -1000 - 0 = -1000 S15.0000\n"
        "9000 + 1350 = 10350, due 10350\n");
}

TEST_CASE("T7: the period of a document spans its lines; a line outside of a stated one is refused") {
  Scenario scene;
  AddInvoiceLine line;
  line.invoice = draft_1;
  line.text = "Hosting";
  line.price = dec("10");
  line.from = day("2026-03-01");
  line.to = day("2026-03-31");
  ChangeInvoice no_period;
  no_period.invoice = draft_1;
  no_period.no_period = true;
  scene.given(studio()).given({worked("e1", "2026-02-02", 3600), worked("e2", "2026-02-20", 3600)}).when(draft_all(draft_1));
  const InvoiceDocument drafted = *scene.books().invoices.find(draft_1)->document;
  CHECK(drafted.from == day("2026-02-02"));
  CHECK(drafted.to == day("2026-02-20"));
  scene.when(line)
      .then_refused({refuse(RefusalCode::line_outside_period, "", {{"line", std::int64_t{2}}})})
      .when(no_period)
      .when(line);
  CHECK(events_of(scene) == "InvoiceRevised");
  ChangeInvoice spanning;
  spanning.invoice = draft_1;
  spanning.to = day("2026-03-31");
  scene.when(spanning);
  CHECK(scene.books().invoices.find(draft_1)->document->from == day("2026-02-02"));
}

}  // namespace billtrail::testing
