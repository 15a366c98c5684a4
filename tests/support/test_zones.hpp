// The real zones of the machine's tzdata, for tests whose rule is about zones. The object lives as long as the program.
#pragma once

#include "domain/kernel/zone.hpp"

namespace billtrail::testing {

const ZoneRules& test_zones();

}  // namespace billtrail::testing
