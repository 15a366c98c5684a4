// W1, W2, 2.5, 2.14: caps, fees against effort, expenses and what was invoiced on account.
#include "tests/projections/bills.hpp"

namespace billtrail::testing {
namespace {

WipAnswer wip_on(const History& history, std::string_view date, std::string_view by = "client") {
  return wip(history.views(), ask("wip", {{"as_of", std::string(date)}, {"by", std::string(by)}}));
}
WipRow row_on(const History& history, std::string_view date) {
  const WipAnswer answer = wip_on(history, date);
  REQUIRE(answer.rows.size() <= 1);
  return answer.rows.empty() ? WipRow{} : answer.rows.front();
}

void check_foots(const History& history, std::string_view from, std::string_view to) {
  const Views views = history.views();
  const Parameters parameters{{"from", std::string(from)}, {"to", std::string(to)}, {"by", "client,member"}};
  for (const MovementRow& row : wip_movement(views, views, ask("wip-movement", parameters)).rows) {
    CHECK(row.opening.minor + row.new_work.minor + row.corrections.minor + row.write_ups.minor - row.billed.minor -
              row.written_off.minor ==
          row.closing.minor);
  }
}

}  // namespace

TEST_CASE("2.5 capped: work counts up to the cap in draw order, the crossing entry is split by value") {
  History history;
  history.add(agreed("g1", "acme", EngagementKind::capped, 25000))
      .add(Time("e2", "ana", "acme", "2026-03-02", hours(2)).at_rate("100").as(Category::project).under("g1"))
      .add(Time("e1", "ana", "acme", "2026-03-01", hours(1)).at_rate("100").as(Category::project).under("g1"))
      .add(Time("e3", "ana", "acme", "2026-03-03", hours(1)).at_rate("100").as(Category::project).under("g1"));
  CHECK(row_on(history, "2026-03-01").value.minor == 10000);
  CHECK(row_on(history, "2026-03-02").value.minor == 25000);
  CHECK(row_on(history, "2026-03-02").seconds == minutes(150));
  CHECK(row_on(history, "2026-03-03").value.minor == 25000);
  Bill bill("i1", "acme");
  bill.claim("e1", hours(1), 10000);
  history.add(bill.drafted()).add(bill.issued("2026-03-10"));
  CHECK(row_on(history, "2026-03-10").value.minor == 15000);
  history.add(Time("e0", "ana", "acme", "2026-02-28", hours(2)).at_rate("100").as(Category::project).under("g1"));
  CHECK(row_on(history, "2026-03-10").value.minor == 15000);
  check_foots(history, "2026-02-28", "2026-03-05");
}

TEST_CASE("2.5: ad hoc work is charged whatever the agreement, project work under a fee never") {
  History history;
  history.add(agreed("g1", "acme", EngagementKind::fixed_fee, 500000))
      .add(Time("e1", "ana", "acme", "2026-03-01", hours(1)).at_rate("90").standard("100").as(Category::project).under("g1"))
      .add(Time("e2", "ana", "acme", "2026-03-01", hours(2)).at_rate("90").standard("100").under("g1"));
  const WipRow row = row_on(history, "2026-03-31");
  CHECK(row.value.minor == 18000);
  CHECK(row.retainer_fixed.minor == 10000);
}

TEST_CASE("W2, 2.21: the second column is effort less fee, until the period has ended and its fee is issued") {
  History history;
  Retainer retainer("g1");
  history.add(retainer.agreed())
      .add(retainer.opened(0, "2026-03-01", "2026-04-01"))
      .add(Time("e1", "ana", "acme", "2026-03-10", hours(4)).at_rate("90").standard("100").as(Category::retainer).under("g1"));
  CHECK(row_on(history, "2026-03-10").retainer_fixed.minor == 40000);
  History unpaid = history;
  Bill bill("i1", "acme");
  bill.fee("g1", 0, 100000);
  history.add(bill.drafted()).add(bill.issued("2026-03-15"));
  CHECK(row_on(history, "2026-03-14").retainer_fixed.minor == 40000);
  CHECK(row_on(history, "2026-03-15").retainer_fixed.minor == -60000);
  CHECK(row_on(history, "2026-03-30").retainer_fixed.minor == -60000);
  CHECK(wip_on(history, "2026-03-31").rows.empty());
  CHECK(row_on(unpaid, "2026-03-31").retainer_fixed.minor == 40000);
  CHECK(row_on(unpaid, "2026-04-30").retainer_fixed.minor == 40000);
  const WipAnswer by_member = wip_on(history, "2026-03-20", "client,member");
  REQUIRE(by_member.rows.size() == 2);
  CHECK(by_member.rows[0].key == "acme|ana");
  CHECK(by_member.rows[0].retainer_fixed.minor == 40000);
  CHECK(by_member.rows[1].key == "acme|");
  CHECK(by_member.rows[1].retainer_fixed.minor == -100000);
  history.add(bill.voided("2026-03-20"));
  CHECK(row_on(history, "2026-03-31").retainer_fixed.minor == 40000);
}

TEST_CASE("W2: a fixed fee leaves the second column once it has ended and is invoiced as a whole") {
  History history;
  history.add(agreed("g1", "acme", EngagementKind::fixed_fee, 50000, "2026-01-01", "2026-03-11"))
      .add(Time("e1", "ana", "acme", "2026-03-01", hours(6)).at_rate("90").standard("100").as(Category::project).under("g1"));
  Bill half("i1", "acme");
  half.fee("g1", {}, 25000);
  history.add(half.drafted()).add(half.issued("2026-03-05"));
  CHECK(row_on(history, "2026-03-31").retainer_fixed.minor == 35000);
  Bill rest("i2", "acme");
  rest.fee("g1", {}, 25000);
  history.add(rest.drafted()).add(rest.issued("2026-03-06"));
  CHECK(row_on(history, "2026-03-09").retainer_fixed.minor == 10000);
  CHECK(wip_on(history, "2026-03-10").rows.empty());
}

TEST_CASE("W1: billable expenses are WIP from their date until they are billed or written off, in a row without a member") {
  History history;
  history.add(expense("x1", "2026-03-05", 4500)).add(expense("x2", "2026-03-06", 1000));
  CHECK(row_on(history, "2026-03-05").value.minor == 4500);
  const WipRow both = row_on(history, "2026-03-10");
  CHECK(both.value.minor == 5500);
  CHECK(both.expenses.minor == 5500);
  CHECK(both.ageing == std::vector<std::int64_t>{5500, 0, 0, 0, 0});
  CHECK(both.oldest == day("2026-03-05"));
  CHECK(both.entries == 0);
  Bill bill("i1", "acme");
  bill.expense("x1", 4500);
  history.add(bill.drafted());
  CHECK(row_on(history, "2026-03-10").on_draft.minor == 4500);
  history.add(bill.issued("2026-03-20")).add(ExpenseWrittenOff{id<ExpenseId>("x2"), day("2026-03-21"), 1000, "goodwill"});
  CHECK(row_on(history, "2026-03-20").value.minor == 1000);
  CHECK(wip_on(history, "2026-03-21").rows.empty());
  history.add(bill.credited("2026-03-25", {1}, true));
  CHECK(row_on(history, "2026-03-25").value.minor == 4500);
  history.add(ExpenseRemoved{id<ExpenseId>("x1"), "twice"});
  CHECK(wip_on(history, "2026-03-31").rows.empty());
  check_foots(history, "2026-02-28", "2026-03-31");
}

TEST_CASE("W8: expenses and amounts on account are a row of their own beside the members") {
  History history;
  Bill account("i1", "acme");
  account.progress(8000);
  history.add(Time("e1", "ana", "acme", "2026-03-01", hours(1)).at_rate("100"))
      .add(expense("x1", "2026-03-05", 4500))
      .add(account.drafted())
      .add(account.issued("2026-03-10"));
  const Views views = history.views();
  const Parameters parameters{{"from", "2026-02-28"}, {"to", "2026-03-31"}, {"by", "client,member"}};
  const MovementAnswer answer = wip_movement(views, views, ask("wip-movement", parameters));
  REQUIRE(answer.rows.size() == 2);
  CHECK(answer.rows[0].key == "acme|ana");
  CHECK(answer.rows[0].closing.minor == 10000);
  CHECK(answer.rows[1].key == "acme|");
  CHECK(answer.rows[1].new_work.minor == 4500);
  CHECK(answer.rows[1].billed.minor == 8000);
  CHECK(answer.rows[1].closing.minor == -3500);
  check_foots(history, "2026-02-28", "2026-03-31");
}

TEST_CASE("2.8: an amount on account is negative WIP until it is matched to work") {
  History history;
  Bill account("i1", "acme");
  account.progress(15000);
  history.add(Time("e1", "ana", "acme", "2026-03-01", hours(2)).at_rate("100"))
      .add(account.drafted())
      .add(account.issued("2026-03-05"));
  const WipRow row = row_on(history, "2026-03-10");
  CHECK(row.value.minor == 5000);
  CHECK(row.negative == -15000);
  CHECK(row.ageing == std::vector<std::int64_t>{20000, 0, 0, 0, 0});
  Bill final("i2", "acme");
  final.claim("e1", hours(2), 20000).progress(-15000);
  history.add(final.drafted()).add(final.issued("2026-03-20"));
  CHECK(row_on(history, "2026-03-20").value.minor == 0);
  check_foots(history, "2026-03-10", "2026-03-31");
}

TEST_CASE("2.9: fee adequacy is the fee of each period over the standard value of all billable work in it") {
  History history;
  Retainer retainer("g1");
  history.add(retainer.agreed())
      .add(retainer.opened(0, "2026-02-01", "2026-03-01"))
      .add(retainer.opened(1, "2026-03-01", "2026-04-01"))
      .add(Time("e1", "ana", "acme", "2026-03-10", hours(8)).at_rate("90").standard("100").as(Category::retainer).under("g1"));
  const FeeAdequacyAnswer answer =
      fee_adequacy(history.views(), ask("fee-adequacy", {{"from", "2026-02-01"}, {"to", "2026-03-31"}}));
  REQUIRE(answer.rows.size() == 2);
  CHECK(answer.rows[0].key == "g1/1");
  CHECK(answer.rows[0].fee.minor == 100000);
  CHECK(answer.rows[0].standard.minor == 80000);
  CHECK(answer.rows[0].adequacy == 12500);
  CHECK(answer.rows[1].adequacy == std::nullopt);
  CHECK(fee_adequacy(history.views(), ask("fee-adequacy", {{"client", "bolt"}})).rows.empty());
}

}  // namespace billtrail::testing
