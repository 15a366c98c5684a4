// The names of the events, taken from their types.
#include "eventstore/codec/event_names.hpp"

#include <algorithm>

#include "eventstore/codec/type_name.hpp"

namespace billtrail {
namespace {
constexpr auto names = alternative_names<AnyEvent>();
}

std::span<const std::string_view> event_names() { return names; }

std::string_view event_name(const Event& event) { return names[event.index()]; }

std::optional<std::size_t> event_index(std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

}  // namespace billtrail
