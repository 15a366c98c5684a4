// What a client may say on the socket: sign in, subscribe, unsubscribe, command.
#include "gateway/api/answer_json.hpp"
#include "gateway/json/command_names.hpp"
#include "gateway/live/socket.hpp"

namespace billtrail {
namespace {

constexpr std::uint16_t bad_message = 4400;
constexpr std::uint16_t not_authorised = 4401;
constexpr std::uint16_t duplicate_id = 4409;
constexpr std::uint16_t too_many = 4429;

std::optional<std::string> text_field(const JsonValue& message, std::string_view name) {
  const auto value = message.find(name);
  if (!value || !value->is(JsonKind::string)) return std::nullopt;
  return std::string(value->string());
}

// "params": {"by": "client", "limit": 50} as the parameters of a GET.
std::optional<http::Parameters> read_parameters(const JsonValue& message) {
  http::Parameters parameters;
  const auto given = message.find("params");
  if (!given) return parameters;
  if (!given->is(JsonKind::object)) return std::nullopt;
  std::size_t left = given->size();
  for (JsonValue member = left > 0 ? given->first() : *given; left > 0; --left) {
    if (member.is(JsonKind::string)) parameters.emplace_back(member.name(), member.string());
    else if (member.is(JsonKind::integer)) parameters.emplace_back(member.name(), std::to_string(member.integer()));
    else if (member.is(JsonKind::boolean)) parameters.emplace_back(member.name(), member.boolean() ? "true" : "false");
    else return std::nullopt;
    if (left > 1) member = member.next();
  }
  return parameters;
}

}  // namespace

void LiveSocket::on_message(std::string_view text) {
  JsonFaults faults;
  const auto document = JsonDocument::parse(text, faults);
  if (!document || !document->root().is(JsonKind::object)) return close(bad_message, "not a JSON object");
  const JsonValue message = document->root();
  if (message.find("token")) return sign_in(message);
  if (!caller_) return close(not_authorised, "sign in first");
  const auto given = message.find("id");
  std::optional<SubscriptionId> id;
  if (given) {
    if (!given->is(JsonKind::integer)) return close(bad_message, "id must be an integer");
    id = given->integer();
  }
  if (message.find("subscribe")) {
    if (!id) return close(bad_message, "a subscription needs an id");
    return subscribe(message, *id);
  }
  if (const auto which = message.find("unsubscribe")) return unsubscribe(*which);
  if (message.find("command")) return command(message, id);
  close(bad_message, "nothing that can be understood");
}

void LiveSocket::sign_in(const JsonValue& message) {
  const auto token = text_field(message, "token");
  const auto identity = token ? parts_.api.access.by_token(*token) : std::nullopt;
  if (!identity) return close(not_authorised, "the token is not valid");
  caller_ = Caller{*identity, parts_.api.practices.find(practice_.text()), practice_};
  deadline = std::chrono::steady_clock::time_point::max();
}

void LiveSocket::subscribe(const JsonValue& message, SubscriptionId id) {
  if (subscriptions_.contains(id)) return close(duplicate_id, "this id is in use");
  if (subscriptions_.size() >= bounds::socket_subscriptions_max) return close(too_many, "too many subscriptions");
  if (!caller_->ledger) caller_->ledger = parts_.api.practices.find(practice_.text());
  if (!caller_->ledger) return send_problem(id, problem(404, "unknown_practice", "There is no practice with this id."));
  const auto model = text_field(message, "subscribe");
  if (!model) return close(bad_message, "subscribe must name a read model or events");
  if (*model != "events" && !is_model(*model)) return send_problem(id, problem(404, "unknown_model", "There is no read model of this name."));
  if (*model != "events") return subscribe_model(message, id, *model);
  const auto from = message.find("from");
  if (from && (!from->is(JsonKind::integer) || from->integer() < 1)) return close(bad_message, "from must be a position");
  const Position next_event{ from ? static_cast<std::uint64_t>(from->integer()) : caller_->ledger->durable.load() + 1};
  subscriptions_.insert(id);
  parts_.hub.follow_events(shared_from_this(), id, caller_->ledger, next_event, text_field(message, "entity").value_or(""));
}

void LiveSocket::subscribe_model(const JsonValue& message, SubscriptionId id, std::string model) {
  auto parameters = read_parameters(message);
  if (!parameters) return close(bad_message, "params must be an object of texts and integers");
  subscriptions_.insert(id);
  parts_.hub.follow_model(shared_from_this(), id, caller_->ledger, std::move(model), std::move(*parameters));
}

void LiveSocket::unsubscribe(const JsonValue& value) {
  if (!value.is(JsonKind::integer)) return close(bad_message, "unsubscribe must give an id");
  subscriptions_.erase(value.integer());
  parts_.hub.unfollow(this, value.integer());
}

void LiveSocket::command(const JsonValue& message, std::optional<SubscriptionId> id) {
  const auto name = text_field(message, "command");
  const auto data = message.find("data");
  if (!name || !data) return refuse_command(id, problem(400, "malformed", "A command needs its name and its data."));
  auto read = read_command(*name, *data, "/data");
  if (!read) return refuse_command(id, malformed(read.faults()));
  Asker asker{.actor = caller_->identity.actor, .reason = text_field(message, "reason").value_or("")};
  if (const auto at = text_field(message, "occurred_at")) {
    asker.occurred_at = Instant::parse(*at);
    if (!asker.occurred_at) return refuse_command(id, problem(400, "malformed", "occurred_at is not an RFC 3339 instant."));
  }
  const auto ledger = caller_->ledger;
  parts_.commands.submit_one(
      *caller_, std::move(asker), text_field(message, "key").value_or(""), std::move(read).value(),
      [self = shared_from_this(), id, ledger](std::variant<Answer, Problem> outcome) {
        self->io_.run_soon([self, id, ledger, outcome = std::move(outcome)] {
          const auto* answer = std::get_if<Answer>(&outcome);
          if (!answer || !succeeded(*answer)) {
            return self->refuse_command(id, answer ? problem_of(*answer, "/data") : std::get<Problem>(outcome));
          }
          std::string body = "\"status\":200,";
          const OpenPersonal open = ledger ? self->parts_.api.practices.opener(*ledger) : nothing_opens();
          write_answer_members(body, *answer, ShowEvents::yes, open);
          body += '}';
          self->send(id.value_or(0), std::make_shared<const std::string>(std::move(body)));
        });
      });
}

// {"id": 3, "status": 422, "code": ..., "faults": [...]}
void LiveSocket::refuse_command(std::optional<SubscriptionId> id, const Problem& problem) {
  std::string body;
  write_problem_members(body, problem);
  send(id.value_or(0), std::make_shared<const std::string>(body + "}"));
}

// {"id": 1, "error": {...}}: the subscription does not exist.
void LiveSocket::send_problem(SubscriptionId id, const Problem& problem) {
  std::string body;
  write_problem_members(body, problem);
  send(id, std::make_shared<const std::string>("\"error\":{" + body + "}}"));
}

}  // namespace billtrail
