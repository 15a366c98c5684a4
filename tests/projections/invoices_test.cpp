// 2.13: the state and balance of drafts and invoices on any day, and what stands under one of them.
#include "projections/invoice_page.hpp"

#include "projections/credit_notes.hpp"
#include "projections/payments.hpp"
#include "tests/projections/paper.hpp"

namespace billtrail::testing {
namespace {

std::string state_on(const Paper& paper, const char* date, const char* invoice = "i1") {
  const Question question = asked("invoice", {{"invoice", invoice}, {"as_of", date}});
  const InvoicePageAnswer answer = invoice_page(paper.views(), question);
  return answer.row ? answer.row->state + " " + std::to_string(answer.row->balance.minor) : "none";
}

std::string listed(const Paper& paper, const Parameters& parameters = {}) {
  std::string text;
  for (const InvoiceListRow& row : invoices(paper.views(), asked("invoices", parameters)).rows) text += row.key + ":" + row.state + " ";
  return text;
}

}  // namespace

TEST_CASE("2.13: an invoice goes from draft to approved, back when revised, and is issued") {
  Paper paper;
  paper.today("2026-03-01").draft("i1", "acme", 1000);
  const InvoiceDocument document = *paper.views().documents.invoices.at(0).document;
  paper.today("2026-03-02")
      .add(InvoiceApproved{an<InvoiceId>("i1"), an<ActorId>("ben")})
      .today("2026-03-03")
      .add(InvoiceRevised{an<InvoiceId>("i1"), RevisionCause::entry_repriced, an<ActorId>("ana"), "", document})
      .today("2026-03-04")
      .add(InvoiceApproved{an<InvoiceId>("i1"), an<ActorId>("ben")})
      .issue("i1", "2026-03-05", "2026-04-04");
  CHECK(state_on(paper, "2026-02-28") == "none");
  CHECK(state_on(paper, "2026-03-01") == "draft 0");
  CHECK(state_on(paper, "2026-03-02") == "approved 0");
  CHECK(state_on(paper, "2026-03-03") == "draft 0");
  CHECK(state_on(paper, "2026-03-04") == "approved 0");
  CHECK(state_on(paper, "2026-03-05") == "issued 1000");
}

TEST_CASE("2.19: a draft that was recomputed is flagged until somebody looks") {
  Paper paper;
  paper.draft("i1", "acme", 1000);
  const InvoiceDocument document = *paper.views().documents.invoices.at(0).document;
  const auto flagged = [&] { return invoices(paper.views(), asked("invoices")).rows.at(0).flagged; };
  CHECK_FALSE(flagged());
  paper.add(InvoiceRevised{an<InvoiceId>("i1"), RevisionCause::entry_corrected, an<ActorId>("ana"), "", document});
  CHECK(flagged());
  paper.add(InvoiceRevised{an<InvoiceId>("i1"), RevisionCause::edited, an<ActorId>("ana"), "looked", document});
  CHECK_FALSE(flagged());
}

TEST_CASE("2.13: part paid and paid follow from allocations, from their dates on") {
  Paper paper;
  paper.invoice("i1", "acme", "2026-03-05", "2026-04-04", 1000)
      .pay("p1", "acme", "2026-03-10", 1000)
      .allocate("a1", "p1", "i1", 400, "2026-03-10")
      .allocate("a2", "p1", "i1", 600, "2026-03-12")
      .add(AllocationUndone{an<AllocationId>("a1"), on("2026-03-20"), "wrong one"});
  CHECK(state_on(paper, "2026-03-09") == "issued 1000");
  CHECK(state_on(paper, "2026-03-10") == "part_paid 600");
  CHECK(state_on(paper, "2026-03-12") == "paid 0");
  CHECK(state_on(paper, "2026-03-20") == "part_paid 400");
  const InvoicePageAnswer page = invoice_page(paper.views(), asked("invoice", {{"invoice", "i1"}, {"as_of", "2026-03-19"}}));
  REQUIRE(page.payments.size() == 2);
  CHECK_FALSE(page.payments[0].undone_on);
  CHECK(invoice_page(paper.views(), asked("invoice", {{"invoice", "i1"}})).payments[0].undone_on == on("2026-03-20"));
  CHECK(page.payments[1].payment == an<PaymentId>("p1"));
}

TEST_CASE("2.13: credited when credit notes reach the total, written off when bad debt takes the rest, void from its date") {
  Paper paper;
  paper.invoice("i1", "acme", "2026-03-05", "2026-04-04", 1000)
      .credit("n1", "i1", "2026-03-10", 400, 400)
      .credit("n2", "i1", "2026-03-11", 600, 600)
      .invoice("i2", "acme", "2026-03-05", "2026-04-04", 1000)
      .add(InvoiceWrittenOff{an<InvoiceId>("i2"), 1000, on("2026-03-10"), "gone"})
      .add(InvoiceWriteOffReversed{an<InvoiceId>("i2"), 1000, on("2026-03-15"), "back"})
      .invoice("i3", "acme", "2026-03-05", "2026-04-04", 1000)
      .add(InvoiceVoided{an<InvoiceId>("i3"), on("2026-03-06"), "wrong"});
  CHECK(state_on(paper, "2026-03-10") == "issued 600");
  CHECK(state_on(paper, "2026-03-11") == "credited 0");
  CHECK(state_on(paper, "2026-03-10", "i2") == "written_off 0");
  CHECK(state_on(paper, "2026-03-15", "i2") == "issued 1000");
  CHECK(state_on(paper, "2026-03-05", "i3") == "issued 1000");
  CHECK(state_on(paper, "2026-03-06", "i3") == "void 0");
}

TEST_CASE("2.13: the register is newest first, hides discarded drafts unless asked, and filters by state") {
  Paper paper;
  paper.today("2026-03-01").draft("d1", "acme", 10).draft("d2", "bolt", 20).add(InvoiceDiscarded{an<InvoiceId>("d2"), "no"});
  paper.invoice("i1", "acme", "2026-02-01", "2026-03-03", 1000)
      .invoice("i2", "bolt", "2026-03-05", "2026-04-04", 300)
      .pay("p1", "bolt", "2026-03-10", 300)
      .allocate("a1", "p1", "i2", 100, "2026-03-10");
  CHECK(listed(paper) == "i2:part_paid d1:draft i1:issued ");
  CHECK(listed(paper, {{"state", "discarded"}}) == "d2:discarded ");
  CHECK(listed(paper, {{"state", "open"}}) == "i2:part_paid i1:issued ");
  CHECK(listed(paper, {{"client", "acme"}}) == "d1:draft i1:issued ");
  CHECK(listed(paper, {{"from", "2026-03-01"}, {"to", "2026-03-04"}}) == "d1:draft ");
  CHECK(listed(paper, {{"limit", "1"}}) == "i2:part_paid ");
  const InvoicesAnswer answer = invoices(paper.views(), asked("invoices", {{"limit", "1"}}));
  REQUIRE(answer.totals.size() == 1);
  CHECK(answer.totals[0].count == 3);
  CHECK(answer.totals[0].total.minor == 1310);
  CHECK(answer.totals[0].balance.minor == 1200);
}

TEST_CASE("2.13: overdue follows from the due date and the balance") {
  Paper paper;
  paper.invoice("i1", "acme", "2026-02-01", "2026-03-03", 1000).pay("p1", "acme", "2026-03-20", 1000).allocate("a1", "p1", "i1", 1000, "2026-03-20");
  const auto late = [&](const char* date) { return invoices(paper.views(), asked("invoices", {{"as_of", date}})).rows.at(0).overdue_days; };
  CHECK(late("2026-03-03") == 0);
  CHECK(late("2026-03-04") == 1);
  CHECK(late("2026-03-19") == 16);
  CHECK(late("2026-03-20") == 0);
}

TEST_CASE("2.20: a document shows the entries under its lines and all that happened to it") {
  Paper paper;
  paper.work("e1", "acme", "2026-03-01", h(2));
  InvoiceDocument document;
  document.client = an<ClientId>("acme");
  document.currency = in("EUR");
  InvoiceLine line;
  line.line = 1;
  line.kind = LineKind::time;
  line.net = 15000;
  line.claims = {{an<EntryId>("e1"), h(2), h(2), 16000, 16000, 15000}};
  document.lines = {line};
  document.total = document.due = document.net = 15000;
  paper.today("2026-03-31").drafted("i1", document).issue("i1", "2026-03-31", "2026-04-30").today("2026-04-02").add(
      InvoiceSent{an<InvoiceId>("i1"), Channel::email, {}});
  paper.credit("n1", "i1", "2026-04-05", 500, 500);
  const InvoicePageAnswer page = invoice_page(paper.views(), asked("invoice", {{"invoice", "i1"}}));
  REQUIRE(page.rows.size() == 1);
  CHECK(page.rows[0].key == "1/e1");
  CHECK(page.rows[0].member_name == Personal{"ana", "sealed Ana"});
  CHECK(page.rows[0].work_date == on("2026-03-01"));
  CHECK(page.rows[0].proposed == 16000);
  CHECK(page.rows[0].amount == 15000);
  CHECK(page.row->seconds == h(2));
  CHECK(page.row->sent == 1);
  CHECK(page.number == "INV-1");
  CHECK(*page.document == document);
  REQUIRE(page.credit_notes.size() == 1);
  CHECK(page.credit_notes[0].number == "CN-1");
  std::string history;
  for (const PageHistory& step : page.history) history += step.on.text() + " " + boost::describe::enum_to_string(step.what, "") + "\n";
  CHECK(history == "2026-03-31 InvoiceDrafted\n2026-03-31 InvoiceIssued\n2026-04-02 InvoiceSent\n2026-04-05 CreditNoteIssued\n");
  CHECK_FALSE(invoice_page(paper.views(), asked("invoice", {{"invoice", "nothing"}})).document);
}

TEST_CASE("2.13: issued stays issued: names, rates and settings changed later leave the document as it was") {
  Paper paper;
  paper.invoice("i1", "acme", "2026-03-31", "2026-04-30", 1000);
  const InvoiceDocument before = *invoice_page(paper.views(), asked("invoice", {{"invoice", "i1"}})).document;
  BillingSet set;
  set.prices = Prices::gross;
  set.supplier = Party{};
  set.supplier->name = "Another";
  paper.add(ClientChanged{an<ClientId>("acme"), "Acme Renamed", {}}).add(set).add(TaxRateSet{"ZA", Decimal4{160000}, on("2020-01-01"), "VAT"});
  const InvoicePageAnswer after = invoice_page(paper.views(), asked("invoice", {{"invoice", "i1"}}));
  CHECK(*after.document == before);
  CHECK(after.supplier->name.empty());
  CHECK(after.row->client_name == "Acme Renamed");
}

TEST_CASE("2.16: payments list what became of them by the day; the rest of a credit note is credit") {
  Paper paper;
  paper.invoice("i1", "acme", "2026-03-05", "2026-04-04", 1000)
      .pay("p1", "acme", "2026-03-10", 1500)
      .allocate("a1", "p1", "i1", 1000, "2026-03-11")
      .refund("r1", "p1", 200, "2026-03-12")
      .credit("n1", "i1", "2026-03-15", 300, 0);
  const auto row = [&](const char* date) { return payments(paper.views(), asked("payments", {{"as_of", date}})).rows.at(0); };
  CHECK(row("2026-03-10").unallocated.minor == 1500);
  CHECK(row("2026-03-10").allocations.empty());
  CHECK(row("2026-03-11").unallocated.minor == 500);
  CHECK(row("2026-03-12").unallocated.minor == 300);
  CHECK(row("2026-03-12").allocated.minor == 1000);
  CHECK(row("2026-03-12").refunded.minor == 200);
  CHECK(row("2026-03-12").allocations.at(0).number == "INV-1");
  CHECK(payments(paper.views(), asked("payments", {{"as_of", "2026-03-09"}})).rows.empty());
  const CreditNoteRow note = credit_notes(paper.views(), asked("credit-notes")).rows.at(0);
  CHECK(note.unallocated.minor == 300);
  CHECK(note.invoice_number == "INV-1");
  CHECK(credit_notes(paper.views(), asked("credit-notes", {{"as_of", "2026-03-14"}})).rows.empty());
}

}  // namespace billtrail::testing
