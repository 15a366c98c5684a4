// Edits of a draft (2.13): each leaves the whole document; an approved draft drops back to draft; sums stay.
#include "tests/domain/invoice_draft_scenes.hpp"

namespace billtrail::testing {
namespace {

// Two lines: e1 and e2 at 100.00, e3 at 80.00.
void draft_two_lines(Scenario& scene) {
  scene.given(studio())
      .given({worked("e1", "2026-02-02", 3600), worked("e2", "2026-02-03", 1800), worked("e3", "2026-02-04", 3600, "80")})
      .when(draft_all(draft_1))
      .then_anything();
}

const InvoiceDocument& document_of(const Scenario& scene) { return *scene.books().invoices.find(draft_1)->document; }

ChangeInvoiceLine set_net(std::int32_t line, std::int64_t net) {
  ChangeInvoiceLine change;
  change.invoice = draft_1;
  change.line = line;
  change.net = net;
  change.reason = "Agreed";
  return change;
}

}  // namespace

TEST_CASE("2.13: an edit of an approved draft makes it a draft again, by who edits it") {
  Scenario scene;
  draft_two_lines(scene);
  ChangeInvoice note;
  note.invoice = draft_1;
  note.note = "Thank you";
  scene.by("bea").when(ApproveInvoice{draft_1});
  CHECK(scene.books().invoices.find(draft_1)->stage == InvoiceStage::approved);
  scene.when(note);
  const InvoiceState& state = *scene.books().invoices.find(draft_1);
  CHECK(state.stage == InvoiceStage::draft);
  CHECK_FALSE(state.approver);
  CHECK(state.author == id<ActorId>("bea"));
  scene.when(note).then_refused({refuse(RefusalCode::nothing_to_change)});
}

TEST_CASE("W6: what is taken off goes with the entry when a line is split, and is kept when lines are merged") {
  Scenario scene;
  draft_two_lines(scene);
  scene.when(set_net(1, 12'000)).when(SplitInvoiceLine{draft_1, 1, entries({"e2"}), "Evening"});
  CHECK(draft_text(scene, draft_1) ==
        "#1 time Site: 1.0000 hour x 100.0000 = 10000 - 2000 = 8000 S15.0000 2026-02-02..2026-02-02\n"
        "  e1 3600/3600 10000 10000 8000\n"
        "#2 time Site: 1.0000 hour x 80.0000 = 8000 - 0 = 8000 S15.0000 2026-02-04..2026-02-04\n"
        "  e3 3600/3600 8000 8000 8000\n"
        "#3 time Evening: 0.5000 hour x 100.0000 = 5000 - 1000 = 4000 S15.0000 2026-02-03..2026-02-03\n"
        "  e2 1800/1800 5000 5000 4000\n"
        "20000 + 3000 = 23000, due 23000\n");
  scene.when(MergeInvoiceLines{draft_1, {1, 3}, {}});
  CHECK(draft_text(scene, draft_1) ==
        "#1 time Site: 1.5000 hour x 100.0000 = 15000 - 3000 = 12000 S15.0000 2026-02-02..2026-02-03\n"
        "  e1 3600/3600 10000 10000 8000\n"
        "  e2 1800/1800 5000 5000 4000\n"
        "#2 time Site: 1.0000 hour x 80.0000 = 8000 - 0 = 8000 S15.0000 2026-02-04..2026-02-04\n"
        "  e3 3600/3600 8000 8000 8000\n"
        "20000 + 3000 = 23000, due 23000\n");
  CHECK(document_of(scene).lines_made == 3);
}

TEST_CASE("2.13: lines of another price cannot be merged, nor can one alone") {
  Scenario scene;
  draft_two_lines(scene);
  scene.when(MergeInvoiceLines{draft_1, {1, 2}, {}})
      .then_refused({refuse(RefusalCode::lines_differ, "/lines/1")})
      .when(MergeInvoiceLines{draft_1, {1, 9}, {}})
      .then_refused({refuse(RefusalCode::unknown_line, "/lines/1")})
      .when(MergeInvoiceLines{draft_1, {1, 1}, {}})
      .then_refused({refuse(RefusalCode::nothing_to_change, "/lines")})
      .when(SplitInvoiceLine{draft_1, 1, entries({"e1", "e2"}), {}})
      .then_refused({refuse(RefusalCode::nothing_to_change, "/entries")})
      .when(SplitInvoiceLine{draft_1, 1, entries({"e3"}), {}})
      .then_refused({refuse(RefusalCode::nothing_to_change, "/entries"), refuse(RefusalCode::not_on_draft, "/entries/0")});
}

TEST_CASE("W7: an entry taken out of a draft is deferred in the same append") {
  Scenario scene;
  draft_two_lines(scene);
  RemoveInvoiceEntries remove;
  remove.invoice = draft_1;
  remove.entries = entries({"e2"});
  remove.defer = true;
  remove.until = day("2026-04-01");
  scene.when(remove).then_refused({refuse(RefusalCode::reason_needed, "/reason")});
  remove.reason = "Next quarter";
  scene.when(remove);
  CHECK(events_of(scene) == "InvoiceRevised EntryDeferred");
  CHECK(document_of(scene).net == 18'000);
  CHECK(scene.books().settlements.find(id<EntryId>("e2"))->holder == no_row);
  scene.when(draft_all(draft_2)).then_refused({refuse(RefusalCode::nothing_to_bill)});
  AddInvoiceEntries add{draft_1, entries({"e2"})};
  scene.when(add);
  CHECK(document_of(scene).net == 23'000);
  CHECK(document_of(scene).lines.size() == 2);
  scene.when(add).then_refused(
      {refuse(RefusalCode::entry_claimed, "/entries/0", {{"invoice", std::string("draft-1")}, {"line", std::int64_t{1}}})});
}

TEST_CASE("2.13: removing a line releases its work") {
  Scenario scene;
  draft_two_lines(scene);
  scene.when(set_net(1, 16'000)).when(RemoveInvoiceLine{draft_1, 1});
  CHECK(draft_text(scene, draft_1) ==
        "#2 time Site: 1.0000 hour x 80.0000 = 8000 - 0 = 8000 S15.0000 2026-02-04..2026-02-04\n"
        "  e3 3600/3600 8000 8000 8000\n"
        "8000 + 1200 = 9200, due 9200\n");
  scene.when(draft_all(draft_2));
  CHECK(scene.books().invoices.find(draft_2)->document->net == 15'000);
}

TEST_CASE("W6: a line of work takes an amount, another line a quantity and a price") {
  Scenario scene;
  draft_two_lines(scene);
  ChangeInvoiceLine price = set_net(1, 0);
  price.net.reset();
  price.price = dec("1");
  scene.when(price).then_refused({refuse(RefusalCode::line_kind_differs, "/price")});
  scene.when(set_net(1, -1)).then_refused({refuse(RefusalCode::write_off_too_large, "/net", {{"most", std::int64_t{15'000}}})});
  scene.when(set_net(1, 0));  // all of it, and all its seconds are billed (W1a)
  CHECK(document_of(scene).lines[0].allowance == 15'000);
  CHECK(document_of(scene).lines[0].claims[0].seconds == Seconds{3600});
  scene.when(set_net(9, 0)).then_refused({refuse(RefusalCode::unknown_line, "/line")});
  AddInvoiceLine fixed;
  fixed.invoice = draft_1;
  fixed.text = "Stock photos";
  fixed.quantity = dec("3");
  fixed.price = dec("9.99");
  scene.when(fixed);
  CHECK(document_of(scene).lines.back().net == 2997);
  scene.when(set_net(3, 1)).then_refused({refuse(RefusalCode::line_kind_differs, "/net")});
}

TEST_CASE("2.13: edits of what is no draft are refused") {
  Scenario scene;
  draft_two_lines(scene);
  ChangeInvoice note;
  note.invoice = draft_2;
  note.note = "x";
  scene.when(note).then_refused({refuse(RefusalCode::unknown_invoice, "/invoice")});
  note.invoice = draft_1;
  scene.when(ApproveInvoice{draft_1}).when(IssueInvoice{draft_1, {}}).then_anything();
  scene.when(note).then_refused({refuse(RefusalCode::invoice_not_draft, "/invoice")});
}

TEST_CASE("W6: issuing relieves the value of what is claimed, whatever is billed for it") {
  Scenario scene;
  draft_two_lines(scene);
  scene.when(set_net(1, 12'000)).when(ApproveInvoice{draft_1}).when(IssueInvoice{draft_1, {}}).then_anything();
  const EntrySettlement& settlement = *scene.books().settlements.find(id<EntryId>("e1"));
  CHECK(settlement.invoiced == Seconds{3600});
  CHECK(settlement.invoiced_value == 10'000);
  CHECK(settlement.holder == no_row);
  scene.when(draft_these(draft_2, {"e1"}));
  CHECK(scene.decision().refusals()[0].code == RefusalCode::entry_invoiced);
}

}  // namespace billtrail::testing
