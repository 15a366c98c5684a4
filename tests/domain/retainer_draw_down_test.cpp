// H2-H5: how work draws allowances down, and what is carried on. Pure arithmetic.
#include "domain/retainer/draw_down.hpp"

#include <random>

#include "domain/retainer/roll_over.hpp"
#include "tests/domain/retainer_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

std::string text(const DrawDown& drawn) {
  std::string parts;
  for (const DrawnPart& part : drawn.parts) {
    parts +=
        std::to_string(part.covered.count) + "+" + std::to_string(part.overage.count) + "(" + std::to_string(part.value) + ") ";
  }
  return parts;
}
std::string text(const std::vector<Bucket>& buckets) {
  std::string all;
  for (const Bucket& bucket : buckets) {
    all += std::to_string(bucket.origin) + ":" + std::to_string(bucket.amount);
    all += bucket.expires ? "<=" + std::to_string(*bucket.expires) + " " : " ";
  }
  return all;
}

RollingOver closing(std::vector<Bucket> left_over, RollOver how, std::int32_t periods = 0) {
  return {5, std::move(left_over), how, periods, {}, 11};
}

}  // namespace

TEST_CASE("H2: buckets are drawn by expiry, never-expiring last, then the period's own") {
  const std::vector<Bucket> carried{{1, 10, {}}, {3, 20, 6}, {2, 30, 5}, {2, 40, 6}};
  CHECK(text(buckets_of(carried, 4, 100, 0, DrawOrder::carried_first)) == "2:30<=5 2:40<=6 3:20<=6 1:10 4:100 ");
  CHECK(text(buckets_of(carried, 4, 100, 0, DrawOrder::own_first)) == "4:100 2:30<=5 2:40<=6 3:20<=6 1:10 ");
}

TEST_CASE("H4: a deficit reduces the period's own hours, never carried ones") {
  CHECK(text(buckets_of({{3, 20, 6}}, 4, 100, 30, DrawOrder::carried_first)) == "3:20<=6 4:70 ");
  CHECK(text(buckets_of({{3, 20, 6}}, 4, 100, 130, DrawOrder::carried_first)) == "3:20<=6 4:0 ");
}

TEST_CASE("H3: the entry that crosses the allowance is split at the second, and its value with it") {
  const DrawDown drawn = draw_down(AllowanceBasis::hours, {{0, 5400, {}}}, {{{3600}, 10'000}, {{3600}, 10'001}, {{60}, 167}});
  CHECK(text(drawn) == "3600+0(0) 1800+1800(5000) 0+60(167) ");
  CHECK(drawn.available == 5400);
  CHECK(drawn.used == 7260);
  CHECK(drawn.overage == 1860);
}

TEST_CASE("H2: each bucket says how much of it was drawn") {
  const DrawDown drawn = draw_down(AllowanceBasis::hours, {{0, 10, 1}, {0, 20, 2}, {1, 30, {}}}, {{{25}, 0}});
  CHECK(drawn.drawn == std::vector<std::int64_t>{10, 15, 0});
}

TEST_CASE("H3: a money allowance is crossed by value, and the seconds follow") {
  const DrawDown drawn =
      draw_down(AllowanceBasis::money, {{0, 15'000, {}}}, {{{3600}, 10'000}, {{3600}, 10'000}, {{7200}, 20'000}});
  CHECK(text(drawn) == "3600+0(0) 1800+1800(5000) 0+7200(20000) ");
  CHECK(drawn.used == 40'000);
  CHECK(drawn.overage == 25'000);
}

TEST_CASE("H3: work taken back gives the overage back first") {
  const DrawDown drawn = draw_down(AllowanceBasis::hours, {{0, 3600, {}}}, {{{5400}, 15'000}, {{-2700}, -7'500}});
  CHECK(text(drawn) == "3600+1800(5000) -900+-1800(-5000) ");
  CHECK(drawn.overage == 0);
  CHECK(drawn.used == 2700);
}

TEST_CASE("H3: where the allowance counts neither hours nor money, work is covered") {
  CHECK(text(draw_down(AllowanceBasis::deliverables, {{0, 3, {}}}, {{{3600}, 10'000}})) == "3600+0(0) ");
}

TEST_CASE("H3: random work always splits into parts that sum to the whole, in seconds and in cents") {
  const unsigned seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  const auto any = [&](std::int64_t first, std::int64_t last) {
    return std::uniform_int_distribution<std::int64_t>(first, last)(random);
  };
  for (int round = 0; round < 300; ++round) {
    const AllowanceBasis basis = any(0, 1) == 0 ? AllowanceBasis::hours : AllowanceBasis::money;
    std::vector<Bucket> buckets;
    for (std::int64_t i = any(1, 4); i > 0; --i) buckets.push_back({0, any(0, 40'000), {}});
    std::vector<DrawnWork> work;
    for (std::int64_t i = any(0, 12); i > 0; --i) {
      const std::int64_t sign = any(0, 5) == 0 ? -1 : 1;
      work.push_back({{sign * any(1, 30'000)}, sign * any(0, 90'000)});
    }
    const DrawDown drawn = draw_down(basis, buckets, work);
    std::int64_t overage = 0;
    for (std::size_t i = 0; i < work.size(); ++i) {
      REQUIRE((drawn.parts[i].covered + drawn.parts[i].overage) == work[i].billed);
      overage += basis == AllowanceBasis::hours ? drawn.parts[i].overage.count : drawn.parts[i].value;
    }
    REQUIRE(overage == drawn.overage);
    std::int64_t from_buckets = 0;
    for (const std::int64_t amount : drawn.drawn) from_buckets += amount;
    REQUIRE(from_buckets + drawn.overage == std::max<std::int64_t>(0, drawn.used));
  }
}

TEST_CASE("H5: nothing is carried by default, and what is left expires") {
  const RolledOver rolled = roll_over(closing({{5, 100, {}}}, RollOver::none));
  CHECK(text(rolled.carried).empty());
  CHECK(rolled.expired == 100);
}

TEST_CASE("H5: the own rest lives for N periods, older buckets keep their expiry, expired ones end first") {
  const RolledOver rolled = roll_over(closing({{3, 10, 5}, {4, 20, 6}, {5, 100, {}}}, RollOver::periods, 2));
  CHECK(text(rolled.carried) == "4:20<=6 5:100<=7 ");
  CHECK(rolled.expired == 10);
}

TEST_CASE("H5: rests may live to the end of the year, or for ever") {
  CHECK(text(roll_over(closing({{5, 100, {}}}, RollOver::year_end)).carried) == "5:100<=11 ");
  CHECK(text(roll_over(closing({{5, 100, {}}}, RollOver::forever)).carried) == "5:100 ");
  RollingOver december = closing({{5, 100, {}}}, RollOver::year_end);
  december.last_of_year = 5;
  CHECK(roll_over(december).expired == 100);
}

TEST_CASE("H5: the cap bounds the sum carried and drops the soonest to expire first") {
  RollingOver rolling = closing({{4, 20, 6}, {3, 30, {}}, {5, 100, {}}}, RollOver::periods, 3);
  rolling.cap = 110;
  const RolledOver rolled = roll_over(rolling);
  CHECK(text(rolled.carried) == "5:80<=8 3:30 ");
  CHECK(rolled.expired == 40);
}
