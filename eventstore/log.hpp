// The log: for each practice a dense ledger of records 1, 2, 3 ... that only grows. It knows bytes, positions and hashes; what a
// record says is the codec's affair. Engines: RocksLog. The same conformance suite runs against every engine.
//
//   Batch batch;
//   batch.open(practice, Expect::at(41));
//   batch.add(body, hash_record(body));
//   auto outcome = log.append(std::move(batch));      // Appended{...42}, LogConflict or NoRoom
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "eventstore/batch.hpp"
#include "eventstore/chain.hpp"
#include "eventstore/log_errors.hpp"
#include "eventstore/tail_ring.hpp"

namespace billtrail {

// The last durable record of a practice; position 0 and a zero hash when it has none.
struct LogHead {
  LogPosition position = 0;
  RecordHash hash;
  friend bool operator==(const LogHead&, const LogHead&) = default;
};

// Both ends belong to the range.
struct LogRange {
  LogPosition from = 1;
  LogPosition to = std::numeric_limits<LogPosition>::max();
};

enum class Reading { go_on, stop };
using RecordReader = std::function<Reading(LogPosition position, std::string_view body)>;

// Where each part of the batch now stands, in the batch's order.
struct Appended {
  struct Part {
    PracticeNumber practice;
    LogPosition first;
    LogPosition last;
    friend bool operator==(const Part&, const Part&) = default;
  };
  std::vector<Part> parts;
};
// The practice was not where the batch expected it; nothing of the batch was written.
struct LogConflict {
  PracticeNumber practice;
  LogPosition expected;
  LogPosition actual;
};
// The disk is nearly full; nothing was written, and appends succeed again once there is room.
struct NoRoom {
  std::uint64_t free_bytes;
  std::uint64_t needed_bytes;
};
using AppendOutcome = std::variant<Appended, LogConflict, NoRoom>;

class Log {
 public:
  virtual ~Log() = default;

  // Durable on return. Batches are taken in order, each whole or not at all, all in one synced write; a batch sees the ones before it.
  // One outcome a batch. Any thread; appends exclude each other. Throws LogBroken or LogFull: see there.
  virtual std::vector<AppendOutcome> append_all(std::vector<Batch> batches) = 0;
  AppendOutcome append(Batch batch);

  // Hands each durable record of the range to the reader, in order, until it says stop; gives the number handed over. The body is
  // valid during the call only. Every frame is checked. Any thread. Throws LogDamaged with the first bad position.
  virtual std::uint64_t read(PracticeNumber practice, LogRange range, const RecordReader& reader) const = 0;

  // Both from memory, any thread. Practices come in rising order.
  virtual LogHead head(PracticeNumber practice) const = 0;
  virtual std::vector<PracticeNumber> practices() const = 0;

  // What the practice gained after this position, from memory, for live followers. Any thread, never the disk.
  virtual Tail follow(PracticeNumber practice, LogPosition after) const = 0;
};

inline AppendOutcome Log::append(Batch batch) {
  std::vector<Batch> batches;
  batches.push_back(std::move(batch));
  return std::move(append_all(std::move(batches)).front());
}

}  // namespace billtrail
