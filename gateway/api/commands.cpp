// See commands.hpp.
#include "gateway/api/commands.hpp"

#include "gateway/api/answer_json.hpp"
#include "gateway/json/command_names.hpp"
#include "gateway/ledger/new_ids.hpp"

namespace billtrail {
namespace {

constexpr std::size_t digest_bytes = 16;

// The header as a structured string ("...") or bare.
std::string_view unquoted(std::string_view key) {
  if (key.size() >= 2 && key.front() == '"' && key.back() == '"') return key.substr(1, key.size() - 2);
  return key;
}

Recording recording_of(const http::Request& request) {
  const auto dry = request.parameter("dry_run");
  return dry && (*dry == "true" || *dry == "1") ? Recording::dry : Recording::real;
}

std::variant<std::optional<Position>, Problem> if_match_of(const http::Request& request) {
  const std::string_view text = unquoted(request.header("If-Match"));
  if (text.empty() || text == "*") return std::optional<Position>{};
  std::uint64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9' || value > (UINT64_MAX - 9) / 10) return problem(400, "malformed", "If-Match is not a position.");
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return std::optional(Position{value});
}

http::Response answer_response(const Answer& answer, const OpenPersonal& open) {
  if (!succeeded(answer)) return respond_with(problem_of(answer));
  http::Response response;
  response.body = "{";
  write_answer_members(response.body, answer, ShowEvents::yes, open);
  response.body += '}';
  response.with("ETag", '"' + std::to_string(answer.position.value) + '"');
  if (answer.outcome == Outcome::replayed) response.with("Idempotency-Replayed", "true");
  return response;
}

Problem queue_full() { return problem(503, "queue_full", "Too many commands are waiting.", "Repeat with the same Idempotency-Key."); }

Problem unknown_practice() { return problem(404, "unknown_practice", "There is no practice with this id."); }

}  // namespace

std::variant<Order, Problem> order_for(const Ledger& ledger, std::string_view key, std::vector<Command> commands) {
  Order order{.commands = std::move(commands)};
  if (key.empty()) {
    order.id = new_id<CommandId>();
    return order;
  }
  const auto id = CommandId::parse(unquoted(key));
  if (!id) return problem(400, "malformed", "The Idempotency-Key is not an id: 1 to 39 characters out of A-Z a-z 0-9 . _ -");
  order.id = *id;
  std::string body;
  for (const Command& command : order.commands) {
    body += command_name(command);
    write_command(body, command, nothing_opens());
    body += '\n';
  }
  order.digest = std::string(keyed_digest(DigestKey{ledger.digest_key}, body).view().substr(0, digest_bytes));
  return order;
}

void CommandRoutes::submit_one(const Caller& caller, Asker asker, std::string_view key, Command command, Done done) {
  if (!caller.ledger) {
    if (!std::holds_alternative<OpenPractice>(command)) return done(unknown_practice());
    // A new practice needs a key in the vault, which waits for the disk.
    const bool taken = parts_.pool.run([this, caller, asker, key = std::string(key), command = std::move(command), done]() mutable {
      Caller founded = caller;
      founded.ledger = parts_.practices.found(caller.practice);
      if (!founded.ledger) return done(problem(503, "too_many_practices", "This server holds as many practices as it may."));
      submit_one(founded, std::move(asker), key, std::move(command), done);
    });
    if (!taken) done(queue_full());
    return;
  }
  auto order = order_for(*caller.ledger, key, {std::move(command)});
  if (auto* bad = std::get_if<Problem>(&order)) return done(std::move(*bad));
  ClerkRequest request{.ledger = caller.ledger, .asker = std::move(asker)};
  request.orders.push_back(std::move(std::get<Order>(order)));
  request.done = [done](std::vector<Answer> answers) { done(std::move(answers.front())); };
  if (!parts_.clerk.submit(std::move(request))) done(queue_full());
}

void CommandRoutes::post_one(const http::Request& request, const Caller& caller, std::string_view name, http::Respond respond) {
  auto command = read_command(name, request.body.empty() ? std::string_view("{}") : request.body);
  if (!command) return respond(respond_with(malformed(command.faults())));
  auto asker = asker_of(request, caller.identity);
  if (auto* bad = std::get_if<Problem>(&asker)) return respond(respond_with(*bad));
  auto only_at = if_match_of(request);
  if (auto* bad = std::get_if<Problem>(&only_at)) return respond(respond_with(*bad));
  const auto& position = std::get<0>(only_at);
  const Recording recording = recording_of(request);
  if (!caller.ledger) {
    submit_one(caller, std::move(std::get<Asker>(asker)), request.header("Idempotency-Key"), std::move(command).value(),
               [respond](std::variant<Answer, Problem> outcome) {
                 if (const auto* bad = std::get_if<Problem>(&outcome)) return respond(respond_with(*bad));
                 respond(answer_response(std::get<Answer>(outcome), nothing_opens()));
               });
    return;
  }
  std::vector<Command> commands;
  commands.push_back(std::move(command).value());
  auto order = order_for(*caller.ledger, request.header("Idempotency-Key"), std::move(commands));
  if (auto* bad = std::get_if<Problem>(&order)) return respond(respond_with(*bad));
  ClerkRequest ask{.ledger = caller.ledger, .asker = std::move(std::get<Asker>(asker)), .recording = recording};
  ask.orders.push_back(std::move(std::get<Order>(order)));
  ask.orders.front().only_at = position;
  ask.done = [respond, this, ledger = caller.ledger](std::vector<Answer> answers) {
    respond.make([this, ledger, answer = std::move(answers.front())] {
      return answer_response(answer, parts_.practices.opener(*ledger));
    });
  };
  if (!parts_.clerk.submit(std::move(ask))) respond(respond_with(queue_full()));
}

void CommandRoutes::post_many(const http::Request& request, const Caller& caller, http::Respond respond) {
  if (!caller.ledger) return respond(respond_with(unknown_practice()));
  auto asker = asker_of(request, caller.identity);
  if (auto* bad = std::get_if<Problem>(&asker)) return respond(respond_with(*bad));
  const bool lines = request.header("Content-Type").find("ndjson") != std::string_view::npos;
  if (lines) return post_lines(request, caller, std::move(std::get<Asker>(asker)), std::move(respond));
  post_array(request, caller, std::move(std::get<Asker>(asker)), std::move(respond));
}

}  // namespace billtrail
