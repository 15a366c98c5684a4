// The blocking HTTP client: Beast's asynchronous calls run to their end one by one, because only those keep a deadline.
#include "tests/support/http_client.hpp"

#include <algorithm>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <cctype>

namespace billtrail::test {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

std::string lower(std::string_view text) {
  std::string low{text};
  std::ranges::transform(low, low.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return low;
}

bool has(const Headers& headers, std::string_view name) {
  return std::ranges::any_of(headers, [&](const auto& header) { return lower(header.first) == lower(name); });
}

}  // namespace

struct HttpClient::Connection {
  asio::io_context context{1};
  beast::tcp_stream stream{context};
  beast::flat_buffer buffer;

  // Runs one started operation to its end.
  void run() {
    context.restart();
    context.run();
  }

  beast::error_code connect(unsigned short port, std::chrono::milliseconds patience) {
    beast::error_code result;
    const asio::ip::tcp::endpoint server{asio::ip::address_v4::loopback(), port};
    stream.expires_after(patience);
    stream.async_connect(server, [&](beast::error_code ec) { result = ec; });
    run();
    if (!result) stream.socket().set_option(asio::ip::tcp::no_delay{true}, result);
    return result;
  }

  beast::error_code write(http::request<http::string_body>& request) {
    beast::error_code result;
    http::async_write(stream, request, [&](beast::error_code ec, std::size_t) { result = ec; });
    run();
    return result;
  }

  beast::error_code read(http::response_parser<http::string_body>& parser) {
    beast::error_code result;
    http::async_read(stream, buffer, parser, [&](beast::error_code ec, std::size_t) { result = ec; });
    run();
    return result;
  }
};

HttpClient::HttpClient(unsigned short port, std::string token, std::chrono::milliseconds patience)
    : port_{port}, token_{std::move(token)}, patience_{patience} {}
HttpClient::~HttpClient() = default;
HttpClient::HttpClient(HttpClient&&) noexcept = default;

HttpAnswer HttpClient::send(const HttpRequest& asked) {
  http::request<http::string_body> request;
  request.version(11);
  request.method_string(asked.method);
  request.target(asked.target);
  request.set(http::field::host, "127.0.0.1:" + std::to_string(port_));
  if (!token_.empty() && !has(asked.headers, "Authorization")) request.set(http::field::authorization, "Bearer " + token_);
  if (!asked.body.empty() && !has(asked.headers, "Content-Type")) request.set(http::field::content_type, "application/json");
  for (const auto& [name, value] : asked.headers) request.insert(name, value);
  request.body() = asked.body;
  request.prepare_payload();

  HttpAnswer answer;
  // A connection kept from before may have been closed meanwhile: then, and only then, it is tried once more.
  for (const bool kept = connection_ != nullptr; [[maybe_unused]] const int attempt : {1, 2}) {
    if (!connection_) {
      connection_ = std::make_unique<Connection>();
      if (const auto ec = connection_->connect(port_, patience_)) {
        connection_.reset();
        answer.failure = "connect: " + ec.message();
        return answer;
      }
    }
    auto& connection = *connection_;
    connection.stream.expires_after(patience_);
    // A server that refuses early may answer before it has read the whole body, so the answer is read either way.
    const auto written = connection.write(request);
    http::response_parser<http::string_body> parser;
    parser.body_limit(std::uint64_t{1} << 32);
    if (asked.method == "HEAD") parser.skip(true);
    const auto read = connection.read(parser);
    if (read) {
      const bool nothing_came = !parser.got_some();
      answer.failure = (written ? "write: " + written.message() + ", " : std::string{}) + "read: " + read.message();
      connection_.reset();
      if (attempt == 1 && kept && nothing_came && read != beast::error::timeout) continue;
      return answer;
    }
    auto response = parser.release();
    answer.failure.clear();
    answer.status = response.result_int();
    for (const auto& field : response) answer.headers[lower(field.name_string())] = std::string{field.value()};
    answer.body = std::move(response.body());
    if (written || !response.keep_alive()) connection_.reset();
    return answer;
  }
  return answer;
}

HttpAnswer HttpClient::get(std::string_view target, Headers headers) {
  return send({.method = "GET", .target = std::string{target}, .headers = std::move(headers), .body = {}});
}

HttpAnswer HttpClient::post(std::string_view target, std::string body, Headers headers) {
  return send({.method = "POST", .target = std::string{target}, .headers = std::move(headers), .body = std::move(body)});
}

HttpAnswer HttpClient::command(std::string_view name, const boost::json::value& fields, std::string_view key) {
  Headers headers;
  if (!key.empty()) headers.emplace_back("Idempotency-Key", key);
  return post("/v1/commands/" + std::string{name}, boost::json::serialize(fields), std::move(headers));
}

boost::json::value HttpAnswer::json() const { return boost::json::parse(body); }

std::string HttpAnswer::header(const std::string& name) const {
  const auto found = headers.find(lower(name));
  return found == headers.end() ? std::string{} : found->second;
}

}  // namespace billtrail::test
