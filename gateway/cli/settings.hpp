// Where the server is and who is asking: from flags, else the environment, else the data folder on this machine.
#pragma once

#include <stdexcept>
#include <string>

namespace billtrail::cli {

inline constexpr int exit_done = 0;
inline constexpr int exit_refused = 1;
inline constexpr int exit_usage = 2;
inline constexpr int exit_unreachable = 3;

struct ClientSettings {
  std::string url = "http://127.0.0.1:8484";  // BILLTRAIL_URL
  std::string token;                          // BILLTRAIL_TOKEN, else the owner-token file of `data`
  std::string data;                           // BILLTRAIL_DATA
  std::string member;                         // BILLTRAIL_MEMBER: id, name or e-mail address
  std::string practice;                       // BILLTRAIL_PRACTICE; the server's first unless given
  bool json = false;
};

// Wrong usage, told in a sentence.
class Usage : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// The token, read from `<data>/owner-token` when none is given. Throws Usage when there is none.
std::string token_of(const ClientSettings& settings);

}  // namespace billtrail::cli
