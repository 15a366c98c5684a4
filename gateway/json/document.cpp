// Parsing a text into a JsonDocument with Boost.JSON's event parser, which is strict about syntax and UTF-8; this is the only file
// that sees it.
#include "gateway/json/document.hpp"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>

#include "gateway/json/bounds.hpp"

namespace billtrail {

// Receives the parser's events in the order of the text. Every function says whether to go on.
class JsonTape {
 public:
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = max_object_size;
  static constexpr std::size_t max_string_size = max_object_size;
  static constexpr std::size_t max_key_size = max_object_size;
  using Error = boost::json::error_code;
  using View = boost::json::string_view;

  JsonTape(JsonDocument& document, JsonFaults& duplicates) : document_(document), duplicates_(duplicates) {}

  bool on_document_begin(Error&) { return true; }
  bool on_document_end(Error&) { return true; }
  bool on_object_begin(Error&) { return begin(JsonKind::object); }
  bool on_object_end(std::size_t children, Error&) {
    end(children);
    find_duplicates(opened_.back());
    opened_.pop_back();
    return true;
  }
  bool on_array_begin(Error&) { return begin(JsonKind::array); }
  bool on_array_end(std::size_t children, Error&) {
    end(children);
    opened_.pop_back();
    return true;
  }
  bool on_key_part(View part, std::size_t, Error&) { return append(part); }
  bool on_key(View part, std::size_t size, Error&) {
    append(part);
    name_ = last_text(size);
    return true;
  }
  bool on_string_part(View part, std::size_t, Error&) { return append(part); }
  bool on_string(View part, std::size_t size, Error&) {
    append(part);
    add(JsonKind::string).string = last_text(size);
    return true;
  }
  bool on_number_part(View part, Error&) {
    number_has_fraction_ = number_has_fraction_ || has_fraction(part);
    return true;
  }
  bool on_int64(std::int64_t number, View, Error&) {
    add(JsonKind::integer).integer = number;
    return true;
  }
  bool on_uint64(std::uint64_t, View, Error&) { return add_leaf(JsonKind::large_integer); }
  // Also called for integers that fit no 64 bits.
  bool on_double(double, View part, Error&) {
    const bool fraction = number_has_fraction_ || has_fraction(part);
    number_has_fraction_ = false;
    return add_leaf(fraction ? JsonKind::number : JsonKind::large_integer);
  }
  bool on_bool(bool value, Error&) {
    add(JsonKind::boolean).boolean = value;
    return true;
  }
  bool on_null(Error&) { return add_leaf(JsonKind::null); }
  bool on_comment_part(View, Error&) { return true; }
  bool on_comment(View, Error&) { return true; }

 private:
  using Node = JsonDocument::Node;

  static bool has_fraction(View part) { return part.find_first_of(".eE") != View::npos; }

  Node& add(JsonKind kind) {
    Node& node = document_.nodes_.emplace_back();
    node.kind = kind;
    node.name = name_;
    node.end = static_cast<std::uint32_t>(document_.nodes_.size());
    name_ = {};
    return node;
  }
  bool add_leaf(JsonKind kind) {
    add(kind);
    return true;
  }
  bool begin(JsonKind kind) {
    opened_.push_back(static_cast<std::uint32_t>(document_.nodes_.size()));
    return add_leaf(kind);
  }
  void end(std::size_t children) {
    Node& node = document_.nodes_[opened_.back()];
    node.children = static_cast<std::uint32_t>(children);
    node.end = static_cast<std::uint32_t>(document_.nodes_.size());
  }
  bool append(View part) {
    document_.texts_.append(part.data(), part.size());
    return true;
  }
  JsonDocument::Text last_text(std::size_t size) const {
    return {static_cast<std::uint32_t>(document_.texts_.size() - size), static_cast<std::uint32_t>(size)};
  }

  void find_duplicates(std::uint32_t object);
  std::string pointer_to_opened() const;

  JsonDocument& document_;
  JsonFaults& duplicates_;
  JsonDocument::Text name_;            // of the value to come
  std::vector<std::uint32_t> opened_;  // the arrays and objects around the place being parsed
  std::vector<std::string_view> names_;
  bool number_has_fraction_ = false;
};

// Sorting keeps an object of a hundred thousand members from costing their square.
void JsonTape::find_duplicates(std::uint32_t object) {
  const Node& node = document_.nodes_[object];
  if (node.children < 2) return;
  names_.clear();
  for (std::uint32_t child = object + 1; child != node.end; child = document_.nodes_[child].end) {
    names_.push_back(document_.text(document_.nodes_[child].name));
  }
  std::sort(names_.begin(), names_.end());
  for (std::size_t i = 1; i < names_.size() && duplicates_.size() < json_faults_max; ++i) {
    const bool is_second = names_[i] == names_[i - 1] && (i == 1 || names_[i - 2] != names_[i]);
    if (!is_second) continue;
    std::string pointer = pointer_to_opened();
    append_pointer(pointer, names_[i]);
    duplicates_.push_back({std::move(pointer), fault_code::duplicate_field, "The name comes more than once.", "each name once", {}});
  }
}

std::string JsonTape::pointer_to_opened() const {
  std::string pointer;
  for (std::size_t level = 1; level < opened_.size(); ++level) {
    const Node& outer = document_.nodes_[opened_[level - 1]];
    if (outer.kind == JsonKind::object) {
      append_pointer(pointer, document_.text(document_.nodes_[opened_[level]].name));
      continue;
    }
    std::size_t index = 0;
    for (std::uint32_t child = opened_[level - 1] + 1; child != opened_[level]; child = document_.nodes_[child].end) ++index;
    append_pointer(pointer, index);
  }
  return pointer;
}

namespace {

JsonPlace place_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const std::size_t last_line = before.rfind('\n');
  return {before.size(), static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1,
          last_line == std::string_view::npos ? before.size() + 1 : before.size() - last_line};
}

JsonFault broken(std::string_view text, std::size_t offset, boost::json::error_code error) {
  const JsonPlace place = place_of(text, offset);
  std::string where = "line " + std::to_string(place.line) + ", column " + std::to_string(place.column);
  if (error == boost::json::error::too_deep) {
    return {{}, fault_code::too_deep, "Nested too deeply at " + where + ".", "at most " + std::to_string(json_depth_max) + " levels", place};
  }
  const std::string reason = error == boost::json::error::incomplete ? "the text ends too early" : error.message();
  return {{}, fault_code::broken_json, "Not JSON at " + std::move(where) + ": " + reason + ".", "JSON in UTF-8", place};
}

}  // namespace

ReadResult<JsonDocument> JsonDocument::parse(std::string_view text, JsonFaults& duplicates) {
  JsonDocument document;
  document.nodes_.reserve(32);
  document.texts_.reserve(text.size());
  boost::json::parse_options options;
  options.max_depth = json_depth_max;
  boost::json::basic_parser<JsonTape> parser(options, document, duplicates);
  boost::json::error_code error;
  const std::size_t used = parser.write_some(false, text.data(), text.size(), error);
  if (!error && used < text.size()) error = boost::json::error::extra_data;
  if (error) return JsonFaults{broken(text, used, error)};
  return document;
}

ReadResult<JsonDocument> JsonDocument::parse(std::string_view text) {
  JsonFaults duplicates;
  ReadResult<JsonDocument> document = parse(text, duplicates);
  if (!duplicates.empty() && document) return duplicates;
  return document;
}

std::string_view describe(JsonKind kind) {
  switch (kind) {
    case JsonKind::null: return "null";
    case JsonKind::boolean: return "a boolean";
    case JsonKind::integer:
    case JsonKind::large_integer: return "an integer";
    case JsonKind::number: return "a number with a point or exponent";
    case JsonKind::string: return "a string";
    case JsonKind::array: return "an array";
    case JsonKind::object: return "an object";
  }
  return "nothing";
}

std::optional<JsonValue> JsonValue::find(std::string_view wanted) const {
  if (size() == 0) return std::nullopt;
  JsonValue member = first();
  for (std::size_t i = 0; i < size(); ++i) {
    if (i != 0) member = member.next();
    if (member.name() == wanted) return member;
  }
  return std::nullopt;
}

}  // namespace billtrail
