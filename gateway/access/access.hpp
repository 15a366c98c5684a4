// Who is asking: tokens for programs, sessions for browsers. Only hashes are stored; secrets never enter the log. Any thread.
#pragma once

#include <atomic>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "domain/kernel/id.hpp"
#include "domain/kernel/time.hpp"

namespace billtrail {

BOOST_DEFINE_ENUM_CLASS(AccessRole, owner)

// As stored in <data>/access.json, mode 0600.
struct TokenRecord {
  std::string hash;   // SHA-256 of the token, hex
  std::string label;
  AccessRole role = AccessRole::owner;
  ActorId actor;
};
BOOST_DESCRIBE_STRUCT(TokenRecord, (), (hash, label, role, actor))

struct SessionRecord {
  std::string hash;
  ActorId actor;
  AccessRole role = AccessRole::owner;
  Instant expires;
};
BOOST_DESCRIBE_STRUCT(SessionRecord, (), (hash, actor, role, expires))

struct AccessFile {
  std::vector<TokenRecord> tokens;
  std::vector<SessionRecord> sessions;
};
BOOST_DESCRIBE_STRUCT(AccessFile, (), (tokens, sessions))

struct Identity {
  ActorId actor;
  AccessRole role = AccessRole::owner;
};

class Access {
 public:
  // On an empty folder makes the owner's token and writes it to <data>/owner-token, mode 0600. Throws std::runtime_error when a
  // file cannot be read or written.
  explicit Access(std::filesystem::path folder);

  std::optional<Identity> by_token(std::string_view token) const;
  std::optional<Identity> by_session(std::string_view session, Instant now) const;

  // A code for the sign-in link that the server prints; good until sign_in_code_life has passed.
  std::string new_sign_in_code(Instant now);
  // Takes a sign-in code or a token; gives the new session's secret for the cookie.
  std::optional<std::string> sign_in(std::string_view code_or_token, Instant now);

  static constexpr Seconds sign_in_code_life{3600};
  static constexpr Seconds session_life{30LL * 24 * 3600};
  static constexpr std::size_t sessions_max = 1000;

 private:
  void load();
  void save() const;

  const std::filesystem::path folder_;
  std::atomic<std::uint64_t> generation_{0};  // moves whenever a token is added or revoked
  mutable std::mutex mutex_;
  std::map<std::string, Identity, std::less<>> tokens_;  // by hash
  AccessFile file_;
  std::map<std::string, Instant, std::less<>> codes_;  // by hash, with their end
};

}  // namespace billtrail
