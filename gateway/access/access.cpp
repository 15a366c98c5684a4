// See access.hpp.
#include "gateway/access/access.hpp"

#include <openssl/rand.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "eventstore/chain.hpp"
#include "gateway/access/private_file.hpp"
#include "gateway/json/read.hpp"
#include "gateway/json/write.hpp"

namespace billtrail {
namespace {

std::string new_secret(std::string_view prefix) {
  unsigned char bytes[32];
  if (RAND_bytes(bytes, sizeof(bytes)) != 1) throw std::runtime_error("no random numbers to be had");
  RecordHash hex;
  std::copy(std::begin(bytes), std::end(bytes), hex.bytes.begin());
  return std::string(prefix) + to_hex(hex);
}

std::string hash_of(std::string_view secret) { return to_hex(hash_record(secret)); }

}  // namespace

Access::Access(std::filesystem::path folder) : folder_(std::move(folder)) {
  if (std::filesystem::exists(folder_ / "access.json")) {
    load();
    return;
  }
  const std::string token = new_secret("btt_");
  write_private_file(folder_ / "owner-token", token + "\n");
  file_.tokens.push_back({hash_of(token), "owner, made on the first start", AccessRole::owner, *ActorId::parse("owner")});
  save();
  load();
}

void Access::load() {
  std::ifstream in(folder_ / "access.json", std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  auto read = read_json<AccessFile>(text.str());
  if (!read) throw std::runtime_error((folder_ / "access.json").string() + " cannot be read: " + read.faults().front().message);
  file_ = std::move(read).value();
  ++generation_;
  tokens_.clear();
  for (const TokenRecord& token : file_.tokens) tokens_.emplace(token.hash, Identity{token.actor, token.role});
}

void Access::save() const {
  std::string text;
  write_json(text, file_);
  text += '\n';
  write_private_file(folder_ / "access.json", text);
}

std::optional<Identity> Access::by_token(std::string_view token) const {
  if (token.empty()) return std::nullopt;
  // A connection sends the same token with every request: hashing it once is enough while no token has changed.
  struct Seen {
    const Access* access = nullptr;
    std::uint64_t generation = 0;
    std::string token;
    Identity identity;
  };
  thread_local Seen seen;
  const std::uint64_t generation = generation_.load();
  if (seen.access == this && seen.generation == generation && seen.token == token) return seen.identity;
  const std::string hash = hash_of(token);
  const std::lock_guard lock(mutex_);
  const auto found = tokens_.find(hash);
  if (found == tokens_.end()) return std::nullopt;
  seen = {this, generation, std::string(token), found->second};
  return found->second;
}

std::optional<Identity> Access::by_session(std::string_view session, Instant now) const {
  if (session.empty()) return std::nullopt;
  const std::string hash = hash_of(session);
  const std::lock_guard lock(mutex_);
  for (const SessionRecord& record : file_.sessions) {
    if (record.hash == hash && record.expires > now) return Identity{record.actor, record.role};
  }
  return std::nullopt;
}

std::string Access::new_sign_in_code(Instant now) {
  const std::string code = new_secret("").substr(0, 32);
  const std::lock_guard lock(mutex_);
  codes_.emplace(hash_of(code), now + sign_in_code_life);
  return code;
}

std::optional<std::string> Access::sign_in(std::string_view code_or_token, Instant now) {
  const std::string hash = hash_of(code_or_token);
  const std::lock_guard lock(mutex_);
  Identity identity{*ActorId::parse("owner")};
  if (const auto token = tokens_.find(hash); token != tokens_.end()) {
    identity = token->second;
  } else if (const auto code = codes_.find(hash); code == codes_.end() || code->second < now) {
    return std::nullopt;
  }
  const std::string session = new_secret("bts_");
  std::erase_if(file_.sessions, [now](const SessionRecord& record) { return record.expires <= now; });
  if (file_.sessions.size() >= sessions_max) file_.sessions.erase(file_.sessions.begin());
  file_.sessions.push_back({hash_of(session), identity.actor, identity.role, now + session_life});
  save();
  return session;
}

}  // namespace billtrail
