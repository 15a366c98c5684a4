// See caller.hpp.
#include "gateway/api/caller.hpp"

namespace billtrail {
namespace {

std::string_view host_of_origin(std::string_view origin) {
  const std::size_t scheme = origin.find("://");
  return scheme == std::string_view::npos ? std::string_view{} : origin.substr(scheme + 3);
}

// A cookie goes along whoever made the browser send the request, so the page it came from must be ours.
bool from_our_page(const http::Request& request) {
  if (request.method == "GET" && request.header("Upgrade").empty()) return true;
  const std::string_view origin = request.header("Origin");
  return origin.empty() || host_of_origin(origin) == request.header("Host");
}

std::optional<Identity> identity_of(const http::Request& request, const Access& access, Instant now) {
  constexpr std::string_view bearer = "Bearer ";
  const std::string_view authorization = request.header("Authorization");
  if (authorization.starts_with(bearer)) return access.by_token(authorization.substr(bearer.size()));
  const auto session = http::cookie(request.header("Cookie"), "billtrail_session");
  return session ? access.by_session(*session, now) : std::nullopt;
}

template <class SomeId>
bool read_id(std::string_view text, std::optional<SomeId>& out) {
  if (text.empty()) return true;
  out = SomeId::parse(text);
  return out.has_value();
}

}  // namespace

std::variant<Caller, Problem> identify(const http::Request& request, const Access& access, const Practices& practices, Instant now) {
  const auto identity = identity_of(request, access, now);
  if (!identity) return problem(401, "unauthorized", "A valid token or session is needed.");
  if (request.header("Authorization").empty() && !from_our_page(request)) {
    return problem(403, "forbidden", "The request comes from another site.");
  }
  std::string_view named = request.header("Billtrail-Practice");
  if (named.empty()) named = request.parameter("practice").value_or(first_practice);
  const auto practice = PracticeId::parse(named);
  if (!practice) return problem(400, "malformed", "The practice id is not valid.", "1 to 39 characters out of A-Z a-z 0-9 . _ -");
  return Caller{*identity, practices.find(named), *practice};
}

std::variant<Asker, Problem> asker_of(const http::Request& request, const Identity& identity) {
  constexpr std::size_t reason_bytes_max = 2000;
  Asker asker{.actor = identity.actor};
  if (!read_id(request.header("Billtrail-On-Behalf-Of"), asker.on_behalf_of)) {
    return problem(400, "malformed", "The header Billtrail-On-Behalf-Of is not an id.");
  }
  if (!read_id(request.header("Billtrail-Correlation"), asker.correlation)) {
    return problem(400, "malformed", "The header Billtrail-Correlation is not an id.");
  }
  asker.reason = std::string(request.header("Billtrail-Reason"));
  if (asker.reason.size() > reason_bytes_max) return problem(400, "malformed", "The header Billtrail-Reason is too long.");
  if (const std::string_view text = request.header("Billtrail-Occurred-At"); !text.empty()) {
    asker.occurred_at = Instant::parse(text);
    if (!asker.occurred_at) return problem(400, "malformed", "The header Billtrail-Occurred-At is not an RFC 3339 instant.");
  }
  return asker;
}

}  // namespace billtrail
