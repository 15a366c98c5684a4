// The HTTP server: listens, and owns every connection. What a request means is the handler's.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "gateway/http/io_thread.hpp"
#include "gateway/http/message.hpp"

namespace billtrail {

using UpgradeRequest = beast::http::request<beast::http::string_body>;

class Handler {
 public:
  virtual ~Handler() = default;
  // On an io thread: must not block. Answers through `respond`, now or later.
  virtual void handle(const http::Request& request, http::Respond respond) = 0;
  // A WebSocket handshake; the socket is the handler's from here on. On an io thread.
  virtual void upgrade(IoThread& io, Socket socket, UpgradeRequest request) = 0;
};

// How many connections there are, and how many of them have a request whose answer has not been sent yet. Outlives the server.
struct ConnectionCounts {
  std::atomic<std::size_t> open{0};
  std::atomic<std::size_t> busy{0};
};

class Server {
 public:
  // Listens at once; throws boost::system::system_error when the port cannot be had.
  Server(Handler& handler, const std::string& address, std::uint16_t port, std::size_t io_threads);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  void start();
  // No new connections.
  void stop_accepting();
  // Waits until every answer under way has been sent, at most this long, then ends the io threads.
  void stop(std::chrono::milliseconds patience);

  std::uint16_t port() const { return port_; }
  std::size_t connections() const { return connections_->open.load(); }
  std::vector<std::unique_ptr<IoThread>>& io_threads() { return io_threads_; }

 private:
  void accept();

  Handler& handler_;
  std::vector<std::unique_ptr<IoThread>> io_threads_;
  net::basic_socket_acceptor<tcp, net::io_context::executor_type> acceptor_;
  net::steady_timer accept_again_;
  std::size_t next_ = 0;
  std::uint16_t port_ = 0;
  std::shared_ptr<ConnectionCounts> connections_ = std::make_shared<ConnectionCounts>();
};

}  // namespace billtrail
