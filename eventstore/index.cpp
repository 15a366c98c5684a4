// The derivable indexes.
#include "eventstore/index.hpp"

#include <rocksdb/db.h>
#include <rocksdb/iterator.h>
#include <rocksdb/write_batch.h>

#include "eventstore/bytes.hpp"
#include "eventstore/log_errors.hpp"
#include "eventstore/rocks_options.hpp"

namespace billtrail {
namespace {

std::string key_of(char kind, PracticeNumber practice, std::string_view rest = {}) {
  std::string key(1, kind);
  append_big(key, raw(practice));
  return key.append(rest);
}

// Everything before the position in an entity's keys.
std::string entity_prefix(PracticeNumber practice, std::string_view entity) {
  std::string key = key_of('e', practice);
  append_big(key, static_cast<std::uint32_t>(entity.size()));
  return key.append(entity);
}

// The positions at which each entity was touched in one feed. Most records of a busy moment touch the same few entities, so one key
// for all of a feed's positions is a fraction of the work that a key each would be.
using Touched = std::unordered_map<std::string_view, std::vector<LogPosition>>;

void append_varint(std::string& to, std::uint64_t value) {
  while (value >= 0x80) {
    to += static_cast<char>(static_cast<unsigned char>(value | 0x80));
    value >>= 7;
  }
  to += static_cast<char>(value);
}

void put_touched(PracticeNumber practice, const Touched& touched, rocksdb::WriteBatch& writes) {
  for (const auto& [entity, positions] : touched) {
    std::string key = entity_prefix(practice, entity);
    append_big(key, positions.front());
    std::string steps;
    for (std::size_t i = 1; i < positions.size(); ++i) append_varint(steps, positions[i] - positions[i - 1]);
    writes.Put(key, steps);
  }
}

// Adds the positions of one key that lie in the page.
void take_positions(LogPosition position, std::string_view steps, const HistoryPage& page, std::vector<LogPosition>& to) {
  const auto take = [&] {
    if (position >= page.from && to.size() < page.records_max) to.push_back(position);
  };
  take();
  std::uint64_t step = 0;
  unsigned shift = 0;
  for (const char c : steps) {
    if (shift > 63) throw IndexBroken("the index is broken: a history cannot be read");
    step |= static_cast<std::uint64_t>(c & 0x7F) << shift;
    shift += 7;
    if ((c & 0x80) != 0) continue;
    position += step;
    step = 0;
    shift = 0;
    take();
  }
  if (shift != 0) throw IndexBroken("the index is broken: a history cannot be read");
}

void expect_ok(const rocksdb::Status& status) {
  if (!status.ok()) throw IndexBroken("the index is broken: " + status.ToString());
}

rocksdb::WriteOptions without_wal() {
  rocksdb::WriteOptions options;
  options.disableWAL = true;
  return options;
}

}  // namespace

LogIndex::LogIndex(LogIndexOptions options) : options_(std::move(options)) {}

std::unique_ptr<LogIndex> LogIndex::open(LogIndexOptions options) {
  std::unique_ptr<LogIndex> index(new LogIndex(std::move(options)));
  std::filesystem::create_directories(index->options_.folder);
  try {
    index->open_database();
    index->load_positions();
  } catch (const FolderInUse&) {
    throw;
  } catch (const std::runtime_error&) {
    index->start_over();
  }
  index->flusher_ = std::thread([raw_index = index.get()] { raw_index->flush_at_intervals(); });
  return index;
}

LogIndex::~LogIndex() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  if (flusher_.joinable()) flusher_.join();
  if (database_) database_->Flush({}).PermitUncheckedError();  // if it fails, the next start feeds again
}

void LogIndex::open_database() {
  rocksdb::DB* database = nullptr;
  expect_opened(rocksdb::DB::Open(index_options(), options_.folder.string(), &database), options_.folder);
  database_.reset(database);
}

void LogIndex::load_positions() {
  fed_.clear();
  const std::unique_ptr<rocksdb::Iterator> each(database_->NewIterator({}));
  for (each->Seek("p"); each->Valid() && each->key().starts_with("p"); each->Next()) {
    const auto value = each->value();
    if (each->key().size() != 9 || value.size() < 16) throw IndexBroken("the index is broken: a position cannot be read");
    fed_[PracticeNumber{get_big<std::uint64_t>(each->key().data() + 1)}] = {
        get_little<std::uint64_t>(value.data()), get_little<std::uint64_t>(value.data() + 8), {value.data() + 16, value.size() - 16}};
  }
  expect_ok(each->status());
}

void LogIndex::start_over() {
  const std::unique_lock database_lock(database_mutex_);
  const std::lock_guard lock(mutex_);
  database_.reset();
  fed_.clear();
  flush_failure_.clear();
  dirty_ = false;
  rocksdb::DestroyDB(options_.folder.string(), index_options()).PermitUncheckedError();  // opening tells whether it worked
  open_database();
}

LogPosition LogIndex::fed(PracticeNumber practice) const {
  const std::lock_guard lock(mutex_);
  const auto found = fed_.find(practice);
  return found == fed_.end() ? 0 : found->second.position;
}

void LogIndex::feed(PracticeNumber practice, std::span<const IndexEntry> entries) {
  const std::shared_lock database_lock(database_mutex_);
  Fed fed;
  {
    const std::lock_guard lock(mutex_);
    if (!flush_failure_.empty()) throw IndexBroken("the index is broken: " + flush_failure_);
    fed = fed_[practice];
  }
  const LogPosition before = fed.position;
  rocksdb::WriteBatch writes;
  Touched touched;
  for (const auto& entry : entries) {
    if (entry.position <= fed.position) continue;
    if (entry.position != fed.position + 1) throw std::logic_error("the index was fed with a gap");
    put_command(practice, entry, fed, writes);
    for (const auto entity : entry.entities) {
      auto& positions = touched[entity];
      if (positions.empty() || positions.back() != entry.position) positions.push_back(entry.position);
    }
  }
  if (fed.position == before) return;
  put_touched(practice, touched, writes);

  std::string position;
  append_little(position, fed.position);
  append_little(position, fed.first_of_command);
  writes.Put(key_of('p', practice), position + fed.command);
  expect_ok(database_->Write(without_wal(), &writes));
  const std::lock_guard lock(mutex_);
  fed_[practice] = std::move(fed);
  dirty_ = true;
}

void LogIndex::put_command(PracticeNumber practice, const IndexEntry& entry, Fed& fed, rocksdb::WriteBatch& writes) const {
  const bool same_command = !entry.command.empty() && entry.command == fed.command;
  if (!same_command) {
    fed.first_of_command = entry.position;
    fed.command = entry.command;
  }
  fed.position = entry.position;
  if (!entry.command.empty()) {
    std::string place;
    append_little(place, fed.first_of_command);
    append_little(place, static_cast<std::uint32_t>(fed.position - fed.first_of_command + 1));
    writes.Put(key_of('c', practice, entry.command), place);
  }
}

std::optional<CommandPlace> LogIndex::command(PracticeNumber practice, std::string_view id) const {
  const std::shared_lock database_lock(database_mutex_);
  std::string place;
  const auto status = database_->Get({}, key_of('c', practice, id), &place);
  if (status.IsNotFound()) return std::nullopt;
  expect_ok(status);
  if (place.size() != 12) throw IndexBroken("the index is broken: a command's place cannot be read");
  return CommandPlace{get_little<std::uint64_t>(place.data()), get_little<std::uint32_t>(place.data() + 8)};
}

std::vector<LogPosition> LogIndex::history(PracticeNumber practice, std::string_view entity, HistoryPage page) const {
  const std::shared_lock database_lock(database_mutex_);
  const std::string prefix = entity_prefix(practice, entity);
  std::string first = prefix;
  append_big(first, page.from);
  std::vector<LogPosition> positions;
  const std::unique_ptr<rocksdb::Iterator> each(database_->NewIterator({}));
  // The feed that begins before the page may reach into it.
  each->SeekForPrev(first);
  if (!each->Valid() || !each->key().starts_with(prefix)) each->Seek(first);
  for (; each->Valid() && each->key().starts_with(prefix) && positions.size() < page.records_max; each->Next()) {
    const rocksdb::Slice value = each->value();
    take_positions(get_big<std::uint64_t>(each->key().data() + prefix.size()), {value.data(), value.size()}, page, positions);
  }
  expect_ok(each->status());
  return positions;
}

void LogIndex::flush() {
  const std::shared_lock database_lock(database_mutex_);
  expect_ok(database_->Flush({}));
}

void LogIndex::flush_at_intervals() {
  std::unique_lock lock(mutex_);
  while (!wake_.wait_for(lock, options_.flush_interval, [this] { return stopping_; })) {
    if (!dirty_) continue;
    dirty_ = false;
    lock.unlock();
    std::string failure;
    try {
      flush();
    } catch (const IndexBroken& error) {
      failure = error.what();
    }
    lock.lock();
    if (!failure.empty()) flush_failure_ = failure;
  }
}

}  // namespace billtrail
