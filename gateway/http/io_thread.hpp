// One thread with its own io_context. Every connection lives on one of them for good, so connections need no locks. What other
// threads want done here is collected and handed over in one go, however much there is.
#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include "gateway/http/net.hpp"

namespace billtrail {

// Something with a time limit that this thread watches.
class Watched {
 public:
  virtual ~Watched() = default;
  // Called on the io thread when the deadline has passed.
  virtual void expired() = 0;
  std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
};

class IoThread {
 public:
  IoThread();
  ~IoThread();
  IoThread(const IoThread&) = delete;
  IoThread& operator=(const IoThread&) = delete;

  net::io_context& context() { return context_; }

  // Runs the task on this thread, soon. Any thread. Many calls cost one wake-up.
  void run_soon(std::function<void()> task);

  // On this thread only.
  void watch(Watched& what) { watched_.insert(&what); }
  void unwatch(Watched& what) { watched_.erase(&what); }

  void start();
  // Asks the loop to end and waits for it.
  void stop();

 private:
  void sweep();
  void drain();

  // The order matters: connections that end with the context still leave watched_, and those in soon_ still need the context.
  std::set<Watched*> watched_;
  net::io_context context_{1};
  net::executor_work_guard<net::io_context::executor_type> work_;
  net::steady_timer sweeper_;
  std::mutex mutex_;
  std::vector<std::function<void()>> soon_;  // guarded by mutex_
  std::thread thread_;
};

}  // namespace billtrail
