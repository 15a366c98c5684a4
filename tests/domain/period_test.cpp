// 2.18: the lock date of the practice.
#include "tests/support/given_when_then.hpp"

using namespace billtrail;
using namespace billtrail::testing;

TEST_CASE("the lock date moves forward, up to today") {
  Scenario{}
      .given({opened()})
      .when(LockPeriod{day("2026-01-31")})
      .then({PeriodLocked{day("2026-01-31")}})
      .when(LockPeriod{day("2026-03-01")})
      .then({PeriodLocked{day("2026-03-01")}});
}

TEST_CASE("lock_moves_back: what is locked stays locked") {
  Scenario{}
      .given({opened(), PeriodLocked{day("2026-01-31")}})
      .when(LockPeriod{day("2026-01-30")})
      .then_refused({refuse(RefusalCode::lock_moves_back, "/until", {{"locked_until", "2026-01-31"}})});
}

TEST_CASE("nothing_to_change: locking up to the same date again is refused") {
  Scenario{}
      .given({opened(), PeriodLocked{day("2026-01-31")}})
      .when(LockPeriod{day("2026-01-31")})
      .then_refused({refuse(RefusalCode::nothing_to_change, "/until")});
}

TEST_CASE("occurred_in_the_future: nothing is locked that is still to come") {
  Scenario{}
      .given({opened()})
      .when(LockPeriod{day("2026-03-02")})
      .then_refused({refuse(RefusalCode::occurred_in_the_future, "/until", {{"today", "2026-03-01"}})});
}
