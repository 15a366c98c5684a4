// The hub of everything live: which sockets follow which read model or the event feed, and who gets what when the ledger moves. One thread
// owns it all; others only put tasks in its queue. Read models that several sockets follow in the same way are computed once.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "gateway/api/parts.hpp"
#include "gateway/api/reads.hpp"
#include "gateway/ledger/projector.hpp"
#include "gateway/live/feed.hpp"
#include "gateway/live/outlet.hpp"
#include "gateway/live/topic.hpp"

namespace billtrail {

class Hub {
 public:
  Hub(ApiParts& parts, ReadRoutes& reads);
  ~Hub();
  Hub(const Hub&) = delete;
  Hub& operator=(const Hub&) = delete;

  void start();
  // Tells everybody who follows anything that the server stops, and waits a moment for it to be said.
  void say_goodbye();
  // After this the hub holds no socket.
  void stop();

  // ---- any thread
  // The ledger's views have taken the stretch.
  void moved(const DurableStretch& stretch);
  // A snapshot follows, then changes. A question with faults is answered with a problem instead.
  void follow_model(std::shared_ptr<Outlet> outlet, SubscriptionId id, std::shared_ptr<Ledger> ledger, std::string model,
                    http::Parameters parameters);
  // Events from that position on, then live; dense.
  void follow_events(std::shared_ptr<Outlet> outlet, SubscriptionId id, std::shared_ptr<Ledger> ledger, Position from, std::string entity);
  void unfollow(const Outlet* outlet, SubscriptionId id);
  // The socket has gone.
  void forget(const Outlet* outlet);

  std::size_t lagging() const { return lagging_.load(); }

 private:
  using Clock = std::chrono::steady_clock;
  void put(std::function<void()> task);
  void run();
  void look_at_topics();
  void look_at_feeds();
  bool anything_behind() const;

  ApiParts& parts_;
  ReadRoutes& reads_;

  std::mutex mutex_;
  std::condition_variable wake_;
  std::vector<std::function<void()>> tasks_;  // guarded by mutex_
  bool stopping_ = false;                     // guarded by mutex_

  // ---- the hub's thread only
  std::map<std::string, std::unique_ptr<Topic>> topics_;  // by practice, model and parameters
  std::map<PracticeNumber, std::unique_ptr<EventFeed>> feeds_;
  Clock::time_point next_look_{};
  bool dirty_ = false;

  std::atomic<std::size_t> lagging_{0};
  std::thread thread_;
};

}  // namespace billtrail
