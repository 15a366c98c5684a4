// A small blocking WebSocket client for tests of /v1/live. One client a thread.
#pragma once

#include <boost/json/fwd.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace billtrail::test {

class LiveClient {
 public:
  // Connects at once; throws std::runtime_error when the handshake is refused. An empty token sends no Authorization.
  LiveClient(unsigned short port, const std::string& token, const std::string& target = "/v1/live");
  ~LiveClient();
  LiveClient(LiveClient&&) noexcept;

  void send(const boost::json::value& message);
  void send_text(std::string_view text);

  // The next message, or nothing when none came in time or the server closed; closed() tells which.
  std::optional<boost::json::value> receive(std::chrono::milliseconds patience = std::chrono::seconds{10});
  [[nodiscard]] bool closed() const;
  [[nodiscard]] unsigned close_code() const;  // 0 while open or when the connection was just cut

 private:
  struct Socket;
  std::unique_ptr<Socket> socket_;
};

}  // namespace billtrail::test
