// The things an event names, for the history of each of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/event.hpp"

namespace billtrail::codec {

// Points into the event.
struct EntityName {
  std::string_view kind;  // "client"
  std::string_view id;
  friend bool operator==(const EntityName&, const EntityName&) = default;
};

// Empties the list and fills it: every id in the event, also in nested structs, once each, in the order of the fields.
void list_entities(const Event& event, std::vector<EntityName>& out);

}  // namespace billtrail::codec
