// Stopping under load: what was acknowledged is there, what was being answered is answered, sockets are told, the exit code is 0.
#include <atomic>
#include <boost/json.hpp>
#include <thread>

#include "tests/support/catch.hpp"
#include "tests/support/live_client.hpp"
#include "tests/support/live_server.hpp"
#include "tests/support/small_agency.hpp"

namespace billtrail::test {
namespace {

constexpr int callers = 8;

struct CallerLog {
  std::vector<std::uint64_t> acknowledged;
  std::vector<std::string> odd;  // answers that are neither a success nor a clear refusal to take more
};

// Posts until the server takes no more.
CallerLog keep_posting(LiveServer& server, std::atomic<int>& answered) {
  CallerLog log;
  HttpClient client(server.port(), server.token());
  for (;;) {
    const auto answer = client.command("LogTime", log_time("acme", 60));
    if (answer.status == 200) {
      log.acknowledged.push_back(answer.json().at("position").to_number<std::uint64_t>());
      ++answered;
      continue;
    }
    if (answer.status != 503 && answer.status != 0) log.odd.push_back(std::to_string(answer.status) + " " + answer.body);
    return log;
  }
}

}  // namespace

TEST_CASE("a stop under load ends with exit code 0 and loses nothing that was acknowledged") {
  LiveServer server;
  {
    HttpClient client(server.port(), server.token());
    open_small_agency(client);
  }
  LiveClient socket(server.port(), server.token());
  socket.send({{"subscribe", "practice"}, {"id", 1}});
  REQUIRE(socket.receive());

  std::atomic<int> answered{0};
  std::vector<CallerLog> logs(callers);
  std::vector<std::thread> threads;
  for (int i = 0; i < callers; ++i) threads.emplace_back([&, i] { logs[static_cast<std::size_t>(i)] = keep_posting(server, answered); });
  while (answered < 200) std::this_thread::yield();
  const int exit_code = server.stop();
  for (auto& thread : threads) thread.join();
  CHECK(exit_code == 0);
  while (socket.receive(std::chrono::milliseconds(200))) {
  }
  CHECK(socket.closed());
  CHECK(socket.close_code() == 1001);

  std::uint64_t last = 0;
  std::size_t count = 0;
  for (const CallerLog& log : logs) {
    CHECK(log.odd == std::vector<std::string>{});
    count += log.acknowledged.size();
    for (const std::uint64_t position : log.acknowledged) last = std::max(last, position);
  }
  server.start();
  HttpClient client(server.port(), server.token());
  const auto head = client.get("/v1/events?from=1000000000").json().at("position").to_number<std::uint64_t>();
  CHECK(head >= last);
  CHECK(count >= 200);
  server.stop();
  CHECK(run_program({"verify", "--data", server.data().string()}).exit_code == 0);
}

}  // namespace billtrail::test
