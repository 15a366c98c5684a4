// Where live messages go: a socket, seen from the hub.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>

namespace billtrail {

// The client's own number for a subscription, unique within its socket.
using SubscriptionId = std::int64_t;

class Outlet {
 public:
  virtual ~Outlet() = default;
  // Sends {"id":<id>,<body> where the body is shared by many: any thread, in order.
  virtual void send(SubscriptionId id, std::shared_ptr<const std::string> body) = 0;
  // The server stops: tell the client and close. Any thread.
  virtual void going_away() = 0;
  // Bytes on their way. Any thread.
  std::size_t queued_bytes() const { return queued_bytes_.load(); }

 protected:
  std::atomic<std::size_t> queued_bytes_{0};
};

}  // namespace billtrail
