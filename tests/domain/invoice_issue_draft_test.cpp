// Approving and issuing (2.13): who may, when, and that what is issued stays as it is.
#include "tests/domain/money_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;
using namespace billtrail::testing::money;

namespace {

const MemberId ana = id<MemberId>("ana");
const EntryId work = id<EntryId>("work");

InvoiceDocument ten() { return document(acme, {line(1, 1000)}); }
BillingSet approver_differs() {
  BillingSet set;
  set.approver_differs = true;
  return set;
}

// An hour of Ana's at 10.00 on that day, and a document that claims it.
std::vector<Event> hour(std::string_view on) {
  const RateRuleId rule = id<RateRuleId>("all");
  const AppliedRate rate{{dec("10"), cur("EUR"), Seconds{3600}}, RateOrigin::rule, rule};
  EntryFacts facts;
  facts.member = ana;
  facts.work.client = acme;
  facts.work.category = Category::ad_hoc;
  facts.span.work_date = day(on);
  facts.span.seconds = Seconds{3600};
  facts.agreed = facts.standard = rate;
  TimeLogged logged;
  logged.entry = work;
  logged.facts = facts;
  return {MemberAdded{ana, {}, {}, {}, {}, {}}, RateSet{rule, RateKind::bill, {}, rate.price, day("2020-01-01"), {}, {}}, logged};
}
InvoiceDocument claiming() {
  InvoiceDocument paper = ten();
  paper.lines[0].kind = LineKind::time;
  paper.lines[0].claims = {Claim{work, Seconds{3600}, Seconds{3600}, 1000, 1000, 1000}};
  return paper;
}

}  // namespace

TEST_CASE("2.13: approving a draft notes who; a flagged one is no longer flagged") {
  Practice scenario(
      {drafted("a", ten()), InvoiceRevised{invoice("a"), RevisionCause::entry_corrected, id<ActorId>("ben"), {}, ten()}});
  CHECK(state(scenario, "a").flagged);
  scenario.when(ApproveInvoice{invoice("a")}).then({InvoiceApproved{invoice("a"), id<ActorId>("ana")}});
  CHECK(!state(scenario, "a").flagged);
  scenario.when(ApproveInvoice{invoice("a")}).then_refused({refuse(RefusalCode::invoice_not_draft, "/invoice")});
}

TEST_CASE("approver_is_author: another person approves, where the practice asks for it") {
  Practice scenario({drafted("a", ten()), approver_differs()});
  scenario.by("ben")
      .when(ApproveInvoice{invoice("a")})
      .then_refused({refuse(RefusalCode::approver_is_author, "", {{"author", std::string("ben")}})})
      .by("ana")
      .when(ApproveInvoice{invoice("a")})
      .then({InvoiceApproved{invoice("a"), id<ActorId>("ana")}});
}

TEST_CASE("ApproveInvoice: unknown_invoice, invoice_empty") {
  Practice scenario({drafted("a", document(acme, {}))});
  scenario.when(ApproveInvoice{invoice("x")})
      .then_refused({refuse(RefusalCode::unknown_invoice, "/invoice")})
      .when(ApproveInvoice{invoice("a")})
      .then_refused({refuse(RefusalCode::invoice_empty, "/invoice")});
}

TEST_CASE("2.13: issuing stores number, dates, parties and the whole document") {
  BillingSet ours;
  ours.supplier = Party{"Ours Ltd", {"Street 1"}, "Town", "123", "ZA", "4123", {}, {}};
  const Party theirs{"Acme Holding", {"Road 2"}, "City", "456", "DE", "DE1", {}, {}};
  InvoiceDocument paper = ten();
  paper.terms = PaymentTerms{DueRule::days_after_month_end, 10};
  InvoiceIssued expected = issue_event("a", 1, "2026-02-10", paper);
  expected.due_on = day("2026-03-10");
  expected.supplier = *ours.supplier;
  expected.customer = theirs;
  Practice scenario({ours, ClientBillingSet{acme, theirs, {}, {}, {}, {}, {}, {}}, drafted("a", paper), approved("a")});
  scenario.when(IssueInvoice{invoice("a"), day("2026-02-10")}).then({expected});
  CHECK(balance_of(state(scenario, "a")) == 1150);
}

TEST_CASE("T1: rates are put anew for the issue date") {
  Practice scenario({drafted("a", ten()), approved("a"), TaxRateSet{"home", dec("16"), day("2026-02-01"), "VAT"}});
  scenario.when(IssueInvoice{invoice("a"), day("2026-02-10")})
      .then({issue_event("a", 1, "2026-02-10", document(acme, {line(1, 1000, TaxCategory::S, "16")}))});
}

TEST_CASE("IssueInvoice: unknown, not approved, already issued, locked, far ahead") {
  Practice scenario({drafted("a", ten()), PeriodLocked{day("2026-01-31")}});
  scenario.when(IssueInvoice{invoice("x"), {}})
      .then_refused({refuse(RefusalCode::unknown_invoice, "/invoice")})
      .when(IssueInvoice{invoice("a"), day("2026-01-31")})
      .then_refused({refuse(RefusalCode::period_locked, "/on", {{"locked_until", std::string("2026-01-31")}}),
                     refuse(RefusalCode::invoice_not_approved, "/invoice")})
      .given({approved("a")})
      .when(IssueInvoice{invoice("a"), day("2062-03-01")})
      .then_refused({refuse(RefusalCode::occurred_in_the_future, "/on", {{"today", std::string("2026-03-01")}})})
      .when(IssueInvoice{invoice("a"), {}})
      .then_anything()
      .when(IssueInvoice{invoice("a"), {}})
      .then_refused({refuse(RefusalCode::invoice_not_draft, "/invoice", {{"number", std::string("INV-0001")}})});
}

TEST_CASE("IssueInvoice: every fault of a document that may not go out is named") {
  InvoiceDocument wrong = document(acme, {line(1, -1000), line(2, 1, TaxCategory::O)});
  wrong.currency = cur("USD");
  Practice scenario({drafted("a", wrong), approved("a")});
  scenario.when(IssueInvoice{invoice("a"), day("2026-02-10")})
      .then_refused({refuse(RefusalCode::currency_differs, "", {{"currency", std::string("EUR")}}),
                     refuse(RefusalCode::total_negative, "", {{"total", std::int64_t{-1149}}}),
                     refuse(RefusalCode::tax_out_of_scope_mixed, "", {{"line", std::int64_t{2}}})});
}

TEST_CASE("2.21: date_before_work: an invoice is not dated before the work it claims; issuing settles the claims") {
  Practice scenario(hour("2026-02-10"));
  scenario.given({drafted("a", claiming()), approved("a")})
      .when(IssueInvoice{invoice("a"), day("2026-02-09")})
      .then_refused({refuse(RefusalCode::date_before_work, "/on",
                            {{"entry", std::string("work")}, {"work_date", std::string("2026-02-10")}})})
      .when(IssueInvoice{invoice("a"), day("2026-02-10")})
      .then({issue_event("a", 1, "2026-02-10", claiming())});
  const EntrySettlement& settled = *scenario.books().settlements.find(work);
  CHECK(settled.invoiced == Seconds{3600});
  CHECK(settled.invoiced_value == 1000);
  CHECK(settled.holder == no_row);
}

TEST_CASE("2.21: date_before_work: nor before an expense that it bills") {
  ExpenseRecorded taxi;
  taxi.expense = id<ExpenseId>("taxi");
  taxi.client = acme;
  taxi.text = "Taxi";
  taxi.on = day("2026-02-10");
  taxi.cost = taxi.price = 1000;
  InvoiceDocument paper = ten();
  paper.lines[0].kind = LineKind::recharge;
  paper.lines[0].expense = taxi.expense;
  Practice scenario({taxi, drafted("a", paper), approved("a")});
  scenario.when(IssueInvoice{invoice("a"), day("2026-02-09")})
      .then_refused(
          {refuse(RefusalCode::date_before_work, "/on", {{"expense", std::string("taxi")}, {"date", std::string("2026-02-10")}})})
      .when(IssueInvoice{invoice("a"), day("2026-02-10")})
      .then({issue_event("a", 1, "2026-02-10", paper)});
}

TEST_CASE("issued stays issued: rates, taxes, names and settings changed afterwards leave the document as it was") {
  Practice scenario(hour("2026-02-10"));
  scenario.given({drafted("a", claiming()), approved("a")}).when(IssueInvoice{invoice("a"), {}}).then_anything();
  const auto before = state(scenario, "a").document;
  const InvoiceDocument copy = *before;
  BillingSet other;
  other.supplier = Party{"Others", {}, {}, {}, {}, {}, {}, {}};
  other.prices = Prices::gross;
  other.terms = PaymentTerms{DueRule::days_after_issue, 1};
  other.jurisdiction = "north";
  scenario.given({other, TaxRateSet{"home", dec("99"), day("2020-01-01"), "VAT"}, ClientChanged{acme, "Renamed", {}},
                  ClientBillingSet{acme, Party{"Moved", {}, {}, {}, {}, {}, {}, {}}, TaxCategory::Z, {}, {}, {}, {}, {}},
                  NumberSeriesSet{DocumentKind::invoice, "X{counter}", false, 7},
                  RateSet{id<RateRuleId>("new"),
                          RateKind::bill,
                          {},
                          {dec("99"), cur("EUR"), Seconds{3600}},
                          day("2026-01-01"),
                          {},
                          id<RateRuleId>("all")}});
  const InvoiceState& after = state(scenario, "a");
  CHECK(*after.document == copy);
  CHECK(after.document == before);
  CHECK(after.number == "INV-0001");
  CHECK(after.supplier.name == "Practice");
  CHECK(after.customer.name == "Acme");
  CHECK(after.due_on == day("2026-03-31"));
  CHECK(balance_of(after) == 1150);
}

TEST_CASE("currency_fixed: a client that was billed keeps its currency") {
  Practice scenario(issued("a", 1, "2026-02-10", ten()));
  scenario.when(ChangeClient{acme, {}, cur("USD")})
      .then_refused({refuse(RefusalCode::currency_fixed, "/currency", {{"currency", std::string("EUR")}})});
}

TEST_CASE("2.13: sent is a fact per delivery, of an issued invoice only") {
  Practice scenario({drafted("a", ten())});
  scenario.when(RecordInvoiceSent{invoice("a"), Channel::email, {}})
      .then_refused({refuse(RefusalCode::invoice_not_issued, "/invoice")})
      .when(RecordInvoiceSent{invoice("x"), Channel::email, {}})
      .then_refused({refuse(RefusalCode::unknown_invoice, "/invoice")})
      .given({approved("a"), issue_event("a", 1, "2026-02-10", ten())})
      .when(RecordInvoiceSent{invoice("a"), Channel::post, {}})
      .then({InvoiceSent{invoice("a"), Channel::post, {}}})
      .when(RecordInvoiceSent{invoice("a"), Channel::email, {}})
      .then({InvoiceSent{invoice("a"), Channel::email, {}}});
  CHECK(state(scenario, "a").sent);
}

TEST_CASE("2.13: voiding returns the work") {
  Practice scenario(hour("2026-02-10"));
  scenario.given({drafted("a", claiming()), approved("a"), issue_event("a", 1, "2026-03-01", claiming())})
      .when(VoidInvoice{invoice("a"), {}, "wrong client"})
      .then({InvoiceVoided{invoice("a"), day("2026-03-01"), "wrong client"}});
  CHECK(scenario.books().settlements.find(work)->invoiced == Seconds{0});
  CHECK(scenario.books().settlements.find(work)->invoiced_value == 0);
  CHECK(balance_of(state(scenario, "a")) == 0);
}

TEST_CASE("VoidInvoice: only while nothing is paid, credited or sent") {
  const Refusal settled = refuse(RefusalCode::invoice_settled, "/invoice", {{"number", std::string("INV-0001")}});
  const auto scene = [](Event happened) {
    Practice scenario(issued("a", 1, "2026-03-01", ten()));
    scenario.given({paid("p", acme, 1150, "2026-03-01"), std::move(happened)}).when(VoidInvoice{invoice("a"), {}, "x"});
    return scenario.decision().refusals();
  };
  CHECK(scene(InvoiceSent{invoice("a"), Channel::email, {}}) == Refusals{settled});
  CHECK(scene(allocated("k", "p", "a", 1, "2026-03-01")) == Refusals{settled});
  CHECK(scene(InvoiceWrittenOff{invoice("a"), 1, day("2026-03-01"), "x"}) == Refusals{settled});
  CHECK(scene(DifferenceWrittenOff{invoice("a"), 1, day("2026-03-01"), "x"}) == Refusals{settled});
}

TEST_CASE("void_period_over: the same tax period, whose length is a setting") {
  BillingSet quarter;
  quarter.void_months = 3;
  Practice scenario(issued("a", 1, "2026-01-31", ten()));
  scenario.when(VoidInvoice{invoice("a"), day("2026-02-01"), "x"})
      .then_refused(
          {refuse(RefusalCode::void_period_over, "/on", {{"issued", std::string("2026-01-31")}, {"months", std::int64_t{1}}})})
      .when(VoidInvoice{invoice("a"), day("2026-01-30"), " "})
      .then_refused({refuse(RefusalCode::reason_needed, "/reason"),
                     refuse(RefusalCode::date_before_document, "/on", {{"earliest", std::string("2026-01-31")}})})
      .given({quarter})
      .when(VoidInvoice{invoice("a"), {}, "x"})
      .then({InvoiceVoided{invoice("a"), day("2026-03-01"), "x"}})
      .when(VoidInvoice{invoice("a"), {}, "x"})
      .then_refused({refuse(RefusalCode::invoice_not_issued, "/invoice")});
}
