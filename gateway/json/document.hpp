// A JSON text, parsed once into one flat list of nodes. It keeps what a reader must know and Boost's own value hides: names that
// come twice, and whether a number was written as an integer. Invalid UTF-8, comments and trailing commas are refused.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/json/fault.hpp"

namespace billtrail {

enum class JsonKind : std::uint8_t {
  null, boolean,
  integer,        // written without point or exponent, within 64 signed bits
  large_integer,  // likewise, beyond 64 signed bits
  number,         // with point or exponent
  string, array, object,
};
// "an integer", "a string" ...: for messages.
std::string_view describe(JsonKind kind);

class JsonDocument;

// A place in a document, which must outlive it. Cheap to copy. A getter of another kind is a mistake of the caller.
class JsonValue {
 public:
  JsonKind kind() const;
  bool is(JsonKind kind_wanted) const { return kind() == kind_wanted; }
  bool boolean() const;
  std::int64_t integer() const;
  std::string_view string() const;

  // Elements of an array or members of an object.
  std::size_t size() const;
  bool has_children() const { return size() != 0; }
  JsonValue first() const;  // only when there is one
  JsonValue next() const;   // only when it is not the last
  std::string_view name() const;  // of a member of an object

  // The member of that name, if the object has it.
  std::optional<JsonValue> find(std::string_view name) const;

 private:
  friend class JsonDocument;
  JsonValue(const JsonDocument* document, std::uint32_t node) : document_(document), node_(node) {}
  const JsonDocument* document_;
  std::uint32_t node_;
};

class JsonDocument {
 public:
  // The document, or why it is none: broken at a place, too deep, or every duplicate name.
  static ReadResult<JsonDocument> parse(std::string_view text);
  // The same, but duplicate names go to `duplicates`, so that a reader can report them among its own faults.
  static ReadResult<JsonDocument> parse(std::string_view text, JsonFaults& duplicates);

  JsonValue root() const { return {this, 0}; }

 private:
  friend class JsonValue;
  friend class JsonTape;
  struct Text {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
  };
  struct Node {
    JsonKind kind = JsonKind::null;
    bool boolean = false;
    std::uint32_t end = 0;       // the node after this one and all below it
    std::uint32_t children = 0;
    Text name;
    Text string;
    std::int64_t integer = 0;
  };
  std::string_view text(Text at) const { return std::string_view(texts_).substr(at.begin, at.size); }

  std::vector<Node> nodes_;  // each followed by what is below it
  std::string texts_;        // names and strings, unescaped
};

inline JsonKind JsonValue::kind() const { return document_->nodes_[node_].kind; }
inline bool JsonValue::boolean() const { return document_->nodes_[node_].boolean; }
inline std::int64_t JsonValue::integer() const { return document_->nodes_[node_].integer; }
inline std::string_view JsonValue::string() const { return document_->text(document_->nodes_[node_].string); }
inline std::size_t JsonValue::size() const { return document_->nodes_[node_].children; }
inline JsonValue JsonValue::first() const { return {document_, node_ + 1}; }
inline JsonValue JsonValue::next() const { return {document_, document_->nodes_[node_].end}; }
inline std::string_view JsonValue::name() const { return document_->text(document_->nodes_[node_].name); }

}  // namespace billtrail
