// Checks that every way of reading a record shares.
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
  if (number == 0 || number > std::variant_size_v<AnyEvent>) broken(at, "an event that this program does not know");
  return number - 1;
}

// From 20260301.
inline Date checked_date(std::int32_t wire, const FieldPath& path) {
  const auto date = Date::from(wire / 10'000, wire / 100 % 100, wire % 100);
  if (wire < 1'01'01 || wire > 9999'12'31 || !date) broken(path, "not a date");
  return *date;
}

inline Instant checked_instant(std::int64_t micros, const FieldPath& path) {
  if (!is_storable(Instant{micros})) broken(path, "not an instant");
  return {micros};
}

}  // namespace billtrail::codec
