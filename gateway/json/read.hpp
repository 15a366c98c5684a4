// Reads JSON into a described struct, strictly: every fault at once, each with its place. Unknown fields and duplicate names are
// refused, an integer is only what is written as one, and null is the same as leaving an optional field out. Optional fields and
// lists may be missing; everything else must be there.
//
//   ReadResult<LogTime> command = read_json<LogTime>(body);
//   if (!command) return problem(command.faults());
//
// Any thread; nothing is shared.
#pragma once

#include <string_view>

#include "gateway/json/document.hpp"
#include "gateway/json/fault.hpp"
#include "gateway/json/reader.hpp"

namespace billtrail {

// T is a described struct, or a std::vector of one.
template <class T>
ReadResult<T> read_json(const JsonValue& value, std::string_view at_pointer = {}) {
  JsonReader reader(at_pointer);
  T out{};
  reader.read(value, out, FieldBounds{});
  if (reader.faults().empty()) return out;
  return reader.take_faults();
}

template <class T>
ReadResult<T> read_json(std::string_view text) {
  JsonFaults duplicates;
  const ReadResult<JsonDocument> document = JsonDocument::parse(text, duplicates);
  if (!document) return document.faults();
  JsonReader reader;
  reader.add(std::move(duplicates));
  T out{};
  reader.read(document->root(), out, FieldBounds{});
  if (reader.faults().empty()) return out;
  return reader.take_faults();
}

}  // namespace billtrail
