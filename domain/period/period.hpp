// The period lock: nothing dated on or before it may be created, changed or removed (2.18).
#pragma once

#include <boost/describe.hpp>

#include "domain/kernel/time.hpp"

namespace billtrail {

struct LockPeriod {
  Date until;  // inclusive, in the practice's zone
};
BOOST_DESCRIBE_STRUCT(LockPeriod, (), (until))

struct PeriodLocked {
  Date until;
};
BOOST_DESCRIBE_STRUCT(PeriodLocked, (), (until))

}  // namespace billtrail
