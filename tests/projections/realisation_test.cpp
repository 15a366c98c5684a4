// 2.9: realisation from standard value to cash.
#include "tests/projections/bills.hpp"

namespace billtrail::testing {
namespace {

RealisationAnswer realised(const History& history, Parameters parameters = {}) {
  return realisation(history.views(), ask("realisation", parameters));
}

// A hundred hours worth 20 000 at standard, billed at 17 000 in March.
History hundred_hours(Bill& bill) {
  History history;
  history.add(Time("e1", "ana", "acme", "2026-03-01", hours(100)).at_rate("190").standard("200"));
  bill.claim("e1", hours(100), 1900000, 1700000);
  return history;
}

void pay(History& history, std::string_view invoice, std::int64_t amount, std::string_view on) {
  history
      .add(PaymentReceived{
          id<PaymentId>("p" + std::string(on)), id<ClientId>("acme"), {amount, cur("EUR")}, day(on), PaymentMethod::eft, ""})
      .add(PaymentAllocated{id<AllocationId>("a" + std::string(on)),
                            id<PaymentId>("p" + std::string(on)),
                            {},
                            id<InvoiceId>(invoice),
                            amount,
                            day(on)});
}

}  // namespace

TEST_CASE("2.9: 100 h at 200 billed at 17 000 and paid 16 150 are 85 %, 95 % and 80.75 %") {
  Bill bill("i1", "acme");
  History history = hundred_hours(bill);
  history.add(bill.drafted()).add(bill.issued("2026-03-10"));
  pay(history, "i1", 1615000, "2026-03-20");
  const RealisationAnswer answer = realised(history);
  REQUIRE(answer.rows.size() == 1);
  const RealisationRow& row = answer.rows[0];
  CHECK(row.key == "acme");
  CHECK(row.standard.minor == 2000000);
  CHECK(row.agreed.minor == 1900000);
  CHECK(row.invoiced.minor == 1700000);
  CHECK(row.collected.minor == 1615000);
  CHECK(row.rate_realisation == 9500);
  CHECK(row.recovery == 8947);
  CHECK(row.billing_realisation == 8500);
  CHECK(row.collection_realisation == 9500);
  CHECK(row.overall == 8075);
  CHECK(answer.totals.at(0).overall == 8075);
}

TEST_CASE("2.9: cash is net of tax and counts until the day asked for, undone payments do not") {
  Bill bill("i1", "acme");
  History history = hundred_hours(bill);
  bill.taxed("20");
  history.add(bill.drafted()).add(bill.issued("2026-03-10"));
  pay(history, "i1", 2040000, "2026-03-20");
  const auto collected = [&](const char* date) { return realised(history, {{"as_of", date}}).rows.at(0).collected.minor; };
  CHECK(collected("2026-03-19") == 0);
  CHECK(collected("2026-03-20") == 1700000);
  history.add(AllocationUndone{id<AllocationId>("a2026-03-20"), day("2026-03-25"), "bounced"});
  CHECK(collected("2026-03-24") == 1700000);
  CHECK(collected("2026-03-25") == 0);
}

TEST_CASE("2.9: the period is that of the issue date; credit notes count there, returned work leaves both sides") {
  Bill bill("i1", "acme");
  History history = hundred_hours(bill);
  history.add(Time("e2", "ben", "acme", "2026-03-01", hours(10)).at_rate("200"));
  bill.claim("e2", hours(10), 200000);
  history.add(bill.drafted()).add(bill.issued("2026-02-28")).add(bill.credited("2026-03-05", {1}, false, 100000));
  CHECK(realised(history).rows.empty());
  const Parameters february{{"from", "2026-02-01"}, {"to", "2026-02-28"}, {"by", "member"}};
  const RealisationAnswer credited = realised(history, february);
  REQUIRE(credited.rows.size() == 2);
  CHECK(credited.rows[0].key == "ana");
  CHECK(credited.rows[0].invoiced.minor == 1600000);
  CHECK(credited.rows[0].standard.minor == 2000000);
  history.add(bill.credited("2026-03-06", {2}, true));
  CHECK(realised(history, february).rows.size() == 1);
}

TEST_CASE("2.9: time written off in the period is in the denominator, taken back it is not") {
  Bill bill("i1", "acme");
  History history = hundred_hours(bill);
  history.add(bill.drafted())
      .add(bill.issued("2026-03-10"))
      .add(Time("e2", "ana", "acme", "2026-03-01", hours(10)).at_rate("190").standard("200"))
      .add(written_off("w1", "2026-03-15", {{id<EntryId>("e2"), hours(10), hours(10), 190000}}));
  const RealisationRow row = realised(history).rows.at(0);
  CHECK(row.standard.minor == 2200000);
  CHECK(row.agreed.minor == 2090000);
  CHECK(row.billing_realisation == 7727);
  history.add(WriteOffReversed{id<WriteOffId>("w1"), day("2026-03-20"), "wrong"});
  CHECK(realised(history).rows.at(0).standard.minor == 2000000);
}

TEST_CASE("2.9: nothing billed is n/a, a void invoice is none, fees and expenses are no time") {
  Bill bill("i1", "acme");
  History history = hundred_hours(bill);
  history.add(expense("x1", "2026-03-01", 5000));
  bill.expense("x1", 5000).fee("g1", {}, 90000);
  history.add(bill.drafted()).add(bill.issued("2026-03-10"));
  CHECK(realised(history).rows.at(0).invoiced.minor == 1700000);
  CHECK(realised(history, {{"by", "month,service"}}).rows.at(0).month == "2026-03");
  history.add(bill.voided("2026-03-12"));
  CHECK(realised(history).rows.empty());
  History written;
  written.add(Time("e1", "ana", "acme", "2026-03-01", hours(1)).at_rate("100"))
      .add(written_off("w1", "2026-03-15", {{id<EntryId>("e1"), hours(1), hours(1), 10000}}));
  const RealisationRow row = realised(written).rows.at(0);
  CHECK(row.billing_realisation == 0);
  CHECK(row.collection_realisation == std::nullopt);
  CHECK(row.overall == std::nullopt);
}

}  // namespace billtrail::testing
