// Making and locking the data folder.
#include "eventstore/data_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>

#include "eventstore/log_errors.hpp"

namespace billtrail {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path, const char* what) {
  throw CannotOpen("cannot " + std::string(what) + " " + path.string() + ": " + std::strerror(errno));
}

void make_private(const std::filesystem::path& folder) {
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) fail(folder, "make");
  if (!std::filesystem::is_directory(folder)) throw CannotOpen(folder.string() + " is not a folder");
}

std::string holder_of(int lock) {
  std::array<char, 32> text{};
  const auto length = ::pread(lock, text.data(), text.size() - 1, 0);
  std::string holder(text.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
  while (!holder.empty() && holder.back() == '\n') holder.pop_back();
  return holder.empty() ? "another process" : "process " + holder;
}

}  // namespace

DataFolder::DataFolder(std::filesystem::path folder) : folder_(std::move(folder)) {
  std::error_code ignored;
  if (folder_.has_parent_path()) std::filesystem::create_directories(folder_.parent_path(), ignored);  // mkdir below says what is wrong
  make_private(folder_);
  const auto lock_file = folder_ / "lock";
  lock_ = ::open(lock_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock_ < 0) fail(lock_file, "open");
  if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
    const std::string holder = holder_of(lock_);
    ::close(lock_);
    throw FolderInUse("the data folder " + folder_.string() + " is in use by " + holder);
  }
  const std::string id = std::to_string(::getpid()) + "\n";
  const bool named = ::ftruncate(lock_, 0) == 0 && ::pwrite(lock_, id.data(), id.size(), 0) > 0;
  try {
    // A full disk does not keep us from holding the lock, only from signing it.
    if (!named && errno != ENOSPC) fail(lock_file, "write");
    for (const auto& each : {log(), vault(), index()}) make_private(each);
  } catch (...) {
    ::close(lock_);
    throw;
  }
}

DataFolder::~DataFolder() { ::close(lock_); }

}  // namespace billtrail
