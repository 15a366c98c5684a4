// The keys of the people whose texts are sealed. Destroying a key erases every text sealed under it, wherever copies lie, while the
// log, its hashes and its proofs stay as they are.
//
//   'k' practice:be64 subject -> version:u8 (1) key[32]
//   'x'                       -> nothing            a destroyed key may still lie in an old file; cleared once none is left
//
// Destroyed means: no file of this folder holds the key any more. Blocks the file system has freed but not yet overwritten, and backups of the
// vault, are beyond its reach: keep few backups of the vault, for as long as the law lets you need them.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <stdexcept>
#include <string>
#include <string_view>

#include "eventstore/batch.hpp"
#include "eventstore/seal.hpp"

namespace rocksdb {
class DB;
}  // namespace rocksdb

namespace billtrail {

class Vault {
 public:
  // Reads all keys into memory, about 150 bytes each. Throws FolderInUse or CannotOpen.
  static std::unique_ptr<Vault> open(const std::filesystem::path& folder);
  ~Vault();

  // From memory. Any thread. Nothing when the subject never had a key, or it was destroyed.
  std::optional<SealKey> key(PracticeNumber practice, std::string_view subject) const;

  // A key made here is on disk before it is returned, so nothing is ever sealed under a key that could be lost. Any thread but not a
  // network thread: it may wait for the disk. Throws VaultBroken.
  SealKey key_or_create(PracticeNumber practice, std::string_view subject);

  enum class Destroyed { yes, had_none };
  // Gone from memory and disk on return. Rewrites the vault's files: milliseconds to seconds. Throws VaultBroken.
  Destroyed destroy(PracticeNumber practice, std::string_view subject);

  std::size_t size() const;

 private:
  Vault() = default;
  void load();
  void clear_old_files();

  std::unique_ptr<rocksdb::DB> database_;
  std::mutex write_mutex_;           // one change at a time
  mutable std::shared_mutex mutex_;  // guards keys_
  std::map<std::string, SealKey, std::less<>> keys_;  // by their place on disk
};

// The disk refused; nothing was promised.
class VaultBroken : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace billtrail
