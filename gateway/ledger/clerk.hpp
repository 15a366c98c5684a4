// The clerk: the single writer. It takes what is queued, decides each order against the books as they will be, and hands the
// events of all of them to the committer in one batch. While a batch syncs, the next is being decided. There is no timer.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "domain/kernel/zone.hpp"
#include "eventstore/codec/codec.hpp"
#include "eventstore/committer.hpp"
#include "eventstore/vault.hpp"
#include "gateway/ledger/order.hpp"
#include "gateway/ledger/projector.hpp"

namespace billtrail {

class Clerk {
 public:
  struct Parts {
    Log& log;
    Committer& committer;
    LogIndex& index;
    Vault& vault;
    Projector& projector;
    const ZoneRules& zones;
    std::function<Instant()> clock;
    std::function<bool()> disk_has_room;
    // The log broke: nothing more can be written and the process must end. Called once, on the committer's thread.
    std::function<void(const LogBroken&)> broken;
  };

  explicit Clerk(Parts parts);
  ~Clerk();
  Clerk(const Clerk&) = delete;
  Clerk& operator=(const Clerk&) = delete;

  void start();
  // False when the queue is full or the clerk is stopping; `done` is then not called.
  bool submit(ClerkRequest request);
  // Puts and waits: for start-up, tools and tests, never on an io thread.
  std::vector<Answer> ask(ClerkRequest request);
  // Ledgers for which the clerk does what the clock makes due (due.hpp). Any thread.
  void look_after(std::shared_ptr<Ledger> ledger);
  // Decides what is queued, waits until it is durable, ends.
  void stop();

  std::size_t queued() const;

 private:
  struct Group;
  void run();
  void decide_group(std::vector<ClerkRequest> requests);
  void take(Group& group, ClerkRequest request);
  Answer take_carefully(Group& group, Ledger& ledger, const Asker& asker, Order& order, Recording recording);
  Answer take_order(Group& group, Ledger& ledger, const Asker& asker, Order& order, Recording recording);
  std::optional<Answer> answered_before(Group& group, Ledger& ledger, const Order& order);
  Answer record(Group& group, Ledger& ledger, const Asker& asker, const Order& order, std::vector<Event> events, Recording recording);
  void commit(std::shared_ptr<Group> group);
  void committed(Group& group, CommitOutcome outcome);
  void fill_replays(Group& group);
  void freshen(Ledger& ledger);
  Date local_day(Ledger& ledger) const;
  static void forget_indexed(Ledger& ledger);
  void do_what_is_due();
  void wait_for_room(std::size_t outstanding_max);

  Parts parts_;
  RecordEncoder encoder_;

  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::vector<ClerkRequest> queue_;                 // guarded by mutex_
  std::vector<std::shared_ptr<Ledger>> ledgers_;    // guarded by mutex_
  bool stopping_ = false;                           // guarded by mutex_

  std::mutex outstanding_mutex_;
  std::condition_variable outstanding_wake_;
  std::size_t outstanding_ = 0;  // batches handed to the committer; guarded by outstanding_mutex_
  std::atomic<bool> broken_{false};

  Instant next_look_;
  std::thread thread_;
};

}  // namespace billtrail
