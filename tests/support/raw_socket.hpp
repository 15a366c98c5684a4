// A plain TCP connection to the server under test, for bytes no decent client would send. Blocking, one thread.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace billtrail::test {

class RawSocket {
 public:
  explicit RawSocket(unsigned short port);  // throws std::runtime_error when the connection fails
  ~RawSocket();
  RawSocket(const RawSocket&) = delete;
  RawSocket& operator=(const RawSocket&) = delete;

  bool write(std::string_view bytes);  // false once the other side is gone
  // Reads until `enough` appears, the other side closes, or patience ends; what came so far is returned.
  std::string read_until(std::string_view enough, std::chrono::milliseconds patience);
  // True when the other side closes within patience; what it said before is kept in `said`.
  bool closes_within(std::chrono::milliseconds patience);
  [[nodiscard]] const std::string& said() const { return said_; }
  void close_writing();

 private:
  // Waits for input and adds it to said_. False at the end of the stream or of patience.
  bool more(std::chrono::steady_clock::time_point deadline);

  int descriptor_ = -1;
  bool ended_ = false;
  std::string said_;
};

}  // namespace billtrail::test
