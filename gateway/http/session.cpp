// See session.hpp.
#include "gateway/http/session.hpp"

#include <boost/beast/websocket/rfc6455.hpp>
#include <array>
#include <ctime>

#include "gateway/options.hpp"

namespace billtrail {
namespace {

namespace beast_http = beast::http;
using Clock = std::chrono::steady_clock;

class BeastRequest final : public http::Request {
 public:
  explicit BeastRequest(const UpgradeRequest& message) : message_(message) {
    method = message.method_string();
    body = message.body();
  }
  std::string_view header(std::string_view name) const override {
    const auto found = message_.find(name);
    return found == message_.end() ? std::string_view{} : std::string_view(found->value().data(), found->value().size());
  }

 private:
  const UpgradeRequest& message_;
};

// "Sat, 21 Nov 2026 05:40:00 GMT" (RFC 9110), made once a second. A client tells by it how far its own clock is off.
const std::string& http_date() {
  thread_local std::time_t made_at = 0;
  thread_local std::string text;
  const std::time_t now = std::time(nullptr);
  if (now != made_at) {
    made_at = now;
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 40> line{};
    text.assign(line.data(), std::strftime(line.data(), line.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts));
  }
  return text;
}

http::Response plain_problem(int status, std::string_view code, std::string_view title) {
  http::Response response;
  response.status = status;
  response.content_type = "application/problem+json";
  response.close = true;
  response.body = "{\"type\":\"/problems/" + std::string(code) + "\",\"title\":\"" + std::string(title) +
                  "\",\"status\":" + std::to_string(status) + ",\"code\":\"" + std::string(code) + "\"}";
  return response;
}

}  // namespace

Session::Session(IoThread& io, Socket socket, Handler& handler, std::shared_ptr<ConnectionCounts> connections)
    : io_(io), socket_(std::move(socket)), handler_(handler), connections_(std::move(connections)) {
  connections_->open.fetch_add(1);
}

Session::~Session() {
  io_.unwatch(*this);
  connections_->open.fetch_sub(1);
  set_busy(false);
}

void Session::set_busy(bool busy) {
  if (busy != busy_) connections_->busy.fetch_add(busy ? 1 : static_cast<std::size_t>(-1));
  busy_ = busy;
}

void Session::start() {
  error_code ignored;
  socket_.set_option(tcp::no_delay(true), ignored);
  io_.watch(*this);
  read_request();
}

void Session::expired() {
  if (reading_request_ && buffer_.size() > 0) {
    // Told, then cut: the write has a deadline of its own.
    reading_request_ = false;
    error_code ignored;
    socket_.cancel(ignored);
    write(plain_problem(408, "request_timeout", "The request did not arrive in time."));
    return;
  }
  close();
}

void Session::read_request() {
  parser_.emplace();
  parser_->header_limit(bounds::header_bytes_max);
  parser_->body_limit(bounds::body_bytes_max);
  reading_request_ = true;
  deadline = Clock::now() + (buffer_.size() > 0 ? std::chrono::seconds(bounds::header_time_max) : bounds::idle_time_max);
  if (buffer_.size() == 0) {
    // Waiting between requests is idling; the header's own, shorter time starts with its first byte.
    socket_.async_wait(tcp::socket::wait_read, [self = shared_from_this()](const error_code& error) {
      if (error) return self->close();
      self->deadline = Clock::now() + bounds::header_time_max;
      beast_http::async_read_header(self->socket_, self->buffer_, *self->parser_,
                                    [self](const error_code& failed, std::size_t) { self->on_header(failed); });
    });
    return;
  }
  beast_http::async_read_header(socket_, buffer_, *parser_,
                                [self = shared_from_this()](const error_code& error, std::size_t) { self->on_header(error); });
}

void Session::on_header(const error_code& error) {
  if (error) return refuse(error);
  if (beast::websocket::is_upgrade(parser_->get())) return handle();
  if (parser_->is_done()) return handle();
  deadline = Clock::now() + bounds::body_time_max;
  if (beast::iequals(parser_->get()[beast_http::field::expect], "100-continue")) {
    static const std::string go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    net::async_write(socket_, net::buffer(go_on), [self = shared_from_this()](const error_code& failed, std::size_t) {
      if (failed) return self->close();
      self->read_body();
    });
    return;
  }
  read_body();
}

void Session::read_body() {
  beast_http::async_read(socket_, buffer_, *parser_,
                         [self = shared_from_this()](const error_code& error, std::size_t) { self->on_request(error); });
}

void Session::on_request(const error_code& error) {
  if (error) return refuse(error);
  handle();
}

void Session::refuse(const error_code& error) {
  if (!reading_request_) return;  // the time-out is being told
  reading_request_ = false;
  if (error == beast_http::error::body_limit) {
    return write(plain_problem(413, "body_too_large", "The body is larger than 8 MiB."));
  }
  if (error == beast_http::error::header_limit || error == beast_http::error::buffer_overflow) {
    return write(plain_problem(431, "headers_too_large", "The headers are larger than 16 KiB."));
  }
  if (error.category() == make_error_code(beast_http::error::bad_method).category() &&
      error != beast_http::error::end_of_stream && error != beast_http::error::partial_message) {
    return write(plain_problem(400, "malformed", "This is not a request of HTTP/1.1."));
  }
  close();
}

void Session::handle() {
  reading_request_ = false;
  set_busy(true);
  deadline = Clock::time_point::max();
  auto& message = parser_->get();
  keep_alive_ = message.keep_alive();
  head_only_ = message.method() == beast_http::verb::head;
  auto target = http::split_target({message.target().data(), message.target().size()});
  if (!target) return write(plain_problem(400, "malformed", "The request target is not a valid path."));
  if (beast::websocket::is_upgrade(message) && target->path == "/v1/live") {
    io_.unwatch(*this);
    set_busy(false);
    handler_.upgrade(io_, std::move(socket_), parser_->release());
    return;
  }
  BeastRequest request(message);
  request.path = std::move(target->path);
  request.query = std::move(target->query);
  handler_.handle(request, http::Respond([self = shared_from_this()](http::Respond::Maker maker) {
    self->io_.run_soon([self, maker = std::move(maker)] { self->write(maker()); });
  }));
}

void Session::write(const http::Response& response) {
  if (response.close) keep_alive_ = false;
  out_.clear();
  out_.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ").append(http::reason_phrase(response.status));
  out_.append("\r\nDate: ").append(http_date());
  if (!response.body.empty()) out_.append("\r\nContent-Type: ").append(response.content_type);
  for (const auto& [name, value] : response.headers) out_.append("\r\n").append(name).append(": ").append(value);
  out_.append("\r\nContent-Length: ").append(std::to_string(response.body.size()));
  out_.append(keep_alive_ ? "\r\n\r\n" : "\r\nConnection: close\r\n\r\n");
  if (!head_only_) out_.append(response.body);
  deadline = Clock::now() + bounds::write_time_max;
  net::async_write(socket_, net::buffer(out_), [self = shared_from_this()](const error_code& error, std::size_t) {
    self->set_busy(false);
    if (error) return self->close();
    if (!self->keep_alive_) {
      // Let the peer read the answer before the connection goes: unread input would turn the close into a reset.
      error_code ignored;
      self->socket_.shutdown(tcp::socket::shutdown_send, ignored);
      self->deadline = Clock::now() + std::chrono::seconds(1);
      self->buffer_.clear();
      self->linger();
      return;
    }
    self->read_request();
  });
}

void Session::linger() {
  socket_.async_read_some(buffer_.prepare(16 << 10), [self = shared_from_this()](const error_code& error, std::size_t) {
    if (error) return self->close();
    self->linger();
  });
}

void Session::close() {
  error_code ignored;
  socket_.close(ignored);
  io_.unwatch(*this);
}

}  // namespace billtrail
