// Walks the descriptions and declares every type before its first use.
#include "eventstore/codec/schema_text.hpp"

#include <algorithm>
#include <string_view>

#include "eventstore/codec/layout.hpp"
#include "eventstore/codec/type_name.hpp"

namespace billtrail {
namespace {

using namespace codec;

constexpr std::string_view heading =
    "// Generated from the descriptions of the domain's structs; do not edit. Rewrite it with\n"
    "//   cmake --build build/dev --target write_schema\n"
    "// Print a record as JSON with\n"
    "//   flatc --json --strict-json --raw-binary eventstore/schema/events.fbs -- record.bin\n"
    "// Append only: the place of a field, an enumerator or an event is its number on disk.\n"
    "namespace billtrail;\n";

class Schema {
 public:
  std::string text() && { return std::move(text_); }
  void say(std::string_view line) { text_ += line; }

  template <class T>
  void declare();
  template <class T>
  std::string fields();

 private:
  template <class T>
  std::string type_of();
  template <class T, class F>
  std::string field();

  std::string text_;
  std::vector<std::string_view> declared_;
};

template <class T>
std::string Schema::type_of() {
  if constexpr (is_optional<T>) {
    return type_of<typename T::value_type>();
  } else if constexpr (is_vector<T>) {
    return "[" + type_of<typename T::value_type>() + "]";
  } else if constexpr (is_text<T>) {
    return "string";
  } else if constexpr (is_enum<T> || is_table<T>) {
    declare<T>();
    return std::string(type_name<T>());
  } else {
    return Scalar<T>::schema_name;
  }
}

// " = 60" for a scalar that begins with 60, " = null" for one that may be absent.
template <class T, class F>
std::string default_text() {
  using Value = FieldType<T, F>;
  if constexpr (is_optional<Value> && is_scalar<HeldBy<Value>>) {
    return " = null";
  } else if constexpr (is_enum<Value>) {
    return std::string(" = ") + boost::describe::enum_to_string(static_cast<Value>(default_of<T, F>()), "");
  } else if constexpr (is_scalar<Value>) {
    constexpr std::int64_t value = default_of<T, F>();
    return value == 0 ? "" : " = " + std::to_string(value);
  } else {
    return may_be_absent<Value> ? "" : " (required)";
  }
}

template <class T, class F>
std::string Schema::field() {
  using Value = FieldType<T, F>;
  std::string line = std::string("  ") + F::name + ":";
  if constexpr (is_binary<F::pointer>) {
    return line + "[ubyte];\n";
  } else {
    line += type_of<Value>() + default_text<T, F>() + ";";
    if constexpr (is_scalar<HeldBy<Value>>) {
      const std::string meaning = Scalar<HeldBy<Value>>::meaning;
      if (!meaning.empty()) line += "  // " + meaning;
    }
    return line + "\n";
  }
}

template <class T>
std::string Schema::fields() {
  std::string lines;
  for_each_field<T>([&](auto index) { lines += field<T, FieldAt<T, index>>(); });
  return lines;
}

template <class T>
void Schema::declare() {
  constexpr std::string_view name = type_name<T>();
  if (std::find(declared_.begin(), declared_.end(), name) != declared_.end()) return;
  declared_.push_back(name);
  if constexpr (is_enum<T>) {
    std::string names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
        [&](auto enumerator) { names += (names.empty() ? "" : ", ") + std::string(enumerator.name); });
    text_ += "\nenum " + std::string(name) + " : ubyte { " + names + " }\n";
  } else {
    const std::string lines = fields<T>();
    text_ += "\ntable " + std::string(name) + " {\n" + lines + "}\n";
  }
}

}  // namespace

std::string schema_text() {
  Schema schema;
  schema.say(heading);
  std::string events;
  [&]<class... Alternatives>(std::type_identity<std::variant<Alternatives...>>) {
    (schema.declare<Alternatives>(), ...);
    ((events += (events.empty() ? "  " : ",\n  ") + std::string(type_name<Alternatives>())), ...);
  }(std::type_identity<AnyEvent>{});
  schema.say("\nunion Event {\n" + events + "\n}\n");
  // In the order of codec::record_field.
  schema.say("\ntable Record {\n  schema_version:ushort = " + std::to_string(schema_version) +
             ";\n  previous:[ubyte] (required);  // SHA-256 of the practice's record before this one, 32 bytes\n"
             "  event:Event (required);\n  entities:[string];\n" +
             schema.fields<Envelope>() + "}\n");
  schema.say("\nroot_type Record;\nfile_identifier \"" + std::string(file_identifier) + "\";\n");
  return std::move(schema).text();
}

}  // namespace billtrail
