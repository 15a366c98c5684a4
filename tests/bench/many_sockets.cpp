// The subscribers: Beast streams on one thread. Positions are found by text search, because parsing would cost more than reading.
#include "tests/bench/many_sockets.hpp"

#include <sys/resource.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <string_view>
#include <thread>

namespace billtrail::bench {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;
using tcp = asio::ip::tcp;

// The largest number after "position": in the message.
std::uint64_t highest_position(std::string_view text) {
  constexpr std::string_view name = "\"position\":";
  std::uint64_t highest = 0;
  for (auto at = text.find(name); at != std::string_view::npos; at = text.find(name, at + name.size())) {
    std::uint64_t value = 0;
    for (auto i = at + name.size(); i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
      value = value * 10 + static_cast<std::uint64_t>(text[i] - '0');
    }
    highest = std::max(highest, value);
  }
  return highest;
}

}  // namespace

struct ManySockets::Inside {
  struct Socket {
    explicit Socket(asio::io_context& context) : stream{context} {}
    websocket::stream<tcp::socket> stream;
    beast::flat_buffer buffer;
    std::uint64_t position = 0;
  };

  asio::io_context context{1};
  std::vector<std::unique_ptr<Socket>> sockets;
  std::thread thread;
  std::mutex mutex;
  std::condition_variable changed;
  // By position: when it arrived at each socket that has it. Guarded by mutex.
  std::map<std::uint64_t, std::vector<Clock::time_point>> arrived;
  std::size_t answered = 0;
  std::string broken;

  void read(Socket& socket) {
    socket.stream.async_read(socket.buffer, [this, &socket](beast::error_code ec, std::size_t) { take(socket, ec); });
  }

  void take(Socket& socket, beast::error_code ec) {
    const auto now = Clock::now();
    {
      const std::lock_guard lock{mutex};
      if (ec) {
        broken = ec.message();
      } else {
        const auto data = socket.buffer.data();
        const auto highest = highest_position({static_cast<const char*>(data.data()), data.size()});
        if (socket.position == 0) ++answered;
        const auto first = socket.position == 0 ? highest : socket.position + 1;
        for (auto position = first; position <= highest; ++position) arrived[position].push_back(now);
        socket.position = std::max({socket.position, highest, std::uint64_t{1}});
      }
    }
    changed.notify_all();
    socket.buffer.consume(socket.buffer.size());
    if (!ec) read(socket);
  }
};

ManySockets::ManySockets(unsigned short port, const std::string& token, std::size_t count, const std::string& subscription)
    : inside_{std::make_unique<Inside>()} {
  auto& inside = *inside_;
  for (std::size_t i = 0; i < count; ++i) {
    auto& socket = *inside.sockets.emplace_back(std::make_unique<Inside::Socket>(inside.context));
    socket.stream.next_layer().connect({asio::ip::address_v4::loopback(), port});
    socket.stream.next_layer().set_option(tcp::no_delay{true});
    socket.stream.read_message_max(std::size_t{64} << 20);
    socket.stream.set_option(websocket::stream_base::decorator(
        [&token](websocket::request_type& request) { request.set(beast::http::field::authorization, "Bearer " + token); }));
    socket.stream.handshake("127.0.0.1:" + std::to_string(port), "/v1/live");
    socket.stream.write(asio::buffer(subscription));
    inside.read(socket);
  }
  inside.thread = std::thread{[&inside] { inside.context.run(); }};
  std::unique_lock lock{inside.mutex};
  const auto ready = [&] { return inside.answered == count || !inside.broken.empty(); };
  const bool all = inside.changed.wait_for(lock, std::chrono::seconds{60}, ready);
  if (all && inside.broken.empty()) return;
  const auto reason =
      "only " + std::to_string(inside.answered) + " of " + std::to_string(count) + " sockets were answered " + inside.broken;
  lock.unlock();
  inside.context.stop();
  inside.thread.join();
  throw std::runtime_error{reason};
}

ManySockets::~ManySockets() {
  inside_->context.stop();
  if (inside_->thread.joinable()) inside_->thread.join();
}

std::vector<Clock::time_point> ManySockets::arrivals(std::uint64_t position, std::chrono::milliseconds patience) {
  std::unique_lock lock{inside_->mutex};
  inside_->changed.wait_for(lock, patience, [&] { return inside_->arrived[position].size() == inside_->sockets.size(); });
  return inside_->arrived[position];
}

void raise_open_files() {
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace billtrail::bench
