// Payments and what they pay (2.16), with the dates of 2.21.
#include "tests/domain/money_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;
using namespace billtrail::testing::money;

namespace {

InvoiceDocument worth(std::int64_t amount, const ClientId& client = acme) {
  return document(client, {line(1, amount, TaxCategory::Z)});
}
// a: 100.00, due 2026-03-03. b: 50.00, due 2026-03-12. c: 70.00, due 2026-03-05 by shorter terms. x: Bolt's, 30.00.
std::vector<Event> three_open() {
  std::vector<Event> all;
  const auto add = [&all](std::vector<Event> events) { all.insert(all.end(), events.begin(), events.end()); };
  add(issued("a", 1, "2026-02-01", worth(10000)));
  add(issued("b", 2, "2026-02-10", worth(5000)));
  InvoiceIssued sooner = issue_event("c", 3, "2026-02-20", worth(7000));
  sooner.due_on = day("2026-03-05");
  add({drafted("c", worth(7000)), approved("c"), sooner});
  add(issued("x", 4, "2026-02-21", worth(3000, bolt)));
  return all;
}

RecordPayment pay(std::int64_t amount, std::string reference = {}) {
  RecordPayment command;
  command.payment = payment("p");
  command.client = acme;
  command.amount = amount;
  command.on = day("2026-02-25");
  if (!reference.empty()) command.reference = reference;
  return command;
}
RecordPayment by_rule(RecordPayment command) {
  command.allocate = AllocationRule::exact_or_oldest;
  return command;
}
Event received(std::int64_t amount, std::string reference = {}) {
  return PaymentReceived{payment("p"),        acme, Money{amount, cur("EUR")}, day("2026-02-25"), PaymentMethod::eft,
                         std::move(reference)};
}
Event took(std::string_view name, std::string_view to, std::int64_t amount, std::string_view on = "2026-02-25") {
  return allocated(name, "p", to, amount, on);
}
Refusal too_large(std::string pointer, std::int64_t left, std::int64_t balance) {
  return refuse(RefusalCode::allocation_too_large, std::move(pointer), {{"unallocated", left}, {"balance", balance}});
}

}  // namespace

TEST_CASE("2.16: a payment is never allocated without a rule") {
  Practice scenario(three_open());
  scenario.when(pay(10000, " INV-0001 ")).then({received(10000, "INV-0001")});
  CHECK(unallocated(*scenario.books().payments.find(payment("p"))) == 10000);
}

TEST_CASE("2.16: an exact amount goes to the invoice that owes it, else the oldest due first") {
  Practice{three_open()}.when(by_rule(pay(7000))).then({received(7000), took("id-1", "c", 7000)});
  Practice{three_open()}.when(by_rule(pay(5000))).then({received(5000), took("id-1", "b", 5000)});
  Practice{three_open()}
      .when(by_rule(pay(18000)))
      .then({received(18000), took("id-1", "a", 10000), took("id-2", "c", 7000), took("id-3", "b", 1000)});
}

TEST_CASE("2.16: the number in the reference comes first, as a word of its own") {
  Practice{three_open()}
      .when(by_rule(pay(7000, "Your INV-0002, thanks")))
      .then({received(7000, "Your INV-0002, thanks"), took("id-1", "b", 5000), took("id-2", "a", 2000)});
  Practice{three_open()}
      .when(by_rule(pay(2000, "INV-00021 xINV-0003")))
      .then({received(2000, "INV-00021 xINV-0003"), took("id-1", "a", 2000)});
}

TEST_CASE("2.16: an over-payment stays unallocated, and is applied later") {
  Practice scenario(three_open());
  scenario.when(by_rule(pay(30000)))
      .then({received(30000), took("id-1", "a", 10000), took("id-2", "c", 7000), took("id-3", "b", 5000)})
      .given(issued("d", 5, "2026-02-27", worth(20000)))
      .when(AllocatePayment{payment("p"), {}, {}, AllocationRule::exact_or_oldest, {}})
      .then({took("id-4", "d", 8000, "2026-03-01")})
      .when(AllocatePayment{payment("p"), {}, {}, AllocationRule::exact_or_oldest, {}})
      .then_refused({refuse(RefusalCode::nothing_to_change, "/to")});
  CHECK(balance_of(state(scenario, "d")) == 12000);
}

TEST_CASE("2.16: exactly so: shares as given, what fits where no amount is given") {
  RecordPayment command = pay(12000);
  command.to = {{invoice("b"), 2000, allocation("k")}, {invoice("a"), {}, allocation("l")}};
  Practice scenario(three_open());
  scenario.when(command).then({received(12000), took("k", "b", 2000), took("l", "a", 10000)});
  CHECK(balance_of(state(scenario, "b")) == 3000);
  CHECK(balance_of(state(scenario, "a")) == 0);
}

TEST_CASE("2.16: allocation_too_large: at most what is unallocated and what the invoice owes; every share is looked at") {
  RecordPayment command = pay(12000);
  command.to = {{invoice("b"), 5001, {}}, {invoice("b"), 5000, allocation("k")},
                {invoice("b"), {}, {}},   {invoice("a"), 7001, {}},
                {invoice("a"), 0, {}},    {invoice("x"), {}, {}},
                {invoice("no"), {}, {}},  {invoice("a"), 1, allocation("k")}};
  Practice{three_open()}.when(command).then_refused(
      {refuse(RefusalCode::id_in_use, "/to/7/allocation"),
       refuse(RefusalCode::setting_out_of_range, "/to/4/amount", {{"least", std::int64_t{1}}}),
       refuse(RefusalCode::unknown_invoice, "/to/5/invoice"), refuse(RefusalCode::unknown_invoice, "/to/6/invoice"),
       too_large("/to/0/amount", 12000, 5000), too_large("/to/2/amount", 7000, 0), too_large("/to/3/amount", 7000, 10000)});
}

TEST_CASE("2.21: an allocation is not before the payment, nor before the invoice") {
  RecordPayment early = pay(10000);
  early.on = day("2026-01-20");
  early.to = {{invoice("a"), {}, allocation("k")}};
  Practice scenario(three_open());
  scenario.when(early)
      .then({PaymentReceived{payment("p"), acme, Money{10000, cur("EUR")}, day("2026-01-20"), PaymentMethod::eft, {}},
             took("k", "a", 10000, "2026-02-01")})
      .given({paid("q", acme, 500, "2026-02-15")})
      .when(AllocatePayment{payment("q"), {}, {{invoice("b"), {}, {}}}, {}, day("2026-02-14")})
      .then_refused({refuse(RefusalCode::date_before_document, "/on", {{"earliest", std::string("2026-02-15")}})})
      .when(AllocatePayment{payment("q"), {}, {{invoice("c"), {}, {}}}, {}, day("2026-02-19")})
      .then_refused({refuse(RefusalCode::date_before_document, "/to/0/invoice", {{"earliest", std::string("2026-02-20")}})})
      .when(AllocatePayment{payment("q"), {}, {{invoice("c"), {}, allocation("m")}}, {}, day("2026-02-20")})
      .then({allocated("m", "q", "c", 500, "2026-02-20")});
}

TEST_CASE("RecordPayment: every fault is named") {
  RecordPayment command = pay(0);
  command.currency = cur("USD");
  command.on = day("2026-03-02");
  Practice scenario({PeriodLocked{day("2026-01-31")}});
  scenario.given(three_open())
      .given({paid("p", acme, 1, "2026-02-01")})
      .when(command)
      .then_refused({refuse(RefusalCode::id_in_use, "/payment"),
                     refuse(RefusalCode::occurred_in_the_future, "/on", {{"today", std::string("2026-03-01")}}),
                     refuse(RefusalCode::currency_differs, "/currency", {{"currency", std::string("EUR")}}),
                     refuse(RefusalCode::setting_out_of_range, "/amount", {{"least", std::int64_t{1}}})});
  command = pay(INT64_MAX);
  command.payment = payment("q");
  command.client = id<ClientId>("nobody");
  command.on = day("2026-01-31");
  scenario.when(command).then_refused(
      {refuse(RefusalCode::unknown_client, "/client"),
       refuse(RefusalCode::period_locked, "/on", {{"locked_until", std::string("2026-01-31")}}),
       refuse(RefusalCode::amount_too_large, "/amount", {{"most", std::int64_t{1'000'000'000'000'000}}})});
}

TEST_CASE("AllocatePayment: from exactly one source that is there") {
  Practice scenario(three_open());
  scenario.given({paid("p", acme, 100, "2026-02-25"), drafted("w", worth(10))})
      .when(AllocatePayment{})
      .then_refused({refuse(RefusalCode::unknown_payment, "/payment")})
      .when(AllocatePayment{payment("p"), note("n"), {}, {}, {}})
      .then_refused({refuse(RefusalCode::setting_out_of_range, "/credit_note")})
      .when(AllocatePayment{{}, note("n"), {}, {}, {}})
      .then_refused({refuse(RefusalCode::unknown_credit_note, "/credit_note")})
      .when(AllocatePayment{payment("p"), {}, {}, {}, {}})
      .then_refused({refuse(RefusalCode::nothing_to_change, "/to")})
      .when(AllocatePayment{payment("p"), {}, {{invoice("w"), {}, {}}}, {}, {}})
      .then_refused({refuse(RefusalCode::invoice_not_issued, "/to/0/invoice")})
      .given({PaymentReversed{payment("p"), day("2026-02-26"), "bounced"}})
      .when(AllocatePayment{payment("p"), {}, {{invoice("a"), {}, {}}}, {}, {}})
      .then_refused({refuse(RefusalCode::payment_reversed, "/payment")});
}

TEST_CASE("2.16: a void, a written-off and a credited invoice take no payment") {
  Practice scenario(three_open());
  scenario
      .given({paid("p", acme, 100, "2026-02-25"), InvoiceWrittenOff{invoice("a"), 10000, day("2026-02-26"), "gone"},
              InvoiceVoided{invoice("b"), day("2026-02-26"), "twice"}})
      .when(IssueCreditNote{note("n"), invoice("c"), {}, {}, {}, {}, "back"})
      .then_anything()
      .when(AllocatePayment{payment("p"), {}, {{invoice("a"), 1, {}}, {invoice("b"), 1, {}}, {invoice("c"), 1, {}}}, {}, {}})
      .then_refused({refuse(RefusalCode::invoice_not_issued, "/to/1/invoice"), too_large("/to/0/amount", 100, 0),
                     too_large("/to/2/amount", 100, 0)});
}
