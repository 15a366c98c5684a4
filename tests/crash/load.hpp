// Load for the crash test: connections that log time as fast as the server answers, and remember every answer.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/http_client.hpp"

namespace billtrail::test {

struct Sent {
  std::string key;
  std::string client;
  std::int64_t seconds = 0;
  std::string answer;          // the body of the 200; empty when none came, and then it is unknown whether it was recorded
  std::uint64_t position = 0;  // as acknowledged
};

class Load {
 public:
  // Starts at once. `prefix` makes the keys unique.
  Load(unsigned short port, const std::string& token, const std::string& prefix, std::size_t connections);
  ~Load() { stop(); }

  // Ends by itself when the server is gone; joins every thread. What was sent may be read afterwards.
  void stop();
  [[nodiscard]] std::vector<Sent> sent() const;
  // Answers other than 200 that are no consequence of the server's end.
  [[nodiscard]] std::vector<std::string> surprises() const;

 private:
  struct Connection {
    std::vector<Sent> sent;
    std::vector<std::string> surprises;
    std::thread thread;
  };
  void run(Connection& connection, HttpClient client, const std::string& prefix);

  std::atomic<bool> stopping_{false};
  std::vector<Connection> connections_;
};

boost::json::value command_of(const Sent& sent);

}  // namespace billtrail::test
