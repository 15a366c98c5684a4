// The plain TCP connection on POSIX sockets.
#include "tests/support/raw_socket.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <stdexcept>
#include <system_error>

namespace billtrail::test {

RawSocket::RawSocket(unsigned short port) : descriptor_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const auto* generic = static_cast<const sockaddr*>(static_cast<const void*>(&address));
  if (descriptor_ < 0 || ::connect(descriptor_, generic, sizeof address) != 0) {
    throw std::system_error{errno, std::generic_category(), "connect"};
  }
}

RawSocket::~RawSocket() { ::close(descriptor_); }

bool RawSocket::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool RawSocket::more(std::chrono::steady_clock::time_point deadline) {
  if (ended_) return false;
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
  pollfd waiting{.fd = descriptor_, .events = POLLIN, .revents = 0};
  if (left.count() <= 0 || ::poll(&waiting, 1, static_cast<int>(left.count())) <= 0) return false;
  std::array<char, 65536> chunk{};
  const auto got = ::recv(descriptor_, chunk.data(), chunk.size(), 0);
  if (got <= 0) {
    ended_ = true;
    return false;
  }
  said_.append(chunk.data(), static_cast<std::size_t>(got));
  return true;
}

std::string RawSocket::read_until(std::string_view enough, std::chrono::milliseconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (said_.find(enough) == std::string::npos && more(deadline)) {
  }
  return said_;
}

bool RawSocket::closes_within(std::chrono::milliseconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (more(deadline)) {
  }
  return ended_;
}

void RawSocket::close_writing() { ::shutdown(descriptor_, SHUT_WR); }

}  // namespace billtrail::test
