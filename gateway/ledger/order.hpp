// What the clerk is asked and what it answers. One path for every caller: HTTP, socket, import, scheduler, sample agency.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/command.hpp"
#include "domain/kernel/decision.hpp"
#include "eventstore/chain.hpp"

namespace billtrail {

class Ledger;

// Who asks and why; goes into every record the order leaves.
struct Asker {
  ActorId actor;
  std::optional<ActorId> on_behalf_of;
  std::string reason;
  std::optional<CommandId> correlation;
  std::optional<CommandId> cause;
  std::optional<Instant> occurred_at;
};

// One or several commands under one id: all or nothing.
struct Order {
  std::vector<Command> commands;
  CommandId id;
  std::string digest;  // 16 bytes, of the body as it came; empty when the server chose the id, which nobody can repeat
  std::optional<Position> only_at;  // If-Match: refused when the practice has moved on
  std::optional<ActorId> actor;     // when it is another than the asker's, as where one program sends for many
};

enum class Outcome {
  recorded,      // durable
  replayed,      // this id was recorded before: the first answer again
  would_record,  // dry run
  refused,
  key_reused,    // this id was recorded with another body
  moved_on,      // If-Match
  disk_full,     // nothing was written; try again when there is room
  too_much,      // more events than one append takes; nothing was written
  failed,        // a mistake of ours, logged; nothing was written
  stopped,       // the server is stopping, or has failed; the outcome of what was under way is unknown until it is asked for again
};

// A stretch of recorded events, shared with whoever else looks at them; nothing is copied.
struct EventStretch {
  std::shared_ptr<const std::vector<Recorded>> all;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::span<const Recorded> view() const {
    return all ? std::span<const Recorded>(*all).subspan(begin, end - begin) : std::span<const Recorded>{};
  }
};

struct Answer {
  Outcome outcome = Outcome::stopped;
  Position position;      // of the last event, or where the practice stands
  EventStretch events;    // in order, as they are (or, dry, would be) recorded
  Refusals refusals;
  std::size_t refused_command = 0;  // its index in the order
};

enum class Recording { real, dry };

// Orders of one caller for one practice, each on its own; a dry run is rolled back as a whole at its end, so that later orders
// see the earlier ones.
struct ClerkRequest {
  std::shared_ptr<Ledger> ledger;
  Asker asker;
  std::vector<Order> orders;
  Recording recording = Recording::real;
  // Once, with an answer for each order, when all of them are durable. On the committer's or the clerk's thread: must not block.
  std::function<void(std::vector<Answer>)> done;
};

}  // namespace billtrail
