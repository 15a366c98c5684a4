// Takes what has become durable to the read side: folds it into the views, feeds the index, wakes the live sockets. A thread of its
// own, so that neither deciding nor committing waits for readers.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "eventstore/index.hpp"
#include "gateway/ledger/ledger.hpp"
#include "gateway/ledger/order.hpp"

namespace billtrail {

// Durable events of one ledger, with the hash of each record.
struct DurableStretch {
  std::shared_ptr<Ledger> ledger;
  std::shared_ptr<const std::vector<Recorded>> events;
  std::shared_ptr<const std::vector<RecordHash>> hashes;
  RecordHash before;  // of the record before the first
};

class Projector {
 public:
  // Called on the projector's thread after the views have taken the stretch.
  using Listener = std::function<void(const DurableStretch&)>;

  explicit Projector(LogIndex& index);
  ~Projector();

  void listen(Listener listener);  // before start()
  void start();
  void push(DurableStretch stretch);
  // Works off what was pushed, then ends.
  void stop();

  // Events that are durable and not yet in the views.
  std::size_t backlog() const { return backlog_.load(); }

 private:
  void run();
  void take(const DurableStretch& stretch);

  LogIndex& index_;
  Listener listener_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::vector<DurableStretch> queue_;  // guarded by mutex_
  bool stopping_ = false;              // guarded by mutex_
  std::atomic<std::size_t> backlog_{0};
  std::thread thread_;
};

}  // namespace billtrail
