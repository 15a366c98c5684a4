// Reads answers of the server.
#include "gateway/cli/server_answers.hpp"

#include <boost/describe.hpp>

#include <stdexcept>

namespace billtrail::cli {

namespace {

// An enumerator by its name.
template <class Enum>
std::optional<Enum> named(std::string_view name) {
  Enum value{};
  if (!boost::describe::enum_from_string(std::string(name).c_str(), value)) return std::nullopt;
  return value;
}

template <class SomeId>
std::optional<SomeId> id_member(const JsonValue& object, std::string_view name) {
  return SomeId::parse(text_member(object, name));
}

std::optional<std::string> some(std::string text) {
  if (text.empty()) return std::nullopt;
  return text;
}

std::optional<quicklog::DirectoryRow> directory_row(const JsonValue& row) {
  const auto noun = named<Noun>(text_member(row, "noun"));
  if (!noun) return std::nullopt;  // of a newer server
  quicklog::DirectoryRow out;
  out.noun = *noun;
  out.id = text_member(row, "id");
  out.name = text_member(row, "name");
  out.archived = true_member(row, "archived");
  out.client = id_member<ClientId>(row, "client");
  out.project = id_member<ProjectId>(row, "project");
  out.campaign = id_member<CampaignId>(row, "campaign");
  out.service = id_member<ServiceId>(row, "service");
  out.category = named<Category>(text_member(row, "category"));
  out.kind = named<TaskKind>(text_member(row, "kind"));
  out.currency = Currency::parse(text_member(row, "currency"));
  out.email = some(text_member(row, "email"));
  out.role = some(text_member(row, "role"));
  out.zone = some(text_member(row, "zone"));
  return out;
}

}  // namespace

std::string text_member(const JsonValue& object, std::string_view name) {
  const auto member = object.find(name);
  return member && member->is(JsonKind::string) ? std::string(member->string()) : std::string();
}

std::optional<std::int64_t> integer_member(const JsonValue& object, std::string_view name) {
  const auto member = object.find(name);
  return member && member->is(JsonKind::integer) ? std::optional(member->integer()) : std::nullopt;
}

bool true_member(const JsonValue& object, std::string_view name) {
  const auto member = object.find(name);
  return member && member->is(JsonKind::boolean) && member->boolean();
}

std::vector<JsonValue> elements(const JsonValue& object, std::string_view name) {
  std::vector<JsonValue> list;
  const auto array = object.find(name);
  if (!array || !array->is(JsonKind::array)) return list;
  for (std::size_t i = 0; i < array->size(); ++i) list.push_back(i == 0 ? array->first() : list.back().next());
  return list;
}

JsonDocument parsed(std::string_view text) {
  auto document = JsonDocument::parse(text);
  if (!document || !document->root().is(JsonKind::object)) throw std::runtime_error("the server's answer is not JSON");
  return std::move(document).value();
}

quicklog::Directory directory_of(std::string_view json) {
  const JsonDocument document = parsed(json);
  quicklog::Directory directory;
  for (const JsonValue& row : elements(document.root(), "rows")) {
    if (auto read = directory_row(row)) directory.rows.push_back(std::move(*read));
  }
  return directory;
}

importers::LedgerTotals totals_of(std::string_view json) {
  const JsonDocument document = parsed(json);
  importers::LedgerTotals totals;
  for (const JsonValue& row : elements(document.root(), "rows")) {
    totals[{text_member(row, "client"), text_member(row, "month")}] += integer_member(row, "seconds").value_or(0);
  }
  return totals;
}

std::vector<importers::CommandAnswer> command_answers(std::string_view ndjson) {
  std::vector<importers::CommandAnswer> answers;
  while (!ndjson.empty()) {
    const std::size_t end = std::min(ndjson.find('\n'), ndjson.size());
    const std::string_view line = ndjson.substr(0, end);
    ndjson.remove_prefix(std::min(end + 1, ndjson.size()));
    if (line.empty()) continue;
    const JsonDocument document = parsed(line);
    const JsonValue root = document.root();
    importers::CommandAnswer answer;
    answer.status = static_cast<int>(integer_member(root, "status").value_or(0));
    answer.replayed = true_member(root, "replayed");
    answer.position = static_cast<std::uint64_t>(integer_member(root, "position").value_or(0));
    answer.code = text_member(root, "code");
    answer.detail = text_member(root, "detail");
    if (answer.detail.empty()) answer.detail = text_member(root, "title");
    answers.push_back(std::move(answer));
  }
  return answers;
}

}  // namespace billtrail::cli
