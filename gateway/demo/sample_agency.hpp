// The sample agency of `serve --demo`: Harbour & Pine, twelve people and fifteen clients in Berlin, with eighteen months of work
// The sample agency of `serve --demo`: Harbour & Pine, twelve people and fifteen clients in Berlin, with eighteen months of work and of
// same day gives the same commands, ids included, on every machine.
#pragma once

#include <string_view>
#include <vector>

#include "domain/command.hpp"
#include "domain/kernel/zone.hpp"

namespace billtrail {

inline constexpr std::string_view sample_agency_zone = "Europe/Berlin";
inline constexpr int sample_agency_months = 18;

struct DemoCommand {
  CommandId id;
  Command command;
  ActorId actor;  // who would have sent it
  Date day;       // when it would have been sent
};

// `today` is the local day in the agency's zone. The last command starts a timer that runs on.
std::vector<DemoCommand> sample_agency(Date today, const ZoneRules& zones);

}  // namespace billtrail
