// CRC-32C (Castagnoli): finds damaged bytes. It proves nothing about intent; the hash chain does that.
// crc32c("123456789") == 0xE3069283.
#pragma once

#include <cstdint>
#include <string_view>

namespace billtrail {

// Any thread. Uses the processor's instruction where there is one; the answer is the same without.
std::uint32_t crc32c(std::string_view bytes);

// The same in plain C++, for machines without the instruction and for the test that compares both.
std::uint32_t crc32c_portable(std::string_view bytes);

}  // namespace billtrail
