// How each RocksDB instance is set up. The log promises that what it said is durable stays; the index may be thrown away; the vault is
// small, precious and must be able to forget.
#pragma once

#include <rocksdb/options.h>
#include <rocksdb/status.h>

#include <filesystem>
#include <string>

namespace billtrail {

// Chosen against two facts: the last 64 MiB are replayed on every start, and background work shares the machine with the clerk.
constexpr std::size_t log_write_buffer_bytes = 64 << 20;

rocksdb::DBOptions log_database_options();
rocksdb::ColumnFamilyOptions log_records_options();
rocksdb::ColumnFamilyOptions log_heads_options();
rocksdb::Options index_options();
rocksdb::Options vault_options();

// Throws FolderInUse when another process holds the folder, CannotOpen for anything else that is not OK.
void expect_opened(const rocksdb::Status& status, const std::filesystem::path& folder);

}  // namespace billtrail
