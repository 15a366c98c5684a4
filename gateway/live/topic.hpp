// One read model asked in one way, and who follows it. Keeps the last answer, so that only what changed is sent.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "gateway/api/read_models.hpp"
#include "gateway/live/outlet.hpp"

namespace billtrail {

// What turns one answer into the next: `"position":9,"changes":{...}}`; empty when nothing but the position moved.
std::string changes_between(const Rendered& before, const Rendered& after);

class Topic {
 public:
  using Ask = std::function<Rendered()>;
  Topic(std::shared_ptr<Ledger> ledger, Ask ask) : ledger_(std::move(ledger)), ask_(std::move(ask)) {}

  // Sends the snapshot.
  void add(std::shared_ptr<Outlet> outlet, SubscriptionId id);
  void remove(const Outlet* outlet, const SubscriptionId* id);  // no id: all of that outlet
  // Asks again if the views have moved; sends what changed.
  void look();

  void collect(std::set<std::shared_ptr<Outlet>>& outlets) const {
    for (const Follower& follower : followers_) outlets.insert(follower.outlet);
  }
  bool empty() const { return followers_.empty(); }
  std::size_t lagging() const;

 private:
  struct Follower {
    std::shared_ptr<Outlet> outlet;
    SubscriptionId id;
    bool lagging = false;
  };
  void send_snapshot(Follower& follower);

  std::shared_ptr<Ledger> ledger_;
  Ask ask_;
  std::vector<Follower> followers_;
  std::unique_ptr<Rendered> last_;
  std::shared_ptr<const std::string> snapshot_;  // of last_, made when somebody needs it
};

}  // namespace billtrail
