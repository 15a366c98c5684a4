// Sealed texts open for the right key and subject only; keys are kept until destroyed, and then are nowhere.
#include <fstream>
#include <iterator>
#include <thread>

#include "eventstore/log_errors.hpp"
#include "eventstore/seal.hpp"
#include "eventstore/vault.hpp"
#include "tests/eventstore/log_support.hpp"
#include "tests/support/catch.hpp"

using namespace billtrail;
using namespace billtrail::test;

namespace {

std::string_view view(const SealKey& key) { return {reinterpret_cast<const char*>(key.bytes.data()), key.bytes.size()}; }

// Which files of the folder hold these bytes.
std::vector<std::string> files_with(const std::filesystem::path& folder, std::string_view bytes) {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string contents{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (contents.find(bytes) != std::string::npos) found.push_back(entry.path().filename().string());
  }
  return found;
}

}  // namespace

TEST_CASE("a sealed text opens under its key and subject") {
  const auto key = new_seal_key();
  for (const auto& text : {std::string(), std::string("Ada"), std::string(100'000, 'x'), std::string("\0\xff", 2)}) {
    const auto sealed = seal(key, {"member-1"}, text);
    CHECK(sealed.size() == text.size() + seal_overhead_bytes);
    CHECK(open_sealed(key, {"member-1"}, sealed) == text);
  }
  CHECK(open_sealed(key, {""}, seal(key, {""}, "no subject")) == "no subject");
}

TEST_CASE("the same text sealed twice differs") {
  const auto key = new_seal_key();
  CHECK(seal(key, {"m"}, "text") != seal(key, {"m"}, "text"));
}

TEST_CASE("a sealed text opens for no other key and no other subject") {
  const auto key = new_seal_key();
  const auto sealed = seal(key, {"member-1"}, "Ada");
  CHECK_FALSE(open_sealed(new_seal_key(), {"member-1"}, sealed).has_value());
  CHECK_FALSE(open_sealed(key, {"member-2"}, sealed).has_value());
  CHECK_FALSE(open_sealed(key, {""}, sealed).has_value());
  CHECK(open_sealed(key, {"member-1"}, sealed) == "Ada");
}

TEST_CASE("a sealed text with any bit changed, or cut anywhere, does not open") {
  const auto key = new_seal_key();
  const auto sealed = seal(key, {"m"}, "Ada Lovelace");
  for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
    auto tampered = sealed;
    tampered[bit / 8] = static_cast<char>(tampered[bit / 8] ^ (1 << (bit % 8)));
    REQUIRE_FALSE(open_sealed(key, {"m"}, tampered).has_value());
  }
  for (std::size_t size = 0; size < sealed.size(); ++size) {
    REQUIRE_FALSE(open_sealed(key, {"m"}, sealed.substr(0, size)).has_value());
  }
  CHECK_FALSE(open_sealed(key, {"m"}, sealed + '\0').has_value());
}

TEST_CASE("sealing matches AES-256-GCM as published") {  // NIST GCM test vectors, AES-256, 96-bit IV, no plaintext
  SealKey key;
  const std::string published("\0\0\0\0\0\0\0\0\0\0\0\0\x53\x0f\x8a\xfb\xc7\x45\x36\xb9\xa9\x63\xb4\xf1\xc4\xcb\x73\x8b", 28);
  CHECK(open_sealed(key, {""}, published) == "");
}

TEST_CASE("a subject has one key for good, in each practice another") {
  TempFolder temp;
  SealKey ada;
  {
    const auto vault = Vault::open(temp / "vault");
    CHECK_FALSE(vault->key(acme, "ada").has_value());
    ada = vault->key_or_create(acme, "ada");
    CHECK(vault->key_or_create(acme, "ada") == ada);
    CHECK(vault->key(acme, "ada") == ada);
    CHECK_FALSE(vault->key_or_create(acme, "bob") == ada);
    CHECK_FALSE(vault->key_or_create(bureau, "ada") == ada);
    CHECK_FALSE(vault->key(acme, "ad").has_value());
    CHECK(vault->size() == 3);
  }
  const auto vault = Vault::open(temp / "vault");
  CHECK(vault->key(acme, "ada") == ada);
  CHECK(vault->size() == 3);
}

TEST_CASE("a key is on disk before anybody may use it") {
  TempFolder temp;
  const auto vault = Vault::open(temp / "vault");
  const auto key = vault->key_or_create(acme, "ada");
  std::filesystem::copy(temp / "vault", temp / "killed", std::filesystem::copy_options::recursive);
  CHECK(Vault::open(temp / "killed")->key(acme, "ada") == key);
}

TEST_CASE("a destroyed key is in no file any more, and the others are kept") {
  TempFolder temp;
  const auto folder = temp / "vault";
  auto vault = Vault::open(folder);
  const auto ada = vault->key_or_create(acme, "ada");
  const auto bob = vault->key_or_create(acme, "bob");
  const bool after_restart = GENERATE(true, false);
  if (after_restart) {
    vault.reset();
    vault = Vault::open(folder);
  }
  REQUIRE_FALSE(files_with(folder, view(ada)).empty());
  const auto sealed = seal(ada, {"ada"}, "Ada");

  CHECK(vault->destroy(acme, "ada") == Vault::Destroyed::yes);
  CHECK(files_with(folder, view(ada)).empty());
  CHECK_FALSE(files_with(folder, view(bob)).empty());
  CHECK_FALSE(vault->key(acme, "ada").has_value());
  CHECK(vault->key(acme, "bob") == bob);
  CHECK(vault->destroy(acme, "ada") == Vault::Destroyed::had_none);

  vault.reset();
  vault = Vault::open(folder);
  CHECK_FALSE(vault->key(acme, "ada").has_value());
  CHECK(vault->key(acme, "bob") == bob);
  CHECK(files_with(folder, view(ada)).empty());
  CHECK_FALSE(open_sealed(vault->key_or_create(acme, "ada"), {"ada"}, sealed).has_value());
}

TEST_CASE("threads asking for the same new key get the same one") {
  TempFolder temp;
  const auto vault = Vault::open(temp / "vault");
  std::vector<SealKey> keys(8);
  std::vector<std::thread> threads;
  for (auto& key : keys) threads.emplace_back([&] { key = vault->key_or_create(acme, "ada"); });
  for (auto& thread : threads) thread.join();
  for (const auto& key : keys) CHECK(key == keys[0]);
  CHECK(vault->size() == 1);
}

TEST_CASE("a vault in use is not opened twice") {
  TempFolder temp;
  const auto vault = Vault::open(temp / "vault");
  CHECK_THROWS_AS(Vault::open(temp / "vault"), FolderInUse);
}
