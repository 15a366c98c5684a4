// Slots of 64 bytes never straddle a disk sector, so a slot is on disk whole or not at all.
#include "eventstore/acknowledged.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

#include "eventstore/bytes.hpp"
#include "eventstore/crc32c.hpp"

namespace billtrail {
namespace {

constexpr std::uint64_t page_bytes = 4096;
constexpr std::uint64_t slot_bytes = 64;
constexpr std::uint64_t slots_a_page = page_bytes / slot_bytes;
constexpr std::uint32_t slot_mark = 0x31415442;  // "BTA1"
using SlotBytes = std::array<char, slot_bytes>;

constexpr std::uint64_t slot_offset(std::uint64_t number, std::uint64_t half) {
  return (number / slots_a_page * 2 + half) * page_bytes + number % slots_a_page * slot_bytes;
}

SlotBytes encode(PracticeNumber practice, const LogHead& head, std::uint64_t sequence) {
  SlotBytes bytes{};
  put_little(bytes.data(), slot_mark);
  put_little(bytes.data() + 8, raw(practice));
  put_little(bytes.data() + 16, head.position);
  std::memcpy(bytes.data() + 24, head.hash.bytes.data(), head.hash.bytes.size());
  put_little(bytes.data() + 56, sequence);
  put_little(bytes.data() + 4, crc32c({bytes.data() + 8, slot_bytes - 8}));
  return bytes;
}

enum class SlotState { unused, sound, damaged };
SlotState state_of(std::string_view bytes) {
  if (bytes.find_first_not_of('\0') == std::string_view::npos) return SlotState::unused;
  const bool sound = get_little<std::uint32_t>(bytes.data()) == slot_mark &&
                     get_little<std::uint32_t>(bytes.data() + 4) == crc32c(bytes.substr(8));
  return sound ? SlotState::sound : SlotState::damaged;
}

struct Found {
  std::uint64_t number;
  std::uint64_t sequence;
  PracticeNumber practice;
  LogHead head;
};
Found decode(std::string_view bytes, std::uint64_t number) {
  return {number,
          get_little<std::uint64_t>(bytes.data() + 56),
          PracticeNumber{get_little<std::uint64_t>(bytes.data() + 8)},
          {get_little<std::uint64_t>(bytes.data() + 16), *hash_from_bytes(bytes.substr(24, 32))}};
}

struct Scan {
  std::map<PracticeNumber, Found> newest;
  std::uint64_t damaged = 0;
  std::uint64_t lost = 0;
  std::uint64_t slots = 0;  // up to the last one in use
};
SlotState look_at(std::string_view file, std::uint64_t number, std::uint64_t half, Scan& result) {
  const auto offset = slot_offset(number, half);
  if (offset + slot_bytes > file.size()) return SlotState::unused;
  const auto bytes = file.substr(offset, slot_bytes);
  const auto state = state_of(bytes);
  if (state != SlotState::unused) result.slots = number + 1;
  if (state == SlotState::sound) {
    const auto found = decode(bytes, number);
    const auto [entry, fresh] = result.newest.try_emplace(found.practice, found);
    if (!fresh && entry->second.sequence < found.sequence) entry->second = found;
  }
  return state;
}

Scan scan(std::string_view file) {
  Scan result;
  for (std::uint64_t number = 0; slot_offset(number, 0) + slot_bytes <= file.size(); ++number) {
    const auto first = look_at(file, number, 0, result);
    const auto second = look_at(file, number, 1, result);
    if (first != SlotState::damaged && second != SlotState::damaged) continue;
    const bool one_sound = first == SlotState::sound || second == SlotState::sound;
    (one_sound ? result.damaged : result.lost) += 1;
  }
  return result;
}

[[noreturn]] void fail(int error, const std::filesystem::path& file, const char* what) {
  throw std::system_error(error, std::generic_category(), std::string(what) + " " + file.string());
}

std::string contents_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) fail(errno, file, "cannot read");
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void sync_folder_of(const std::filesystem::path& file) {
  const int folder = ::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) fail(errno, file.parent_path(), "cannot open");
  const int error = ::fsync(folder) == 0 ? 0 : errno;
  ::close(folder);
  if (error != 0) fail(error, file.parent_path(), "cannot sync");
}

}  // namespace

Acknowledged::Contents Acknowledged::inspect(const std::filesystem::path& file) {
  Contents contents;
  if (!std::filesystem::exists(file)) return contents;
  contents.present = true;
  const auto found = scan(contents_of(file));
  contents.damaged_slots = found.damaged;
  contents.lost_slots = found.lost;
  for (const auto& [practice, slot] : found.newest) contents.heads.emplace(practice, slot.head);
  return contents;
}

void Acknowledged::write_afresh(const std::filesystem::path& file, const std::map<PracticeNumber, LogHead>& heads) {
  std::string bytes;
  std::uint64_t number = 0;
  for (const auto& [practice, head] : heads) {
    const auto slot = encode(practice, head, number + 1);
    bytes.resize(std::max<std::size_t>(bytes.size(), slot_offset(number, 1) + slot_bytes));
    for (const std::uint64_t half : {std::uint64_t{0}, std::uint64_t{1}}) {
      std::memcpy(bytes.data() + slot_offset(number, half), slot.data(), slot.size());
    }
    ++number;
  }
  const std::filesystem::path fresh = file.string() + ".new";
  const int descriptor = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (descriptor < 0) fail(errno, fresh, "cannot make");
  int error = 0;
  const auto written = ::write(descriptor, bytes.data(), bytes.size());
  if (written < 0 || ::fsync(descriptor) != 0) error = errno;
  if (error == 0 && written != static_cast<::ssize_t>(bytes.size())) error = ENOSPC;
  ::close(descriptor);
  if (error != 0) fail(error, fresh, "cannot write");
  std::filesystem::rename(fresh, file);
  sync_folder_of(file);
}

Acknowledged::Acknowledged(std::filesystem::path file, std::chrono::milliseconds sync_interval)
    : file_(std::move(file)), sync_interval_(sync_interval) {
  descriptor_ = ::open(file_.c_str(), O_RDWR | O_CLOEXEC);
  if (descriptor_ < 0) fail(errno, file_, "cannot open");
  try {
    const auto scanned = scan(contents_of(file_));
    next_slot_ = scanned.slots;
    for (const auto& [practice, found] : scanned.newest) {
      slots_.emplace(practice, Slot{found.number, found.head});
      sequence_ = std::max(sequence_, found.sequence);
    }
  } catch (...) {
    ::close(descriptor_);
    throw;
  }
  syncer_ = std::thread([this] { sync_at_intervals(); });
}

Acknowledged::~Acknowledged() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  syncer_.join();
  try {
    for (const auto& [practice, slot] : slots_) {
      ++sequence_;
      write_slot(practice, slot, 0);
      write_slot(practice, slot, 1);
    }
    sync_file();
  } catch (const std::system_error&) {
    // The log itself is synced; a witness that lags is still true.
  }
  ::close(descriptor_);
}

void Acknowledged::note(PracticeNumber practice, const LogHead& head) {
  const std::lock_guard lock(mutex_);
  if (sync_error_ != 0) fail(sync_error_, file_, "cannot sync");
  const auto [entry, fresh] = slots_.try_emplace(practice, Slot{next_slot_, {}});
  if (fresh) ++next_slot_;
  entry->second.head = head;
  ++sequence_;
  write_slot(practice, entry->second, half_);
  dirty_ = true;
}

void Acknowledged::write_slot(PracticeNumber practice, const Slot& slot, std::uint64_t half) {
  const auto bytes = encode(practice, slot.head, sequence_);
  const auto offset = static_cast<::off_t>(slot_offset(slot.number, half));
  const auto written = ::pwrite(descriptor_, bytes.data(), bytes.size(), offset);
  if (written != static_cast<::ssize_t>(bytes.size())) fail(written < 0 ? errno : ENOSPC, file_, "cannot write");
}

void Acknowledged::sync_file() {
  if (::fdatasync(descriptor_) != 0) fail(errno, file_, "cannot sync");
}

void Acknowledged::sync_at_intervals() {
  std::unique_lock lock(mutex_);
  while (!wake_.wait_for(lock, sync_interval_, [this] { return stopping_; })) {
    if (!dirty_ || sync_error_ != 0) continue;
    // What comes now goes to the other half, so the half being synced is not written to.
    dirty_ = false;
    half_ ^= 1;
    lock.unlock();
    const int error = ::fdatasync(descriptor_) == 0 ? 0 : errno;
    lock.lock();
    sync_error_ = error;
  }
}

}  // namespace billtrail
