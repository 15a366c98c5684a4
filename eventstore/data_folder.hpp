// The folder that holds all a server knows, and the lock that keeps a second process out of it.
//
//   <data>/log     what happened: the only part that cannot be made again
//   <data>/vault   the keys of sealed texts: lose it, and they cannot be read any more
//   <data>/index   derived from the log; may be deleted while the server is stopped
//   <data>/lock    held while a process has the folder; names it
#pragma once

#include <filesystem>

namespace billtrail {

class DataFolder {
 public:
  // Makes the folders (mode 0700) when missing and takes the lock. Throws FolderInUse, naming the other process, or CannotOpen.
  explicit DataFolder(std::filesystem::path folder);
  // Lets go of the lock, whatever way the process ends.
  ~DataFolder();
  DataFolder(const DataFolder&) = delete;
  DataFolder& operator=(const DataFolder&) = delete;

  const std::filesystem::path& path() const { return folder_; }
  std::filesystem::path log() const { return folder_ / "log"; }
  std::filesystem::path vault() const { return folder_ / "vault"; }
  std::filesystem::path index() const { return folder_ / "index"; }

 private:
  std::filesystem::path folder_;
  int lock_ = -1;
};

}  // namespace billtrail
