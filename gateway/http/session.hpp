// One HTTP connection: read a request, let it be handled, write the answer, again. Everything runs on the connection's io
// thread; only the answer may come from another.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>

#include "gateway/http/server.hpp"

namespace billtrail {

class Session : public std::enable_shared_from_this<Session>, public Watched {
 public:
  Session(IoThread& io, Socket socket, Handler& handler, std::shared_ptr<ConnectionCounts> connections);
  ~Session() override;

  void start();
  void expired() override;

 private:
  void read_request();
  void on_header(const error_code& error);
  void read_body();
  void on_request(const error_code& error);
  void handle();
  void refuse(const error_code& error);
  void write(const http::Response& response);
  void linger();
  void close();

  IoThread& io_;
  Socket socket_;
  Handler& handler_;
  std::shared_ptr<ConnectionCounts> connections_;
  beast::flat_buffer buffer_;
  std::optional<beast::http::request_parser<beast::http::string_body>> parser_;
  std::string out_;
  bool keep_alive_ = true;
  bool head_only_ = false;
  void set_busy(bool busy);
  bool busy_ = false;             // counted as such
  bool reading_request_ = false;  // bytes of a request have been asked for: a time-out deserves a 408
};

}  // namespace billtrail
