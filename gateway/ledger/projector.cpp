// See projector.hpp.
#include "gateway/ledger/projector.hpp"

#include <spdlog/spdlog.h>

#include "gateway/ledger/index_feed.hpp"

namespace billtrail {

Projector::Projector(LogIndex& index) : index_(index) {}

Projector::~Projector() { stop(); }

void Projector::listen(Listener listener) { listener_ = std::move(listener); }

void Projector::start() {
  thread_ = std::thread([this] { run(); });
}

void Projector::push(DurableStretch stretch) {
  backlog_.fetch_add(stretch.events->size());
  {
    const std::lock_guard lock(mutex_);
    queue_.push_back(std::move(stretch));
  }
  wake_.notify_one();
}

void Projector::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void Projector::run() {
  for (;;) {
    std::vector<DurableStretch> stretches;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
      if (queue_.empty()) return;
      stretches.swap(queue_);
    }
    for (const DurableStretch& stretch : stretches) take(stretch);
  }
}

void Projector::take(const DurableStretch& stretch) {
  Ledger& ledger = *stretch.ledger;
  ledger.runner.apply(*stretch.events);
  if (listener_) listener_(stretch);
  feed_index(index_, ledger.number, *stretch.events);
  ledger.indexed.store(stretch.events->back().envelope.position.value);
  backlog_.fetch_sub(stretch.events->size());
}

}  // namespace billtrail
