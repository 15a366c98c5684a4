// Number series: N1 to N3 and N5.
#include "domain/invoice/next_number.hpp"
#include "tests/domain/money_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;
using namespace billtrail::testing::money;

namespace {

constexpr auto invoices = DocumentKind::invoice;

SetNumberSeries series(std::optional<std::string> format, std::optional<bool> yearly = {},
                       std::optional<std::int64_t> next = {}) {
  return {invoices, std::move(format), yearly, next};
}
std::string number_on(const Scenario& scenario, std::string_view on) {
  return next_number(scenario.books(), invoices, day(on)).text;
}
InvoiceDocument ten() { return document(acme, {line(1, 1000)}); }

}  // namespace

TEST_CASE("N1: formats with counter, year and month") {
  const Date date = day("2026-03-01");
  CHECK(formatted_number("INV-{counter:4}", date, 7) == "INV-0007");
  CHECK(formatted_number("{year}/{month}-{counter}", date, 12) == "2026/03-12");
  CHECK(formatted_number("{year2}{counter:3}", date, 1234) == "261234");
  for (const std::string_view sound : {"{counter}", "A{counter:9}B", "{year}-{month}-{counter:4}"}) {
    INFO(sound);
    CHECK(sound_format(sound, YearInFormat::not_needed));
  }
  for (const std::string_view wrong : {"", "INV", "{counter}{counter}", "{counter:0}", "{counter:10}", "{count}", "{counter",
                                       "counter}", "{}", "12345678901234567890123456789012345{counter}"}) {
    INFO(wrong);
    CHECK(!sound_format(wrong, YearInFormat::not_needed));
  }
  CHECK(!sound_format("{counter}", YearInFormat::needed));
  CHECK(sound_format("{year2}-{counter}", YearInFormat::needed));
}

TEST_CASE("N1: golden case 12: two issues one after the other are n and n+1, and a refused one burns none") {
  Practice scenario({drafted("a", ten()), approved("a"), drafted("b", ten()), approved("b"), drafted("c", ten())});
  scenario.when(IssueInvoice{invoice("a"), {}})
      .then({issue_event("a", 1, "2026-03-01", ten())})
      .when(IssueInvoice{invoice("c"), {}})
      .then_refused({refuse(RefusalCode::invoice_not_approved, "/invoice")})
      .when(IssueInvoice{invoice("b"), {}})
      .then({issue_event("b", 2, "2026-03-01", ten())});
}

TEST_CASE("N1: the counter goes back when the append is rolled back") {
  Practice scenario({drafted("a", ten()), approved("a")});
  scenario.books().journal.begin();
  scenario.when(IssueInvoice{invoice("a"), {}}).then_anything();
  CHECK(number_on(scenario, "2026-03-01") == "INV-0002");
  scenario.books().journal.roll_back();
  CHECK(number_on(scenario, "2026-03-01") == "INV-0001");
  CHECK(state(scenario, "a").stage == InvoiceStage::approved);
}

TEST_CASE("N1: a series may start anywhere before its first number; later jumps are reservations") {
  Practice scenario({drafted("a", ten()), approved("a")});
  scenario.when(series("R{counter}", {}, 100))
      .then({NumberSeriesSet{invoices, "R{counter}", false, 100}})
      .when(IssueInvoice{invoice("a"), {}})
      .then_anything()
      .when(series({}, {}, 105))
      .then({NumberSeriesSet{invoices, "R{counter}", false, 101}, NumbersReserved{invoices, 0, 101, 104, "next number set"}});
  CHECK(state(scenario, "a").number == "R100");
  CHECK(number_on(scenario, "2026-03-01") == "R105");
  scenario.when(series({}, {}, 104)).then_refused({refuse(RefusalCode::number_used, "/next", {{"next", std::int64_t{105}}})});
}

TEST_CASE("N1: a yearly series begins anew each year") {
  Practice scenario({drafted("a", ten()), approved("a"), drafted("b", ten()), approved("b")});
  scenario.when(series("{year}-{counter:3}", true))
      .then({NumberSeriesSet{invoices, "{year}-{counter:3}", true, 1}})
      .when(IssueInvoice{invoice("a"), day("2025-12-31")})
      .then_anything()
      .when(IssueInvoice{invoice("b"), day("2026-01-01")})
      .then_anything();
  CHECK(state(scenario, "a").number == "2025-001");
  CHECK(state(scenario, "b").number == "2026-001");
  CHECK(number_on(scenario, "2026-02-01") == "2026-002");
  CHECK(number_on(scenario, "2025-12-31") == "2025-002");
}

TEST_CASE("N1: a yearly series that starts within a year reserves what was counted elsewhere") {
  Practice scenario;
  scenario.when(series("{year}-{counter}", true, 42))
      .then({NumberSeriesSet{invoices, "{year}-{counter}", true, 1}, NumbersReserved{invoices, 2026, 1, 41, "next number set"}});
  CHECK(number_on(scenario, "2026-03-01") == "2026-42");
  CHECK(number_on(scenario, "2027-03-01") == "2027-1");
}

TEST_CASE(
    "number_series_invalid: the format needs its counter, the year of a yearly series, and another form when the years repeat") {
  const auto invalid = [](std::string pointer, std::string format) {
    return refuse(RefusalCode::number_series_invalid, std::move(pointer), {{"format", std::move(format)}});
  };
  Practice scenario;
  scenario.when(series("INV")).then_refused({invalid("/format", "INV")});
  scenario.when(series({}, true)).then_refused({invalid("/format", "INV-{counter:4}")});
  scenario.when(series({}, {}, 0))
      .then_refused({refuse(RefusalCode::setting_out_of_range, "/next",
                            {{"least", std::int64_t{1}}, {"most", std::int64_t{1'000'000'000'000}}}),
                     refuse(RefusalCode::number_used, "/next", {{"next", std::int64_t{1}}})});
  scenario.when(series("INV-{counter:4}")).then_refused({refuse(RefusalCode::nothing_to_change)});
  scenario.given({NumberSeriesSet{invoices, "{year}{counter:3}", false, 1}})
      .given(issued("a", 1, "2026-02-01", ten()))
      .when(series({}, true))
      .then_refused({invalid("/yearly", "{year}{counter:3}")});
}

TEST_CASE("N3: issue_date_too_early: not before the series' last date, unless the practice allows it") {
  Practice scenario(issued("a", 1, "2026-02-15", ten()));
  BillingSet allowed;
  allowed.backdated_issue = true;
  scenario.given({drafted("b", ten()), approved("b")})
      .when(IssueInvoice{invoice("b"), day("2026-02-14")})
      .then_refused({refuse(RefusalCode::issue_date_too_early, "/on", {{"last", std::string("2026-02-15")}})})
      .given({allowed})
      .when(IssueInvoice{invoice("b"), day("2026-02-14")})
      .then({issue_event("b", 2, "2026-02-14", ten())});
}

TEST_CASE("N2: a void invoice keeps its number") {
  Practice scenario(issued("a", 1, "2026-03-01", ten()));
  scenario.given({drafted("b", ten()), approved("b")})
      .when(VoidInvoice{invoice("a"), {}, "twice"})
      .then({InvoiceVoided{invoice("a"), day("2026-03-01"), "twice"}})
      .when(IssueInvoice{invoice("b"), {}})
      .then({issue_event("b", 2, "2026-03-01", ten())});
}

TEST_CASE("N5: imported history reserves its numbers") {
  Practice scenario({drafted("a", ten()), approved("a")});
  scenario.when(ReserveNumbers{invoices, {}, 1, 41, "from the old program"})
      .then({NumbersReserved{invoices, 0, 1, 41, "from the old program"}})
      .when(IssueInvoice{invoice("a"), {}})
      .then_anything()
      .when(ReserveNumbers{invoices, {}, 42, 42, "again"})
      .then_refused({refuse(RefusalCode::number_used, "/first", {{"next", std::int64_t{43}}})})
      .when(ReserveNumbers{invoices, 2026, 50, 49, " "})
      .then_refused({refuse(RefusalCode::reason_needed, "/reason"),
                     refuse(RefusalCode::setting_out_of_range, "/last",
                            {{"least", std::int64_t{50}}, {"most", std::int64_t{1'000'000'000'000}}}),
                     refuse(RefusalCode::number_series_invalid, "/year")});
  CHECK(state(scenario, "a").number == "INV-0042");
}
