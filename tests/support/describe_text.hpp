// Prints any described value as one readable line, so that tests compare and show whole events:
// ClientAdded{client: "acme", name: "Acme", currency: EUR}
#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "domain/command.hpp"
#include "domain/kernel/decision.hpp"

namespace billtrail::testing {

// The name of a type without its namespace.
template <class T>
std::string type_name() {
  std::string name = __PRETTY_FUNCTION__;
  name = name.substr(name.find("T = ") + 4);
  name = name.substr(0, name.find_first_of(";]"));
  const auto colon = name.rfind("::");
  return colon == std::string::npos ? name : name.substr(colon + 2);
}

inline std::string text_of(const std::string& value) { return '"' + value + '"'; }
inline std::string text_of(Seconds value) { return std::to_string(value.count) + "s"; }
inline std::string text_of(Instant value) { return value.text(); }
inline std::string text_of(Date value) { return value.text(); }
inline std::string text_of(const LocalTime& value) { return value.date.text() + "+" + std::to_string(value.seconds) + "s"; }
inline std::string text_of(const Currency& value) { return std::string(value.code()); }
inline std::string text_of(const Decimal4& value) { return value.text(); }
inline std::string text_of(const Money& value) { return to_text(value); }
inline std::string text_of(const Personal& value) { return "Personal{" + value.subject + ": " + value.bytes + "}"; }

template <class Tag>
std::string text_of(const Id<Tag>& value) {
  return '"' + std::string(value.text()) + '"';
}

template <class T>
std::string text_of(const T& value);
template <class T>
std::string text_of(const std::vector<T>& values);
template <class... Ts>
std::string text_of(const std::variant<Ts...>& value);

template <class T>
std::string text_of(const std::optional<T>& value) {
  return value ? text_of(*value) : "none";
}

template <class T>
std::string text_of(const std::vector<T>& values) {
  std::string text = "[";
  for (const T& value : values) text += (text.size() > 1 ? ", " : "") + text_of(value);
  return text + "]";
}

template <class... Ts>
std::string text_of(const std::variant<Ts...>& value) {
  return std::visit([](const auto& held) { return text_of(held); }, value);
}
inline std::string text_of(const Event& value) { return text_of(static_cast<const AnyEvent&>(value)); }

template <class T>
std::string text_of(const T& value) {
  if constexpr (std::is_same_v<T, bool>) {
    return value ? "yes" : "no";
  } else if constexpr (std::is_integral_v<T>) {
    return std::to_string(value);
  } else if constexpr (std::is_enum_v<T>) {
    return boost::describe::enum_to_string(value, "?");
  } else {
    std::string text = type_name<T>() + "{";
    bool first = true;
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_any_access>>([&](auto member) {
      text += (first ? "" : ", ") + std::string(member.name) + ": " + text_of(value.*member.pointer);
      first = false;
    });
    return text + "}";
  }
}

inline std::string text_of(const Refusal& refusal) {
  std::string text = std::string(meaning_of(refusal.code).name) + " at \"" + refusal.pointer + '"';
  for (const Fact& fact : refusal.facts) text += " " + fact.name + "=" + text_of(fact.value);
  return text;
}

// One line each, so that a mismatch shows which one it is.
template <class T>
std::string lines_of(const std::vector<T>& values) {
  std::string text;
  for (const T& value : values) text += text_of(value) + "\n";
  return text;
}

}  // namespace billtrail::testing
