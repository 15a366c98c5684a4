// The log on RocksDB, the embedded engine.
//
//   family "default"   practice:be64 position:be64 -> frame (frame.hpp)     big-endian, so RocksDB's byte order is our order
//   family "heads"     practice:be64               -> frame of position:le64 hash[32]
//   file ACKNOWLEDGED  up to where each practice was acknowledged (acknowledged.hpp)
//
// A commit is one synced WriteBatch holding the records and the new heads, so they cannot disagree. Heads have a family of their own because
// a key rewritten by every commit, lying among the records, would make every compaction touch everything.
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <unordered_map>

#include "eventstore/acknowledged.hpp"
#include "eventstore/log.hpp"

namespace rocksdb {
class ColumnFamilyHandle;
class DB;
class Env;
class Status;
class WriteBatch;
}  // namespace rocksdb

namespace billtrail {

enum class LogAccess { read_write, read_only };
// What to do when the log ends before what was acknowledged, or the witness is gone: refuse, or take what is there as the truth from now on (an
// operator's decision, after a loss or when an older backup was put in place).
enum class OnShorterLog { refuse, accept };

struct DiskSpace {
  std::uint64_t free_bytes;  // to us, not to root
  std::uint64_t total_bytes;
};
// Of the volume that holds the folder; nothing when it cannot be told.
std::optional<DiskSpace> disk_space_at(const std::filesystem::path& folder);

struct RocksLogOptions {
  std::filesystem::path folder;
  LogAccess access = LogAccess::read_write;
  OnShorterLog on_shorter_log = OnShorterLog::refuse;
  // Appends answer NoRoom when less is free (on small volumes: less than an eighth): room for two write buffers still to be flushed.
  std::uint64_t free_bytes_min = 128 << 20;
  std::size_t tail_bytes_max = 4 << 20;      // kept in memory for followers
  std::chrono::milliseconds witness_sync_interval{100};
  std::function<std::optional<DiskSpace>(const std::filesystem::path&)> disk_space = disk_space_at;  // asked before each append
  rocksdb::Env* env = nullptr;               // not owned, outlives the log; nullptr: the machine's. For injecting faults.
};

class RocksLog final : public Log {
 public:
  // Throws LogShorter, LogDamaged (a head and its record disagree), FolderInUse or CannotOpen. A refused log is left as it was found.
  // Reading only: takes no lock, reports a shorter log through acknowledged() instead of throwing, and append throws std::logic_error.
  static std::unique_ptr<RocksLog> open(RocksLogOptions options);
  ~RocksLog() override;

  std::vector<AppendOutcome> append_all(std::vector<Batch> batches) override;
  std::uint64_t read(PracticeNumber practice, LogRange range, const RecordReader& reader) const override;
  LogHead head(PracticeNumber practice) const override;
  std::vector<PracticeNumber> practices() const override;
  Tail follow(PracticeNumber practice, LogPosition after) const override;

  // What the witness file said when the log was opened.
  const Acknowledged::Contents& acknowledged() const { return acknowledged_on_opening_; }

  // Reads every table file once and compares block checksums. Minutes on a large log. Throws CannotOpen with RocksDB's reason.
  void check_files() const;

 private:
  using Heads = std::map<PracticeNumber, LogHead>;

  explicit RocksLog(RocksLogOptions options);
  void open_database(LogAccess access);
  void close_database();
  void load_heads();
  void compare_with_witness() const;
  void check_last_record(PracticeNumber practice, const LogHead& head) const;

  std::optional<NoRoom> no_room_for(const std::vector<Batch>& batches) const;
  AppendOutcome prepare(const Batch& batch, Heads& heads, rocksdb::WriteBatch& writes) const;
  void put_part(const Batch& batch, const Batch::Part& part, LogPosition first, rocksdb::WriteBatch& writes) const;
  void commit(const Heads& heads, rocksdb::WriteBatch& writes);
  void publish(std::vector<Batch>& batches, const std::vector<AppendOutcome>& outcomes);
  [[noreturn]] void break_off(const rocksdb::Status& status, const Heads& heads);

  const RocksLogOptions options_;
  std::unique_ptr<rocksdb::DB> database_;
  rocksdb::ColumnFamilyHandle* records_ = nullptr;  // both owned by database_
  rocksdb::ColumnFamilyHandle* heads_family_ = nullptr;
  Acknowledged::Contents acknowledged_on_opening_;
  std::unique_ptr<Acknowledged> acknowledged_;

  std::mutex append_mutex_;  // guards the appending; and broken_
  std::unique_ptr<rocksdb::WriteBatch> writes_;  // kept between commits for its memory
  std::unique_ptr<LogBroken> broken_;

  mutable std::shared_mutex heads_mutex_;  // guards heads_
  Heads heads_;                            // durable, and only then here
  TailRing tail_;
};

}  // namespace billtrail
