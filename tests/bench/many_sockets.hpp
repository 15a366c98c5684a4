// Many WebSocket subscribers on one thread, which note when each event reached each of them.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace billtrail::bench {

using Clock = std::chrono::steady_clock;

class ManySockets {
 public:
  // Connects `count` sockets and subscribes each; returns when every one has its first answer. `subscription` is the message.
  // Throws std::runtime_error when a socket is refused or cut.
  ManySockets(unsigned short port, const std::string& token, std::size_t count, const std::string& subscription);
  ~ManySockets();
  ManySockets(const ManySockets&) = delete;
  ManySockets& operator=(const ManySockets&) = delete;

  // When each message that carries `position` or a later one had arrived at the k-th socket; read after all have it or
  // `patience` has passed. Fewer elements than sockets: the others never got it.
  std::vector<Clock::time_point> arrivals(std::uint64_t position, std::chrono::milliseconds patience);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

// Servers and clients of many sockets need as many open files as the system allows.
void raise_open_files();

}  // namespace billtrail::bench
