// The shared server and the checks on its answers.
#include "tests/gateway/shared_server.hpp"

#include <boost/json/value.hpp>

#include "tests/support/small_agency.hpp"

namespace billtrail::test {

LiveServer& shared_server() {
  static LiveServer server;
  static const bool opened = [] {
    HttpClient client{server.port(), server.token()};
    open_small_agency(client);
    return true;
  }();
  static_cast<void>(opened);
  return server;
}

HttpClient shared_client() { return HttpClient{shared_server().port(), shared_server().token()}; }

std::uint64_t head_position() {
  auto client = shared_client();
  // Of the ledger itself: read models may be a moment behind.
  return client.get("/v1/events?from=1000000000").json().at("position").to_number<std::uint64_t>();
}

std::string not_a_problem(const HttpAnswer& answer, unsigned status, const std::string& code) {
  const auto seen = std::to_string(answer.status) + " " + answer.header("content-type") + " " + answer.body + answer.failure;
  if (answer.status != status) return "status is not " + std::to_string(status) + ": " + seen;
  if (answer.header("content-type") != "application/problem+json") return "not a problem: " + seen;
  const auto body = answer.json();
  if (body.at("status").to_number<unsigned>() != status) return "status inside differs: " + seen;
  if (std::string_view{body.at("code").as_string()} != code) return "code is not " + code + ": " + seen;
  if (std::string_view{body.at("type").as_string()} != "/problems/" + code) return "type does not fit: " + seen;
  if (body.at("title").as_string().empty()) return "no title: " + seen;
  return {};
}

FaultList faults_of(const HttpAnswer& answer) {
  FaultList list;
  const auto body = answer.json();
  const auto* faults = body.as_object().if_contains("faults");
  if (faults == nullptr) return list;
  for (const auto& fault : faults->as_array()) {
    list.emplace_back(std::string{fault.at("pointer").as_string()}, std::string{fault.at("code").as_string()});
  }
  return list;
}

}  // namespace billtrail::test
