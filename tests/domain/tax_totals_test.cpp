// Tax groups and totals of a document: every worked number of T1 to T7 and M5.
#include "domain/invoice/line_nets.hpp"
#include "tests/domain/money_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;
using namespace billtrail::testing::money;

namespace {

Refusals refused(const Books& books, InvoiceDocument document, std::string_view on = "2026-03-01") {
  Faults faults;
  rate_lines(books, document, day(on), faults);
  return faults.in_order();
}

Fact line_fact(std::int64_t number) { return {"line", number}; }

}  // namespace

TEST_CASE("T2: golden case 4: three lines of 33.35 at 15 % have a tax of 15.01") {
  const InvoiceDocument all = document(acme, {line(1, 3335), line(2, 3335), line(3, 3335)});
  CHECK(all.taxes == std::vector<TaxGroup>{{TaxCategory::S, dec("15"), 10005, 1501, {}}});
  CHECK(all.net == 10005);
  CHECK(all.tax == 1501);
  CHECK(all.total == 11506);
  CHECK(all.due == 11506);
}

TEST_CASE("T3: golden case 5: three times 9.99 with 20 % in them are 8.33, 8.32, 8.32 and a tax of 5.00") {
  const auto nine = [](int n) { return line(n, 999, TaxCategory::S, "20"); };
  const InvoiceDocument all = document(acme, {nine(1), nine(2), nine(3)}, Prices::gross);
  CHECK(all.tax == 500);
  CHECK(all.net == 2497);
  CHECK(all.total == 2997);
  CHECK(line_nets(all) == std::vector<std::int64_t>{833, 832, 832});
}

TEST_CASE("T2: a group for each category and rate, in the order of their first lines") {
  const InvoiceDocument all =
      document(acme, {line(1, 1000), line(2, 500, TaxCategory::Z), line(3, 2000, TaxCategory::S, "20"), line(4, 1000)});
  CHECK(all.taxes == std::vector<TaxGroup>{{TaxCategory::S, dec("15"), 2000, 300, {}},
                                           {TaxCategory::Z, dec("0"), 500, 0, {}},
                                           {TaxCategory::S, dec("20"), 2000, 400, {}}});
  CHECK(all.total == 5200);
}

TEST_CASE("T3: line nets of each group sum to the group, also with a reduction among them") {
  const InvoiceDocument all =
      document(acme, {line(1, 999), line(2, -333), line(3, 1001), line(4, 777, TaxCategory::S, "20"), line(5, 1, TaxCategory::Z)},
               Prices::gross);
  const std::vector<std::int64_t> nets = line_nets(all);
  CHECK(nets[0] + nets[1] + nets[2] == all.taxes[0].net);
  CHECK(nets[3] == all.taxes[1].net);
  CHECK(nets[4] == 1);
  CHECK(all.net + all.tax == 999 - 333 + 1001 + 777 + 1);
}

TEST_CASE("T2: a negative group mirrors a positive one") {
  const InvoiceDocument all = document(acme, {line(1, -10), line(2, 10000, TaxCategory::Z)});
  CHECK(all.taxes[0].tax == -2);  // 1.5 away from zero
}

TEST_CASE("M1, M2: a line without claims prices the quantity it prints, in currencies of 0, 2 and 3 decimals") {
  CHECK(printed_amount(2778, QuantityDecimals::four, dec("333.33"), cur("EUR")) == 9260);
  CHECK(printed_amount(15, QuantityDecimals::two, dec("99.99"), cur("JPY")) == 15);
  CHECK(printed_amount(1500, QuantityDecimals::three, dec("10.0005"), cur("KWD")) == 15001);
  CHECK(printed_amount(-1'000'000, QuantityDecimals::six, dec("50"), cur("EUR")) == -5000);
  CHECK_THROWS_AS(printed_amount(INT64_MAX, QuantityDecimals::two, Decimal4{INT64_MAX}, cur("KWD")), std::overflow_error);
}

TEST_CASE("M5: a document is converted as a whole, at one rate, between currencies of different decimals") {
  InvoiceDocument all = document(acme, {line(1, 3335), line(2, 3335), line(3, 3335)});
  all.conversion = Conversion{cur("USD"), dec("1.0837"), day("2026-03-01"), 0, 0, 0};
  total_up(all);
  CHECK(all.conversion->total == 12469);  // 115.06 x 1.0837 = 124.690522
  CHECK(all.conversion->tax == 1627);     // 15.01 x 1.0837 = 16.266337
  CHECK(all.conversion->net == 12469 - 1627);
  all.conversion = Conversion{cur("JPY"), dec("161.25"), day("2026-03-01"), 0, 0, 0};
  total_up(all);
  CHECK(all.conversion->total == 18553);  // 18553.425
  CHECK(converted(1000, cur("JPY"), cur("KWD"), dec("0.0021")) == 2100);
  CHECK(converted(5, cur("KWD"), cur("EUR"), dec("1")) == 1);
}

TEST_CASE("2.14: what is drawn from deposits reduces what is due, not the total") {
  InvoiceDocument all = document(acme, {line(1, 10000)});
  all.deposits = {{invoice("d"), 4000}};
  total_up(all);
  CHECK(all.total == 11500);
  CHECK(all.due == 7500);
}

TEST_CASE("T1: tax_rate_missing: category S needs a rate, once for each date; other categories are 0") {
  Practice scenario;
  CHECK(refused(scenario.books(), document(acme, {line(1, 100), line(2, 100)}), "2019-12-31") ==
        Refusals{refuse(RefusalCode::tax_rate_missing, "",
                        {line_fact(1), {"jurisdiction", std::string("home")}, {"date", std::string("2019-12-31")}})});
  CHECK(refused(scenario.books(), document(acme, {line(1, 100, TaxCategory::Z), line(2, 1, TaxCategory::G)}), "2019-12-31")
            .empty());
}

TEST_CASE("T1: the rate is the client's jurisdiction's at the issue date, or at the supply date as a setting") {
  ClientBillingSet north{bolt, {}, {}, "north", {}, {}, {}, {}};
  Practice scenario({north, TaxRateSet{"north", dec("16"), day("2026-02-01"), "VAT"}});
  InvoiceDocument paper = document(bolt, {line(1, 100)});
  paper.lines[0].from = day("2026-01-01");
  paper.lines[0].to = day("2026-01-31");
  Faults none;
  rate_lines(scenario.books(), paper, day("2026-03-01"), none);
  CHECK(paper.lines[0].tax_percent == dec("16"));
  BillingSet supply;
  supply.tax_point = TaxPoint::supply_date;
  scenario.given({supply});
  rate_lines(scenario.books(), paper, day("2026-03-01"), none);
  CHECK(paper.lines[0].tax_percent == dec("20"));
  CHECK(none.none());
}

TEST_CASE("T5: tax_out_of_scope_mixed: category O stands alone on a document") {
  Practice scenario;
  CHECK(refused(scenario.books(), document(acme, {line(1, 100), line(2, 50, TaxCategory::O)})) ==
        Refusals{refuse(RefusalCode::tax_out_of_scope_mixed, "", {line_fact(2)})});
  CHECK(refused(scenario.books(), document(acme, {line(1, 100, TaxCategory::O), line(2, 50, TaxCategory::O)})).empty());
  CHECK(refused(scenario.books(), document(acme, {line(1, 100), line(2, 50, TaxCategory::E)})).empty());
}

TEST_CASE("tax_reason_missing: E, AE and O say why; a client's own reason stands in") {
  ClientBillingSet reverse{bolt, {}, TaxCategory::AE, {}, "Reverse charge", {}, {}, {}};
  Practice scenario({reverse});
  InvoiceDocument silent = document(acme, {line(1, 100, TaxCategory::E)});
  silent.lines[0].tax_reason.clear();
  CHECK(refused(scenario.books(), silent) == Refusals{refuse(RefusalCode::tax_reason_missing, "", {line_fact(1)})});
  InvoiceDocument usual = document(bolt, {line(1, 100, TaxCategory::AE)});
  usual.lines[0].tax_reason.clear();
  Faults faults;
  rate_lines(scenario.books(), usual, day("2026-03-01"), faults);
  CHECK(faults.none());
  CHECK(usual.taxes[0].reason == "Reverse charge");
  CHECK(client_tax(scenario.books(), bolt).category == TaxCategory::AE);
  CHECK(client_tax(scenario.books(), acme).reason.empty());
}

TEST_CASE("T6: price_negative: a reduction is a negative quantity") {
  Practice scenario;
  InvoiceDocument paper = document(acme, {line(1, 1000), line(2, -100)});
  CHECK(refused(scenario.books(), paper).empty());
  paper.lines[1].quantity = 10'000;
  paper.lines[1].price = dec("-1");
  CHECK(refused(scenario.books(), paper) == Refusals{refuse(RefusalCode::price_negative, "", {line_fact(2)})});
}

TEST_CASE("T7: line_outside_period: next month's fee and last month's overage need a period that spans both, or none") {
  Practice scenario;
  InvoiceDocument paper = document(acme, {line(1, 1000), line(2, 100)});
  paper.from = day("2026-03-01");
  paper.to = day("2026-03-31");
  paper.lines[0].from = paper.from;
  paper.lines[0].to = paper.to;
  paper.lines[1].from = day("2026-02-01");
  paper.lines[1].to = day("2026-02-28");
  CHECK(refused(scenario.books(), paper) == Refusals{refuse(RefusalCode::line_outside_period, "", {line_fact(2)})});
  paper.from = day("2026-02-01");
  CHECK(refused(scenario.books(), paper).empty());
  paper.from.reset();
  paper.to.reset();
  CHECK(refused(scenario.books(), paper).empty());
}

TEST_CASE("invoice_empty, total_negative, amount_too_large: what no document may be") {
  Practice scenario;
  CHECK(refused(scenario.books(), document(acme, {})) == Refusals{refuse(RefusalCode::invoice_empty)});
  CHECK(refused(scenario.books(), document(acme, {line(1, -100)})) ==
        Refusals{refuse(RefusalCode::total_negative, "", {{"total", std::int64_t{-115}}})});
  InvoiceDocument huge = document(acme, {line(1, 100)});
  huge.lines[0].net = INT64_MAX;
  CHECK(refused(scenario.books(), huge) == Refusals{refuse(RefusalCode::amount_too_large, "", {{"most", document_amount_max}})});
}
