// Hashes, digests and checksums against published values.
#include "eventstore/chain.hpp"
#include "eventstore/crc32c.hpp"
#include "tests/support/catch.hpp"

using namespace billtrail;

TEST_CASE("a record's hash is the SHA-256 of its bytes") {
  CHECK(to_hex(hash_record("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(to_hex(hash_record("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(to_hex(hash_record(std::string(1'000'000, 'a'))) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a keyed digest is HMAC-SHA256") {  // RFC 4231, cases 1, 2 and 6
  CHECK(to_hex(keyed_digest({std::string(20, '\x0b')}, "Hi There")) ==
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  CHECK(to_hex(keyed_digest({"Jefe"}, "what do ya want for nothing?")) ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  CHECK(to_hex(keyed_digest({std::string(131, '\xaa')}, "Test Using Larger Than Block-Size Key - Hash Key First")) ==
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST_CASE("an empty key is a key of its own, not the one used before") {
  const auto with_empty_key = keyed_digest({{}}, "message");
  keyed_digest({"another"}, "message");
  CHECK(keyed_digest({{}}, "message") == with_empty_key);
  CHECK(to_hex(keyed_digest({{}}, {})) == "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
}

TEST_CASE("a hash is written in hex and read back, and nothing else is a hash") {
  const auto hash = hash_record("abc");
  CHECK(hash_from_hex(to_hex(hash)) == hash);
  CHECK(hash_from_hex("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD") == hash);
  CHECK(hash_from_bytes(hash.view()) == hash);
  CHECK_FALSE(hash_from_hex("").has_value());
  CHECK_FALSE(hash_from_hex(to_hex(hash).substr(1)).has_value());
  CHECK_FALSE(hash_from_hex(to_hex(hash) + "0").has_value());
  CHECK_FALSE(hash_from_hex(std::string(63, '0') + "g").has_value());
  CHECK_FALSE(hash_from_bytes("short").has_value());
  CHECK(RecordHash{}.is_zero());
  CHECK_FALSE(hash.is_zero());
}

TEST_CASE("CRC-32C is the same with and without the processor's help") {
  CHECK(crc32c("123456789") == 0xE3069283);
  CHECK(crc32c(std::string(32, '\0')) == 0x8A9136AA);
  std::string bytes;
  for (int i = 0; i < 300; ++i) {
    REQUIRE(crc32c(bytes) == crc32c_portable(bytes));
    bytes.push_back(static_cast<char>(i * 7));
  }
}
