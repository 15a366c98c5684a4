// See projector.hpp.
#include "gateway/ledger/projector.hpp"

#include <spdlog/spdlog.h>

#include "eventstore/codec/codec.hpp"

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
  feed_index(stretch);
  ledger.indexed.store(stretch.events->back().envelope.position.value);
  backlog_.fetch_sub(stretch.events->size());
}

void Projector::feed_index(const DurableStretch& stretch) {
  std::vector<std::vector<std::string>> entities;
  std::vector<IndexEntry> entries;
  entities.reserve(stretch.events->size());
  entries.reserve(stretch.events->size());
  for (const Recorded& recorded : *stretch.events) {
    const std::vector<std::string>& names = entities.emplace_back(entities_of(recorded.event));
    // A command whose id the server chose cannot be repeated, so nobody will look for it.
    const bool findable = !recorded.envelope.command_digest.empty();
    entries.push_back({.position = recorded.envelope.position.value,
                       .command = findable ? recorded.envelope.command.text() : std::string_view{},
                       .entities = {names.begin(), names.end()}});
  }
  index_.feed(stretch.ledger->number, entries);
}

}  // namespace billtrail
