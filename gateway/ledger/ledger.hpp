// One practice in this process: its books for deciding, its views for reading, and where its log stands.
#pragma once

#include <atomic>
#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <memory>
#include <string>

#include "domain/books.hpp"
#include "eventstore/log.hpp"
#include "projections/runner.hpp"

namespace billtrail {

// Where the events of a command stand, for a retry.
struct CommandTrace {
  Position first;
  std::uint32_t count = 0;
  std::string digest;
};

// Which local day it is, asked for every record: looked up once in a quarter of an hour, as no zone moves in between.
struct LocalDay {
  std::int64_t quarter = -1;
  Date date;
};

// When the schedule was last looked at.
struct LastSchedule {
  Date day;
  Position position;
};

class Ledger {
 public:
  Ledger(PracticeId id_, PracticeNumber number_) : id(id_), number(number_), books(std::make_unique<Books>()) {}

  const PracticeId id;
  const PracticeNumber number;

  // ---- the clerk's thread only, after opening
  std::unique_ptr<Books> books;
  Position decided;          // of the last event decided, durable or not
  RecordHash decided_hash;
  Instant last_recorded_at;  // recorded times never go back
  boost::unordered_flat_map<CommandId, CommandTrace> recent;  // commands the index may not hold yet
  // Hashes of every command id that can be repeated, eight bytes each: a command that is new is known to be, without a look at the disk.
  boost::unordered_flat_set<std::uint64_t> command_hashes;
  LocalDay today;            // of the practice's zone
  LastSchedule scheduled;

  // ---- any thread
  std::atomic<std::uint64_t> durable{0};
  std::atomic<std::uint64_t> indexed{0};
  std::atomic<bool> books_stale{false};  // a batch was not written: the books are ahead of the log and must be folded anew
  std::atomic<bool> follows_clock{true};  // false while a history is being loaded: what the clock makes due waits
  std::string digest_key;                // constant after opening
  Runner runner;                         // the views; guards itself
};

}  // namespace billtrail
