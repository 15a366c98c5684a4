// See socket.hpp: the connection's life. What messages mean is in socket_messages.cpp.
#include "gateway/live/socket.hpp"

namespace billtrail {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::string_view subprotocol = "billtrail.v1";
constexpr std::uint16_t going_away_code = 1001;
constexpr std::uint16_t too_slow = 1013;
constexpr std::chrono::seconds close_time_max{2};

}  // namespace

LiveSocket::LiveSocket(LiveParts parts, IoThread& io, Socket socket, std::optional<Caller> caller, PracticeId practice)
    : parts_(parts), io_(io), stream_(std::move(socket)), caller_(std::move(caller)), practice_(practice) {
  parts_.open_sockets.fetch_add(1);
}

LiveSocket::~LiveSocket() { parts_.open_sockets.fetch_sub(1); }

void LiveSocket::start(UpgradeRequest request) {
  request_ = std::move(request);
  io_.watch(*this);
  deadline = Clock::now() + bounds::socket_auth_time_max;
  beast::websocket::stream_base::timeout times{};
  times.handshake_timeout = bounds::socket_auth_time_max;
  times.idle_timeout = bounds::socket_idle_time_max;
  times.keep_alive_pings = true;
  stream_.set_option(times);
  stream_.read_message_max(bounds::socket_message_bytes_max);
  const auto offered = request_[beast::http::field::sec_websocket_protocol];
  if (std::string_view(offered.data(), offered.size()).find(subprotocol) != std::string_view::npos) {
    stream_.set_option(beast::websocket::stream_base::decorator([](beast::websocket::response_type& response) {
      response.set(beast::http::field::sec_websocket_protocol, subprotocol);
    }));
  }
  stream_.async_accept(request_, [self = shared_from_this()](const error_code& error) {
    if (error) return self->abandon();
    self->stream_.text(true);
    if (self->caller_) self->deadline = Clock::time_point::max();
    self->read();
  });
}

void LiveSocket::read() {
  stream_.async_read(buffer_, [self = shared_from_this()](const error_code& error, std::size_t) {
    if (error) return self->abandon();
    const auto data = self->buffer_.cdata();
    self->on_message({static_cast<const char*>(data.data()), data.size()});
    self->buffer_.consume(self->buffer_.size());
    if (!self->closing_) self->read();
  });
}

void LiveSocket::expired() {
  if (!caller_ && !writing_ && !closing_) return close(4408, "no sign-in in time");
  // A client that does not take what it is sent: no close frame would get through either.
  error_code ignored;
  stream_.next_layer().close(ignored);
  abandon();
}

void LiveSocket::send(SubscriptionId id, std::shared_ptr<const std::string> body) {
  Outgoing message{"{\"id\":" + std::to_string(id) + ",", std::move(body)};
  queued_bytes_.fetch_add(message.size());
  io_.run_soon([self = shared_from_this(), message = std::move(message)]() mutable { self->put(std::move(message)); });
}

void LiveSocket::going_away() {
  io_.run_soon([self = shared_from_this()] { self->close(going_away_code, "the server is stopping; connect again"); });
}

// On the io thread, with its bytes already counted.
void LiveSocket::put(Outgoing message) {
  if (closing_) return;
  queue_.push_back(std::move(message));
  if (queued_bytes_.load() > 2 * bounds::socket_queue_bytes_max) return close(too_slow, "too slow");
  if (!writing_) write_next();
}

void LiveSocket::write_next() {
  if (queue_.empty()) {
    writing_ = false;
    if (caller_) deadline = Clock::time_point::max();
    return;
  }
  writing_ = true;
  deadline = Clock::now() + bounds::write_time_max;
  const Outgoing& front = queue_.front();
  const std::array<net::const_buffer, 2> pieces{net::buffer(front.prefix), net::buffer(*front.body)};
  stream_.async_write(pieces, [self = shared_from_this()](const error_code& error, std::size_t) {
    if (error) return self->abandon();
    self->queued_bytes_.fetch_sub(self->queue_.front().size());
    self->queue_.pop_front();
    if (self->closing_) return self->send_close();
    self->write_next();
  });
}

void LiveSocket::close(std::uint16_t code, std::string_view reason) {
  if (closing_) return;
  closing_ = true;
  parts_.hub.forget(this);
  close_reason_ = {static_cast<beast::websocket::close_code>(code), beast::string_view(reason.data(), reason.size())};
  deadline = Clock::now() + close_time_max;
  if (!writing_) send_close();  // else when the message under way has been taken, if it is
}

void LiveSocket::send_close() {
  stream_.async_close(close_reason_, [self = shared_from_this()](const error_code&) { self->abandon(); });
}

void LiveSocket::abandon() {
  closing_ = true;
  io_.unwatch(*this);
  parts_.hub.forget(this);
}

}  // namespace billtrail
