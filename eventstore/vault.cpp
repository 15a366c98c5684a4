// The vault on a small RocksDB instance of its own.
#include "eventstore/vault.hpp"

#include <openssl/crypto.h>
#include <rocksdb/db.h>
#include <rocksdb/iterator.h>
#include <rocksdb/write_batch.h>

#include <cstring>

#include "eventstore/bytes.hpp"
#include "eventstore/log_errors.hpp"
#include "eventstore/rocks_options.hpp"

namespace billtrail {
namespace {

constexpr const char* old_files_mark = "x";
constexpr char key_version = 1;

std::string place_of(PracticeNumber practice, std::string_view subject) {
  std::string place(1, 'k');
  append_big(place, raw(practice));
  return place.append(subject);
}

void expect_ok(const rocksdb::Status& status) {
  if (!status.ok()) throw VaultBroken("the vault cannot be written: " + status.ToString());
}

rocksdb::WriteOptions durable() {
  rocksdb::WriteOptions options;
  options.sync = true;
  return options;
}

}  // namespace

std::unique_ptr<Vault> Vault::open(const std::filesystem::path& folder) {
  std::unique_ptr<Vault> vault(new Vault());
  std::filesystem::create_directories(folder);
  rocksdb::DB* database = nullptr;
  expect_opened(rocksdb::DB::Open(vault_options(), folder.string(), &database), folder);
  vault->database_.reset(database);
  vault->load();
  return vault;
}

Vault::~Vault() {
  for (auto& [place, key] : keys_) OPENSSL_cleanse(key.bytes.data(), key.bytes.size());
}

void Vault::load() {
  const std::unique_ptr<rocksdb::Iterator> each(database_->NewIterator({}));
  for (each->Seek("k"); each->Valid() && each->key().starts_with("k"); each->Next()) {
    SealKey key;
    if (each->value().size() != 1 + key.bytes.size() || each->value()[0] != key_version) {
      throw CannotOpen("the vault holds a key that cannot be read");
    }
    std::memcpy(key.bytes.data(), each->value().data() + 1, key.bytes.size());
    keys_.emplace(each->key().ToString(), key);
  }
  if (!each->status().ok()) throw CannotOpen("the vault cannot be read: " + each->status().ToString());
  std::string mark;
  if (database_->Get({}, old_files_mark, &mark).ok()) clear_old_files();  // the process ended in the midst of destroying
}

std::optional<SealKey> Vault::key(PracticeNumber practice, std::string_view subject) const {
  const std::shared_lock lock(mutex_);
  const auto found = keys_.find(place_of(practice, subject));
  if (found == keys_.end()) return std::nullopt;
  return found->second;
}

SealKey Vault::key_or_create(PracticeNumber practice, std::string_view subject) {
  if (const auto known = key(practice, subject)) return *known;
  const std::lock_guard writing(write_mutex_);
  if (const auto known = key(practice, subject)) return *known;  // made while we waited
  const std::string place = place_of(practice, subject);
  const SealKey fresh = new_seal_key();
  std::string value(1, key_version);
  value.append(reinterpret_cast<const char*>(fresh.bytes.data()), fresh.bytes.size());
  const auto status = database_->Put(durable(), place, value);
  OPENSSL_cleanse(value.data(), value.size());
  expect_ok(status);
  const std::unique_lock lock(mutex_);
  keys_.emplace(place, fresh);
  return fresh;
}

Vault::Destroyed Vault::destroy(PracticeNumber practice, std::string_view subject) {
  const std::lock_guard writing(write_mutex_);
  const std::string place = place_of(practice, subject);
  if (!key(practice, subject)) return Destroyed::had_none;
  rocksdb::WriteBatch writes;
  writes.Delete(place);
  writes.Put(old_files_mark, rocksdb::Slice());
  expect_ok(database_->Write(durable(), &writes));
  {
    const std::unique_lock lock(mutex_);
    const auto found = keys_.find(place);
    OPENSSL_cleanse(found->second.bytes.data(), found->second.bytes.size());
    keys_.erase(found);
  }
  clear_old_files();
  return Destroyed::yes;
}

// The key may lie in the write-ahead log and in table files: the flush retires the one, the compaction rewrites the others without it, and
// asking for file deletions makes RocksDB remove what it no longer needs before we go on.
void Vault::clear_old_files() {
  expect_ok(database_->Flush({}));
  rocksdb::CompactRangeOptions everything;
  everything.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForce;
  expect_ok(database_->CompactRange(everything, nullptr, nullptr));
  expect_ok(database_->EnableFileDeletions(true));
  expect_ok(database_->Delete(durable(), old_files_mark));
}

std::size_t Vault::size() const {
  const std::shared_lock lock(mutex_);
  return keys_.size();
}

}  // namespace billtrail
