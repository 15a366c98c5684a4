// A recorded event as bytes and back. The bytes are an ordinary FlatBuffers table, described by eventstore/schema/events.fbs, but
// no code is generated: the fields come from the structs' descriptions.
//
//   RecordEncoder encoder;                                   // one a thread; keeps its buffer
//   std::string_view bytes = encoder.encode(recorded, hash_of_the_record_before);
//   Recorded same = decode_record(bytes);
//
// Equal input gives equal bytes. Reading checks every offset, name, date and enum before use.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "domain/event.hpp"
#include "eventstore/chain.hpp"

namespace billtrail {

// Bytes that are no record: damaged, or written by a newer program. The path is that of the field: "event.facts.work.client".
class BrokenRecord : public std::runtime_error {
 public:
  BrokenRecord(std::string path, const std::string& reason);
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// Not for several threads at once.
class RecordEncoder {
 public:
  RecordEncoder();
  ~RecordEncoder();
  RecordEncoder(RecordEncoder&&) noexcept;
  RecordEncoder& operator=(RecordEncoder&&) noexcept;

  // `previous` is the hash of the practice's record before this one, all zero for the first. The bytes are valid until the next
  // call. Throws std::invalid_argument for a date or instant outside the years 1 to 9999.
  std::string_view encode(const Recorded& recorded, const RecordHash& previous);

 private:
  struct Buffer;
  std::unique_ptr<Buffer> buffer_;
};

// All of these: any thread; the bytes may lie at any address; throw BrokenRecord.
Recorded decode_record(std::string_view bytes);
RecordHash previous_hash_of(std::string_view bytes);

// What an index needs, without the rest. Views point into the bytes.
struct IndexFacts {
  Position position;
  Instant recorded_at;
  Date business_date;
  std::string_view type;            // "TimeLogged"
  std::string_view command;         // the command's id
  std::string_view command_digest;
  std::vector<std::string_view> entities;
};
IndexFacts index_facts(std::string_view bytes);

// Everything the event names, once each, in the order of its fields: "entry:e-1", "member:ana", "client:acme" ...
std::vector<std::string> entities_of(const Event& event);

}  // namespace billtrail
