// How a record lies in the log:
//
//   frame := length:le32 crc32c:le32 body     length and CRC are those of the body
//
// so that a record is checked from its own bytes, wherever they were copied to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "eventstore/bytes.hpp"
#include "eventstore/crc32c.hpp"

namespace billtrail {

constexpr std::size_t frame_header_bytes = 8;

inline void append_frame(std::string& to, std::string_view body) {
  append_little(to, static_cast<std::uint32_t>(body.size()));
  append_little(to, crc32c(body));
  to.append(body);
}

enum class FrameFault { none, too_short, wrong_length, wrong_crc };
constexpr const char* describe(FrameFault fault) {
  switch (fault) {
    case FrameFault::none: return "sound";
    case FrameFault::too_short: return "the frame is shorter than its header";
    case FrameFault::wrong_length: return "the frame's length is not the length of its body";
    case FrameFault::wrong_crc: return "the body does not match its CRC";
  }
  return "unknown";
}

struct Frame {
  FrameFault fault = FrameFault::none;
  std::string_view body;  // within the bytes given; empty when there is a fault
};

// Takes the whole value stored under one key.
inline Frame check_frame(std::string_view bytes) {
  if (bytes.size() < frame_header_bytes) return {FrameFault::too_short, {}};
  const std::string_view body = bytes.substr(frame_header_bytes);
  if (get_little<std::uint32_t>(bytes.data()) != body.size()) return {FrameFault::wrong_length, {}};
  if (get_little<std::uint32_t>(bytes.data() + 4) != crc32c(body)) return {FrameFault::wrong_crc, {}};
  return {FrameFault::none, body};
}

}  // namespace billtrail
