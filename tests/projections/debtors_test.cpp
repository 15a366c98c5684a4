// 2.16, golden case 16: what is owed at the end of any day, how old it is, and that it foots.
#include "projections/debtors.hpp"

#include <random>

#include "projections/balances.hpp"
#include "projections/statement.hpp"
#include "tests/projections/paper.hpp"

namespace billtrail::testing {
namespace {

using Ageing = std::vector<std::int64_t>;

DebtorsAnswer debtors_on(const Paper& paper, std::string_view date, const char* basis = "due") {
  return debtors(paper.views(), asked("debtors", {{"as_of", std::string(date)}, {"basis", basis}}));
}

Date plus(std::string_view date, int days) { return on(date) + days; }

}  // namespace

TEST_CASE("2.16: ageing by due date: not due, 1 to 30, 31 to 60, 61 to 90, over 90 days late") {
  const std::pair<int, std::size_t> cases[] = {{-1, 0}, {0, 0}, {1, 1}, {30, 1}, {31, 2}, {60, 2}, {61, 3}, {90, 3}, {91, 4}, {400, 4}};
  for (const auto& [late, bucket] : cases) {
    CAPTURE(late);
    CHECK(debtor_bucket(late) == bucket);
    Paper paper;
    paper.invoice("i1", "acme", "2025-01-01", plus("2026-06-30", -late).text(), 10000);
    Ageing expected(debtor_buckets);
    expected[bucket] = 10000;
    CHECK(debtors_on(paper, "2026-06-30").rows.at(0).ageing == expected);
  }
}

TEST_CASE("2.16: ageing by issue date is an option") {
  Paper paper;
  paper.invoice("i1", "acme", "2026-04-01", "2026-06-30", 5000).invoice("i2", "acme", "2026-06-30", "2026-07-30", 700);
  CHECK(debtors_on(paper, "2026-06-30").rows.at(0).ageing == Ageing{5700, 0, 0, 0, 0});
  CHECK(debtors_on(paper, "2026-06-30", "issue").rows.at(0).ageing == Ageing{700, 0, 0, 5000, 0});
  CHECK(debtors_on(paper, "2026-06-30", "issue").basis == AgeBasis::issue);
  CHECK(debtors_on(paper, "2026-06-30").rows.at(0).oldest_due == on("2026-06-30"));
  CHECK(debtors_on(paper, "2026-06-30").rows.at(0).invoices == 2);
}

TEST_CASE("2.16, golden case 16: a payment reversed after month end leaves last month's ageing as it was") {
  Paper paper;
  paper.invoice("i1", "acme", "2026-04-01", "2026-05-01", 10000)
      .invoice("i2", "acme", "2026-05-20", "2026-06-19", 4000)
      .pay("p1", "acme", "2026-05-28", 10000)
      .allocate("a1", "p1", "i1", 10000, "2026-05-28");
  const DebtorRow before = debtors_on(paper, "2026-05-31").rows.at(0);
  CHECK(before.ageing == Ageing{4000, 0, 0, 0, 0});
  paper.add(AllocationUndone{an<AllocationId>("a1"), on("2026-06-03"), "bounced"})
      .add(PaymentReversed{an<PaymentId>("p1"), on("2026-06-03"), "bounced"});
  const DebtorRow after = debtors_on(paper, "2026-05-31").rows.at(0);
  CHECK(after.ageing == before.ageing);
  CHECK(after.balance == before.balance);
  CHECK(debtors_on(paper, "2026-05-31").totals.at(0).foots);
  CHECK(debtors_on(paper, "2026-06-02").rows.at(0).ageing == Ageing{4000, 0, 0, 0, 0});
  CHECK(debtors_on(paper, "2026-06-03").rows.at(0).ageing == Ageing{4000, 0, 10000, 0, 0});
  CHECK(debtors_on(paper, "2026-06-03").totals.at(0).foot.receipts == 0);
  CHECK(debtors_on(paper, "2026-06-03").totals.at(0).foots);
}

TEST_CASE("2.16: an invoice that is void counts until its void date") {
  Paper paper;
  paper.invoice("i1", "acme", "2026-06-01", "2026-07-01", 9000).add(InvoiceVoided{an<InvoiceId>("i1"), on("2026-06-10"), "wrong client"});
  CHECK(debtors_on(paper, "2026-06-09").rows.at(0).balance.minor == 9000);
  CHECK(debtors_on(paper, "2026-06-09").totals.at(0).foots);
  CHECK(debtors_on(paper, "2026-06-10").rows.empty());
}

TEST_CASE("2.16: unallocated credit, rests of credit notes among it, stands in its own column and never nets an invoice") {
  Paper paper;
  paper.invoice("i1", "acme", "2026-06-01", "2026-07-01", 10000)
      .invoice("i2", "acme", "2026-06-02", "2026-07-02", 5000)
      .pay("p1", "acme", "2026-06-05", 12000)
      .allocate("a1", "p1", "i1", 10000, "2026-06-05")
      .credit("n1", "i1", "2026-06-08", 3000, 0)
      .allocate_note("a2", "n1", "i2", 1000, "2026-06-09")
      .refund("r1", "p1", 500, "2026-06-10");
  const DebtorRow row = debtors_on(paper, "2026-06-30").rows.at(0);
  CHECK(row.balance.minor == 4000);
  CHECK(row.unallocated.minor == 1500 + 2000);
  CHECK(row.net.minor == 500);
  const DebtorsTotal total = debtors_on(paper, "2026-06-30").totals.at(0);
  CHECK(total.foots);
  CHECK(total.foot.invoices == 15000);
  CHECK(total.foot.credits == 3000);
  CHECK(total.foot.receipts == 12000);
  CHECK(total.foot.refunds == 500);
  CHECK(debtors_on(paper, "2026-06-05").rows.at(0).unallocated.minor == 2000);
  paper.add(RefundReversed{an<RefundId>("r1"), on("2026-06-20"), "returned"});
  CHECK(debtors_on(paper, "2026-06-19").rows.at(0).unallocated.minor == 3500);
  CHECK(debtors_on(paper, "2026-06-20").rows.at(0).unallocated.minor == 4000);
}

TEST_CASE("2.16: bad debt, its reversal and small differences count from their dates") {
  Paper paper;
  paper.invoice("i1", "acme", "2026-01-01", "2026-01-31", 10000)
      .add(InvoiceWrittenOff{an<InvoiceId>("i1"), 6000, on("2026-03-01"), "gone"})
      .add(InvoiceWriteOffReversed{an<InvoiceId>("i1"), 6000, on("2026-04-01"), "back"})
      .add(DifferenceWrittenOff{an<InvoiceId>("i1"), 3, on("2026-05-01"), "cents"});
  const std::pair<const char*, std::int64_t> cases[] = {{"2026-02-28", 10000}, {"2026-03-01", 4000}, {"2026-04-01", 10000}, {"2026-05-01", 9997}};
  for (const auto& [date, balance] : cases) {
    CAPTURE(date);
    CHECK(debtors_on(paper, date).rows.at(0).balance.minor == balance);
    CHECK(debtors_on(paper, date).totals.at(0).foots);
  }
}

TEST_CASE("2.14, 2.16: a drawn deposit reduces what is due and stands in the foot") {
  Paper paper;
  paper.invoice("dep", "acme", "2026-01-01", "2026-01-15", 4000)
      .pay("p1", "acme", "2026-01-10", 4000)
      .allocate("a1", "p1", "dep", 4000, "2026-01-10")
      .today("2026-02-01")
      .draft("i1", "acme", 10000, 1500, {{an<InvoiceId>("dep"), 4000}})
      .issue("i1", "2026-02-01", "2026-03-01");
  const DebtorsAnswer answer = debtors_on(paper, "2026-02-28");
  CHECK(answer.rows.at(0).balance.minor == 7500);
  CHECK(answer.totals.at(0).foot.deposits_drawn == 4000);
  CHECK(answer.totals.at(0).foots);
}

TEST_CASE("2.16: clients are apart, and so are currencies") {
  Paper paper;
  paper.invoice("i1", "bolt", "2026-06-01", "2026-07-01", 100)
      .invoice("i2", "acme", "2026-06-01", "2026-07-01", 200)
      .invoice("i3", "cora", "2026-06-01", "2026-07-01", 400);
  const DebtorsAnswer answer = debtors_on(paper, "2026-06-30");
  REQUIRE(answer.rows.size() == 3);
  CHECK(answer.rows[0].key == "acme");
  CHECK(answer.rows[1].client_name == "Bolt");
  CHECK(answer.rows[2].balance == Money{400, in("USD")});
  REQUIRE(answer.totals.size() == 2);
  CHECK(answer.totals[0].balance == Money{300, in("EUR")});
  CHECK(answer.totals[1].balance == Money{400, in("USD")});
  const DebtorsAnswer one = debtors(paper.views(), asked("debtors", {{"client", "bolt"}}));
  REQUIRE(one.totals.size() == 1);
  CHECK(one.totals[0].foot.invoices == 100);
  CHECK(debtors(paper.views(), asked("debtors", {{"client", "nobody"}})).rows.empty());
}

namespace {

// Documents and payments as deciding would let them be: never more than is there, dates in order.
class RandomPaper {
 public:
  explicit RandomPaper(std::uint64_t seed) : random_(seed) {}
  const Paper& paper() const { return paper_; }

  void step() {
    day_ = day_ + static_cast<int>(below(4));
    switch (below(10)) {
      case 0:
      case 1:
      case 2: return issue();
      case 3:
      case 4: return pay();
      case 5: return allocate();
      case 6: return undo();
      case 7: return credit();
      case 8: return money_back();
      default: return give_up();
    }
  }

 private:
  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }
  std::int64_t part_of(std::int64_t whole) { return 1 + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(whole))); }
  std::string name(const char* prefix) { return prefix + std::to_string(++made_); }
  std::string client() { return std::vector<std::string>{"acme", "bolt", "cora"}[below(3)]; }
  const Views& views() const { return paper_.views(); }

  void issue() {
    const std::string invoice = name("i");
    paper_.invoice(invoice, client(), day_.text(), (day_ + static_cast<int>(below(60))).text(), part_of(100000));
  }
  void pay() { paper_.pay(name("p"), client(), day_.text(), part_of(80000)); }

  // Calls take(invoice, balance) for one that is open, when there is one.
  template <class Take>
  void some_open(Row client, Take&& take) {
    for (Row row = 0; row < views().documents.invoices.size(); ++row) {
      if (client != no_row && views().documents.invoices.at(row).client != client) continue;
      const std::int64_t balance = balance_as_of(views(), row, day_).balance();
      if (balance > 0 && below(2) == 0) return take(row, balance);
    }
  }
  std::string_view invoice_id(Row row) const { return views().documents.invoices.key(row).text(); }

  void allocate() {
    for (Row row = 0; row < views().payments.payments.size(); ++row) {
      const PaymentFacts& payment = views().payments.payments.at(row);
      const std::int64_t rest = unallocated_as_of(views().payments, payment, day_);
      if (rest <= 0 || below(2) == 0) continue;
      return some_open(payment.client, [&](Row invoice, std::int64_t balance) {
        paper_.allocate(name("a"), views().payments.payments.key(row).text(), invoice_id(invoice), part_of(std::min(rest, balance)),
                        day_.text());
      });
    }
    for (Row row = 0; row < views().documents.credit_notes.size(); ++row) {
      const std::int64_t rest = note_unallocated_as_of(views(), row, day_);
      if (rest <= 0) continue;
      return some_open(views().documents.credit_notes.at(row).client, [&](Row invoice, std::int64_t balance) {
        paper_.allocate_note(name("a"), views().documents.credit_notes.key(row).text(), invoice_id(invoice),
                             part_of(std::min(rest, balance)), day_.text());
      });
    }
  }

  // One allocation, or a whole payment with all of its own.
  void undo() {
    if (views().payments.payments.size() == 0) return;
    const Row row = static_cast<Row>(below(views().payments.payments.size()));
    const PaymentFacts payment = views().payments.payments.at(row);
    if (!payment.stands(day_) || refunded_as_of(views().payments, payment.refunds, day_) != 0) return;
    const bool whole = below(2) == 0;
    for (const Row allocation : payment.allocations) {
      if (!views().payments.allocations.at(allocation).stands(day_)) continue;
      paper_.add(AllocationUndone{views().payments.allocations.key(allocation), day_, "undone"});
      if (!whole) return;
    }
    if (whole) paper_.add(PaymentReversed{views().payments.payments.key(row), day_, "bounced"});
  }

  void credit() {
    some_open(no_row, [&](Row invoice, std::int64_t balance) {
      const InvoiceFacts& facts = views().documents.invoices.at(invoice);
      const std::int64_t left = facts.document->total - balance_as_of(views(), invoice, day_).credit_total;
      if (left <= 0) return;
      const std::int64_t total = part_of(left);
      paper_.credit(name("n"), invoice_id(invoice), day_.text(), total, std::min(total, balance));
    });
  }

  void money_back() {
    for (Row row = 0; row < views().payments.payments.size(); ++row) {
      const std::int64_t rest = unallocated_as_of(views().payments, views().payments.payments.at(row), day_);
      if (rest <= 0) continue;
      const std::string refund = name("r");
      paper_.refund(refund, views().payments.payments.key(row).text(), part_of(rest), day_.text());
      if (below(3) == 0) paper_.add(RefundReversed{an<RefundId>(refund), day_ = day_ + 1, "returned"});
      return;
    }
  }

  void give_up() {
    some_open(no_row, [&](Row row, std::int64_t balance) {
      const InvoiceFacts& facts = views().documents.invoices.at(row);
      const InvoiceId invoice = views().documents.invoices.key(row);
      const std::int64_t bad = balance_as_of(views(), row, day_).bad_debt;
      const bool untouched = balance == facts.document->total && facts.bad_debt.empty();
      if (untouched && below(2) == 0) {
        paper_.add(InvoiceVoided{invoice, day_, "wrong"});
      } else if (bad > 0) {
        paper_.add(InvoiceWriteOffReversed{invoice, bad, day_, "paid after all"});
      } else if (balance < 50) {
        paper_.add(DifferenceWrittenOff{invoice, balance, day_, "cents"});
      } else {
        paper_.add(InvoiceWrittenOff{invoice, part_of(balance), day_, "bad"});
      }
    });
  }

  std::mt19937_64 random_;
  Paper paper_;
  Date day_ = on("2026-01-01");
  int made_ = 0;
};

}  // namespace

TEST_CASE("2.16: in random histories debtors foot on every day, and each client's statement says the same") {
  std::random_device device;
  const std::uint64_t seed = device();
  INFO("seed " << seed);
  RandomPaper history(seed);
  for (int i = 0; i < 300; ++i) history.step();
  const Views& views = history.paper().views();
  for (int after = 0; after < 480; after += 5) {
    const std::string date = (on("2026-01-01") + after).text();
    CAPTURE(date);
    const DebtorsAnswer answer = debtors_on(history.paper(), date);
    for (const DebtorsTotal& total : answer.totals) CHECK(total.foots);
    for (const DebtorRow& row : answer.rows) {
      CHECK(row.balance.minor >= 0);
      CHECK(row.unallocated.minor >= 0);
      const Parameters parameters{{"client", std::string(row.client.text())}, {"as_of", date}};
      CHECK(statement(views, asked("statement", parameters)).closing == row.net);
    }
  }
}

}  // namespace billtrail::testing
