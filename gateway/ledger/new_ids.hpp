// Ids that the server chooses: UUIDv7, so that they sort by the time they were made. Any thread.
#pragma once

#include <string>

#include "domain/command.hpp"
#include "domain/decide.hpp"

namespace billtrail {

std::string new_uuid();

template <class SomeId>
SomeId new_id() {
  return *SomeId::parse(new_uuid());
}

// What deciding takes fresh ids from.
class UuidIds final : public NewIds {
 public:
  std::string next() override { return new_uuid(); }
};

// Fills in every id of something new that the caller left open.
void complete_ids(Command& command);

}  // namespace billtrail
