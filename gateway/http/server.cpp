// Accepting connections and dealing them out to the io threads.
#include "gateway/http/server.hpp"

#include "gateway/http/session.hpp"
#include "gateway/options.hpp"

namespace billtrail {
namespace {

std::vector<std::unique_ptr<IoThread>> make_threads(std::size_t count) {
  std::vector<std::unique_ptr<IoThread>> threads;
  for (std::size_t i = 0; i < std::max<std::size_t>(count, 1); ++i) threads.push_back(std::make_unique<IoThread>());
  return threads;
}

}  // namespace

Server::Server(Handler& handler, const std::string& address, std::uint16_t port, std::size_t io_threads)
    : handler_(handler),
      io_threads_(make_threads(io_threads)),
      acceptor_(io_threads_.front()->context()),
      accept_again_(io_threads_.front()->context()) {
  const tcp::endpoint endpoint(net::ip::make_address(address), port);
  acceptor_.open(endpoint.protocol());
  acceptor_.set_option(net::socket_base::reuse_address(true));
  acceptor_.bind(endpoint);
  acceptor_.listen(net::socket_base::max_listen_connections);
  port_ = acceptor_.local_endpoint().port();
}

Server::~Server() { stop(std::chrono::milliseconds(0)); }

void Server::start() {
  for (auto& thread : io_threads_) thread->start();
  net::post(io_threads_.front()->context(), [this] { accept(); });
}

void Server::accept() {
  IoThread& io = *io_threads_[next_++ % io_threads_.size()];
  acceptor_.async_accept(io.context(), [this, &io](const error_code& error, Socket socket) {
    if (error == net::error::operation_aborted) return;
    if (error) {
      // Out of file descriptors: wait a little instead of spinning.
      accept_again_.expires_after(std::chrono::milliseconds(50));
      accept_again_.async_wait([this](const error_code& stopped) {
        if (!stopped) accept();
      });
      return;
    }
    if (connections_->open.load() < bounds::connections_max) {
      const auto session = std::make_shared<Session>(io, std::move(socket), handler_, connections_);
      net::dispatch(io.context(), [session] { session->start(); });
    }
    accept();
  });
}

void Server::stop_accepting() {
  net::post(io_threads_.front()->context(), [this] {
    error_code ignored;
    acceptor_.close(ignored);
    accept_again_.cancel();
  });
}

void Server::stop(std::chrono::milliseconds patience) {
  const auto end = std::chrono::steady_clock::now() + patience;
  while (connections_->busy.load() > 0 && std::chrono::steady_clock::now() < end) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  for (auto& thread : io_threads_) thread->stop();
}

}  // namespace billtrail
