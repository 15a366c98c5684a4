// Hashes rows with OpenSSL's SHA-256.
#include "gateway/importers/row_identity.hpp"

#include <openssl/evp.h>

#include <stdexcept>
#include <vector>

namespace billtrail::importers {

namespace {

constexpr std::size_t identity_bytes = 16;

std::string hex(std::span<const unsigned char> bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const unsigned char byte : bytes) {
    text.push_back(digits[byte >> 4U]);
    text.push_back(digits[byte & 15U]);
  }
  return text;
}

}  // namespace

std::string short_digest(std::span<const std::string_view> texts) {
  std::string message;
  for (const std::string_view text : texts) {
    message += std::to_string(text.size());
    message += ':';
    message += text;
  }
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  if (EVP_Digest(message.data(), message.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
    throw std::runtime_error("OpenSSL could not compute SHA-256");
  }
  return hex(std::span(digest).first(identity_bytes));
}

std::string RowIdentities::of(std::span<const std::string_view> fields) {
  std::vector<std::string_view> texts{system_};
  texts.insert(texts.end(), fields.begin(), fields.end());
  const std::string first = short_digest(texts);
  const std::uint32_t before = seen_[first]++;
  if (before == 0) return first;
  const std::string occurrence = std::to_string(before + 1);
  return short_digest(std::array<std::string_view, 2>{first, occurrence});
}

}  // namespace billtrail::importers
