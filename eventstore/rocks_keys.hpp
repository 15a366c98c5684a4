// The keys of the log in RocksDB, and the value of a head. Format drawn in rocks_log.hpp.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "eventstore/bytes.hpp"
#include "eventstore/frame.hpp"
#include "eventstore/log.hpp"

namespace billtrail {

class RecordKey {
 public:
  RecordKey(PracticeNumber practice, LogPosition position) {
    put_big(bytes_.data(), raw(practice));
    put_big(bytes_.data() + 8, position);
  }
  std::string_view view() const { return {bytes_.data(), bytes_.size()}; }

 private:
  std::array<char, 16> bytes_;
};

class PracticeKey {
 public:
  explicit PracticeKey(PracticeNumber practice) { put_big(bytes_.data(), raw(practice)); }
  std::string_view view() const { return {bytes_.data(), bytes_.size()}; }

 private:
  std::array<char, 8> bytes_;
};

inline PracticeNumber practice_of_key(std::string_view key) { return PracticeNumber{get_big<std::uint64_t>(key.data())}; }
inline LogPosition position_of_key(std::string_view key) { return get_big<std::uint64_t>(key.data() + 8); }

inline std::string encode_head(const LogHead& head) {
  std::string body;
  append_little(body, head.position);
  body.append(head.hash.view());
  std::string framed;
  append_frame(framed, body);
  return framed;
}

// Nothing when the frame is damaged.
inline std::optional<LogHead> decode_head(std::string_view framed) {
  const Frame frame = check_frame(framed);
  if (frame.fault != FrameFault::none || frame.body.size() != 40) return std::nullopt;
  return LogHead{get_little<std::uint64_t>(frame.body.data()), *hash_from_bytes(frame.body.substr(8))};
}

}  // namespace billtrail
