// N1, N2, N4, N5: the proof that numbers are dense.
#include "projections/number_series.hpp"

#include <tuple>

#include "tests/projections/paper.hpp"

namespace billtrail::testing {
namespace {

using Counters = std::vector<std::int64_t>;

NumberSeriesRow series(const Paper& paper, const Parameters& parameters = {}, std::string_view key = "invoice/0") {
  for (const NumberSeriesRow& row : number_series(paper.views(), asked("number-series", parameters)).rows) {
    if (row.key == key) return row;
  }
  FAIL("no series " << key);
  return {};
}

// Issued with these counters, a day after one another from 2026-01-01 on.
Paper issued(const Counters& counters) {
  Paper paper;
  int number = 0;
  for (const std::int64_t counter : counters) {
    const std::string invoice = "i" + std::to_string(++number);
    const std::string date = (on("2025-12-31") + number).text();
    paper.draft(invoice, "acme", 100).issue(invoice, date, date, counter);
  }
  return paper;
}

}  // namespace

TEST_CASE("N4: a series without gaps or duplicates is dense, and says what comes next") {
  const NumberSeriesRow row = series(issued({1, 2, 3}));
  CHECK(row.dense);
  CHECK(row.first == 1);
  CHECK(row.last == 3);
  CHECK(row.next == 4);
  CHECK(row.issued == 3);
  CHECK(row.format == "INV-{counter:4}");
}

TEST_CASE("N4: gaps and duplicates are named") {
  const NumberSeriesRow gaps = series(issued({1, 2, 5, 7}));
  CHECK_FALSE(gaps.dense);
  CHECK(gaps.gaps == Counters{3, 4, 6});
  CHECK(gaps.duplicates.empty());
  const NumberSeriesRow twice = series(issued({1, 2, 2, 2, 3}));
  CHECK_FALSE(twice.dense);
  CHECK(twice.duplicates == Counters{2});
  CHECK(series(issued({3, 4})).gaps == Counters{1, 2});
}

TEST_CASE("N2: a void number stays used") {
  Paper paper = issued({1, 2, 3});
  paper.add(InvoiceVoided{an<InvoiceId>("i2"), on("2026-01-05"), "wrong"});
  const NumberSeriesRow row = series(paper);
  CHECK(row.dense);
  CHECK(row.issued == 3);
  CHECK(row.voided == 1);
}

TEST_CASE("N5: reserved numbers close the gap, and may be many") {
  Paper paper = issued({1'000'000'001, 1'000'000'002});
  paper.add(NumbersReserved{DocumentKind::invoice, 0, 1, 1'000'000'000, "before"});
  const NumberSeriesRow row = series(paper);
  CHECK(row.dense);
  CHECK(row.reserved == 1'000'000'000);
  CHECK(row.first == 1);
  paper.add(NumbersReserved{DocumentKind::invoice, 0, 1'000'000'002, 1'000'000'003, "twice"});
  CHECK(series(paper).duplicates == Counters{1'000'000'002});
  CHECK(series(paper).next == 1'000'000'004);
}

TEST_CASE("N1: a series may begin later, and each year anew") {
  Paper paper;
  paper.add(NumberSeriesSet{DocumentKind::invoice, "A-{counter}", false, 100});
  CHECK(series(paper).next == 100);
  paper.draft("i1", "acme", 100).issue("i1", "2026-01-01", "2026-01-01", 100);
  CHECK(series(paper).dense);
  CHECK(series(paper).next == 101);
  CHECK(series(paper).format == "A-{counter}");

  Paper yearly;
  yearly.add(NumberSeriesSet{DocumentKind::invoice, "{year}-{counter}", true, 1});
  const std::vector<std::tuple<const char*, int, int>> documents{{"a", 2025, 1}, {"b", 2025, 2}, {"c", 2026, 1}, {"d", 2026, 3}};
  for (const auto& [invoice, year, counter] : documents) {
    InvoiceIssued event;
    event.invoice = an<InvoiceId>(invoice);
    event.counter = counter;
    event.series_year = year;
    event.on = Date::from(year, 1, counter).value();
    event.due_on = event.on;
    event.document.client = an<ClientId>("acme");
    yearly.draft(invoice, "acme", 0).add(event);
  }
  CHECK(series(yearly, {}, "invoice/2025").dense);
  CHECK(series(yearly, {}, "invoice/2026").gaps == Counters{2});
}

TEST_CASE("N4: as of a day only what is dated by then is counted; a number that a later document holds is no gap") {
  const Paper paper = issued({1, 3, 2});
  CHECK(series(paper).dense);
  const NumberSeriesRow row = series(paper, {{"as_of", "2026-01-02"}});
  CHECK(row.issued == 2);
  CHECK(row.last == 3);
  CHECK(row.dense);
}

TEST_CASE("N1: credit notes have a series of their own, which is there before its first") {
  Paper paper = issued({1});
  CHECK(series(paper, {}, "credit_note/0").next == 1);
  paper.credit("n1", "i1", "2026-02-01", 50, 50);
  CHECK(series(paper, {}, "credit_note/0").issued == 1);
  CHECK(series(paper).issued == 1);
}

}  // namespace billtrail::testing
