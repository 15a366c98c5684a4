// Take what waits, commit it in one sync, tell everybody, again.
#include "eventstore/committer.hpp"

#include <exception>
#include <utility>

namespace billtrail {

Committer::Committer(Log& log, CommitterBounds bounds) : log_(log), bounds_(bounds) {
  thread_ = std::thread([this] { run(); });
}

Committer::~Committer() { stop(); }

Submitted Committer::submit(Batch&& batch, Completion&& completion) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_) return Submitted::stopped;
    const std::size_t bytes = batch.bytes().size();
    // An empty queue takes any batch, else one larger than the bound could never be committed.
    const bool full = !queue_.empty() && (queue_.size() >= bounds_.queue_batches_max || queue_bytes_ + bytes > bounds_.queue_bytes_max);
    if (full) return Submitted::queue_full;
    queue_bytes_ += bytes;
    queue_.push_back({std::move(batch), std::move(completion)});
  }
  wake_.notify_one();
  return Submitted::queued;
}

void Committer::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  const std::lock_guard lock(join_mutex_);
  if (thread_.joinable()) thread_.join();
}

std::size_t Committer::queued() const {
  const std::lock_guard lock(mutex_);
  return queue_.size();
}

CommitterCounts Committer::counts() const {
  const std::lock_guard lock(mutex_);
  return counts_;
}

void Committer::run() noexcept {
  for (;;) {
    auto next = take_next_commit();
    if (next.empty()) return;
    commit(std::move(next));
  }
}

// Waits for work; nothing when there is none left and the committer is to stop.
std::vector<Committer::Waiting> Committer::take_next_commit() {
  std::unique_lock lock(mutex_);
  wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
  std::vector<Waiting> next;
  std::size_t bytes = 0;
  while (!queue_.empty()) {
    const std::size_t more = queue_.front().batch.bytes().size();
    if (!next.empty() && bytes + more > bounds_.commit_bytes_max) break;
    bytes += more;
    next.push_back(std::move(queue_.front()));
    queue_.pop_front();
  }
  queue_bytes_ -= bytes;
  return next;
}

bool Committer::commit_here(Batch&& batch, Completion&& completion) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_) return false;
  }
  std::vector<Waiting> waiting;
  waiting.push_back({std::move(batch), std::move(completion)});
  commit(std::move(waiting));
  return true;
}

void Committer::commit(std::vector<Waiting> waiting) {
  std::vector<Batch> batches;
  batches.reserve(waiting.size());
  std::size_t records = 0;
  for (auto& each : waiting) {
    records += each.batch.record_count();
    batches.push_back(std::move(each.batch));
  }
  std::vector<AppendOutcome> outcomes;
  try {
    outcomes = log_.append_all(std::move(batches));
  } catch (const LogFull& error) {
    return fail(std::move(waiting), std::make_shared<LogFull>(error));
  } catch (const LogBroken& error) {
    return fail(std::move(waiting), std::make_shared<LogBroken>(error));
  } catch (const std::exception& error) {
    return fail(std::move(waiting), std::make_shared<LogBroken>(error.what(), std::vector<TrustedPosition>{}));
  }
  {
    const std::lock_guard lock(mutex_);
    counts_.commits += 1;
    counts_.batches += waiting.size();
    counts_.records += records;
  }
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    std::visit([&](auto& outcome) { waiting[i].completion(std::move(outcome)); }, outcomes[i]);
  }
}

// Nothing is retried: everyone is told, and nobody may submit any more.
void Committer::fail(std::vector<Waiting> waiting, std::shared_ptr<const LogBroken> why) {
  std::deque<Waiting> queued;
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    queued = std::exchange(queue_, {});
    queue_bytes_ = 0;
  }
  for (auto& each : waiting) each.completion(CommitFailed{CommitFailed::Batch::outcome_unknown, why});
  for (auto& each : queued) each.completion(CommitFailed{CommitFailed::Batch::not_written, why});
}

}  // namespace billtrail
