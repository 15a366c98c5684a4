// What the verbs read out of the server's answers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/importers/ledger.hpp"
#include "gateway/json/document.hpp"
#include "gateway/quicklog/directory.hpp"

namespace billtrail::cli {

// A member of an object; empty or nothing when it is absent, null or of another kind.
std::string text_member(const JsonValue& object, std::string_view name);
std::optional<std::int64_t> integer_member(const JsonValue& object, std::string_view name);
bool true_member(const JsonValue& object, std::string_view name);
// The elements of an array that is a member of the object.
std::vector<JsonValue> elements(const JsonValue& object, std::string_view name);

// Throws std::runtime_error when the text is not JSON, which only a broken server sends.
JsonDocument parsed(std::string_view text);

quicklog::Directory directory_of(std::string_view json);
// Of GET /v1/time-totals?by=client,month.
importers::LedgerTotals totals_of(std::string_view json);
// Of POST /v1/commands with NDJSON: an answer a line.
std::vector<importers::CommandAnswer> command_answers(std::string_view ndjson);

}  // namespace billtrail::cli
