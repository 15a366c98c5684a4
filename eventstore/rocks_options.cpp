// RocksDB's options, with the reason beside each that is not its default.
#include "eventstore/rocks_options.hpp"

#include <rocksdb/cache.h>
#include <rocksdb/env.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/table.h>

#include "eventstore/log_errors.hpp"

namespace billtrail {
namespace {

constexpr std::size_t block_cache_bytes = 16 << 20;  // replays bypass it; it serves single records and index look-ups

// RocksDB's own log file is a danger on a full disk: the second line that cannot be written fails an assertion that Debian's build has switched
// on, and ends the process. All that matters comes back as a status, so nothing is written.
class SilentLogger final : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char*, va_list) override {}
};

rocksdb::DBOptions common_options() {
  rocksdb::DBOptions options;
  options.create_if_missing = true;
  options.create_missing_column_families = true;
  options.paranoid_checks = true;
  // A torn end is dropped, anything readable before it kept; Acknowledged then tells whether what was dropped had been promised.
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kPointInTimeRecovery;
  options.max_background_jobs = 2;
  options.max_bgerror_resume_count = 0;  // a failed write is fatal: nothing is retried behind our back
  options.bytes_per_sync = 1 << 20;      // table files trickle to the disk, instead of stalling a commit's sync at their end
  options.info_log_level = rocksdb::InfoLogLevel::FATAL_LEVEL;
  options.info_log = std::make_shared<SilentLogger>();
  options.stats_dump_period_sec = 0;
  options.stats_persist_period_sec = 0;
  return options;
}

rocksdb::BlockBasedTableOptions table_options() {
  static const auto cache = rocksdb::NewLRUCache(block_cache_bytes);
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = cache;
  table.checksum = rocksdb::kXXH3;
  table.format_version = 5;
  return table;
}

}  // namespace

rocksdb::DBOptions log_database_options() {
  auto options = common_options();
  // Records and heads are flushed together, so that no old write-ahead log is kept for the sake of a few heads.
  options.atomic_flush = true;
  // Starting replays the write-ahead log into memory and leaves it be: a start on a full disk needs no room for a table file.
  options.avoid_flush_during_recovery = true;
  return options;
}

rocksdb::ColumnFamilyOptions log_records_options() {
  rocksdb::ColumnFamilyOptions options;
  options.write_buffer_size = log_write_buffer_bytes;
  options.max_write_buffer_number = 2;
  options.level_compaction_dynamic_level_bytes = true;
  options.compression = rocksdb::kLZ4Compression;
  options.bottommost_compression = rocksdb::kZSTD;  // where nearly everything ends up, written once and read in long runs
  auto table = table_options();
  table.block_size = 32 << 10;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  return options;
}

rocksdb::ColumnFamilyOptions log_heads_options() {
  rocksdb::ColumnFamilyOptions options;
  options.write_buffer_size = 4 << 20;
  options.max_write_buffer_number = 2;
  options.compression = rocksdb::kNoCompression;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table_options()));
  return options;
}

rocksdb::Options index_options() {
  auto database = common_options();
  rocksdb::ColumnFamilyOptions family;
  family.write_buffer_size = 32 << 20;
  family.max_write_buffer_number = 2;
  family.level_compaction_dynamic_level_bytes = true;
  family.compression = rocksdb::kLZ4Compression;
  auto table = table_options();
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));  // most command ids asked for are new
  family.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  return {database, family};
}

rocksdb::Options vault_options() {
  auto database = common_options();
  // Nothing stands witness for the vault: an unfinished last write is dropped, any other damage is refused.
  database.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  rocksdb::ColumnFamilyOptions family;
  family.write_buffer_size = 4 << 20;
  family.compression = rocksdb::kNoCompression;
  family.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table_options()));
  return {database, family};
}

void expect_opened(const rocksdb::Status& status, const std::filesystem::path& folder) {
  if (status.ok()) return;
  const std::string text = status.ToString();
  if (status.IsIOError() && text.find("lock") != std::string::npos) {
    throw FolderInUse(folder.string() + " is in use by another process");
  }
  throw CannotOpen("cannot open " + folder.string() + ": " + text);
}

}  // namespace billtrail
