// The event feed of one practice: every follower has a cursor and gets every event from there on, once, in order. Who is nearly there is
// served from rendered events in memory; who is far behind, from the log. Nobody is sent more than its socket takes.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "gateway/json/write.hpp"
#include "gateway/ledger/projector.hpp"
#include "gateway/live/outlet.hpp"

namespace billtrail {

// A piece of the log made for a follower: events from `from` up to before `next`.
struct FeedPiece {
  std::shared_ptr<const std::string> body;  // none when no event in the range was wanted
  std::uint64_t next = 0;
};

class EventFeed {
 public:
  // Reads a piece of the log for that follower, elsewhere, and calls EventFeed::arrived() with it on the hub's thread.
  using Fetch = std::function<void(std::uint64_t follower, std::uint64_t from, std::string entity)>;

  EventFeed(std::shared_ptr<Ledger> ledger, OpenPersonal open, Fetch fetch)
      : ledger_(std::move(ledger)), open_(std::move(open)), fetch_(std::move(fetch)) {}

  void add(std::shared_ptr<Outlet> outlet, SubscriptionId id, Position from, std::string entity);
  void remove(const Outlet* outlet, const SubscriptionId* id);
  void moved(const DurableStretch& stretch);
  void arrived(std::uint64_t follower, FeedPiece piece);
  // Sends what each follower can take now.
  void look();

  void collect(std::set<std::shared_ptr<Outlet>>& outlets) const {
    for (const auto& [number, follower] : followers_) outlets.insert(follower.outlet);
  }
  bool empty() const { return followers_.empty(); }
  bool behind() const;
  const std::shared_ptr<Ledger>& ledger() const { return ledger_; }
  const OpenPersonal& open() const { return open_; }

 private:
  struct Follower {
    std::shared_ptr<Outlet> outlet;
    SubscriptionId id;
    std::uint64_t next;
    std::string entity;
    bool fetching = false;
  };
  struct RingEvent {
    std::string json;
    std::vector<std::string> entities;
  };
  FeedPiece piece_from_ring(std::uint64_t from, const std::string& entity);
  void send(Follower& follower, const FeedPiece& piece);

  std::shared_ptr<Ledger> ledger_;
  OpenPersonal open_;
  Fetch fetch_;
  std::map<std::uint64_t, Follower> followers_;
  std::uint64_t next_follower_ = 1;
  std::deque<RingEvent> ring_;
  std::uint64_t ring_first_ = 0;  // position of ring_.front()
  std::uint64_t head_ = 0;        // the last position the hub has been told of
  // Pieces made in this look, by where they begin: a thousand sockets at the same place share one.
  std::map<std::uint64_t, FeedPiece> made_;
};

}  // namespace billtrail
