// Money, decimals, rounding and proportional parts: conventions of part 2, M1, M3, M4, D1, D4, W1a.
#include <random>

#include "domain/kernel/line_value.hpp"
#include "domain/kernel/money.hpp"
#include "domain/kernel/rounding.hpp"
#include "domain/rounding/round_time.hpp"
#include "tests/support/given_when_then.hpp"
#include "tests/support/table.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

std::vector<std::int64_t> numbers(const std::vector<std::string>& words) {
  std::vector<std::int64_t> values;
  for (const std::string& word : words) values.push_back(std::stoll(word));
  return values;
}

template <class Enum>
Enum named(const std::string& word) {
  Enum value{};
  if (!boost::describe::enum_from_string(word.c_str(), value)) throw std::runtime_error("no such name: " + word);
  return value;
}

std::int64_t sum(const std::vector<std::int64_t>& values) {
  std::int64_t total = 0;
  for (const std::int64_t value : values) total += value;
  return total;
}

}  // namespace

TEST_CASE("a currency is a code of ISO 4217 that is in use as money") {
  CHECK(Currency::parse("EUR"));
  CHECK(Currency::parse("XOF"));
  for (const char* wrong : {"", "EU", "EURO", "eur", "XXX", "XAU", "XTS", "CLF", "CHE", "DEM", "E1R"}) {
    INFO(wrong);
    CHECK_FALSE(Currency::parse(wrong));
  }
}

TEST_CASE("the exponent of a currency is 0, 2 or 3 as ISO 4217 has it") {
  CHECK(cur("JPY").exponent() == 0);
  CHECK(cur("ISK").exponent() == 0);
  CHECK(cur("EUR").exponent() == 2);
  CHECK(cur("ZAR").exponent() == 2);
  CHECK(cur("KWD").exponent() == 3);
  CHECK(cur("TND").exponent() == 3);
}

TEST_CASE("money prints with the decimals of its currency") {
  CHECK(to_text({12050, cur("EUR")}) == "120.50 EUR");
  CHECK(to_text({-5, cur("EUR")}) == "-0.05 EUR");
  CHECK(to_text({12050, cur("JPY")}) == "12050 JPY");
  CHECK(to_text({12050, cur("KWD")}) == "12.050 KWD");
}

TEST_CASE("decimals have four places, no more") {
  for (const TableRow& row : table("decimals")) {
    INFO(row.line);
    const auto value = Decimal4::parse(row.given[0]);
    CHECK((value ? value->text() : "no") == row.expected[0]);
  }
  CHECK_FALSE(Decimal4::parse(""));
}

TEST_CASE("a quotient is rounded half away from zero") {
  CHECK(divide_half_away(5, 10) == 1);
  CHECK(divide_half_away(-5, 10) == -1);
  CHECK(divide_half_away(4, 10) == 0);
  CHECK(divide_half_away(-14, 10) == -1);
  CHECK(divide_half_away(-15, 10) == -2);
  CHECK(divide_half_away(7, 7) == 1);
  CHECK_THROWS_AS(divide_half_away(Int128{1} << 100, 3), std::overflow_error);
  CHECK_THROWS_AS(divide_half_away(-(Int128{1} << 64), 1), std::overflow_error);
}

TEST_CASE("M1, M2: a line prices the quantity it prints: 400 min at 100.00 are 666.67, 1000 s at 333.33 are 92.60") {
  for (const TableRow& row : table("line_value")) {
    INFO(row.line);
    const Seconds seconds{std::stoll(row.given[0])};
    const Price price{dec(row.given[1]), cur(row.given[2]), Seconds{std::stoll(row.given[3])}};
    const int printed = std::stoi(row.given[4]);
    const QuantityDecimals decimals = printed == 2   ? QuantityDecimals::two
                                      : printed == 3 ? QuantityDecimals::three
                                      : printed == 6 ? QuantityDecimals::six
                                                     : QuantityDecimals::four;
    CHECK(printed_quantity(seconds, price, decimals) == std::stoll(row.expected[0]));
    CHECK(to_text(line_value(seconds, price, decimals)) == row.expected[1] + " " + row.given[2]);
  }
}

TEST_CASE("W1a: an entry is priced once, half away from zero") {
  for (const TableRow& row : table("value_of")) {
    INFO(row.line);
    const Price price{dec(row.given[1]), cur(row.given[2]), Seconds{std::stoll(row.given[3])}};
    CHECK(to_text(value_of(Seconds{std::stoll(row.given[0])}, price)) == row.expected[0] + " " + row.given[2]);
  }
}

TEST_CASE("W1a: pricing each of five entries first loses a cent against their sum") {
  const Price price{dec("100"), cur("EUR")};
  std::int64_t each_first = 0;
  std::int64_t minutes_in_all = 0;
  for (const std::int64_t minutes : {15, 50, 225, 75, 35}) {
    each_first += value_of(Seconds{minutes * 60}, price).minor;
    minutes_in_all += minutes;
  }
  CHECK(each_first == 666'66);
  CHECK(value_of(Seconds{minutes_in_all * 60}, price).minor == 666'67);
}

TEST_CASE("M3, M4: parts by largest remainder sum exactly, ties go to the earlier") {
  for (const TableRow& row : table("largest_remainder")) {
    INFO(row.line);
    std::vector<std::int64_t> weights = numbers(row.given);
    const std::int64_t total = weights.front();
    weights.erase(weights.begin());
    CHECK(largest_remainder(total, weights) == numbers(row.expected));
  }
}

TEST_CASE("largest remainder refuses what has no proportion") {
  CHECK_THROWS_AS(largest_remainder(1, {0, 0}), std::invalid_argument);
  CHECK_THROWS_AS(largest_remainder(1, {}), std::invalid_argument);
  CHECK_THROWS_AS(largest_remainder(1, {2, -1}), std::invalid_argument);
  CHECK(largest_remainder(0, {0, 0}) == std::vector<std::int64_t>{0, 0});
}

TEST_CASE("any parts by largest remainder sum to the total, mirror, and stay within one of their share") {
  const auto seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 2000; ++round) {
    std::vector<std::int64_t> weights(1 + random() % 12);
    for (std::int64_t& weight : weights) weight = static_cast<std::int64_t>(random() % (round % 2 == 0 ? 5U : 1'000'000'000U));
    weights[random() % weights.size()] += 1;
    const auto total = static_cast<std::int64_t>(random() % 1'000'000'000'000U);

    const auto parts = largest_remainder(total, weights);
    auto mirrored = largest_remainder(-total, weights);
    for (std::int64_t& part : mirrored) part = -part;
    REQUIRE(sum(parts) == total);
    REQUIRE(parts == mirrored);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const Int128 off = Int128{parts[i]} * sum(weights) - Int128{total} * weights[i];
      REQUIRE((off < sum(weights) && off > -sum(weights)));
    }
  }
}

TEST_CASE("a percentage has two decimals, half away from zero") {
  CHECK(percent_hundredths(126, 144) == 87'50);
  CHECK(percent_hundredths(126, 160) == 78'75);
  CHECK(percent_hundredths(1, 3) == 33'33);
  CHECK(percent_hundredths(2, 3) == 66'67);
  CHECK(percent_hundredths(-1, 3) == -33'33);
  CHECK(percent_hundredths(3, 2) == 150'00);
  CHECK(percent_hundredths(1, 20'000) == 1);
}

TEST_CASE("D1: billed seconds follow the policy and raw seconds stay") {
  for (const TableRow& row : table("round_time")) {
    INFO(row.line);
    const RoundingTerms terms{named<RoundingMode>(row.given[0]), Seconds{std::stoll(row.given[1])},
                              Seconds{std::stoll(row.given[2])}, Seconds{std::stoll(row.given[3])}};
    CHECK(rounded(Seconds{std::stoll(row.given[4])}, terms).count == std::stoll(row.expected[0]));
  }
}

TEST_CASE("D4: a group of 4 h 10 in pieces of 25 minutes is 4 h 15, not 5 h") {
  const RoundingTerms terms{RoundingMode::up, Seconds{900}, {}, {}, RoundingScope::group};
  const std::vector<Seconds> pieces(10, Seconds{1500});
  const std::vector<Seconds> billed = rounded_group(pieces, terms);
  CHECK(billed == std::vector<Seconds>(10, Seconds{1530}));
  CHECK(rounded(Seconds{1500}, terms) == Seconds{1800});
}

TEST_CASE("D4: the difference falls on the entries by magnitude, equal ones earlier first") {
  const RoundingTerms up{RoundingMode::up, Seconds{60}, {}, {}, RoundingScope::group};
  CHECK(rounded_group({{10}, {10}, {30}}, up) == std::vector<Seconds>{{12}, {12}, {36}});
  CHECK(rounded_group({{29}, {29}}, up) == std::vector<Seconds>{{30}, {30}});
  CHECK(rounded_group({{29}, {28}}, up) == std::vector<Seconds>{{31}, {29}});
  CHECK(rounded_group({{0}, {59}}, up) == std::vector<Seconds>{{0}, {60}});
  CHECK(rounded_group({}, up).empty());
  CHECK(rounded_group({{0}, {0}}, up) == std::vector<Seconds>{{0}, {0}});
}

TEST_CASE("D4: any group's parts sum to its rounded total and none falls below zero") {
  const auto seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 2000; ++round) {
    std::vector<Seconds> raw(1 + random() % 10);
    Seconds total;
    for (Seconds& part : raw) {
      part.count = static_cast<std::int64_t>(random() % (round % 2 == 0 ? 20U : 20'000U));
      total += part;
    }
    const RoundingTerms terms{static_cast<RoundingMode>(random() % 4), Seconds{static_cast<std::int64_t>(60 + random() % 14341)},
                              Seconds{static_cast<std::int64_t>(random() % 2 * 600)},
                              Seconds{static_cast<std::int64_t>(random() % 300)}, RoundingScope::group};
    Seconds billed;
    for (const Seconds part : rounded_group(raw, terms)) {
      REQUIRE(part.count >= 0);
      billed += part;
    }
    REQUIRE(billed == rounded(total, terms));
  }
}
