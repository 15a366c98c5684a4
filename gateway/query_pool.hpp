// Threads for what may take a while: questions to read models, reading the log, folding the past. Bounded; when the queue is
// full the caller is told so at once.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace billtrail {

class QueryPool {
 public:
  explicit QueryPool(std::size_t threads);
  ~QueryPool();
  QueryPool(const QueryPool&) = delete;
  QueryPool& operator=(const QueryPool&) = delete;

  // False when the queue is full or the pool has stopped; the task is then not taken. A task must not throw.
  bool run(std::function<void()> task);
  // Takes no more tasks and works off what waits for at most this long; then drops the rest.
  void finish(std::chrono::milliseconds patience);
  // Finishes what runs, drops what waits.
  void stop();

 private:
  void work();

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> queue_;
  bool closed_ = false;    // takes no more
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace billtrail
