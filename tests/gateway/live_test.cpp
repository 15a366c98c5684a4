// The socket on the real port: snapshot, then changes; the event feed, dense from any position; commands; slow and wrong clients.
#include <boost/json.hpp>
#include <thread>

#include "tests/gateway/shared_server.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/live_client.hpp"
#include "tests/support/small_agency.hpp"

namespace billtrail::test {
namespace {

namespace json = boost::json;

LiveClient live() { return LiveClient(shared_server().port(), shared_server().token()); }

// The next message with that id; others are passed over.
json::value next(LiveClient& client, std::int64_t id) {
  for (int i = 0; i < 1000; ++i) {
    auto message = client.receive();
    REQUIRE(message);
    if (message->at("id").to_number<std::int64_t>() == id) return *message;
  }
  FAIL("no message with this id among a thousand");
  return {};
}

std::int64_t unbilled_seconds(const json::value& rows, std::string_view client) {
  for (const auto& row : rows.as_array()) {
    if (row.at("client").as_string() == client) return row.at("seconds").to_number<std::int64_t>();
  }
  return 0;
}

// Reads the feed until the event at `to` has come; every position once, in order.
void check_dense(LiveClient& client, std::int64_t id, std::uint64_t from, std::uint64_t to) {
  std::uint64_t expected = from;
  while (expected <= to) {
    const auto message = next(client, id);
    for (const auto& event : message.at("events").as_array()) {
      REQUIRE(event.at("position").to_number<std::uint64_t>() == expected);
      ++expected;
    }
  }
}

}  // namespace

TEST_CASE("F81: a read model comes as a snapshot, then as changes that lead to what GET says") {
  auto http = shared_client();
  auto socket = live();
  socket.send({{"subscribe", "wip"}, {"id", 1}, {"params", {{"by", "client"}}}});
  const auto snapshot = next(socket, 1).at("snapshot");
  const auto before = unbilled_seconds(snapshot.at("rows"), "acme");
  const auto answer = http.command("LogTime", log_time("acme", 3600));
  const auto position = answer.json().at("position").to_number<std::uint64_t>();
  json::value changes;
  do changes = next(socket, 1);
  while (changes.at("position").to_number<std::uint64_t>() < position);
  CHECK(unbilled_seconds(changes.at("changes").at("rows"), "acme") == before + 3600);
  const auto now = http.get("/v1/wip?at_least=" + std::to_string(position)).json();
  CHECK(unbilled_seconds(now.at("rows"), "acme") == before + 3600);
}

TEST_CASE("F81: the event feed catches up from a position and goes on live, nothing missed or doubled") {
  auto http = shared_client();
  for (int i = 0; i < 20; ++i) http.command("LogTime", log_time("acme", 60));
  auto socket = live();
  socket.send({{"subscribe", "events"}, {"id", 2}, {"from", 1}});
  std::uint64_t last = 0;
  for (int i = 0; i < 50; ++i) last = http.command("LogTime", log_time("acme", 60)).json().at("position").to_number<std::uint64_t>();
  check_dense(socket, 2, 1, last);
}

TEST_CASE("F81: a feed that is cut resumes from where it was") {
  auto http = shared_client();
  const auto from = head_position() + 1;
  std::uint64_t last = 0;
  {
    auto socket = live();
    socket.send({{"subscribe", "events"}, {"id", 1}, {"from", from}});
    last = http.command("LogTime", log_time("acme", 60)).json().at("position").to_number<std::uint64_t>();
    check_dense(socket, 1, from, last);
  }
  const auto resumed = last + 1;
  for (int i = 0; i < 5; ++i) last = http.command("LogTime", log_time("acme", 60)).json().at("position").to_number<std::uint64_t>();
  auto socket = live();
  socket.send({{"subscribe", "events"}, {"id", 1}, {"from", resumed}});
  check_dense(socket, 1, resumed, last);
}

TEST_CASE("a feed of one entity holds what touched it and nothing else") {
  auto http = shared_client();
  REQUIRE(http.command("AddClient", {{"client", "followed"}, {"name", "Followed"}}).status == 200);
  auto socket = live();
  socket.send({{"subscribe", "events"}, {"id", 1}, {"from", 1}, {"entity", "client:followed"}});
  http.command("LogTime", log_time("acme", 60));
  http.command("LogTime", log_time("followed", 60));
  std::vector<std::string> types;
  while (types.size() < 2) {
    const auto message = next(socket, 1);
    for (const auto& event : message.at("events").as_array()) types.emplace_back(event.at("type").as_string());
  }
  CHECK(types == std::vector<std::string>{"ClientAdded", "TimeLogged"});
}

TEST_CASE("a command on the socket is the same command, and a retry after a cut is the same answer") {
  const json::object message{{"command", "LogTime"}, {"id", 3}, {"key", "socket-key"}, {"data", log_time("acme", 120)}};
  json::value first;
  {
    auto socket = live();
    socket.send(message);
    first = next(socket, 3);
    CHECK(first.at("status").to_number<int>() == 200);
    CHECK(first.at("events").at(0).at("type").as_string() == "TimeLogged");
  }
  auto socket = live();
  socket.send(message);
  CHECK(next(socket, 3) == first);
  socket.send({{"command", "LogTime"}, {"id", 4}, {"data", log_time("nobody", 120)}});
  const auto refused = next(socket, 4);
  CHECK(refused.at("status").to_number<int>() == 422);
  CHECK(refused.at("faults").at(0).at("pointer").as_string() == "/data/client");
}

TEST_CASE("a socket without a token says who it is first, or is closed") {
  const auto port = shared_server().port();
  LiveClient good(port, "");
  good.send({{"token", shared_server().token()}});
  good.send({{"subscribe", "practice"}, {"id", 1}});
  CHECK(next(good, 1).at("snapshot").at("model").as_string() == "practice");
  LiveClient bad(port, "");
  bad.send({{"token", "wrong"}});
  CHECK_FALSE(bad.receive());
  CHECK(bad.close_code() == 4401);
  LiveClient hasty(port, "");
  hasty.send({{"subscribe", "wip"}, {"id", 1}});
  CHECK_FALSE(hasty.receive());
  CHECK(hasty.close_code() == 4401);
}

TEST_CASE("what cannot be understood closes the socket with a code of its own") {
  auto broken = live();
  broken.send_text("{not json");
  CHECK_FALSE(broken.receive());
  CHECK(broken.close_code() == 4400);
  auto doubled = live();
  doubled.send({{"subscribe", "practice"}, {"id", 1}});
  CHECK(next(doubled, 1).at("snapshot").is_object());
  doubled.send({{"subscribe", "wip"}, {"id", 1}});
  CHECK_FALSE(doubled.receive());
  CHECK(doubled.close_code() == 4409);
  auto greedy = live();
  for (int id = 1; id <= 33; ++id) greedy.send({{"subscribe", "practice"}, {"id", id}});
  while (greedy.receive()) {
  }
  CHECK(greedy.close_code() == 4429);
}

TEST_CASE("a model or a question that does not exist is an error of that subscription only") {
  auto socket = live();
  socket.send({{"subscribe", "weather"}, {"id", 1}});
  CHECK(next(socket, 1).at("error").at("code").as_string() == "unknown_model");
  socket.send({{"subscribe", "wip"}, {"id", 2}, {"params", {{"by", "colour"}}}});
  CHECK(next(socket, 2).at("error").at("status").to_number<int>() == 400);
  socket.send({{"subscribe", "wip"}, {"id", 3}});
  CHECK(next(socket, 3).at("snapshot").is_object());
}

}  // namespace billtrail::test
