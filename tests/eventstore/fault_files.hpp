// A file system that can be told to fail: writes or syncs of files with a given ending, with a given error.
#pragma once

#include <rocksdb/env.h>
#include <rocksdb/file_system.h>

#include <atomic>
#include <memory>
#include <string>

namespace billtrail::test {

enum class Fault { none, no_space_on_write, error_on_write, error_on_sync };

class FaultFiles final : public rocksdb::FileSystemWrapper {
 public:
  explicit FaultFiles(std::string ending)
      : rocksdb::FileSystemWrapper(rocksdb::FileSystem::Default()), ending_(std::move(ending)) {}

  const char* Name() const override { return "FaultFiles"; }
  std::atomic<Fault> fault = Fault::none;

  rocksdb::IOStatus NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* result, rocksdb::IODebugContext* context) override {
    auto status = target()->NewWritableFile(name, options, result, context);
    if (status.ok() && name.ends_with(ending_)) *result = std::make_unique<File>(std::move(*result), fault);
    return status;
  }

 private:
  class File final : public rocksdb::FSWritableFileOwnerWrapper {
   public:
    File(std::unique_ptr<rocksdb::FSWritableFile> file, const std::atomic<Fault>& fault)
        : rocksdb::FSWritableFileOwnerWrapper(std::move(file)), fault_(fault) {}

    rocksdb::IOStatus Append(const rocksdb::Slice& bytes, const rocksdb::IOOptions& options, rocksdb::IODebugContext* context) override {
      if (fault_ == Fault::no_space_on_write) return rocksdb::IOStatus::NoSpace("injected");
      if (fault_ == Fault::error_on_write) return rocksdb::IOStatus::IOError("injected");
      return rocksdb::FSWritableFileOwnerWrapper::Append(bytes, options, context);
    }
    rocksdb::IOStatus Append(const rocksdb::Slice& bytes, const rocksdb::IOOptions& options, const rocksdb::DataVerificationInfo&,
                             rocksdb::IODebugContext* context) override {
      return Append(bytes, options, context);
    }
    rocksdb::IOStatus Sync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* context) override {
      if (fault_ == Fault::error_on_sync) return rocksdb::IOStatus::IOError("injected");
      return rocksdb::FSWritableFileOwnerWrapper::Sync(options, context);
    }
    rocksdb::IOStatus Fsync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* context) override {
      if (fault_ == Fault::error_on_sync) return rocksdb::IOStatus::IOError("injected");
      return rocksdb::FSWritableFileOwnerWrapper::Fsync(options, context);
    }

   private:
    const std::atomic<Fault>& fault_;
  };

  const std::string ending_;
};

// An environment for RocksLogOptions::env over such files; keep it as long as the log.
struct FaultEnvironment {
  std::shared_ptr<FaultFiles> files;
  std::unique_ptr<rocksdb::Env> env;

  explicit FaultEnvironment(std::string ending)
      : files(std::make_shared<FaultFiles>(std::move(ending))), env(rocksdb::NewCompositeEnv(files)) {}
};

}  // namespace billtrail::test
