// The name of a type as it stands in the source: TimeLogged, not billtrail::TimeLogged. The names of events and commands are those of
// their structs, so no list of them has to be kept.
#pragma once

#include <array>
#include <string_view>
#include <type_traits>
#include <variant>

namespace billtrail {

template <class T>
constexpr std::string_view type_name() {
  // GCC and Clang: "... type_name() [with T = billtrail::TimeLogged; ...]" or "... [T = billtrail::TimeLogged]".
  constexpr std::string_view signature = __PRETTY_FUNCTION__;
  constexpr std::size_t start = signature.find("T = ") + 4;
  constexpr std::string_view qualified = signature.substr(start, signature.find_first_of(";]", start) - start);
  return qualified.substr(qualified.rfind(':') + 1);
}

namespace codec {
template <class Variant>
struct AlternativeNames;
template <class... Alternatives>
struct AlternativeNames<std::variant<Alternatives...>> {
  static constexpr std::array<std::string_view, sizeof...(Alternatives)> names{type_name<Alternatives>()...};
};
}  // namespace codec

// In the order of the variant.
template <class Variant>
constexpr auto alternative_names() {
  return codec::AlternativeNames<Variant>::names;
}

}  // namespace billtrail
