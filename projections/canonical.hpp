// A value as text for dumps: one way only to write it, different values never the same text. Texts carry their length, so that no
// content can look like a separator.
#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "domain/event.hpp"

namespace billtrail {

inline void append(std::string& out, std::string_view text) {
  out += std::to_string(text.size());
  out += ':';
  out += text;
}
inline void append(std::string& out, const std::string& text) { append(out, std::string_view(text)); }
inline void append(std::string& out, bool value) { out += value ? '1' : '0'; }
template <class T>
  requires(std::is_integral_v<T> && !std::is_same_v<T, bool>)
void append(std::string& out, T value) { out += std::to_string(value); }
template <class T>
  requires std::is_enum_v<T>
void append(std::string& out, T value) { out += std::to_string(static_cast<int>(value)); }
template <class Tag>
void append(std::string& out, const Id<Tag>& id) { out += id.text(); }
inline void append(std::string& out, Date date) { out += date.text(); }
inline void append(std::string& out, Seconds seconds) { out += std::to_string(seconds.count); }
inline void append(std::string& out, Instant at) { out += std::to_string(at.micros); }
inline void append(std::string& out, const Currency& currency) { out += currency.code(); }
inline void append(std::string& out, const Decimal4& amount) { out += std::to_string(amount.ten_thousandths); }
inline void append(std::string& out, const Personal& personal) {
  append(out, personal.subject);
  append(out, personal.bytes);
}

template <class T>
void append(std::string& out, const std::optional<T>& value);
template <class T>
void append(std::string& out, const std::vector<T>& values);
template <class T>
  requires boost::describe::has_describe_members<T>::value
void append(std::string& out, const T& value);

template <class T>
void append(std::string& out, const std::optional<T>& value) {
  if (value) append(out, *value);
  else out += '-';
}
template <class T>
void append(std::string& out, const std::vector<T>& values) {
  out += '[';
  for (const T& value : values) {
    append(out, value);
    out += ',';
  }
  out += ']';
}
template <class T>
  requires boost::describe::has_describe_members<T>::value
void append(std::string& out, const T& value) {
  out += '{';
  boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_any_access>>([&](auto member) {
    append(out, value.*member.pointer);
    out += ',';
  });
  out += '}';
}

// All values, with a blank between.
template <class... Values>
void append_all(std::string& out, const Values&... values) {
  ((append(out, values), out += ' '), ...);
}

}  // namespace billtrail
