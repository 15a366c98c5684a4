// 2.16: a client's account with its running balance.
#include "projections/statement.hpp"

#include "tests/projections/paper.hpp"

namespace billtrail::testing {
namespace {

std::string lines(const StatementAnswer& answer) {
  std::string text;
  for (const StatementRow& row : answer.rows) {
    text += row.on.text() + " " + row.key + " " + row.reference + " " + std::to_string(row.debit.minor) + " " +
            std::to_string(row.credit.minor) + " " + std::to_string(row.balance.minor) + "\n";
  }
  return text;
}

Paper account() {
  Paper paper;
  paper.invoice("i1", "acme", "2026-01-10", "2026-02-09", 10000)
      .invoice("i2", "acme", "2026-02-10", "2026-03-12", 5000)
      .pay("p1", "acme", "2026-02-01", 12000)
      .allocate("a1", "p1", "i1", 10000, "2026-02-01")
      .refund("r1", "p1", 500, "2026-02-20")
      .add(AllocationUndone{an<AllocationId>("a1"), on("2026-03-05"), "bounced"})
      .add(RefundReversed{an<RefundId>("r1"), on("2026-03-05"), "bounced"})
      .add(PaymentReversed{an<PaymentId>("p1"), on("2026-03-05"), "bounced"})
      .credit("n1", "i2", "2026-03-10", 1000, 1000)
      .add(InvoiceWrittenOff{an<InvoiceId>("i1"), 9990, on("2026-04-01"), "gone"})
      .add(DifferenceWrittenOff{an<InvoiceId>("i1"), 10, on("2026-04-02"), "cents"})
      .invoice("i3", "acme", "2026-04-03", "2026-05-03", 700)
      .add(InvoiceVoided{an<InvoiceId>("i3"), on("2026-04-04"), "wrong"})
      .invoice("i4", "bolt", "2026-01-10", "2026-02-09", 999);
  return paper;
}

}  // namespace

TEST_CASE("2.16: a statement shows everything that moved the account, in order, with the balance after it") {
  const StatementAnswer answer = statement(account().views(), asked("statement", {{"client", "acme"}}));
  CHECK(answer.client_name == "Acme");
  CHECK(answer.currency == in("EUR"));
  CHECK(answer.opening.minor == 0);
  CHECK(answer.closing == Money{4000, in("EUR")});
  CHECK(lines(answer) ==
        "2026-01-10 invoice:i1 INV-1 10000 0 10000\n"
        "2026-02-01 payment:p1 ref p1 0 12000 -2000\n"
        "2026-02-10 invoice:i2 INV-2 5000 0 3000\n"
        "2026-02-20 refund:r1  500 0 3500\n"
        "2026-03-05 refund_reversed:r1  0 500 3000\n"
        "2026-03-05 reversal:p1 ref p1 12000 0 15000\n"
        "2026-03-10 credit_note:n1 CN-1 0 1000 14000\n"
        "2026-04-01 bad_debt:17 INV-1 0 9990 4010\n"
        "2026-04-02 difference:18 INV-1 0 10 4000\n"
        "2026-04-03 invoice:i3 INV-3 700 0 4700\n"
        "2026-04-04 void:i3 INV-3 0 700 4000\n");
}

TEST_CASE("2.16: a statement of a period opens with the balance before it") {
  const StatementAnswer answer =
      statement(account().views(), asked("statement", {{"client", "acme"}, {"from", "2026-02-02"}, {"to", "2026-02-28"}}));
  CHECK(answer.opening.minor == -2000);
  CHECK(answer.closing.minor == 3500);
  CHECK(answer.rows.size() == 2);
}

TEST_CASE("2.14: a drawn deposit is a line of its own") {
  Paper paper;
  paper.invoice("dep", "acme", "2026-01-01", "2026-01-15", 4000)
      .today("2026-02-01")
      .draft("i1", "acme", 10000, 0, {{an<InvoiceId>("dep"), 4000}})
      .issue("i1", "2026-02-01", "2026-03-01");
  CHECK(lines(statement(paper.views(), asked("statement", {{"client", "acme"}, {"from", "2026-02-01"}}))) ==
        "2026-02-01 invoice:i1 INV-2 10000 0 14000\n"
        "2026-02-01 deposit_drawn:i1 INV-2 0 4000 10000\n");
}

TEST_CASE("a statement needs a client; an unknown one has none") {
  const QuestionRead read = read_question("statement", {}, {on("2026-06-30"), {}});
  REQUIRE(read.faults.size() == 1);
  CHECK(read.faults[0].parameter == "client");
  CHECK(read.faults[0].code == "missing_parameter");
  const StatementAnswer answer = statement(Paper().views(), asked("statement", {{"client", "nobody"}}));
  CHECK_FALSE(answer.client);
  CHECK(answer.rows.empty());
}

TEST_CASE("questions about documents read their own parameters and refuse wrong ones") {
  const auto faults = [](std::string_view model, const Parameters& parameters) {
    std::string text;
    for (const QuestionFault& fault : read_question(model, parameters, {on("2026-06-30"), {}}).faults) {
      text += fault.parameter + ":" + fault.code + " ";
    }
    return text;
  };
  CHECK(faults("invoice", {}) == "invoice:missing_parameter ");
  CHECK(faults("invoice", {{"invoice", "a b"}}) == "invoice:bad_id ");
  CHECK(faults("invoices", {{"state", "lost"}, {"engagement", ""}, {"limit", "201"}}) == "state:bad_value engagement:bad_id limit:bad_number ");
  CHECK(faults("invoices", {{"state", "issued paid"}}) == "state:bad_value ");
  CHECK(faults("debtors", {{"basis", "age"}}) == "basis:bad_value ");
  CHECK(faults("retainer-lines", {{"engagement", "g1"}, {"period", "-2"}}) == "period:bad_number ");
  CHECK(faults("retainer-lines", {{"engagement", "g1"}, {"period", "1x"}}) == "period:bad_number ");
  CHECK(faults("number-series", {{"client", "acme"}}) == "client:unknown_parameter ");
  CHECK(asked("retainer-lines", {{"engagement", "g1"}, {"period", "-1"}}).period == -1);
  CHECK(asked("debtors", {{"basis", "issue"}}).basis == AgeBasis::issue);
  CHECK(asked("invoices", {{"state", "open"}, {"limit", "7"}}).limited);
}

}  // namespace billtrail::testing
