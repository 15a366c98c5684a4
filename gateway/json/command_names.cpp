// Commands by name: one reader for each alternative of the variant, instantiated here and nowhere else.
#include "gateway/json/command_names.hpp"

#include <algorithm>
#include <array>

#include "eventstore/codec/type_name.hpp"
#include "gateway/json/read.hpp"

namespace billtrail {
namespace {

using CommandReader = void (*)(JsonReader& reader, const JsonValue& value, Command& out);

template <class Alternative>
void read_alternative(JsonReader& reader, const JsonValue& value, Command& out) {
  reader.read(value, out.emplace<Alternative>(), FieldBounds{});
}

constexpr auto readers = []<class... Alternatives>(std::type_identity<std::variant<Alternatives...>>) {
  return std::array<CommandReader, sizeof...(Alternatives)>{&read_alternative<Alternatives>...};
}(std::type_identity<AnyCommand>{});

constexpr auto names = alternative_names<AnyCommand>();

JsonFaults unknown(std::string_view name, std::string_view at_pointer) {
  return {{std::string(at_pointer), fault_code::unknown_command, "There is no command of this name." + did_you_mean(name, names), {}, {}}};
}

ReadResult<Command> finished(JsonReader& reader, Command& command) {
  if (reader.faults().empty()) return std::move(command);
  return reader.take_faults();
}

}  // namespace

std::span<const std::string_view> command_names() { return names; }

std::string_view command_name(const Command& command) { return names[command.index()]; }

std::optional<std::size_t> command_index(std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

ReadResult<Command> read_command(std::string_view name, std::string_view text) {
  const auto index = command_index(name);
  if (!index) return unknown(name, {});
  JsonFaults duplicates;
  const ReadResult<JsonDocument> document = JsonDocument::parse(text, duplicates);
  if (!document) return document.faults();
  JsonReader reader;
  reader.add(std::move(duplicates));
  Command command;
  readers[*index](reader, document->root(), command);
  return finished(reader, command);
}

ReadResult<Command> read_command(std::string_view name, const JsonValue& value, std::string_view at_pointer) {
  const auto index = command_index(name);
  if (!index) return unknown(name, at_pointer);
  JsonReader reader(at_pointer);
  Command command;
  readers[*index](reader, value, command);
  return finished(reader, command);
}

}  // namespace billtrail
