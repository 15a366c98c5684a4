// C1-C3: where periods begin and end, and what a part of one costs.
#include "domain/retainer/periods.hpp"

#include <random>

#include "tests/domain/retainer_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

CycleTerms months(std::int32_t every, std::int32_t anchor_day, std::optional<std::int32_t> anchor_month = {}) {
  CycleTerms cycle;
  cycle.every = every;
  cycle.anchor_day = anchor_day;
  cycle.anchor_month = anchor_month;
  return cycle;
}
CycleTerms weeks(std::int32_t every) {
  CycleTerms cycle;
  cycle.unit = CycleUnit::week;
  cycle.every = every;
  return cycle;
}

std::string bounds(const Cadence& cadence, std::int32_t from, std::int32_t count) {
  std::string text;
  for (std::int32_t n = from; n < from + count; ++n) text += bound(cadence, n).text() + " ";
  return text;
}

std::string described(const std::optional<Period>& period) {
  return period ? std::to_string(period->period) + ": " + period->from.text() + " to " + period->to.text() : "none";
}

std::int64_t fee_of(const Cadence& cadence, std::int32_t n, std::int64_t fee) {
  const Period period = period_at(cadence, n).value();
  return prorated_fee(cadence, period, {period.from, period.to}, fee);
}
std::int64_t allowance_of(const Cadence& cadence, std::int32_t n, AllowanceBasis basis, std::int64_t allowance) {
  PeriodTerms terms;
  terms.basis = basis;
  terms.allowance = allowance;
  const Period period = period_at(cadence, n).value();
  return prorated_allowance(cadence, period, {period.from, period.to}, terms);
}

}  // namespace

TEST_CASE("C1, golden 6: anchor 31 over 24 months, with a leap February, never drifts") {
  const Cadence cadence{months(1, 31), day("2027-01-31"), {}};
  CHECK(first_period(cadence) == 0);
  CHECK(
      bounds(cadence, 0, 24) ==
      "2027-01-31 2027-02-28 2027-03-31 2027-04-30 2027-05-31 2027-06-30 2027-07-31 2027-08-31 2027-09-30 2027-10-31 2027-11-30 "
      "2027-12-31 2028-01-31 2028-02-29 2028-03-31 2028-04-30 2028-05-31 2028-06-30 2028-07-31 2028-08-31 2028-09-30 2028-10-31 "
      "2028-11-30 2028-12-31 ");
}

TEST_CASE("C1, golden 6: anchor 31 with the start on 15 February has a stub to the 28th") {
  const Cadence cadence{months(1, 31), day("2026-02-15"), {}};
  CHECK(first_period(cadence) == -1);
  CHECK(
      bounds(cadence, 0, 24) ==
      "2026-02-28 2026-03-31 2026-04-30 2026-05-31 2026-06-30 2026-07-31 2026-08-31 2026-09-30 2026-10-31 2026-11-30 2026-12-31 "
      "2027-01-31 2027-02-28 2027-03-31 2027-04-30 2027-05-31 2027-06-30 2027-07-31 2027-08-31 2027-09-30 2027-10-31 2027-11-30 "
      "2027-12-31 2028-01-31 ");
  CHECK(described(period_at(cadence, -1)) == "-1: 2026-02-15 to 2026-02-28");
  CHECK(described(period_at(cadence, 0)) == "0: 2026-02-28 to 2026-03-31");
}

TEST_CASE("C1: quarters and years begin in their anchor month, weeks on the start date") {
  CHECK(bounds({months(3, 1, 1), day("2026-02-10"), {}}, -1, 3) == "2026-01-01 2026-04-01 2026-07-01 ");
  CHECK(bounds({months(3, 1), day("2026-02-10"), {}}, -1, 3) == "2025-12-01 2026-03-01 2026-06-01 ");
  CHECK(bounds({months(12, 29, 2), day("2026-02-10"), {}}, 0, 4) == "2026-02-28 2027-02-28 2028-02-29 2029-02-28 ");
  CHECK(bounds({weeks(2), day("2026-01-07"), {}}, 0, 3) == "2026-01-07 2026-01-21 2026-02-04 ");
  CHECK(first_period({weeks(2), day("2026-01-07"), {}}) == 0);
}

TEST_CASE("C1: an agreement has no period before its start and none from its end on") {
  const Cadence cadence{months(1, 1), day("2026-01-15"), day("2026-03-10")};
  CHECK(described(period_at(cadence, -2)) == "none");
  CHECK(described(period_at(cadence, -1)) == "-1: 2026-01-15 to 2026-02-01");
  CHECK(described(period_at(cadence, 1)) == "1: 2026-03-01 to 2026-03-10");
  CHECK(described(period_at(cadence, 2)) == "none");
}

TEST_CASE("C2, C3, golden 7: a stub of 17 days costs 17/31 of 3 100.00, all of it, or nothing") {
  Cadence cadence{months(1, 1), day("2026-01-15"), {}};
  CHECK(fee_of(cadence, -1, 310'000) == 170'000);
  CHECK(fee_of(cadence, 0, 310'000) == 310'000);
  cadence.cycle.stub = StubPolicy::full_fee;
  CHECK(fee_of(cadence, -1, 310'000) == 310'000);
  CHECK(allowance_of(cadence, -1, AllowanceBasis::hours, 40 * hour) == 40 * hour);
  cadence.cycle.stub = StubPolicy::free;
  CHECK(fee_of(cadence, -1, 310'000) == 0);
  CHECK(allowance_of(cadence, -1, AllowanceBasis::hours, 31 * hour) == 17 * hour);
}

TEST_CASE("C3, golden 8: 100.00 until the 15th and 200.00 from then are 45.16 and 109.68") {
  const Cadence cadence{months(1, 1), day("2026-01-01"), {}};
  const Period january = period_at(cadence, 0).value();
  CHECK(prorated_fee(cadence, january, {day("2026-01-01"), day("2026-01-15")}, 10'000) == 4'516);
  CHECK(prorated_fee(cadence, january, {day("2026-01-15"), day("2026-02-01")}, 20'000) == 10'968);
}

TEST_CASE("C3: the divisor is the whole period also where the agreement begins and ends inside it") {
  const Cadence cadence{months(1, 1), day("2026-01-10"), day("2026-01-20")};
  CHECK(fee_of(cadence, -1, 310'000) == 100'000);
  const Cadence quarter{months(3, 1, 1), day("2026-01-01"), day("2026-02-01")};
  CHECK(fee_of(quarter, 0, 90'000) == 31'000);
}

TEST_CASE("C3: a divisor of thirty days is an option, and a part never costs more than the fee") {
  Cadence cadence{months(1, 1), day("2026-01-15"), {}};
  cadence.cycle.divisor = ProrationDivisor::thirty_days;
  CHECK(fee_of(cadence, -1, 300'000) == 170'000);
  CHECK(fee_of(cadence, 1, 300'000) == 300'000);  // February, whole
  const Period january = period_at({cadence.cycle, day("2026-01-01"), {}}, 0).value();
  CHECK(prorated_fee(cadence, {0, day("2026-01-01"), day("2026-01-31"), january.whole_from, january.whole_to},
                     {day("2026-01-01"), day("2026-01-31")}, 300'000) == 300'000);
}

TEST_CASE("C3: hours round to the minute, pieces and money to the unit, half away from zero") {
  const Cadence cadence{months(1, 1), day("2026-01-15"), {}};
  CHECK(allowance_of(cadence, -1, AllowanceBasis::hours, 40 * hour) == 78'960);  // 21.935 h are 21 h 56
  CHECK(allowance_of(cadence, -1, AllowanceBasis::deliverables, 20) == 11);      // 10.97
  CHECK(allowance_of(cadence, -1, AllowanceBasis::money, 1'000) == 548);         // 548.39
  const Cadence half{months(1, 1), day("2026-04-16"), {}};
  CHECK(allowance_of(half, -1, AllowanceBasis::deliverables, 5) == 3);  // 2.5
}

TEST_CASE("H5: the last period of a year is the last that begins in it") {
  CHECK(last_of_year({months(1, 1), day("2026-01-01"), {}}, 2) == 11);
  CHECK(last_of_year({months(1, 15), day("2026-12-20"), {}}, -1) == -1);
  CHECK(last_of_year({months(12, 1, 4), day("2026-04-01"), {}}, 0) == 0);
}

TEST_CASE("C1: random agreements have periods without gap or overlap, and every day finds its own") {
  const unsigned seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  const auto any = [&](int first, int last) { return std::uniform_int_distribution<int>(first, last)(random); };
  for (int round = 0; round < 200; ++round) {
    const int every = std::vector<int>{1, 3, 6, 12}[static_cast<std::size_t>(any(0, 3))];
    CycleTerms cycle = any(0, 3) == 0 ? weeks(any(1, 5)) : months(every, any(1, 31));
    if (cycle.unit == CycleUnit::month && every > 1 && any(0, 1) == 1) cycle.anchor_month = any(1, 12);
    const Cadence cadence{cycle, day("2026-01-01") + any(0, 800), {}};
    std::int32_t n = first_period(cadence);
    Date next = cadence.starts;
    for (int i = 0; i < 30; ++i, ++n) {
      const Period period = period_at(cadence, n).value();
      REQUIRE(period.from == next);
      REQUIRE(period.to > period.from);
      REQUIRE(period_of(cadence, period.from) == n);
      REQUIRE(period_of(cadence, period.to - 1) == n);
      next = period.to;
    }
    REQUIRE(period_of(cadence, cadence.starts - 1) == std::nullopt);
  }
}
