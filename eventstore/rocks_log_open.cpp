// Opening the log: first look, then touch. RocksDB, once it opens a log for writing, throws away the damaged end of the write-ahead log for good;
// so the log is first opened for reading and compared with the witness, and only a log that will be served is opened for writing.
#include <rocksdb/db.h>
#include <rocksdb/iterator.h>
#include <rocksdb/write_batch.h>

#include "eventstore/rocks_keys.hpp"
#include "eventstore/rocks_log.hpp"
#include "eventstore/rocks_options.hpp"

namespace billtrail {
namespace {

constexpr const char* heads_name = "heads";

std::filesystem::path witness_of(const std::filesystem::path& folder) { return folder / "ACKNOWLEDGED"; }
bool has_database(const std::filesystem::path& folder) { return std::filesystem::exists(folder / "CURRENT"); }

}  // namespace

std::unique_ptr<RocksLog> RocksLog::open(RocksLogOptions options) {
  const auto folder = options.folder;
  const bool writing = options.access == LogAccess::read_write;
  const bool accept = options.on_shorter_log == OnShorterLog::accept;
  std::unique_ptr<RocksLog> log(new RocksLog(std::move(options)));
  if (writing) std::filesystem::create_directories(folder);
  try {
    log->acknowledged_on_opening_ = Acknowledged::inspect(witness_of(folder));
  } catch (const std::system_error& error) {
    throw CannotOpen(error.what());
  }

  if (has_database(folder)) {
    log->open_database(LogAccess::read_only);
    log->load_heads();
  } else if (!writing) {
    throw CannotOpen(folder.string() + " holds no log");
  }
  if (!writing) return log;
  if (!accept) log->compare_with_witness();

  log->close_database();
  log->open_database(LogAccess::read_write);
  log->load_heads();
  if (!accept) log->compare_with_witness();
  try {
    const auto& witness = log->acknowledged_on_opening_;
    const bool fitting = witness.present && witness.damaged_slots + witness.lost_slots == 0 && witness.heads == log->heads_;
    if (!fitting) Acknowledged::write_afresh(witness_of(folder), log->heads_);
    log->acknowledged_ = std::make_unique<Acknowledged>(witness_of(folder), log->options_.witness_sync_interval);
  } catch (const std::system_error& error) {
    throw CannotOpen(error.what());
  }
  return log;
}

RocksLog::RocksLog(RocksLogOptions options)
    : options_(std::move(options)), writes_(std::make_unique<rocksdb::WriteBatch>()), tail_(options_.tail_bytes_max) {}

RocksLog::~RocksLog() {
  acknowledged_.reset();
  close_database();
}

void RocksLog::close_database() {
  if (!database_) return;
  for (auto* const family : {records_, heads_family_}) {
    if (family != nullptr) database_->DestroyColumnFamilyHandle(family).PermitUncheckedError();
  }
  records_ = heads_family_ = nullptr;
  database_.reset();
}

void RocksLog::open_database(LogAccess access) {
  auto options = log_database_options();
  if (options_.env != nullptr) options.env = options_.env;
  const std::vector<rocksdb::ColumnFamilyDescriptor> families{
      {rocksdb::kDefaultColumnFamilyName, log_records_options()},
      {heads_name, log_heads_options()}};
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* database = nullptr;
  const auto folder = options_.folder.string();
  const auto status = access == LogAccess::read_only
                          ? rocksdb::DB::OpenForReadOnly(options, folder, families, &handles, &database)
                          : rocksdb::DB::Open(options, folder, families, &handles, &database);
  expect_opened(status, options_.folder);
  database_.reset(database);
  records_ = handles.at(0);
  heads_family_ = handles.at(1);
}

void RocksLog::load_heads() {
  heads_.clear();
  rocksdb::ReadOptions options;
  options.verify_checksums = true;
  const std::unique_ptr<rocksdb::Iterator> heads(database_->NewIterator(options, heads_family_));
  for (heads->SeekToFirst(); heads->Valid(); heads->Next()) {
    const auto practice = practice_of_key(heads->key().ToStringView());
    const auto head = decode_head(heads->value().ToStringView());
    if (!head) throw LogDamaged(practice, 0, "the head record is damaged");
    check_last_record(practice, *head);
    heads_.emplace(practice, *head);
  }
  if (!heads->status().ok()) throw CannotOpen("cannot read the heads of " + options_.folder.string() + ": " + heads->status().ToString());
}

// The head and the last record are written together; if they differ, somebody wrote otherwise.
void RocksLog::check_last_record(PracticeNumber practice, const LogHead& head) const {
  rocksdb::ReadOptions options;
  options.verify_checksums = true;
  const std::unique_ptr<rocksdb::Iterator> records(database_->NewIterator(options, records_));
  const RecordKey last_possible(practice, LogRange{}.to);
  records->SeekForPrev({last_possible.view().data(), last_possible.view().size()});
  if (!records->status().ok()) throw LogDamaged(practice, head.position, records->status().ToString());
  const bool mine = records->Valid() && practice_of_key(records->key().ToStringView()) == practice;
  const LogPosition last = mine ? position_of_key(records->key().ToStringView()) : 0;
  if (last != head.position) {
    throw LogDamaged(practice, head.position, "the head record is at another position than the last record, " + std::to_string(last));
  }
  if (mine && check_frame(records->value().ToStringView()).fault != FrameFault::none) {
    throw LogDamaged(practice, last, "the last record is damaged");
  }
}

void RocksLog::compare_with_witness() const {
  for (const auto& [practice, acknowledged] : acknowledged_on_opening_.heads) {
    const auto found = head(practice);
    if (found.position < acknowledged.position) throw LogShorter(practice, found.position, acknowledged.position);
    if (found.position == acknowledged.position && found.hash != acknowledged.hash) {
      throw LogDamaged(practice, found.position, "the record is another one than was acknowledged");
    }
  }
  const bool missing = !acknowledged_on_opening_.present && !heads_.empty();
  if (missing || acknowledged_on_opening_.lost_slots != 0) {
    throw CannotOpen(witness_of(options_.folder).string() + (missing ? " is missing" : " is damaged") +
                     ", so nobody can tell whether the log is whole. Put it back, or accept the log as it is explicitly.");
  }
}

void RocksLog::check_files() const {
  const auto status = database_->VerifyChecksum();
  if (!status.ok()) throw CannotOpen("a file of " + options_.folder.string() + " is damaged: " + status.ToString());
}

}  // namespace billtrail
