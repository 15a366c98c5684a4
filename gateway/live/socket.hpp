// One WebSocket: reads requests from the client, sends what the hub gives it. Everything but send() runs on its io thread.
#pragma once

#include <deque>
#include <memory>
#include <set>
#include <string>

#include <boost/beast/websocket.hpp>

#include "gateway/api/commands.hpp"
#include "gateway/http/server.hpp"
#include "gateway/json/document.hpp"
#include "gateway/live/hub.hpp"
#include "gateway/live/outlet.hpp"

namespace billtrail {

struct LiveParts {
  ApiParts& api;
  CommandRoutes& commands;
  Hub& hub;
  std::atomic<std::size_t>& open_sockets;
};

class LiveSocket final : public Outlet, public Watched, public std::enable_shared_from_this<LiveSocket> {
 public:
  // `caller` is there when headers or cookie have said who it is; else the first message must.
  LiveSocket(LiveParts parts, IoThread& io, Socket socket, std::optional<Caller> caller, PracticeId practice);
  ~LiveSocket() override;

  void start(UpgradeRequest request);
  void send(SubscriptionId id, std::shared_ptr<const std::string> body) override;
  void going_away() override;
  void expired() override;

 private:
  struct Outgoing {
    std::string prefix;
    std::shared_ptr<const std::string> body;
    std::size_t size() const { return prefix.size() + body->size(); }
  };

  void read();
  void on_message(std::string_view text);
  void sign_in(const JsonValue& message);
  void subscribe(const JsonValue& message, SubscriptionId id);
  void subscribe_model(const JsonValue& message, SubscriptionId id, std::string model);
  void unsubscribe(const JsonValue& value);
  void command(const JsonValue& message, std::optional<SubscriptionId> id);
  void refuse_command(std::optional<SubscriptionId> id, const Problem& problem);
  void send_problem(SubscriptionId id, const Problem& problem);
  void put(Outgoing message);
  void write_next();
  void close(std::uint16_t code, std::string_view reason);
  void send_close();
  void abandon();

  LiveParts parts_;
  IoThread& io_;
  beast::websocket::stream<Socket> stream_;
  UpgradeRequest request_;
  std::optional<Caller> caller_;
  PracticeId practice_;
  beast::flat_buffer buffer_;
  std::deque<Outgoing> queue_;
  std::set<SubscriptionId> subscriptions_;
  beast::websocket::close_reason close_reason_;
  bool writing_ = false;
  bool closing_ = false;
};

}  // namespace billtrail
