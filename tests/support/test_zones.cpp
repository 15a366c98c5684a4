// The real zones of the machine, shared by all tests of a program.
#include "tests/support/test_zones.hpp"

#include "gateway/zones/system_zones.hpp"

namespace billtrail::testing {

const ZoneRules& test_zones() {
  static const SystemZones zones;
  return zones;
}

}  // namespace billtrail::testing
