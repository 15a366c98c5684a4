// Deposits (2.14): once paid a balance, which later invoices draw; checked again when they are issued. Bad debt beside them.
#include "domain/invoice/deposit.hpp"
#include "tests/domain/money_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;
using namespace billtrail::testing::money;

namespace {

InvoiceDocument deposit(std::int64_t amount, TaxCategory tax) {
  InvoiceLine asked = line(1, amount, tax);
  asked.kind = LineKind::deposit;
  InvoiceDocument paper = document(acme, {asked});
  paper.kind = InvoiceKind::deposit;
  return paper;
}
// 100.00 and 15 % tax, of which so much is drawn from the deposit.
InvoiceDocument drawing(std::int64_t amount) {
  InvoiceDocument paper = document(acme, {line(1, 10000)});
  if (amount != 0) paper.deposits = {{invoice("d"), amount}};
  total_up(paper);
  return paper;
}
InvoiceDocument by_line(std::int64_t amount) {
  InvoiceLine drawn = line(2, -amount);
  drawn.kind = LineKind::deposit;
  drawn.deposit = invoice("d");
  return document(acme, {line(1, 10000), drawn});
}
std::int64_t left(const Scenario& scenario) { return deposit_left(state(scenario, "d")); }

}  // namespace

TEST_CASE("2.14: a deposit holds what was paid on it, less what was drawn and credited") {
  Practice scenario(issued("d", 1, "2026-02-01", deposit(5000, TaxCategory::O)));
  CHECK(left(scenario) == 0);
  scenario.given({paid("p", acme, 5000, "2026-02-02"), allocated("k", "p", "d", 3000, "2026-02-02")});
  CHECK(left(scenario) == 3000);
  scenario.given({allocated("l", "p", "d", 2000, "2026-02-03")}).given(issued("a", 2, "2026-02-10", drawing(4000)));
  CHECK(left(scenario) == 1000);
  CHECK(state(scenario, "a").document->due == 7500);
  scenario.given({InvoiceVoided{invoice("a"), day("2026-02-10"), "x"}});
  CHECK(left(scenario) == 5000);
}

TEST_CASE("2.14: at issue no more is drawn than the deposit still holds") {
  Practice scenario(issued("d", 1, "2026-02-01", deposit(5000, TaxCategory::O)));
  scenario
      .given({paid("p", acme, 5000, "2026-02-02"), allocated("k", "p", "d", 5000, "2026-02-02"), drafted("a", drawing(4000)),
              approved("a"), drafted("b", drawing(4000)), approved("b"), drafted("c", drawing(4000)), approved("c")})
      .when(IssueInvoice{invoice("a"), day("2026-02-10")})
      .then({issue_event("a", 2, "2026-02-10", drawing(4000))})
      .when(IssueInvoice{invoice("b"), day("2026-02-10")})
      .then({issue_event("b", 3, "2026-02-10", drawing(1000))})
      .when(IssueInvoice{invoice("c"), day("2026-02-10")})
      .then({issue_event("c", 4, "2026-02-10", drawing(0))});
}

TEST_CASE("2.14: a taxed deposit is drawn by a negative line, at most what it holds") {
  Practice scenario(issued("d", 1, "2026-02-01", deposit(5000, TaxCategory::S)));
  scenario.given({paid("p", acme, 5750, "2026-02-02"), allocated("k", "p", "d", 5750, "2026-02-02")});
  CHECK(left(scenario) == 5000);
  scenario.given({drafted("a", by_line(4000)), approved("a"), drafted("b", by_line(4000)), approved("b")})
      .when(IssueInvoice{invoice("a"), day("2026-02-10")})
      .then({issue_event("a", 2, "2026-02-10", by_line(4000))})
      .when(IssueInvoice{invoice("b"), day("2026-02-10")})
      .then({issue_event("b", 3, "2026-02-10", by_line(1000))});
  CHECK(left(scenario) == 0);
}

TEST_CASE("date_before_document: a deposit is drawn only after it was paid") {
  Practice scenario(issued("d", 1, "2026-02-01", deposit(5000, TaxCategory::O)));
  scenario
      .given({paid("p", acme, 5000, "2026-02-20"), allocated("k", "p", "d", 5000, "2026-02-20"), drafted("a", drawing(4000)),
              approved("a")})
      .when(IssueInvoice{invoice("a"), day("2026-02-19")})
      .then_refused({refuse(RefusalCode::date_before_document, "/on", {{"earliest", std::string("2026-02-20")}})});
}

TEST_CASE("2.14: a deposit that has been drawn is credited only by what is left of it") {
  Practice scenario(issued("d", 1, "2026-02-01", deposit(5000, TaxCategory::O)));
  scenario.given({paid("p", acme, 5000, "2026-02-02"), allocated("k", "p", "d", 5000, "2026-02-02")})
      .given(issued("a", 2, "2026-02-10", drawing(4000)))
      .when(IssueCreditNote{note("n"), invoice("d"), {}, {}, {}, {}, "not needed"})
      .then_refused(
          {refuse(RefusalCode::credit_too_large, "/lines", {{"left", std::int64_t{1000}}, {"drawn", std::int64_t{4000}}})})
      .when(IssueCreditNote{note("n"), invoice("d"), {}, {{1, 1000, {}}}, {}, {}, "not needed"})
      .then_anything();
  CHECK(left(scenario) == 0);
  CHECK(unallocated(*scenario.books().credit_notes.find(note("n"))) == 1000);
}

TEST_CASE("2.13: bad debt is what is left of the balance, or less, and can be taken back") {
  Practice scenario(issued("a", 1, "2026-02-01", drawing(0)));
  scenario.when(WriteOffInvoice{invoice("a"), 500, day("2026-02-10"), "part"})
      .then({InvoiceWrittenOff{invoice("a"), 500, day("2026-02-10"), "part"}})
      .when(WriteOffInvoice{invoice("a"), {}, {}, "insolvent"})
      .then({InvoiceWrittenOff{invoice("a"), 11000, day("2026-03-01"), "insolvent"}})
      .when(WriteOffInvoice{invoice("a"), {}, {}, "insolvent"})
      .then_refused({refuse(RefusalCode::nothing_to_change, "/invoice")})
      .when(ReverseInvoiceWriteOff{invoice("a"), day("2026-02-28"), "paid after all"})
      .then_refused({refuse(RefusalCode::date_before_document, "/on", {{"earliest", std::string("2026-03-01")}})})
      .when(ReverseInvoiceWriteOff{invoice("a"), {}, "paid after all"})
      .then({InvoiceWriteOffReversed{invoice("a"), 11500, day("2026-03-01"), "paid after all"}})
      .when(ReverseInvoiceWriteOff{invoice("a"), {}, "paid after all"})
      .then_refused({refuse(RefusalCode::nothing_to_change, "/invoice")});
  CHECK(balance_of(state(scenario, "a")) == 11500);
}

TEST_CASE("WriteOffInvoice, ReverseInvoiceWriteOff: every fault is named") {
  Practice scenario(issued("a", 1, "2026-02-10", drawing(0)));
  scenario.given({drafted("b", drawing(0))})
      .when(WriteOffInvoice{invoice("x"), {}, {}, ""})
      .then_refused({refuse(RefusalCode::reason_needed, "/reason"), refuse(RefusalCode::unknown_invoice, "/invoice")})
      .when(WriteOffInvoice{invoice("b"), {}, {}, "x"})
      .then_refused({refuse(RefusalCode::invoice_not_issued, "/invoice")})
      .when(WriteOffInvoice{invoice("a"), 11501, day("2026-02-09"), "x"})
      .then_refused({refuse(RefusalCode::date_before_document, "/on", {{"earliest", std::string("2026-02-10")}}),
                     refuse(RefusalCode::write_off_too_large, "/amount", {{"balance", std::int64_t{11500}}})})
      .when(WriteOffInvoice{invoice("a"), 0, day("2026-03-02"), "x"})
      .then_refused({refuse(RefusalCode::occurred_in_the_future, "/on", {{"today", std::string("2026-03-01")}}),
                     refuse(RefusalCode::setting_out_of_range, "/amount", {{"least", std::int64_t{1}}})})
      .when(ReverseInvoiceWriteOff{invoice("b"), {}, ""})
      .then_refused({refuse(RefusalCode::reason_needed, "/reason"), refuse(RefusalCode::invoice_not_issued, "/invoice")});
}
