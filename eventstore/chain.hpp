// The hash chain: a record's hash is the SHA-256 of its stored bytes (the body, which holds the hash of the record before it),
// so whoever knows the last hash can tell whether anything earlier was changed.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace billtrail {

struct RecordHash {
  std::array<unsigned char, 32> bytes{};  // all zero: there is no record

  std::string_view view() const { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }
  bool is_zero() const { return *this == RecordHash{}; }
  friend bool operator==(const RecordHash&, const RecordHash&) = default;
};

// SHA-256 of the bytes. Any thread. Throws std::runtime_error when OpenSSL cannot hash at all.
RecordHash hash_record(std::string_view bytes);

// 64 lower-case hex digits; reading takes both cases, and gives nothing for any other text.
std::string to_hex(const RecordHash& hash);
std::optional<RecordHash> hash_from_hex(std::string_view text);

// From exactly 32 raw bytes; nothing for another length.
std::optional<RecordHash> hash_from_bytes(std::string_view bytes);

// HMAC-SHA256: a digest that tells two command bodies apart, yet tells nobody without the key what a body was. Any thread.
struct DigestKey {
  std::string_view bytes;
};
RecordHash keyed_digest(DigestKey key, std::string_view message);

}  // namespace billtrail
