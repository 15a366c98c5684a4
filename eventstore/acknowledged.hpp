// The witness beside the log: up to where each practice was acknowledged. RocksDB, opening after a crash, drops a damaged end of its
// write-ahead log without a word; the witness is how we know that something acknowledged went with it.
//
//   file := page*                 pages of 4096 bytes, 64 slots each; a slot number has one slot in an even page ("half" 0) and
//                                 one in the odd page after it ("half" 1)
//   slot := 'BTA1' crc32c:le32 practice:le64 position:le64 hash[32] sequence:le64        CRC over what follows it
//
// A commit costs one pwrite (1-2 µs), no sync: the page cache outlives the process, so after a crash or kill -9 of the process the
// witness is exact. A thread syncs it every `sync_interval` and on close, so after a power cut or kernel crash it may lag by
// that long. In between stands the log's own sync. What it catches, therefore:
//   - any acknowledged record missing after the process died, was stopped, or the files were cut, damaged or swapped while stopped;
//   - after a power cut, any missing record acknowledged more than `sync_interval` earlier. Records younger than
//     that can only be missing if the disk lied about the log's sync, and would go unnoticed.
// Writes change halves at each sync, so a page torn by a power cut leaves the other half whole.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

#include "eventstore/log.hpp"

namespace billtrail {

class Acknowledged {
 public:
  struct Contents {
    std::map<PracticeNumber, LogHead> heads;
    std::uint64_t damaged_slots = 0;  // unreadable, but its other half is sound
    std::uint64_t lost_slots = 0;     // unreadable, and no other half: some practice's position is not known
    bool present = false;             // the file exists
  };

  // Looks at the file without holding it. Throws std::system_error.
  static Contents inspect(const std::filesystem::path& file);

  // Puts a fresh file with exactly these heads in the place of the old one, synced. Throws std::system_error.
  static void write_afresh(const std::filesystem::path& file, const std::map<PracticeNumber, LogHead>& heads);

  // Opens the file to write on. Throws std::system_error.
  Acknowledged(std::filesystem::path file, std::chrono::milliseconds sync_interval);
  // Writes both halves alike and syncs.
  ~Acknowledged();
  Acknowledged(const Acknowledged&) = delete;
  Acknowledged& operator=(const Acknowledged&) = delete;

  // From one thread at a time, after the commit is durable and before anybody is told. Throws std::system_error, also when an
  // earlier background sync failed.
  void note(PracticeNumber practice, const LogHead& head);

 private:
  struct Slot {
    std::uint64_t number;
    LogHead head;
  };
  void write_slot(PracticeNumber practice, const Slot& slot, std::uint64_t half);
  void sync_file();
  void sync_at_intervals();

  const std::filesystem::path file_;
  const std::chrono::milliseconds sync_interval_;
  int descriptor_ = -1;

  std::mutex mutex_;  // guards all below
  std::condition_variable wake_;
  std::map<PracticeNumber, Slot> slots_;
  std::uint64_t next_slot_ = 0;
  std::uint64_t sequence_ = 0;
  std::uint64_t half_ = 0;
  bool dirty_ = false;
  bool stopping_ = false;
  int sync_error_ = 0;
  std::thread syncer_;  // last: starts when all else stands
};

}  // namespace billtrail
