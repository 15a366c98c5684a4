// AES-256-GCM through OpenSSL: the cipher is fetched once, contexts are kept per thread.
#include "eventstore/seal.hpp"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <climits>
#include <cstring>
#include <memory>
#include <stdexcept>

namespace billtrail {
namespace {

constexpr std::size_t nonce_bytes = 12;
constexpr std::size_t tag_bytes = 16;
static_assert(seal_overhead_bytes == nonce_bytes + tag_bytes);

using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const EVP_CIPHER* cipher() {
  static const EVP_CIPHER* const fetched = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
  return fetched;
}

EVP_CIPHER_CTX* context() {
  thread_local const CipherContext each(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
  return each.get();
}

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
int length_of(std::string_view text) {
  if (text.size() > INT_MAX) throw std::length_error("a text is too long to be sealed");
  return static_cast<int>(text.size());
}
void expect(bool worked) {
  if (!worked) throw std::runtime_error("OpenSSL cannot seal");
}

}  // namespace

std::string seal(const SealKey& key, SealSubject subject, std::string_view plain) {
  std::string sealed(nonce_bytes + plain.size() + tag_bytes, '\0');
  unsigned char* const nonce = bytes_of(sealed);
  unsigned char* const text = nonce + nonce_bytes;
  expect(RAND_bytes(nonce, nonce_bytes) == 1);
  int length = 0;
  auto* const c = context();
  expect(EVP_EncryptInit_ex2(c, cipher(), key.bytes.data(), nonce, nullptr) == 1);
  expect(EVP_EncryptUpdate(c, nullptr, &length, bytes_of(subject.id), length_of(subject.id)) == 1);
  if (!plain.empty()) expect(EVP_EncryptUpdate(c, text, &length, bytes_of(plain), length_of(plain)) == 1);
  expect(EVP_EncryptFinal_ex(c, text + plain.size(), &length) == 1);
  expect(EVP_CIPHER_CTX_ctrl(c, EVP_CTRL_GCM_GET_TAG, tag_bytes, text + plain.size()) == 1);
  return sealed;
}

std::optional<std::string> open_sealed(const SealKey& key, SealSubject subject, std::string_view sealed) {
  if (sealed.size() < seal_overhead_bytes) return std::nullopt;
  const auto text = sealed.substr(nonce_bytes, sealed.size() - seal_overhead_bytes);
  std::array<unsigned char, tag_bytes> tag;
  std::memcpy(tag.data(), sealed.data() + sealed.size() - tag_bytes, tag_bytes);
  std::string plain(text.size(), '\0');
  unsigned char none = 0;
  int length = 0;
  auto* const c = context();
  expect(EVP_DecryptInit_ex2(c, cipher(), key.bytes.data(), bytes_of(sealed), nullptr) == 1);
  expect(EVP_DecryptUpdate(c, nullptr, &length, bytes_of(subject.id), length_of(subject.id)) == 1);
  if (!text.empty()) expect(EVP_DecryptUpdate(c, bytes_of(plain), &length, bytes_of(text), length_of(text)) == 1);
  expect(EVP_CIPHER_CTX_ctrl(c, EVP_CTRL_GCM_SET_TAG, tag_bytes, tag.data()) == 1);
  if (EVP_DecryptFinal_ex(c, &none, &length) != 1) return std::nullopt;
  return plain;
}

SealKey new_seal_key() {
  SealKey key;
  expect(RAND_priv_bytes(key.bytes.data(), static_cast<int>(key.bytes.size())) == 1);
  return key;
}

}  // namespace billtrail
