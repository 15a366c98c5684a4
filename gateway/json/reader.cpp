// Reading objects, numbers and texts; the kernel's types are in read_kernel.cpp.
#include "gateway/json/reader.hpp"

#include <algorithm>

namespace billtrail {
namespace {

// How many edits make one word of the other: insert, delete, replace, swap neighbours. Only small counts matter.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  constexpr std::size_t word_max = 32;
  if (a.size() > word_max || b.size() > word_max) return word_max;
  std::array<std::array<std::size_t, word_max + 1>, word_max + 1> cost;
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

std::string one_of(std::span<const std::string_view> names) {
  std::string text = "one of ";
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i != 0) text += ", ";
    text += names[i];
  }
  return text;
}

std::size_t characters_of(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// What came in, in a message: never much of it.
std::string quoted(std::string_view text) {
  constexpr std::size_t shown_bytes_max = 60;
  std::size_t size = std::min(text.size(), shown_bytes_max);
  while (size < text.size() && size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  return "\"" + std::string(text.substr(0, size)) + (size < text.size() ? "...\"" : "\"");
}

}  // namespace

std::string did_you_mean(std::string_view name, std::span<const std::string_view> known) {
  std::size_t least = std::max<std::size_t>(2, name.size() / 4) + 1;
  std::string_view nearest;
  for (const std::string_view candidate : known) {
    const std::size_t distance = edit_distance(name, candidate);
    if (distance < least && distance < candidate.size()) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest.empty() ? "" : " Did you mean \"" + std::string(nearest) + "\"?";
}

void JsonReader::add(JsonFaults faults) {
  for (JsonFault& each : faults) faults_.push_back(std::move(each));
}

void JsonReader::fault(std::string_view code, std::string message, std::string expected) {
  if (faults_.size() >= json_faults_max) return;
  std::string pointer = at_pointer_;
  for (const Step& step : path_) {
    if (step.name.data() == nullptr) append_pointer(pointer, step.index);
    else append_pointer(pointer, step.name);
  }
  faults_.push_back({std::move(pointer), code, std::move(message), std::move(expected), {}});
}

void JsonReader::wrong_type(const JsonValue& value, std::string_view expected) {
  fault(fault_code::wrong_type, "This is " + std::string(describe(value.kind())) + ", not what is expected here.", std::string(expected));
}

void JsonReader::wrong_format(std::string_view text, std::string_view what, std::string_view expected) {
  fault(fault_code::wrong_format, quoted(text) + " is not " + std::string(what) + ".", std::string(expected));
}

void JsonReader::read_object(const JsonValue& value, void* object, std::span<const Field> fields) {
  if (!value.is(JsonKind::object)) return wrong_type(value, "an object");
  std::uint64_t seen = 0;
  std::size_t guess = 0;
  if (value.size() != 0) {
    JsonValue member = value.first();
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (i != 0) member = member.next();
      read_member(member, object, fields, {guess, seen});
    }
  }
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (!fields[i].required || (seen >> i & 1U) != 0) continue;
    path_.push_back({fields[i].name});
    fault(fault_code::missing_field, "This field is needed.");
    path_.pop_back();
  }
}

// Senders mostly keep the order of the fields, so the field after the last one is tried first. A name that comes again has been
// reported by the parser and is not read a second time.
void JsonReader::read_member(const JsonValue& member, void* object, std::span<const Field> fields, Progress progress) {
  const std::string_view name = member.name();
  std::size_t index = progress.guess;
  if (index >= fields.size() || fields[index].name != name) {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.name == name; });
    index = static_cast<std::size_t>(found - fields.begin());
  }
  path_.push_back({name.data() == nullptr ? std::string_view("") : name});
  if (index == fields.size()) {
    report_unknown(name, fields);
  } else if ((progress.seen >> index & 1U) == 0) {
    progress.guess = index + 1;
    progress.seen |= std::uint64_t{1} << index;
    const Field& field = fields[index];
    if (field.required && member.is(JsonKind::null)) fault(fault_code::missing_field, "This field is needed; null is not a value.");
    else field.read(*this, member, object, field.bounds);
  }
  path_.pop_back();
}

void JsonReader::report_unknown(std::string_view name, std::span<const Field> fields) {
  std::vector<std::string_view> known;
  for (const Field& field : fields) known.push_back(field.name);
  fault(fault_code::unknown_field, "There is no field of this name here." + did_you_mean(name, known), one_of(known));
}

std::optional<std::size_t> JsonReader::read_name(const JsonValue& value, std::span<const std::string_view> allowed) {
  if (!value.is(JsonKind::string)) {
    wrong_type(value, one_of(allowed));
    return std::nullopt;
  }
  const auto found = std::find(allowed.begin(), allowed.end(), value.string());
  if (found != allowed.end()) return static_cast<std::size_t>(found - allowed.begin());
  fault(fault_code::unknown_name, quoted(value.string()) + " is not a known name." + did_you_mean(value.string(), allowed),
        one_of(allowed));
  return std::nullopt;
}

std::optional<std::int64_t> JsonReader::read_integer(const JsonValue& value) {
  switch (value.kind()) {
    case JsonKind::integer: return value.integer();
    case JsonKind::large_integer: fault(fault_code::out_of_range, "The integer is too large.", "an integer of 64 bits"); break;
    case JsonKind::number: fault(fault_code::not_an_integer, "Written with a point or an exponent.", "an integer"); break;
    default: wrong_type(value, "an integer");
  }
  return std::nullopt;
}

std::optional<std::string_view> JsonReader::read_string(const JsonValue& value, std::string_view expected) {
  if (value.is(JsonKind::string)) return value.string();
  wrong_type(value, expected);
  return std::nullopt;
}

std::optional<std::string_view> JsonReader::read_text(const JsonValue& value, const FieldBounds& bounds) {
  const auto text = read_string(value, "a string");
  if (!text || text->size() <= bounds.characters || characters_of(*text) <= bounds.characters) return text;
  fault(fault_code::too_long, "The text is too long.", "at most " + std::to_string(bounds.characters) + " characters");
  return std::nullopt;
}

bool JsonReader::is_array(const JsonValue& value, const FieldBounds& bounds) {
  if (!value.is(JsonKind::array)) {
    wrong_type(value, "an array");
    return false;
  }
  if (value.size() <= bounds.elements) return true;
  fault(fault_code::too_many, "The list is too long.", "at most " + std::to_string(bounds.elements) + " elements");
  return false;
}

}  // namespace billtrail
