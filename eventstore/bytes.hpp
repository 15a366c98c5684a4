// Numbers as bytes: big-endian where byte order must be number order (keys), little-endian in values.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace billtrail {

template <class Unsigned>
constexpr Unsigned swapped(Unsigned value) {
  if constexpr (sizeof(Unsigned) == 8) {
    return __builtin_bswap64(value);
  } else {
    static_assert(sizeof(Unsigned) == 4);
    return __builtin_bswap32(value);
  }
}
static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the formats are written for little-endian machines");

template <class Unsigned>
void put_little(char* to, Unsigned value) {
  std::memcpy(to, &value, sizeof(value));
}
template <class Unsigned>
Unsigned get_little(const char* from) {
  Unsigned value;
  std::memcpy(&value, from, sizeof(value));
  return value;
}
template <class Unsigned>
void put_big(char* to, Unsigned value) {
  put_little(to, swapped(value));
}
template <class Unsigned>
Unsigned get_big(const char* from) {
  return swapped(get_little<Unsigned>(from));
}
template <class Unsigned>
void append_little(std::string& to, Unsigned value) {
  char bytes[sizeof(value)];
  put_little(bytes, value);
  to.append(bytes, sizeof(value));
}
template <class Unsigned>
void append_big(std::string& to, Unsigned value) {
  char bytes[sizeof(value)];
  put_big(bytes, value);
  to.append(bytes, sizeof(value));
}

}  // namespace billtrail
