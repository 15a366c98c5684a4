// Names of the events: those of their C++ types, in the order of the variant, which is the order of their numbers on disk.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "domain/event.hpp"

namespace billtrail {

std::span<const std::string_view> event_names();
std::string_view event_name(const Event& event);
std::optional<std::size_t> event_index(std::string_view name);

}  // namespace billtrail
