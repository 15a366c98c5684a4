// Credit notes: K1 to K3 and T4.
#include "tests/domain/money_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;
using namespace billtrail::testing::money;

namespace {

// Three lines of 33.35 at 15 %: 100.05, tax 15.01.
InvoiceDocument three() { return document(acme, {line(1, 3335), line(2, 3335), line(3, 3335)}); }

CreditLine credited(std::int32_t number, std::int64_t net, bool returns = false) {
  return {number, "Line " + std::to_string(number), net, TaxCategory::S, dec("15"), {}, returns};
}
// Of invoice a, INV-0001 of 2026-02-01, on 2026-03-01.
CreditNoteIssued credit(std::string_view name, std::int64_t n, std::vector<CreditLine> lines, std::int64_t net, std::int64_t tax,
                        std::int64_t applied, CreditNoteKind kind = CreditNoteKind::correction) {
  CreditNoteIssued note;
  note.credit_note = money::note(name);
  note.invoice = invoice("a");
  note.client = acme;
  note.number = "CN-000" + std::to_string(n);
  note.counter = n;
  note.invoice_number = "INV-0001";
  note.invoice_on = day("2026-02-01");
  note.kind = kind;
  note.on = day("2026-03-01");
  note.reason = "said so";
  note.currency = cur("EUR");
  note.supplier.name = "Practice";
  note.customer.name = "Acme";
  note.lines = std::move(lines);
  note.taxes = {{TaxCategory::S, dec("15"), net, tax, {}}};
  note.net = net;
  note.tax = tax;
  note.total = net + tax;
  note.applied = applied;
  note.author = id<ActorId>("ana");
  return note;
}
IssueCreditNote ask(std::string_view name, std::vector<CreditLineSaid> lines, std::optional<CreditedWork> work = {}) {
  return {note(name), invoice("a"), {}, std::move(lines), work, {}, "said so"};
}
Refusal too_large(std::string pointer, std::int64_t number, std::int64_t left) {
  return refuse(RefusalCode::credit_too_large, std::move(pointer), {{"line", number}, {"left", left}});
}

}  // namespace

TEST_CASE("K1: all lines unless said; the credit pays off the invoice's balance, and the invoice is credited") {
  Practice scenario(issued("a", 1, "2026-02-01", three()));
  scenario.when(ask("n", {}))
      .then({credit("n", 1, {credited(1, 3335), credited(2, 3335), credited(3, 3335)}, 10005, 1501, 11506)})
      .when(ask("o", {}))
      .then_refused({refuse(RefusalCode::nothing_to_change, "/lines")});
  CHECK(balance_of(state(scenario, "a")) == 0);
  CHECK(unallocated(*scenario.books().credit_notes.find(note("n"))) == 0);
}

TEST_CASE("K1, T4: the credit that completes a tax group takes the tax that is left") {
  Practice scenario(issued("a", 1, "2026-02-01", three()));
  scenario.when(ask("n", {{1, {}, {}}}))
      .then({credit("n", 1, {credited(1, 3335)}, 3335, 500, 3835)})
      .when(ask("o", {{2, {}, {}}}))
      .then({credit("o", 2, {credited(2, 3335)}, 3335, 500, 3835)})
      .when(ask("p", {{3, {}, {}}}))
      .then({credit("p", 3, {credited(3, 3335)}, 3335, 501, 3836)});
  CHECK(balance_of(state(scenario, "a")) == 0);
  CHECK(state(scenario, "a").credit_total == 11506);
}

TEST_CASE("K1: parts never take more tax than the group has") {
  Practice scenario(issued("a", 1, "2026-02-01", document(acme, {line(1, 10)})));  // tax 2
  for (int i = 0; i < 9; ++i) {
    const CreditNoteId id = billtrail::testing::id<CreditNoteId>("n" + std::to_string(i));
    scenario.when(IssueCreditNote{id, invoice("a"), {}, {{1, 1, {}}}, {}, {}, "a cent"}).then_anything();
  }
  scenario.when(ask("last", {})).then_anything();
  CHECK(state(scenario, "a").credit_total == 12);
  CHECK(state(scenario, "a").credited_taxes == std::vector<TaxGroup>{{TaxCategory::S, dec("15"), 10, 2, {}}});
}

TEST_CASE("T4: category and rate are the original's, whatever today's rate is") {
  Practice scenario(issued("a", 1, "2026-02-01", three()));
  scenario.given({TaxRateSet{"home", dec("25"), day("2026-02-15"), "VAT"}})
      .when(ask("n", {{1, 1000, {}}}))
      .then({credit("n", 1, {credited(1, 1000)}, 1000, 150, 1150)});
}

TEST_CASE("K1: what the balance does not take is the client's credit, for another invoice") {
  Practice scenario(issued("a", 1, "2026-02-01", three()));
  scenario.given(issued("b", 2, "2026-02-02", document(acme, {line(1, 1000)})))
      .given({paid("p", acme, 10000, "2026-02-10"), allocated("k", "p", "a", 10000, "2026-02-10")})
      .when(ask("n", {{2, {}, {}}}))
      .then({credit("n", 1, {credited(2, 3335)}, 3335, 500, 1506)});
  CHECK(unallocated(*scenario.books().credit_notes.find(note("n"))) == 3835 - 1506);
  CHECK(balance_of(state(scenario, "a")) == 0);
  scenario.when(AllocatePayment{{}, note("n"), {{invoice("b"), {}, allocation("l")}}, {}, {}})
      .then({PaymentAllocated{allocation("l"), {}, note("n"), invoice("b"), 1150, day("2026-03-01")}});
  CHECK(unallocated(*scenario.books().credit_notes.find(note("n"))) == 3835 - 1506 - 1150);
  CHECK(balance_of(state(scenario, "b")) == 0);
}

TEST_CASE("credit_too_large: per line no more than is left, with the same sign") {
  Practice scenario(issued("a", 1, "2026-02-01", document(acme, {line(1, 3335), line(2, -335)})));
  scenario.when(ask("n", {{1, 3336, {}}, {2, 1, {}}, {1, 0, {}}, {9, {}, {}}}))
      .then_refused({refuse(RefusalCode::unknown_line, "/lines/3/line", {{"line", std::int64_t{9}}}),
                     too_large("/lines/0/net", 1, 3335), too_large("/lines/1/net", 2, -335), too_large("/lines/2/net", 1, 3335)})
      .when(ask("n", {{1, 1000, {}}}))
      .then_anything()
      .when(ask("o", {{1, 2336, {}}}))
      .then_refused({too_large("/lines/0/net", 1, 2335)})
      .when(ask("o", {{1, 2000, {}}, {1, 336, {}}}))
      .then_refused({too_large("/lines/1/net", 1, 335)});
}

TEST_CASE("credit_too_large: never more than the invoice's total, though a line alone is more") {
  Practice scenario(issued("a", 1, "2026-02-01", document(acme, {line(1, 3000), line(2, -1000)})));
  scenario.when(ask("n", {{1, {}, {}}}))
      .then_refused({refuse(RefusalCode::credit_too_large, "/lines", {{"left", std::int64_t{2300}}})})
      .when(ask("n", {{2, {}, {}}}))
      .then_refused({refuse(RefusalCode::total_negative, "/lines", {{"total", std::int64_t{-1150}}})})
      .when(ask("n", {}))
      .then({credit("n", 1, {credited(1, 3000), credited(2, -1000)}, 2000, 300, 2300)});
}

TEST_CASE("credit_too_large: bad debt is taken back before it is credited") {
  Practice scenario(issued("a", 1, "2026-02-01", three()));
  scenario.given({InvoiceWrittenOff{invoice("a"), 11506, day("2026-02-20"), "gone"}})
      .when(ask("n", {}))
      .then_refused(
          {refuse(RefusalCode::credit_too_large, "/lines", {{"left", std::int64_t{0}}, {"bad_debt", std::int64_t{11506}}})});
}

TEST_CASE("T3: prices with tax in them are credited with the tax in them") {
  const auto nine = [](int n) { return line(n, 999, TaxCategory::S, "20"); };
  Practice scenario(issued("a", 1, "2026-02-01", document(acme, {nine(1), nine(2), nine(3)}, Prices::gross)));
  for (const std::int32_t number : {1, 2, 3}) {
    const CreditNoteId id = billtrail::testing::id<CreditNoteId>("n" + std::to_string(number));
    scenario.when(IssueCreditNote{id, invoice("a"), {}, {{number, {}, {}}}, {}, {}, "back"}).then_anything();
    CHECK(scenario.books().credit_notes.find(id)->total == 999);
  }
  CHECK(state(scenario, "a").credited_taxes == std::vector<TaxGroup>{{TaxCategory::S, dec("20"), 2497, 500, {}}});
  CHECK(balance_of(state(scenario, "a")) == 0);
}

TEST_CASE("K2: work returns with a line that is credited as a whole, once") {
  const EntryId work = id<EntryId>("work");
  InvoiceDocument paper = three();
  paper.lines[0].kind = LineKind::time;
  paper.lines[0].claims = {Claim{work, Seconds{3600}, Seconds{3600}, 3335, 3335, 3335}};
  TimeLogged logged;
  logged.entry = work;
  logged.facts.member = id<MemberId>("ana");
  logged.facts.work.client = acme;
  logged.facts.work.category = Category::ad_hoc;
  logged.facts.span.work_date = day("2026-01-15");
  logged.facts.span.seconds = Seconds{3600};
  Practice scenario({MemberAdded{id<MemberId>("ana"), {}, {}, {}, {}, {}}, logged});
  scenario.given(issued("a", 1, "2026-02-01", paper));
  CHECK(scenario.books().settlements.find(work)->invoiced == Seconds{3600});
  scenario.when(ask("n", {{1, 1000, CreditedWork::returns}}))
      .then_refused({refuse(RefusalCode::credit_work_needs_whole_line, "/lines/0/work",
                            {{"line", std::int64_t{1}}, {"left", std::int64_t{3335}}})})
      .when(ask("n", {{1, 1000, {}}}))
      .then({credit("n", 1, {credited(1, 1000)}, 1000, 150, 1150)})
      .when(ask("o", {{1, {}, CreditedWork::returns}}))
      .then({credit("o", 2, {credited(1, 2335, true)}, 2335, 350, 2685)});
  CHECK(scenario.books().settlements.find(work)->invoiced == Seconds{0});
  CHECK(state(scenario, "a").returned_lines == std::vector<std::int32_t>{1});
}

TEST_CASE("K2: written off unless said; goodwill leaves the work invoiced") {
  Practice scenario(issued("a", 1, "2026-02-01", three()));
  scenario.when(IssueCreditNote{note("n"), invoice("a"), CreditNoteKind::goodwill, {{1, 500, {}}}, {}, {}, "said so"})
      .then({credit("n", 1, {credited(1, 500)}, 500, 75, 575, CreditNoteKind::goodwill)});
  CHECK(state(scenario, "a").returned_lines.empty());
}

TEST_CASE("K3: the kind is a field, and credit notes count by themselves") {
  Practice scenario(issued("a", 7, "2026-02-01", three()));
  CreditNoteIssued expected = credit("n", 1, {credited(1, 3335, true), credited(2, 3335, true), credited(3, 3335, true)}, 10005,
                                     1501, 11506, CreditNoteKind::cancellation);
  expected.invoice_number = "INV-0007";
  scenario.when(IssueCreditNote{note("n"), invoice("a"), CreditNoteKind::cancellation, {}, CreditedWork::returns, {}, "said so"})
      .then({expected});
}

TEST_CASE("IssueCreditNote: every fault is named") {
  Practice scenario(issued("a", 1, "2026-02-10", three()));
  scenario.given({drafted("b", three()), PeriodLocked{day("2026-01-31")}})
      .when(IssueCreditNote{note("n"), invoice("x"), {}, {}, {}, {}, " "})
      .then_refused({refuse(RefusalCode::reason_needed, "/reason"), refuse(RefusalCode::unknown_invoice, "/invoice")})
      .when(IssueCreditNote{note("n"), invoice("b"), {}, {}, {}, {}, "x"})
      .then_refused({refuse(RefusalCode::invoice_not_issued, "/invoice")})
      .when(IssueCreditNote{note("n"), invoice("a"), {}, {}, {}, day("2026-01-31"), "x"})
      .then_refused({refuse(RefusalCode::period_locked, "/on", {{"locked_until", std::string("2026-01-31")}}),
                     refuse(RefusalCode::date_before_document, "/on", {{"earliest", std::string("2026-02-10")}})})
      .when(IssueCreditNote{note("n"), invoice("a"), {}, {{1, 100, {}}}, {}, day("2026-02-20"), "x"})
      .then_anything()
      .when(IssueCreditNote{note("n"), invoice("a"), {}, {}, {}, day("2026-02-19"), "x"})
      .then_refused({refuse(RefusalCode::id_in_use, "/credit_note"),
                     refuse(RefusalCode::issue_date_too_early, "/on", {{"last", std::string("2026-02-20")}})});
}
