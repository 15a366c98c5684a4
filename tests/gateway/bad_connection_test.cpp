// Clients that misbehave on the wire: the server cuts them, in time, and goes on serving the others.
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <memory>
#include <thread>
#include <vector>

#include "tests/gateway/shared_server.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/raw_socket.hpp"
#include "tests/support/small_agency.hpp"

namespace billtrail::test {
namespace {

using namespace std::chrono_literals;

std::string authorized(const std::string& first_line) {
  return first_line + "\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + shared_server().token() + "\r\n";
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

// The server answers others while one client behaves badly.
void check_healthy() {
  auto client = shared_client();
  CHECK(client.get("/health/ready").status == 200);
  CHECK(client.command("LogTime", log_time("acme", 60)).status == 200);
}

// A text frame of a client, its mask all zeros; for payloads below 126 bytes.
std::string frame_of(const std::string& payload) {
  return std::string{"\x81"} + static_cast<char>(0x80 | payload.size()) + std::string(4, '\0') + payload;
}

}  // namespace

TEST_CASE("10,000 headers are refused") {
  std::string request = authorized("GET /v1/wip HTTP/1.1");
  for (int i = 0; i < 10'000; ++i) request += "X-" + std::to_string(i) + ": 1\r\n";
  RawSocket socket{shared_server().port()};
  socket.write(request + "\r\n");
  CHECK(socket.read_until("\r\n", 5s).starts_with("HTTP/1.1 431 "));
  CHECK(socket.closes_within(10s));
  check_healthy();
}

TEST_CASE("a sender of headers a byte at a time is cut") {
  RawSocket socket{shared_server().port()};
  const auto began = std::chrono::steady_clock::now();
  std::thread sender{[&socket] {
    const std::string request = "GET /v1/wip HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + std::string(1000, 'y');
    for (const char byte : request) {
      if (!socket.write({&byte, 1})) return;
      std::this_thread::sleep_for(100ms);
    }
  }};
  const bool closed = socket.closes_within(20s);
  const auto took = std::chrono::steady_clock::now() - began;
  sender.join();
  CHECK(closed);
  CHECK(took < 15s);
  const auto told = socket.said().starts_with("HTTP/1.1 408 ");
  CHECK((told || socket.said().empty()));
  check_healthy();
}

TEST_CASE("many idle and half-open connections do not keep others out") {
  std::vector<std::unique_ptr<RawSocket>> idle;
  for (int i = 0; i < 500; ++i) {
    idle.push_back(std::make_unique<RawSocket>(shared_server().port()));
    if (i % 2 == 0) idle.back()->write("POST /v1/commands/LogTime HTTP/1.1\r\nContent-Length: 100\r\n");
  }
  check_healthy();
}

TEST_CASE("pipelined requests are answered one after the other") {
  RawSocket socket{shared_server().port()};
  const auto request = authorized("GET /v1/practice HTTP/1.1") + "\r\n";
  std::string many;
  for (int i = 0; i < 50; ++i) many += request;
  socket.write(many + "GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
  CHECK(socket.closes_within(10s));
  CHECK(count_of(socket.said(), "HTTP/1.1 200 OK\r\n") == 51);
}

TEST_CASE("HTTP/1.0 is answered and closed") {
  RawSocket socket{shared_server().port()};
  socket.write(authorized("GET /v1/practice HTTP/1.0") + "\r\n");
  CHECK(socket.closes_within(5s));
  CHECK(socket.said().find(" 200 OK\r\n") != std::string::npos);
}

TEST_CASE("bytes that are not HTTP are refused and cut") {
  for (const char* bytes :
       {"\x16\x03\x01\x02\x01hello\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET /\0x HTTP/1.1\r\n\r\n",
        "\r\n\r\n\r\n\r\nx\r\n\r\n", "POST /v1/commands/LogTime HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "POST /v1/commands/LogTime HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n"}) {
    CAPTURE(bytes);
    RawSocket socket{shared_server().port()};
    socket.write(bytes);
    CHECK(socket.closes_within(15s));
    CHECK(socket.said().find(" 200 OK") == std::string::npos);
  }
  check_healthy();
}

TEST_CASE("a request whose length is told in two ways is refused") {
  for (const char* lengths :
       {"Content-Length: 2\r\nContent-Length: 3\r\n", "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n"}) {
    CAPTURE(lengths);
    RawSocket socket{shared_server().port()};
    socket.write(authorized("POST /v1/commands/LogTime HTTP/1.1") + lengths + "\r\n0\r\n\r\nGET /v1/practice HTTP/1.1\r\n\r\n");
    CHECK(socket.closes_within(15s));
    CHECK(count_of(socket.said(), " 200 OK") == 0);
  }
}

TEST_CASE("a client that leaves in the middle of its request or its answer harms nobody") {
  for (int i = 0; i < 50; ++i) {
    RawSocket half{shared_server().port()};
    half.write(authorized("POST /v1/commands/LogTime HTTP/1.1") + "Content-Length: 1000\r\n\r\n{\"member\":");
    RawSocket deaf{shared_server().port()};
    deaf.write(authorized("GET /v1/events?limit=1000 HTTP/1.1") + "\r\n");
  }
  check_healthy();
}

TEST_CASE("a socket that never reads is cut, and nobody waits for it") {
  RawSocket deaf{shared_server().port()};
  deaf.write(authorized("GET /v1/live HTTP/1.1") +
             "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
             "dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
  REQUIRE(deaf.read_until("\r\n\r\n", 5s).starts_with("HTTP/1.1 101 "));
  deaf.write(frame_of(R"({"subscribe":"events","id":1,"from":1})"));
  deaf.write(frame_of(R"({"subscribe":"entries","id":2,"params":{"limit":200}})"));

  // Far more than every buffer on the way can hold.
  auto client = shared_client();
  auto line = log_time("acme", 60);
  line["description"] = std::string(1000, 'd');
  std::string body;
  for (int i = 0; i < 2000; ++i)
    body += boost::json::serialize(boost::json::object{{"command", "LogTime"}, {"data", line}}) + "\n";
  std::uint64_t slowest_ms = 0;
  for (int i = 0; i < 12; ++i) {
    REQUIRE(client.post("/v1/commands?events=false", body, {{"Content-Type", "application/x-ndjson"}}).status == 200);
    const auto began = std::chrono::steady_clock::now();
    CHECK(client.get("/v1/practice").status == 200);
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
    slowest_ms = std::max(slowest_ms, static_cast<std::uint64_t>(took.count()));
  }
  CHECK(slowest_ms < 5000);
  // The server gives a write 30 s. Had it not cut the socket, all of the events would still come.
  std::this_thread::sleep_for(36s);
  CHECK(deaf.closes_within(10s));
  CAPTURE(deaf.said().size());
  CHECK(deaf.said().size() < std::size_t{20} << 20);
  check_healthy();
}

}  // namespace billtrail::test
