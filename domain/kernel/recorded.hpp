// The envelope of every record: who, when, on whose behalf, which command, why (2.20, F70).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/kernel/id.hpp"
#include "domain/kernel/time.hpp"

namespace billtrail {

// Where a record stands in its practice's ledger: 1, 2, 3 ... without gaps. 0 means before the first.
struct Position {
  std::uint64_t value = 0;
  friend constexpr auto operator<=>(const Position&, const Position&) = default;
};
constexpr Position next(Position position) { return {position.value + 1}; }

struct Envelope {
  PracticeId practice;
  Position position;
  Instant recorded_at;          // when it was written down, by the server's clock
  Date business_date;           // when it counts, in the practice's zone
  ActorId actor;
  std::optional<ActorId> on_behalf_of;
  CommandId command;
  std::string command_digest;   // keyed digest of the command's body, 16 bytes: tells a retry from a reuse of the id
  std::optional<CommandId> correlation;  // what belongs together, such as one import
  std::optional<CommandId> cause;        // the command or event that led to this one
  std::string reason;
  std::optional<Instant> occurred_at;    // the client's own clock, when it sent one (TM7)
};

}  // namespace billtrail
