// Whether a type is one of a variant's alternatives.
#pragma once

#include <type_traits>
#include <variant>

namespace billtrail {

template <class T, class Variant>
inline constexpr bool is_one_of = false;
template <class T, class... Alternatives>
inline constexpr bool is_one_of<T, std::variant<Alternatives...>> = (std::is_same_v<T, Alternatives> || ...);

}  // namespace billtrail
