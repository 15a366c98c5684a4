// Writes described structs and hand-made objects as JSON, straight into a string. Absent optionals and empty lists are left out.
//
//   JsonWriter json(out);
//   json.begin_object().field("position", 42).field("seconds", Seconds{90}).key("lines").begin_array();
//   for (const Line& line : lines) json.value(line);   // a described struct
//   json.end_array().end_object();
//
// Appends only; the caller owns the string. Any thread. Texts must be UTF-8 and pass through as they are, but for what JSON escapes.
#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "domain/kernel/personal.hpp"
#include "gateway/json/write_value.hpp"

namespace billtrail {

// Any described struct, or a value of a type that one may hold. `open` turns sealed text into text, or nothing when it has been erased,
// which is written as null. Text that was never sealed (no subject) is written as it stands.
template <class T>
void write_json(std::string& out, const T& value, const OpenPersonal& open) {
  append_json(out, value, open);
}
// For what holds no personal text; sealed text becomes null.
template <class T>
void write_json(std::string& out, const T& value) {
  append_json(out, value, nothing_opens());
}

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out), open_(&nothing_opens()) {}
  JsonWriter(std::string& out, const OpenPersonal& open) : out_(out), open_(&open) {}

  JsonWriter& begin_object() { return begin('{'); }
  JsonWriter& end_object() { return end('}'); }
  JsonWriter& begin_array() { return begin('['); }
  JsonWriter& end_array() { return end(']'); }
  JsonWriter& key(std::string_view name) {
    separate();
    append_json_text(out_, name);
    out_ += ':';
    after_value_ = false;
    return *this;
  }
  // bool, integers, texts, every kernel type, enums, lists, described structs; an absent optional is written as null.
  template <class T>
  JsonWriter& value(const T& what) {
    separate();
    append_json(out_, what, *open_);
    return *this;
  }
  JsonWriter& null() { return raw("null"); }
  // Text that is JSON already.
  JsonWriter& raw(std::string_view json) {
    separate();
    out_ += json;
    return *this;
  }
  template <class T>
  JsonWriter& field(std::string_view name, const T& what) {
    return key(name).value(what);
  }
  // Leaves the field out when there is nothing in it.
  template <class T>
  JsonWriter& field_if(std::string_view name, const std::optional<T>& what) {
    return what ? key(name).value(*what) : *this;
  }

 private:
  void separate() {
    if (after_value_) out_ += ',';
    after_value_ = true;
  }
  JsonWriter& begin(char bracket) {
    separate();
    out_ += bracket;
    after_value_ = false;
    return *this;
  }
  JsonWriter& end(char bracket) {
    out_ += bracket;
    after_value_ = true;
    return *this;
  }

  std::string& out_;
  const OpenPersonal* open_;
  bool after_value_ = false;
};

}  // namespace billtrail
