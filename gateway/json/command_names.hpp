// Commands and events by name. The name is the C++ type's: "LogTime" in the URL, "TimeLogged" in answers.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "domain/command.hpp"
#include "eventstore/codec/event_names.hpp"
#include "gateway/json/document.hpp"
#include "gateway/json/fault.hpp"
#include "gateway/json/write_value.hpp"

namespace billtrail {

// In the order of the variant.
std::span<const std::string_view> command_names();
std::string_view command_name(const Command& command);
// The alternative's index; nothing for an unknown name.
std::optional<std::size_t> command_index(std::string_view name);

// An unknown name is one fault of code unknown_command. Personal texts come back plain, with an empty subject.
ReadResult<Command> read_command(std::string_view name, std::string_view text);
// From within a larger document; pointers start with `at_pointer`.
ReadResult<Command> read_command(std::string_view name, const JsonValue& value, std::string_view at_pointer = {});

// Only the data: {"entry":"..."}. The order of fields is that of the struct, so equal commands give equal text.
void write_command(std::string& out, const Command& command, const OpenPersonal& open);
void write_event(std::string& out, const Event& event, const OpenPersonal& open);

}  // namespace billtrail
