// Commands in words; compiled apart, as every one there is has its own.
#include "tests/simulation/simulated_practice.hpp"
#include "tests/support/describe_text.hpp"

namespace billtrail::simulation {

std::string text_of_command(const Command& command) { return testing::text_of(static_cast<const AnyCommand&>(command)); }

}  // namespace billtrail::simulation
