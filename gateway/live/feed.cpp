// See feed.hpp.
#include "gateway/live/feed.hpp"

#include <algorithm>

#include "eventstore/codec/codec.hpp"
#include "gateway/api/reads.hpp"
#include "gateway/options.hpp"

namespace billtrail {

void EventFeed::add(std::shared_ptr<Outlet> outlet, SubscriptionId id, Position from, std::string entity) {
  head_ = std::max(head_, ledger_->durable.load());
  followers_.emplace(next_follower_++, Follower{std::move(outlet), id, std::max<std::uint64_t>(from.value, 1), std::move(entity)});
  look();
}

void EventFeed::remove(const Outlet* outlet, const SubscriptionId* id) {
  std::erase_if(followers_, [&](const auto& entry) {
    return entry.second.outlet.get() == outlet && (!id || entry.second.id == *id);
  });
}

void EventFeed::moved(const DurableStretch& stretch) {
  const std::uint64_t first = stretch.events->front().envelope.position.value;
  if (ring_.empty() || ring_first_ + ring_.size() != first) {
    ring_.clear();
    ring_first_ = first;
  }
  RecordHash previous;
  for (std::size_t i = 0; i < stretch.events->size(); ++i) {
    const Recorded& recorded = (*stretch.events)[i];
    previous = i == 0 ? stretch.before : (*stretch.hashes)[i - 1];
    ring_.push_back({event_json(recorded, (*stretch.hashes)[i], previous, open_), entities_of(recorded.event)});
  }
  while (ring_.size() > bounds::feed_ring_events_max) {
    ring_.pop_front();
    ++ring_first_;
  }
  head_ = std::max(head_, stretch.events->back().envelope.position.value);
}

bool EventFeed::behind() const {
  return std::any_of(followers_.begin(), followers_.end(), [this](const auto& entry) { return entry.second.next <= head_; });
}

void EventFeed::look() {
  made_.clear();
  for (auto& [number, follower] : followers_) {
    while (!follower.fetching && follower.next <= head_ &&
           follower.outlet->queued_bytes() < bounds::socket_queue_bytes_max / 4) {
      if (!ring_.empty() && follower.next >= ring_first_ && follower.next < ring_first_ + ring_.size()) {
        send(follower, piece_from_ring(follower.next, follower.entity));
      } else {
        follower.fetching = true;
        fetch_(number, follower.next, follower.entity);
      }
    }
  }
}

FeedPiece EventFeed::piece_from_ring(std::uint64_t from, const std::string& entity) {
  if (entity.empty()) {
    if (const auto made = made_.find(from); made != made_.end()) return made->second;
  }
  const std::uint64_t end = std::min<std::uint64_t>(ring_first_ + ring_.size(), from + bounds::feed_chunk_events_max);
  std::string body = "\"events\":[";
  bool any = false;
  for (std::uint64_t position = from; position < end; ++position) {
    const RingEvent& event = ring_[position - ring_first_];
    if (!entity.empty() && std::find(event.entities.begin(), event.entities.end(), entity) == event.entities.end()) continue;
    if (any) body += ',';
    any = true;
    body += event.json;
  }
  body += "]}";
  FeedPiece piece{any ? std::make_shared<const std::string>(std::move(body)) : nullptr, end};
  if (entity.empty()) made_.emplace(from, piece);
  return piece;
}

void EventFeed::arrived(std::uint64_t number, FeedPiece piece) {
  const auto found = followers_.find(number);
  if (found == followers_.end()) return;
  found->second.fetching = false;
  send(found->second, piece);
}

void EventFeed::send(Follower& follower, const FeedPiece& piece) {
  if (piece.body) follower.outlet->send(follower.id, piece.body);
  follower.next = piece.next;
}

}  // namespace billtrail
