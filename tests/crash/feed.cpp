// Walking GET /v1/events.
#include "tests/crash/feed.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <stdexcept>

namespace billtrail::test {
namespace {

std::string text_of(const boost::json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  return value != nullptr && value->is_string() ? std::string{value->get_string()} : std::string{};
}

}  // namespace

void Feed::walk(HttpClient& client) {
  while (true) {
    const auto answer = client.get("/v1/events?limit=1000&from=" + std::to_string(position_ + 1));
    if (answer.status != 200)
      throw std::runtime_error{"events: " + std::to_string(answer.status) + " " + answer.failure + answer.body};
    const auto body = answer.json();
    const auto& events = body.at("events").as_array();
    for (const auto& event : events) take(event.as_object());
    if (events.empty()) break;
  }
}

void Feed::take(const boost::json::object& event) {
  const auto position = event.at("position").to_number<std::uint64_t>();
  if (position != position_ + 1) {
    faults_.push_back("after position " + std::to_string(position_) + " comes " + std::to_string(position));
  }
  if (position_ > 0 && text_of(event, "previous") != last_hash_) {
    faults_.push_back("position " + std::to_string(position) + " does not point at the hash of the one before");
  }
  position_ = position;
  last_hash_ = text_of(event, "hash");
  if (last_hash_.size() != 64) faults_.push_back("position " + std::to_string(position) + " has no hash");
  if (text_of(event, "type") != "TimeLogged") return;

  const auto& facts = event.at("data").at("facts");
  LoggedTime logged{.position = position,
                    .client = std::string{facts.at("work").at("client").as_string()},
                    .seconds = facts.at("span").at("seconds").to_number<std::int64_t>()};
  seconds_by_client_[logged.client] += logged.seconds;
  const auto command = text_of(event, "command");
  if (!logged_.emplace(command, logged).second) faults_.push_back("command " + command + " is recorded twice");
}

}  // namespace billtrail::test
