// The blocking WebSocket client. A read that outlasts its patience stays started and is picked up by the next receive.
#include "tests/support/live_client.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <stdexcept>

namespace billtrail::test {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;

struct LiveClient::Socket {
  asio::io_context context{1};
  websocket::stream<beast::tcp_stream> stream{context};
  beast::flat_buffer buffer;
  beast::error_code read_error;
  bool reading = false;
  bool arrived = false;

  void start_reading() {
    reading = true;
    stream.async_read(buffer, [this](beast::error_code ec, std::size_t) {
      read_error = ec;
      reading = false;
      arrived = true;
    });
  }
};

LiveClient::LiveClient(unsigned short port, const std::string& token, const std::string& target)
    : socket_{std::make_unique<Socket>()} {
  auto& stream = socket_->stream;
  beast::error_code ec;
  const asio::ip::tcp::endpoint server{asio::ip::address_v4::loopback(), port};
  stream.next_layer().socket().connect(server, ec);
  if (ec) throw std::runtime_error{"connect: " + ec.message()};
  stream.next_layer().socket().set_option(asio::ip::tcp::no_delay{true});
  stream.set_option(websocket::stream_base::decorator([&token](websocket::request_type& request) {
    if (!token.empty()) request.set(beast::http::field::authorization, "Bearer " + token);
  }));
  websocket::response_type response;
  stream.handshake(response, "127.0.0.1:" + std::to_string(port), target, ec);
  if (ec) throw std::runtime_error{"handshake: " + ec.message() + " (" + std::to_string(response.result_int()) + ")"};
  stream.read_message_max(std::size_t{256} << 20);
}
LiveClient::~LiveClient() = default;
LiveClient::LiveClient(LiveClient&&) noexcept = default;

void LiveClient::send(const boost::json::value& message) { send_text(boost::json::serialize(message)); }

void LiveClient::send_text(std::string_view text) {
  beast::error_code ec;
  socket_->stream.text(true);
  socket_->stream.write(asio::buffer(text), ec);
  // A server that has closed says why on the read side; receive() reports it.
}

std::optional<boost::json::value> LiveClient::receive(std::chrono::milliseconds patience) {
  auto& socket = *socket_;
  if (socket.read_error) return std::nullopt;
  if (!socket.reading && !socket.arrived) socket.start_reading();
  const auto deadline = std::chrono::steady_clock::now() + patience;
  socket.context.restart();
  while (!socket.arrived && socket.context.run_one_until(deadline) != 0) {
  }
  if (!socket.arrived || socket.read_error) return std::nullopt;
  socket.arrived = false;
  auto message = boost::json::parse(beast::buffers_to_string(socket.buffer.data()));
  socket.buffer.consume(socket.buffer.size());
  return message;
}

bool LiveClient::closed() const { return static_cast<bool>(socket_->read_error); }
unsigned LiveClient::close_code() const { return socket_->stream.reason().code; }

}  // namespace billtrail::test
