// A small blocking HTTP client for tests against a real server. It keeps one connection, opens it again when the
// server has closed it, and gives up after `patience`. Not for use from several threads at once: one client a thread.
#pragma once

#include <boost/json/fwd.hpp>
#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace billtrail::test {

using Headers = std::vector<std::pair<std::string, std::string>>;

struct HttpRequest {
  std::string method = "GET";
  std::string target = "/";
  Headers headers;
  std::string body;
};

// Status 0 means that no whole answer came: the connection failed, was cut, or patience ran out; `failure` says which.
struct HttpAnswer {
  unsigned status = 0;
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;
  std::string failure;

  [[nodiscard]] boost::json::value json() const;                    // throws when the body is not JSON
  [[nodiscard]] std::string header(const std::string& name) const;  // "" when absent
};

class HttpClient {
 public:
  HttpClient(unsigned short port, std::string token, std::chrono::milliseconds patience = std::chrono::seconds{20});
  ~HttpClient();
  HttpClient(HttpClient&&) noexcept;

  // The bearer token and, for a body without one, `Content-Type: application/json` are added.
  HttpAnswer send(const HttpRequest& request);
  HttpAnswer get(std::string_view target, Headers headers = {});
  HttpAnswer post(std::string_view target, std::string body, Headers headers = {});
  // POST /v1/commands/<name>; an empty key sends no Idempotency-Key.
  HttpAnswer command(std::string_view name, const boost::json::value& fields, std::string_view key = {});

 private:
  struct Connection;
  unsigned short port_;
  std::string token_;
  std::chrono::milliseconds patience_;
  std::unique_ptr<Connection> connection_;
};

}  // namespace billtrail::test
