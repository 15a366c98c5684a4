// See api.hpp.
#include <spdlog/spdlog.h>

#include "gateway/api/api.hpp"
#include "gateway/live/socket.hpp"

namespace billtrail {
namespace {

http::Response method_not_allowed(std::string allowed) {
  return respond_with(problem(405, "method_not_allowed", "This route does not know the method.", "Allowed: " + allowed)).with("Allow", allowed);
}

http::Response health(const std::optional<std::string>& unfit) {
  if (unfit) return respond_with(problem(503, "not_ready", "The server cannot serve now.", *unfit));
  http::Response response;
  response.body = "{\"status\":\"ok\"}";
  return response;
}

class UpgradeView final : public http::Request {
 public:
  explicit UpgradeView(const UpgradeRequest& message) : message_(message) { method = "GET"; }
  std::string_view header(std::string_view name) const override {
    const auto found = message_.find(name);
    return found == message_.end() ? std::string_view{} : std::string_view(found->value().data(), found->value().size());
  }

 private:
  const UpgradeRequest& message_;
};

}  // namespace

Api::Api(ApiParts& parts, CommandRoutes& commands, ReadRoutes& reads, Live live, StaticFiles files, Unfit unfit,
         std::function<std::string()> metrics)
    : parts_(parts), commands_(commands), reads_(reads), live_(live), files_(std::move(files)), unfit_(std::move(unfit)),
      metrics_(std::move(metrics)) {}

void Api::handle(const http::Request& request, http::Respond respond) {
  const std::string& path = request.path;
  if (path.starts_with("/v1/")) return handle_v1(request, std::move(respond));
  if (path == "/health/live") return respond(health(std::nullopt));
  if (path == "/health/ready") return respond(health(unfit_()));
  if (path == "/metrics") {
    http::Response response;
    response.content_type = "text/plain; version=0.0.4; charset=utf-8";
    response.body = metrics_();
    return respond(std::move(response));
  }
  if (path == "/sign-in") return sign_in(request, std::move(respond));
  respond(files_.serve(request));
}

void Api::handle_v1(const http::Request& request, http::Respond respond) {
  auto caller = identify(request, parts_.access, parts_.practices, parts_.clock());
  if (const auto* bad = std::get_if<Problem>(&caller)) return respond(respond_with(*bad));
  const std::string_view route = std::string_view(request.path).substr(4);
  if (request.method == "POST") return handle_post(request, std::get<Caller>(caller), route, std::move(respond));
  if (request.method == "GET" || request.method == "HEAD") {
    return handle_get(request, std::get<Caller>(caller), route, std::move(respond));
  }
  respond(method_not_allowed("GET, POST"));
}

void Api::handle_post(const http::Request& request, const Caller& caller, std::string_view route, http::Respond respond) {
  constexpr std::string_view one = "commands/";
  if (route.starts_with(one)) return commands_.post_one(request, caller, route.substr(one.size()), std::move(respond));
  if (route == "commands") return commands_.post_many(request, caller, std::move(respond));
  if (route == "quick-log") return quick_log(request, caller, std::move(respond));
  if (route == "imports/toggl") return import_toggl(request, caller, std::move(respond));
  if (is_model(route) || route == "events" || route == "live") return respond(method_not_allowed("GET"));
  respond(respond_with(problem(404, "not_found", "There is nothing here.")));
}

void Api::handle_get(const http::Request& request, const Caller& caller, std::string_view route, http::Respond respond) {
  if (route.starts_with("commands") || route == "imports/toggl") return respond(method_not_allowed("POST"));
  if (route == "live") return respond(respond_with(problem(426, "upgrade_required", "This is a WebSocket.")).with("Upgrade", "websocket"));
  const bool known = is_model(route) || route == "events" || route == "quick-log";
  if (!known) return respond(respond_with(problem(404, "not_found", "There is nothing here.")));
  if (!caller.ledger) return respond(respond_with(problem(404, "unknown_practice", "There is no practice with this id.")));
  if (route == "quick-log") return quick_log(request, caller, std::move(respond));
  if (route == "events") return reads_.get_events(request, caller, std::move(respond));
  reads_.get_model(request, caller, route, std::move(respond));
}

void Api::upgrade(IoThread& io, Socket socket, UpgradeRequest message) {
  UpgradeView request(message);
  const auto target = http::split_target({message.target().data(), message.target().size()});
  if (target) request.query = target->query;
  std::optional<Caller> caller;
  auto identified = identify(request, parts_.access, parts_.practices, parts_.clock());
  if (auto* known = std::get_if<Caller>(&identified)) caller = std::move(*known);
  // A cookie from another site, or a token that is wrong, is not an anonymous start: only no credentials at all is.
  const bool tried = !request.header("Authorization").empty() || http::cookie(request.header("Cookie"), "billtrail_session").has_value();
  if ((!caller && tried) || live_.open_sockets.load() >= bounds::connections_max) {
    error_code ignored;
    socket.close(ignored);
    return;
  }
  const auto practice = PracticeId::parse(request.parameter("practice").value_or(first_practice)).value_or(*PracticeId::parse(first_practice));
  std::make_shared<LiveSocket>(LiveParts{parts_, commands_, live_.hub, live_.open_sockets}, io, std::move(socket), std::move(caller), practice)
      ->start(std::move(message));
}

void Api::sign_in(const http::Request& request, http::Respond respond) {
  const auto secret = request.parameter("token") ? request.parameter("token") : request.parameter("code");
  if (!secret) return respond(files_.serve(request));
  // Writing the session waits for the disk.
  const bool taken = parts_.pool.run([this, secret = std::string(*secret), respond] {
    const auto session = parts_.access.sign_in(secret, parts_.clock());
    if (!session) return respond(respond_with(problem(401, "unauthorized", "The link has expired.", "Start the server again for a new one, or use the token in <data>/owner-token.")));
    http::Response response;
    response.status = 303;
    response.with("Location", "/").with("Cache-Control", "no-store");
    response.with("Set-Cookie", "billtrail_session=" + *session + "; HttpOnly; SameSite=Strict; Path=/; Max-Age=" + std::to_string(Access::session_life.count));
    respond(std::move(response));
  });
  if (!taken) respond(respond_with(problem(503, "queue_full", "Too many requests are waiting.")));
}

}  // namespace billtrail
