// Writing texts and the kernel types that need more than a line.
#include "gateway/json/write_value.hpp"

#include <array>

namespace billtrail {
namespace {

// For each byte: 0 as it stands, 'u' as \u00XX, else the letter after the backslash.
constexpr std::array<char, 256> escapes = [] {
  std::array<char, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) table[c] = 'u';
  table['\b'] = 'b';
  table['\f'] = 'f';
  table['\n'] = 'n';
  table['\r'] = 'r';
  table['\t'] = 't';
  table['"'] = '"';
  table['\\'] = '\\';
  return table;
}();

void append_two_digits(std::string& out, std::int32_t number) {
  out += static_cast<char>('0' + number / 10 % 10);
  out += static_cast<char>('0' + number % 10);
}

}  // namespace

const OpenPersonal& nothing_opens() {
  static const OpenPersonal nothing = [](const Personal&) { return std::optional<std::string>(); };
  return nothing;
}

void append_json_text(std::string& out, std::string_view text) {
  static constexpr char hex[] = "0123456789abcdef";
  out += '"';
  std::size_t written = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned char byte = static_cast<unsigned char>(text[i]);
    const char escape = escapes[byte];
    if (escape == 0) continue;
    out.append(text, written, i - written);
    written = i + 1;
    out += '\\';
    out += escape;
    if (escape != 'u') continue;
    out += "00";
    out += hex[byte >> 4];
    out += hex[byte & 15];
  }
  out.append(text, written, text.size() - written);
  out += '"';
}

void append_json(std::string& out, const Personal& text, const OpenPersonal& open) {
  if (text.subject.empty()) {
    append_json_text(out, text.bytes);
  } else if (const auto opened = open(text)) {
    append_json_text(out, *opened);
  } else {
    out += "null";
  }
}

void append_json(std::string& out, const Money& money, const OpenPersonal& open) {
  out += "{\"minor\":";
  append_json(out, money.minor, open);
  out += ",\"currency\":";
  append_json(out, money.currency, open);
  out += '}';
}

void append_json(std::string& out, LocalTime time, const OpenPersonal&) {
  out += '"';
  out += time.date.text();
  out += 'T';
  append_two_digits(out, time.seconds / 3600);
  out += ':';
  append_two_digits(out, time.seconds / 60 % 60);
  out += ':';
  append_two_digits(out, time.seconds % 60);
  out += '"';
}

}  // namespace billtrail
