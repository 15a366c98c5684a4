// The log on RocksDB: appending and reading. Opening is in rocks_log_open.cpp.
#include "eventstore/rocks_log.hpp"

#include <rocksdb/db.h>
#include <rocksdb/iterator.h>
#include <rocksdb/write_batch.h>
#include <sys/statvfs.h>

#include <algorithm>
#include <stdexcept>
#include <system_error>

#include "eventstore/frame.hpp"
#include "eventstore/rocks_keys.hpp"

namespace billtrail {
namespace {

// A replay of many records is read ahead in large pieces; for a short one that would fetch far more than asked.
constexpr LogPosition long_read_records = 4096;
constexpr std::size_t long_read_bytes = 2 << 20;

// RocksDB's own cost of a record in the write-ahead log and the batch: key, lengths, tag.
constexpr std::size_t write_overhead_bytes = 64;

std::string_view view(const rocksdb::Slice& slice) { return {slice.data(), slice.size()}; }
rocksdb::Slice slice(std::string_view bytes) { return {bytes.data(), bytes.size()}; }

}  // namespace

std::optional<DiskSpace> disk_space_at(const std::filesystem::path& folder) {
  struct statvfs disk {};
  if (::statvfs(folder.c_str(), &disk) != 0) return std::nullopt;
  return DiskSpace{std::uint64_t{disk.f_bavail} * disk.f_frsize, std::uint64_t{disk.f_blocks} * disk.f_frsize};
}

std::vector<AppendOutcome> RocksLog::append_all(std::vector<Batch> batches) {
  if (options_.access == LogAccess::read_only) throw std::logic_error("this log was opened for reading only");
  const std::lock_guard lock(append_mutex_);
  if (broken_) {
    if (broken_->failure() == LogFailure::full) throw static_cast<const LogFull&>(*broken_);
    throw *broken_;
  }
  if (const auto no_room = no_room_for(batches)) return std::vector<AppendOutcome>(batches.size(), *no_room);

  writes_->Clear();
  Heads changed;
  std::vector<AppendOutcome> outcomes;
  outcomes.reserve(batches.size());
  for (const Batch& batch : batches) outcomes.push_back(prepare(batch, changed, *writes_));
  if (!changed.empty()) {
    commit(changed, *writes_);
    publish(batches, outcomes);
  }
  return outcomes;
}

std::optional<NoRoom> RocksLog::no_room_for(const std::vector<Batch>& batches) const {
  const auto disk = options_.disk_space(options_.folder);
  if (!disk) return std::nullopt;  // then the write itself will say what is wrong
  // A volume far too small for the floor is still to be used, to seven eighths.
  std::uint64_t needed = std::min(options_.free_bytes_min, disk->total_bytes / 8);
  for (const Batch& batch : batches) needed += batch.bytes().size() + batch.record_count() * write_overhead_bytes;
  if (disk->free_bytes >= needed) return std::nullopt;
  return NoRoom{disk->free_bytes, needed};
}

// Checks every part before writing any: `heads` holds the practices as the batches before have left them.
AppendOutcome RocksLog::prepare(const Batch& batch, Heads& heads, rocksdb::WriteBatch& writes) const {
  Heads after;
  Appended appended;
  for (const auto& part : batch.parts()) {
    const auto earlier = heads.find(part.practice);
    const auto [entry, first_part] = after.try_emplace(part.practice);
    if (first_part) entry->second = earlier != heads.end() ? earlier->second : head(part.practice);
    LogHead& at = entry->second;
    if (!part.expect.accepts(at.position)) return LogConflict{part.practice, *part.expect.position(), at.position};
    appended.parts.push_back({part.practice, at.position + 1, at.position + part.count});
    if (part.count != 0) at = {at.position + part.count, part.last_hash};
  }
  for (std::size_t i = 0; i < appended.parts.size(); ++i) {
    put_part(batch, batch.parts()[i], appended.parts[i].first, writes);
  }
  for (const auto& [practice, head] : after) {
    if (batch.record_count() != 0) heads[practice] = head;
  }
  return appended;
}

void RocksLog::put_part(const Batch& batch, const Batch::Part& part, LogPosition first, rocksdb::WriteBatch& writes) const {
  const std::string_view bytes = batch.bytes();
  std::size_t at = part.begin;
  for (LogPosition position = first; at < part.end; ++position) {
    const std::size_t length = frame_header_bytes + get_little<std::uint32_t>(bytes.data() + at);
    const RecordKey key(part.practice, position);
    writes.Put(records_, slice(key.view()), slice(bytes.substr(at, length)));
    at += length;
  }
}

// Durable on return, for the disk and for the witness, but not yet shown to anybody.
void RocksLog::commit(const Heads& heads, rocksdb::WriteBatch& writes) {
  for (const auto& [practice, head] : heads) {
    writes.Put(heads_family_, slice(PracticeKey(practice).view()), encode_head(head));
  }
  rocksdb::WriteOptions durable;
  durable.sync = true;
  const auto status = database_->Write(durable, &writes);
  if (!status.ok()) break_off(status, heads);
  try {
    for (const auto& [practice, head] : heads) acknowledged_->note(practice, head);
  } catch (const std::system_error& error) {
    const auto code = error.code().value();
    break_off(code == ENOSPC ? rocksdb::Status::NoSpace(error.what()) : rocksdb::Status::IOError(error.what()), heads);
  }
}

void RocksLog::break_off(const rocksdb::Status& status, const Heads& heads) {
  std::vector<TrustedPosition> trusted;
  for (const auto& [practice, ahead] : heads) trusted.push_back({practice, head(practice).position});
  if (status.IsNoSpace()) {
    broken_ = std::make_unique<LogFull>(status.ToString(), std::move(trusted));
    throw static_cast<const LogFull&>(*broken_);
  }
  broken_ = std::make_unique<LogBroken>(status.ToString(), std::move(trusted));
  throw *broken_;
}

void RocksLog::publish(std::vector<Batch>& batches, const std::vector<AppendOutcome>& outcomes) {
  std::vector<std::pair<PracticeNumber, TailPiece>> pieces;
  {
    const std::unique_lock lock(heads_mutex_);
    for (std::size_t i = 0; i < batches.size(); ++i) {
      const auto* const appended = std::get_if<Appended>(&outcomes[i]);
      if (appended == nullptr) continue;
      const std::vector<Batch::Part> parts(batches[i].parts().begin(), batches[i].parts().end());
      const auto bytes = std::make_shared<const std::string>(batches[i].take_bytes());
      for (std::size_t p = 0; p < parts.size(); ++p) {
        const auto& part = parts[p];
        if (part.count == 0) continue;
        heads_[part.practice] = {appended->parts[p].last, part.last_hash};
        pieces.emplace_back(part.practice, TailPiece{appended->parts[p].first, part.count, bytes, part.begin, part.end});
      }
    }
  }
  for (auto& [practice, piece] : pieces) tail_.push(practice, std::move(piece));
}

std::uint64_t RocksLog::read(PracticeNumber practice, LogRange range, const RecordReader& reader) const {
  const LogPosition from = std::max<LogPosition>(range.from, 1);
  const LogPosition to = std::min(range.to, head(practice).position);
  if (from > to) return 0;

  const RecordKey first(practice, from);
  const RecordKey beyond(practice, to + 1);
  const rocksdb::Slice upper_bound = slice(beyond.view());
  rocksdb::ReadOptions options;
  options.verify_checksums = true;
  options.fill_cache = false;
  options.iterate_upper_bound = &upper_bound;
  if (to - from >= long_read_records) options.readahead_size = long_read_bytes;

  const std::unique_ptr<rocksdb::Iterator> records(database_->NewIterator(options, records_));
  LogPosition expected = from;
  for (records->Seek(slice(first.view())); records->Valid(); records->Next()) {
    const LogPosition position = position_of_key(view(records->key()));
    if (position != expected) throw LogDamaged(practice, expected, "the record is missing");
    const Frame frame = check_frame(view(records->value()));
    if (frame.fault != FrameFault::none) throw LogDamaged(practice, position, describe(frame.fault));
    ++expected;
    if (reader(position, frame.body) == Reading::stop) return expected - from;
  }
  if (!records->status().ok()) throw LogDamaged(practice, expected, records->status().ToString());
  if (expected != to + 1) throw LogDamaged(practice, expected, "the record is missing");
  return expected - from;
}

LogHead RocksLog::head(PracticeNumber practice) const {
  const std::shared_lock lock(heads_mutex_);
  const auto found = heads_.find(practice);
  return found == heads_.end() ? LogHead{} : found->second;
}

std::vector<PracticeNumber> RocksLog::practices() const {
  const std::shared_lock lock(heads_mutex_);
  std::vector<PracticeNumber> practices;
  practices.reserve(heads_.size());
  for (const auto& [practice, head] : heads_) practices.push_back(practice);
  return practices;
}

Tail RocksLog::follow(PracticeNumber practice, LogPosition after) const {
  return tail_.after(practice, after, head(practice).position);
}

}  // namespace billtrail
