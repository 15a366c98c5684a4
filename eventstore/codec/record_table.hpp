// The fields of the root table that are not the envelope's.
#pragma once

#include <cstddef>

#include "eventstore/codec/layout.hpp"
#include "eventstore/codec/verified.hpp"

namespace billtrail::codec {

// A record of a layout that this program does not know is broken to it.
inline void check_schema_version(const VerifiedTable& root, const FieldPath& top) {
  const FieldPath at{&top, "schema_version"};
  if (root.scalar<std::uint16_t>(slot(record_field::schema_version), at).value_or(schema_version) != schema_version) {
    broken(at, "a layout that this program does not know");
  }
}

// The index of the event's type in the variant; FlatBuffers count from 1.
inline std::size_t event_index_in(const VerifiedTable& root, const FieldPath& top) {
  const FieldPath at{&top, "event_type"};
  const std::size_t number = root.scalar<std::uint8_t>(slot(record_field::event_type), at).value_or(0);
  if (number == 0 || number > std::variant_size_v<Event>) broken(at, "an event that this program does not know");
  return number - 1;
}

}  // namespace billtrail::codec
