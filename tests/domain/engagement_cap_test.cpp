// 2.5, 2.21: capped work.
#include "domain/engagement/cap_split.hpp"

#include "tests/support/given_when_then.hpp"

using namespace billtrail;

namespace {

std::string text(const std::vector<WithinCap>& parts) {
  std::string all;
  for (const WithinCap& part : parts) all += std::to_string(part.seconds.count) + "(" + std::to_string(part.value) + ") ";
  return all;
}

}  // namespace

TEST_CASE("2.5: work is within the cap until its value is reached, and the crossing entry is split by value") {
  CHECK(text(within_cap(15'000, {{{3600}, 10'000}, {{3600}, 10'000}, {{60}, 167}})) == "3600(10000) 1800(5000) 0(0) ");
  CHECK(text(within_cap(20'000, {{{3600}, 10'000}, {{3600}, 10'000}})) == "3600(10000) 3600(10000) ");
}

TEST_CASE("2.5: seconds follow the value, half away from zero") { CHECK(text(within_cap(1, {{{3}, 2}})) == "2(1) "); }

TEST_CASE("2.5: work taken back gives room again, and unpriced work takes none") {
  CHECK(text(within_cap(10'000, {{{3600}, 10'000}, {{-1800}, -5'000}, {{3600}, 10'000}})) ==
        "3600(10000) -1800(-5000) 1800(5000) ");
  CHECK(text(within_cap(10'000, {{{3600}, 10'000}, {{60}, 0}})) == "3600(10000) 60(0) ");
}
