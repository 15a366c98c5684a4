// SHA-256 and HMAC through OpenSSL: algorithms are fetched once, contexts are kept per thread.
#include "eventstore/chain.hpp"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <cstring>
#include <memory>
#include <stdexcept>

namespace billtrail {
namespace {

[[noreturn]] void refuse_to_hash() { throw std::runtime_error("OpenSSL cannot compute SHA-256"); }

using DigestContext = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;
using MacContext = std::unique_ptr<EVP_MAC_CTX, decltype(&EVP_MAC_CTX_free)>;

// Fetching takes a lock and a search; it lives as long as the program.
const EVP_MD* sha256() {
  static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return algorithm;
}

MacContext new_mac_context() {
  static EVP_MAC* const algorithm = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
  MacContext context(algorithm != nullptr ? EVP_MAC_CTX_new(algorithm) : nullptr, &EVP_MAC_CTX_free);
  char name[] = "SHA256";
  const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, name, 0),
                                   OSSL_PARAM_construct_end()};
  if (!context || EVP_MAC_CTX_set_params(context.get(), parameters) != 1) refuse_to_hash();
  return context;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

RecordHash hash_record(std::string_view bytes) {
  thread_local const DigestContext context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  RecordHash hash;
  unsigned length = 0;
  if (!context || EVP_DigestInit_ex2(context.get(), sha256(), nullptr) != 1 ||
      EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) != 1 ||
      EVP_DigestFinal_ex(context.get(), hash.bytes.data(), &length) != 1 || length != hash.bytes.size()) {
    refuse_to_hash();
  }
  return hash;
}

std::string to_hex(const RecordHash& hash) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(2 * hash.bytes.size());
  for (const unsigned char byte : hash.bytes) {
    text.push_back(digits[byte >> 4]);
    text.push_back(digits[byte & 15]);
  }
  return text;
}

std::optional<RecordHash> hash_from_hex(std::string_view text) {
  RecordHash hash;
  if (text.size() != 2 * hash.bytes.size()) return std::nullopt;
  for (std::size_t i = 0; i < hash.bytes.size(); ++i) {
    const int high = hex_digit(text[2 * i]);
    const int low = hex_digit(text[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    hash.bytes[i] = static_cast<unsigned char>(high * 16 + low);
  }
  return hash;
}

std::optional<RecordHash> hash_from_bytes(std::string_view bytes) {
  RecordHash hash;
  if (bytes.size() != hash.bytes.size()) return std::nullopt;
  std::memcpy(hash.bytes.data(), bytes.data(), bytes.size());
  return hash;
}

RecordHash keyed_digest(DigestKey key, std::string_view message) {
  thread_local const MacContext context = new_mac_context();
  // OpenSSL reads a null key as "the key before"; an empty key must still be a key.
  const char* const key_bytes = key.bytes.empty() ? "" : key.bytes.data();
  RecordHash digest;
  std::size_t length = 0;
  if (EVP_MAC_init(context.get(), reinterpret_cast<const unsigned char*>(key_bytes), key.bytes.size(), nullptr) != 1 ||
      EVP_MAC_update(context.get(), reinterpret_cast<const unsigned char*>(message.data()), message.size()) != 1 ||
      EVP_MAC_final(context.get(), digest.bytes.data(), &length, digest.bytes.size()) != 1 ||
      length != digest.bytes.size()) {
    refuse_to_hash();
  }
  return digest;
}

}  // namespace billtrail
