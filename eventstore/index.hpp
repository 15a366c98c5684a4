// Where to find things in the log: a command by its id, an entity's history. All of it can be derived from the log again, so it is written
// without a write-ahead log and costs a commit nothing; after a crash it stands a little behind, and says how far.
//
//   'p' practice:be64                                        -> position:le64 first:le64 command     how far this practice was fed,
//                                                               and the command of that record with its first position
//   'c' practice:be64 command                                -> first:le64 count:le32
//   'e' practice:be64 length:be32 entity first:be64          -> step:varint ...        positions of one feed: the first in the key,
//                                                               then how far each lies behind the one before
//
// One feed is one WriteBatch in one memtable: entries and position reach the disk together.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <vector>

#include "eventstore/batch.hpp"

namespace rocksdb {
class DB;
class WriteBatch;
}  // namespace rocksdb

namespace billtrail {

// What one record says about itself; the views need to live during feed() only. No command id: not findable by one.
struct IndexEntry {
  LogPosition position = 0;
  std::string_view command;
  std::vector<std::string_view> entities;
};

struct CommandPlace {
  LogPosition first;
  std::uint32_t count;  // records, one after the other
  friend bool operator==(const CommandPlace&, const CommandPlace&) = default;
};

struct HistoryPage {
  LogPosition from = 1;
  std::size_t records_max = 1000;
};

// The index cannot be read or written: the log is untouched; start_over() and feed again.
class IndexBroken : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct LogIndexOptions {
  std::filesystem::path folder;
  std::chrono::milliseconds flush_interval{5000};  // what a crash may cost in re-feeding
};

class LogIndex {
 public:
  // A damaged index is thrown away and begun anew. Throws FolderInUse or CannotOpen.
  static std::unique_ptr<LogIndex> open(LogIndexOptions options);
  // Flushes first.
  ~LogIndex();

  // How far this practice is indexed; feed from the position after it. From memory.
  LogPosition fed(PracticeNumber practice) const;

  // Entries in position order, as many as one likes at a time. Those already fed are passed over; a gap is a std::logic_error. A
  // command's records follow each other, but may be cut over several feeds. One thread a practice. Throws IndexBroken.
  void feed(PracticeNumber practice, std::span<const IndexEntry> entries);

  // Any thread; throw IndexBroken.
  std::optional<CommandPlace> command(PracticeNumber practice, std::string_view id) const;
  std::vector<LogPosition> history(PracticeNumber practice, std::string_view entity, HistoryPage page) const;

  // On disk on return. Throws IndexBroken.
  void flush();
  // Forgets everything, of all practices.
  void start_over();

 private:
  struct Fed {
    LogPosition position = 0;
    LogPosition first_of_command = 0;
    std::string command;
  };

  explicit LogIndex(LogIndexOptions options);
  void open_database();
  void load_positions();
  void put_command(PracticeNumber practice, const IndexEntry& entry, Fed& fed, rocksdb::WriteBatch& writes) const;
  void flush_at_intervals();

  const LogIndexOptions options_;

  mutable std::shared_mutex database_mutex_;  // shared to use the database, alone to replace it
  std::unique_ptr<rocksdb::DB> database_;

  mutable std::mutex mutex_;  // guards all below but the thread
  std::condition_variable wake_;
  std::unordered_map<PracticeNumber, Fed> fed_;
  bool dirty_ = false;
  bool stopping_ = false;
  std::string flush_failure_;
  std::thread flusher_;
};

}  // namespace billtrail
