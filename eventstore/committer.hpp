// The one thread that commits. The next commit is whatever was queued while the last one synced: alone, a batch waits for nobody; under
// load, many share one sync. There is no timer.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <variant>
#include <vector>

#include "eventstore/log.hpp"

namespace billtrail {

// The log broke in this commit or before it. Whether the batch is on disk is unknown when it was in the failing commit itself; batches that
// were still queued are not.
struct CommitFailed {
  enum class Batch { outcome_unknown, not_written };
  Batch batch;
  std::shared_ptr<const LogBroken> why;  // shared by every batch that failed for it
};
using CommitOutcome = std::variant<Appended, LogConflict, NoRoom, CommitFailed>;
using Completion = std::function<void(CommitOutcome)>;

struct CommitterBounds {
  std::size_t queue_batches_max = 4096;
  std::size_t queue_bytes_max = 32 << 20;
  std::size_t commit_bytes_max = 2 << 20;  // batches share a commit up to here; a larger one goes alone
};

enum class Submitted { queued, queue_full, stopped };

struct CommitterCounts {
  std::uint64_t commits = 0;
  std::uint64_t batches = 0;
  std::uint64_t records = 0;
};

class Committer {
 public:
  // The log outlives the committer, and nobody else appends to it.
  explicit Committer(Log& log, CommitterBounds bounds = {});
  ~Committer();
  Committer(const Committer&) = delete;
  Committer& operator=(const Committer&) = delete;

  // Any thread, never waits. Only after `queued` will the completion be called: on the committer's thread, once the outcome is final, in
  // the order of submission. It must be quick and must not throw. `queue_full` and `stopped` leave batch and completion untouched.
  Submitted submit(Batch&& batch, Completion&& completion);

  // Commits on the caller's thread: saves a lone batch the hand-over to another. Only while nothing that was submitted is still to be
  // committed and nobody submits; the completion is called before this returns. False, leaving both untouched, after stop().
  bool commit_here(Batch&& batch, Completion&& completion);

  // Commits what is queued, then ends the thread. Later submissions are refused. Any thread but the committer's own.
  void stop();

  // Batches waiting, without those being synced.
  std::size_t queued() const;
  CommitterCounts counts() const;

 private:
  struct Waiting {
    Batch batch;
    Completion completion;
  };

  void run() noexcept;
  std::vector<Waiting> take_next_commit();
  void commit(std::vector<Waiting> waiting);
  void fail(std::vector<Waiting> waiting, std::shared_ptr<const LogBroken> why);

  Log& log_;
  const CommitterBounds bounds_;

  mutable std::mutex mutex_;  // guards all below but the thread
  std::condition_variable wake_;
  std::deque<Waiting> queue_;
  std::size_t queue_bytes_ = 0;
  bool stopping_ = false;
  CommitterCounts counts_;

  std::mutex join_mutex_;
  std::thread thread_;
};

}  // namespace billtrail
