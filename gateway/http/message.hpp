// A request as handlers see it and a response as they make it; nothing of Beast shows.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace billtrail::http {

using Parameters = std::vector<std::pair<std::string, std::string>>;

// Valid only until the handler returns: take what is needed later out of it before.
class Request {
 public:
  virtual ~Request() = default;
  // The first header of that name in any case; empty when there is none.
  virtual std::string_view header(std::string_view name) const = 0;

  std::string_view method;
  std::string path;  // percent-decoded, without the query
  Parameters query;  // percent-decoded, in order
  std::string_view body;

  std::optional<std::string_view> parameter(std::string_view name) const;
};

struct Response {
  int status = 200;
  std::string content_type = "application/json";
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  bool close = false;

  Response& with(std::string_view name, std::string_view value);
};

// Sends the answer; once, from any thread.
class Respond {
 public:
  using Maker = std::function<Response()>;
  explicit Respond(std::function<void(Maker)> later) : later_(std::move(later)) {}

  void operator()(Response response) const {
    later_([response = std::move(response)]() mutable { return std::move(response); });
  }
  // The answer is made on the connection's own thread, so that whoever knows the outcome need not stop to write it out.
  void make(Maker maker) const { later_(std::move(maker)); }

 private:
  std::function<void(Maker)> later_;
};

// Splits "/a/b?x=1&y=2"; nothing when the percent-encoding is broken.
struct Target {
  std::string path;
  Parameters query;
};
std::optional<Target> split_target(std::string_view target);

// The value of a cookie in a Cookie header.
std::optional<std::string_view> cookie(std::string_view header, std::string_view name);

std::string_view reason_phrase(int status);

}  // namespace billtrail::http
