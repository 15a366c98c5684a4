// Each connection waits for an answer before it sends the next command, so at most one of its commands is unknown at the end.
#include "tests/crash/load.hpp"

#include <boost/json/value.hpp>

#include "tests/support/small_agency.hpp"

namespace billtrail::test {

boost::json::value command_of(const Sent& sent) { return log_time(sent.client, sent.seconds); }

Load::Load(unsigned short port, const std::string& token, const std::string& prefix, std::size_t connections)
    : connections_(connections) {
  for (std::size_t i = 0; i < connections; ++i) {
    auto& connection = connections_[i];
    connection.thread = std::thread{[this, &connection, port, token, name = prefix + "." + std::to_string(i)] {
      run(connection, HttpClient{port, token}, name);
    }};
  }
}

void Load::run(Connection& connection, HttpClient client, const std::string& prefix) {
  for (std::int64_t count = 1; !stopping_; ++count) {
    Sent sent{.key = prefix + "." + std::to_string(count),
              .client = count % 3 == 0 ? "globex" : "acme",
              .seconds = 60 + count % 3600,
              .answer = {},
              .position = 0};
    const auto answer = client.command("LogTime", command_of(sent), sent.key);
    if (answer.status == 200) {
      sent.answer = answer.body;
      sent.position = answer.json().at("position").to_number<std::uint64_t>();
    }
    connection.sent.push_back(std::move(sent));
    if (answer.status == 0) return;
    if (answer.status != 200) connection.surprises.push_back(std::to_string(answer.status) + " " + answer.body);
  }
}

void Load::stop() {
  stopping_ = true;
  for (auto& connection : connections_) {
    if (connection.thread.joinable()) connection.thread.join();
  }
}

std::vector<Sent> Load::sent() const {
  std::vector<Sent> all;
  for (const auto& connection : connections_) all.insert(all.end(), connection.sent.begin(), connection.sent.end());
  return all;
}

std::vector<std::string> Load::surprises() const {
  std::vector<std::string> all;
  for (const auto& connection : connections_) all.insert(all.end(), connection.surprises.begin(), connection.surprises.end());
  return all;
}

}  // namespace billtrail::test
