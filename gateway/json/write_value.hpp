// How write.hpp writes each kind of value. Include write.hpp instead.
#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <charconv>
#include <concepts>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "domain/kernel/id.hpp"
#include "domain/kernel/money.hpp"
#include "domain/kernel/personal.hpp"
#include "domain/kernel/recorded.hpp"
#include "domain/kernel/time.hpp"
#include "domain/kernel/zone.hpp"

namespace billtrail {

// Turns sealed text into text; nothing when its key has been destroyed.
using OpenPersonal = std::function<std::optional<std::string>(const Personal&)>;
const OpenPersonal& nothing_opens();

// With quotes and escapes.
void append_json_text(std::string& out, std::string_view text);
// What needs quotes but never escapes.
inline void append_json_plain(std::string& out, std::string_view text) {
  out += '"';
  out += text;
  out += '"';
}

void append_json(std::string& out, const Personal& text, const OpenPersonal& open);
void append_json(std::string& out, const Money& money, const OpenPersonal&);
void append_json(std::string& out, LocalTime time, const OpenPersonal&);
// Also for anything that is a text: std::string, std::string_view, a literal.
inline void append_json(std::string& out, std::string_view text, const OpenPersonal&) { append_json_text(out, text); }
inline void append_json(std::string& out, const std::string& text, const OpenPersonal&) { append_json_text(out, text); }
inline void append_json(std::string& out, const char* text, const OpenPersonal&) { append_json_text(out, text); }
inline void append_json(std::string& out, std::same_as<bool> auto value, const OpenPersonal&) { out += value ? "true" : "false"; }
template <std::integral T>
  requires(!std::same_as<T, bool> && !std::same_as<T, char>)
void append_json(std::string& out, T value, const OpenPersonal&) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof(digits), value).ptr;
  out.append(digits, end);
}
template <class Tag>
void append_json(std::string& out, const Id<Tag>& id, const OpenPersonal&) {
  append_json_plain(out, id.text());
}
inline void append_json(std::string& out, Currency currency, const OpenPersonal&) { append_json_plain(out, currency.code()); }
inline void append_json(std::string& out, Decimal4 decimal, const OpenPersonal&) { append_json_plain(out, decimal.text()); }
inline void append_json(std::string& out, Instant instant, const OpenPersonal&) { append_json_plain(out, instant.text()); }
inline void append_json(std::string& out, Date date, const OpenPersonal&) { append_json_plain(out, date.text()); }
inline void append_json(std::string& out, Seconds seconds, const OpenPersonal& open) { append_json(out, seconds.count, open); }
inline void append_json(std::string& out, Position position, const OpenPersonal& open) { append_json(out, position.value, open); }

template <class T>
  requires boost::describe::has_describe_enumerators<T>::value
void append_json(std::string& out, T value, const OpenPersonal&) {
  append_json_plain(out, boost::describe::enum_to_string(value, ""));
}
template <class T>
  requires boost::describe::has_describe_members<T>::value
void append_json(std::string& out, const T& value, const OpenPersonal& open);
template <class T>
void append_json(std::string& out, const std::vector<T>& list, const OpenPersonal& open);
template <class T>
void append_json(std::string& out, const std::optional<T>& value, const OpenPersonal& open);

// Whether a field is left out.
template <class T>
bool left_out(const T&) { return false; }
template <class T>
bool left_out(const std::optional<T>& value) { return !value; }
template <class T>
bool left_out(const std::vector<T>& list) { return list.empty(); }

template <class T>
void append_json(std::string& out, const std::vector<T>& list, const OpenPersonal& open) {
  char before = '[';
  for (const T& element : list) {
    out += before;
    append_json(out, element, open);
    before = ',';
  }
  out += list.empty() ? "[]" : "]";
}

template <class T>
void append_json(std::string& out, const std::optional<T>& value, const OpenPersonal& open) {
  if (value) {
    append_json(out, *value, open);
  } else {
    out += "null";
  }
}

template <class T>
  requires boost::describe::has_describe_members<T>::value
void append_json(std::string& out, const T& value, const OpenPersonal& open) {
  using Members = boost::describe::describe_members<T, boost::describe::mod_public>;
  char before = '{';
  boost::mp11::mp_for_each<Members>([&](auto member) {
    const auto& field = value.*member.pointer;
    if (left_out(field)) return;
    out += before;
    append_json_plain(out, member.name);
    out += ':';
    append_json(out, field, open);
    before = ',';
  });
  out += before == '{' ? "{}" : "}";
}

}  // namespace billtrail
