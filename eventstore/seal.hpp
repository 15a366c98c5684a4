// Sealing personal text: AES-256-GCM under the key of the person it is about. Whoever holds the sealed bytes learns its length only, and
// cannot alter it or pass it off as somebody else's unnoticed.
//
//   sealed := nonce[12] ciphertext tag[16]          the subject's id is authenticated with it, not stored
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace billtrail {

struct SealKey {
  std::array<unsigned char, 32> bytes{};
  friend bool operator==(const SealKey&, const SealKey&) = default;
};

struct SealSubject {
  std::string_view id;
};

constexpr std::size_t seal_overhead_bytes = 28;

// A fresh random nonce each time: the same text sealed twice differs. Empty text may be sealed. Any thread. Throws std::runtime_error when
// OpenSSL has no randomness or no cipher.
std::string seal(const SealKey& key, SealSubject subject, std::string_view plain);

// Nothing when the key or the subject is another one, or a bit has changed. Any thread.
std::optional<std::string> open_sealed(const SealKey& key, SealSubject subject, std::string_view sealed);

// From the system's randomness.
SealKey new_seal_key();

}  // namespace billtrail
