// See io_thread.hpp.
#include "gateway/http/io_thread.hpp"

#include "gateway/options.hpp"

namespace billtrail {

IoThread::IoThread() : work_(net::make_work_guard(context_)), sweeper_(context_) {}

IoThread::~IoThread() { stop(); }

void IoThread::start() {
  net::post(context_, [this] { sweep(); });
  thread_ = std::thread([this] { context_.run(); });
}

void IoThread::stop() {
  if (!thread_.joinable()) return;
  work_.reset();
  context_.stop();
  thread_.join();
}

void IoThread::run_soon(std::function<void()> task) {
  bool first = false;
  {
    const std::lock_guard lock(mutex_);
    first = soon_.empty();
    soon_.push_back(std::move(task));
  }
  if (first) net::post(context_, [this] { drain(); });
}

void IoThread::drain() {
  std::vector<std::function<void()>> tasks;
  {
    const std::lock_guard lock(mutex_);
    tasks.swap(soon_);
  }
  for (auto& task : tasks) task();
}

void IoThread::sweep() {
  const auto now = std::chrono::steady_clock::now();
  std::vector<Watched*> late;
  for (Watched* what : watched_) {
    if (what->deadline < now) late.push_back(what);
  }
  for (Watched* what : late) {
    if (watched_.contains(what)) what->expired();
  }
  sweeper_.expires_after(bounds::sweep_interval);
  sweeper_.async_wait([this](const error_code& error) {
    if (!error) sweep();
  });
}

}  // namespace billtrail
