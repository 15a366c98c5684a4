// See query_pool.hpp.
#include "gateway/query_pool.hpp"

#include "gateway/options.hpp"

namespace billtrail {

QueryPool::QueryPool(std::size_t threads) {
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

QueryPool::~QueryPool() { stop(); }

bool QueryPool::run(std::function<void()> task) {
  {
    const std::lock_guard lock(mutex_);
    if (closed_ || stopping_ || queue_.size() >= bounds::query_queue_max) return false;
    queue_.push_back(std::move(task));
  }
  wake_.notify_one();
  return true;
}

void QueryPool::finish(std::chrono::milliseconds patience) {
  const auto end = std::chrono::steady_clock::now() + patience;
  for (;;) {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
      if (queue_.empty() || std::chrono::steady_clock::now() >= end) break;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  stop();
}

void QueryPool::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    queue_.clear();
  }
  wake_.notify_all();
  for (std::thread& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

void QueryPool::work() {
  for (;;) {
    std::function<void()> task;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
      if (stopping_) return;
      task = std::move(queue_.front());
      queue_.pop_front();
    }
    task();
  }
}

}  // namespace billtrail
