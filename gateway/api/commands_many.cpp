// Many commands in one request: an array is all or nothing, NDJSON is each line on its own.
#include "gateway/api/answer_json.hpp"
#include "gateway/api/commands.hpp"
#include "gateway/json/command_names.hpp"
#include "gateway/json/document.hpp"

namespace billtrail {
namespace {

struct Item {
  Command command;
  std::string id;
};

void add_faults(JsonFaults& faults, JsonFaults more) { faults.insert(faults.end(), more.begin(), more.end()); }

// {"command": "LogTime", "id": "...", "data": {...}}; `id` only where each item is on its own.
enum class ItemId { allowed, none };
std::optional<Item> read_item(const JsonValue& value, const std::string& at, ItemId item_id, JsonFaults& faults) {
  if (!value.is(JsonKind::object)) {
    faults.push_back({at, fault_code::wrong_type, "A command is an object with \"command\" and \"data\".", "object", {}});
    return std::nullopt;
  }
  Item item;
  const auto name = value.find("command");
  if (!name || !name->is(JsonKind::string)) {
    faults.push_back({at + "/command", name ? fault_code::wrong_type : fault_code::missing_field, "The command's name is needed.",
                      "string", {}});
  }
  if (const auto id = value.find("id"); id && item_id == ItemId::allowed) {
    if (id->is(JsonKind::string)) item.id = std::string(id->string());
    else faults.push_back({at + "/id", fault_code::wrong_type, "An id is a string.", "string", {}});
  }
  std::size_t left = value.size();
  for (JsonValue member = value.has_children() ? value.first() : value; left > 0; --left) {
    const std::string_view known = member.name();
    if (known != "command" && known != "data" && (known != "id" || item_id == ItemId::none)) {
      faults.push_back({at + "/" + std::string(known), fault_code::unknown_field, "There is no such field here.", {}, {}});
    }
    if (left > 1) member = member.next();
  }
  const auto data = value.find("data");
  if (!data) faults.push_back({at + "/data", fault_code::missing_field, "The command's data is needed.", "object", {}});
  if (!name || !name->is(JsonKind::string) || !data) return std::nullopt;
  auto command = read_command(name->string(), *data, at + "/data");
  if (!command) {
    add_faults(faults, command.faults());
    return std::nullopt;
  }
  item.command = std::move(command).value();
  return item;
}

std::vector<std::string_view> lines_of(std::string_view body) {
  std::vector<std::string_view> lines;
  while (!body.empty()) {
    const std::size_t end = body.find('\n');
    std::string_view line = body.substr(0, end);
    body = end == std::string_view::npos ? std::string_view{} : body.substr(end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

std::variant<Order, Problem> read_line(std::string_view line, const Ledger& ledger) {
  JsonFaults faults;
  const auto document = JsonDocument::parse(line, faults);
  if (!document) return malformed(document.faults());
  auto item = read_item(document->root(), "", ItemId::allowed, faults);
  if (!item || !faults.empty()) return malformed(faults);
  std::vector<Command> commands;
  commands.push_back(std::move(item->command));
  return order_for(ledger, item->id, std::move(commands));
}

bool asks_dry(const http::Request& request) {
  const auto dry = request.parameter("dry_run");
  return dry && (*dry == "true" || *dry == "1");
}

// One line of the answer: {"line": 1, "status": 200, ...}.
void write_line(std::string& out, std::size_t number, const std::variant<Answer, Problem>& outcome, ShowEvents show,
                const OpenPersonal& open) {
  out += "{\"line\":" + std::to_string(number) + ',';
  const auto* answer = std::get_if<Answer>(&outcome);
  if (answer && succeeded(*answer)) {
    out += "\"status\":200,";
    if (answer->outcome == Outcome::replayed) out += "\"replayed\":true,";
    write_answer_members(out, *answer, show, open);
  } else {
    write_problem_members(out, answer ? problem_of(*answer, "/data") : std::get<Problem>(outcome));
  }
  out += "}\n";
}

}  // namespace

void CommandRoutes::post_array(const http::Request& request, const Caller& caller, Asker asker, http::Respond respond) {
  JsonFaults faults;
  const auto document = JsonDocument::parse(request.body, faults);
  if (!document) return respond(respond_with(malformed(document.faults())));
  const JsonValue root = document->root();
  if (!root.is(JsonKind::array) || root.size() == 0 || root.size() > bounds::commands_in_array_max) {
    return respond(respond_with(problem(400, "malformed", "The body must be an array of 1 to 1,000 commands.")));
  }
  std::vector<Command> commands;
  JsonValue element = root.first();
  for (std::size_t i = 0; i < root.size(); ++i) {
    if (i > 0) element = element.next();
    if (auto item = read_item(element, "/" + std::to_string(i), ItemId::none, faults)) commands.push_back(std::move(item->command));
  }
  if (!faults.empty()) return respond(respond_with(malformed(faults)));
  auto order = order_for(*caller.ledger, request.header("Idempotency-Key"), std::move(commands));
  if (auto* bad = std::get_if<Problem>(&order)) return respond(respond_with(*bad));
  ClerkRequest ask{.ledger = caller.ledger, .asker = std::move(asker), .recording = asks_dry(request) ? Recording::dry : Recording::real};
  ask.orders.push_back(std::move(std::get<Order>(order)));
  ask.done = [respond, this, ledger = caller.ledger](std::vector<Answer> answers) {
    respond.make([this, ledger, answer = std::move(answers.front())] {
      if (!succeeded(answer)) return respond_with(problem_of(answer, "/" + std::to_string(answer.refused_command) + "/data"));
      http::Response response;
      response.body = "{";
      write_answer_members(response.body, answer, ShowEvents::yes, parts_.practices.opener(*ledger));
      response.body += '}';
      if (answer.outcome == Outcome::replayed) response.with("Idempotency-Replayed", "true");
      return response;
    });
  };
  if (!parts_.clerk.submit(std::move(ask))) respond(respond_with(problem(503, "queue_full", "Too many commands are waiting.")));
}

void CommandRoutes::post_lines(const http::Request& request, const Caller& caller, Asker asker, http::Respond respond) {
  const auto lines = lines_of(request.body);
  if (lines.empty() || lines.size() > bounds::ndjson_lines_max) {
    return respond(respond_with(problem(400, "malformed", "The body must hold 1 to 5,000 lines.")));
  }
  const auto show = request.parameter("events") == "false" ? ShowEvents::no : ShowEvents::yes;
  ClerkRequest ask{.ledger = caller.ledger, .asker = std::move(asker), .recording = asks_dry(request) ? Recording::dry : Recording::real};
  // Lines that cannot be read have their answer already; the others wait for the clerk's.
  std::vector<std::optional<Problem>> unread;
  for (const std::string_view line : lines) {
    auto order = read_line(line, *caller.ledger);
    if (auto* bad = std::get_if<Problem>(&order)) {
      unread.emplace_back(std::move(*bad));
    } else {
      unread.emplace_back(std::nullopt);
      ask.orders.push_back(std::move(std::get<Order>(order)));
    }
  }
  ask.done = [respond, this, show, ledger = caller.ledger, unread = std::move(unread)](std::vector<Answer> answers) {
    respond.make([this, show, ledger, unread, answers = std::move(answers)] {
      http::Response response;
      response.content_type = "application/x-ndjson";
      const OpenPersonal open = parts_.practices.opener(*ledger);
      std::size_t next_answer = 0;
      for (std::size_t i = 0; i < unread.size(); ++i) {
        if (unread[i]) write_line(response.body, i + 1, *unread[i], show, open);
        else write_line(response.body, i + 1, answers[next_answer++], show, open);
      }
      return response;
    });
  };
  if (ask.orders.empty()) return ask.done({});
  if (!parts_.clerk.submit(std::move(ask))) respond(respond_with(problem(503, "queue_full", "Too many commands are waiting.")));
}

}  // namespace billtrail
