// The event feed as a client reads it, checked while walking: dense positions, each record pointing at the hash of the one
// before, no command recorded twice.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "tests/support/http_client.hpp"

namespace billtrail::test {

struct LoggedTime {
  std::uint64_t position = 0;
  std::string client;
  std::int64_t seconds = 0;
};

class Feed {
 public:
  // Reads on from where the last walk ended, to the head. A breach is added to faults(); an unreadable answer throws.
  void walk(HttpClient& client);

  [[nodiscard]] std::uint64_t position() const { return position_; }
  [[nodiscard]] const std::vector<std::string>& faults() const { return faults_; }
  // By command id.
  [[nodiscard]] const std::map<std::string, LoggedTime>& logged() const { return logged_; }
  [[nodiscard]] const std::map<std::string, std::int64_t>& seconds_by_client() const { return seconds_by_client_; }
  [[nodiscard]] const std::string& last_hash() const { return last_hash_; }

 private:
  void take(const boost::json::object& event);

  std::uint64_t position_ = 0;
  std::string last_hash_;
  std::vector<std::string> faults_;
  std::map<std::string, LoggedTime> logged_;
  std::map<std::string, std::int64_t> seconds_by_client_;
};

}  // namespace billtrail::test
