// The server is killed (SIGKILL) again and again at random moments: under load, and while it opens its log. Afterwards every
// acknowledged command must be at its position, the chain whole, retries answered as the first time, and the read models
// equal to what the events say.
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <cstdlib>
#include <iostream>
#include <random>
#include <thread>

#include "tests/crash/feed.hpp"
#include "tests/crash/load.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/live_server.hpp"
#include "tests/support/small_agency.hpp"

namespace billtrail::test {
namespace {

using std::chrono::milliseconds;

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text != nullptr && *text != '\0' ? std::strtoull(text, nullptr, 10) : otherwise;
}

// A fresh folder now and then keeps each check short, whatever the number of kills.
constexpr std::uint64_t kills_per_folder = 25;
constexpr std::size_t connections = 8;

// What the server said of a read model while it was alive.
struct LiveTotals {
  std::uint64_t position = 0;
  std::string rows;
};

LiveTotals totals_at(HttpClient& client, const std::string& known_at) {
  const auto answer = client.get("/v1/time-totals?by=client" + (known_at.empty() ? "" : "&known_at=" + known_at));
  if (answer.status != 200) return {};
  const auto body = answer.json();
  return {body.at("position").to_number<std::uint64_t>(), boost::json::serialize(body.at("rows"))};
}

std::map<std::string, std::int64_t> seconds_in(HttpClient& client, std::uint64_t at_least) {
  const auto answer = client.get("/v1/time-totals?by=client&at_least=" + std::to_string(at_least));
  std::map<std::string, std::int64_t> seconds;
  if (answer.status != 200) return seconds;
  const auto body = answer.json();
  for (const auto& row : body.at("rows").as_array()) {
    seconds[std::string{row.at("client").as_string()}] += row.at("seconds").to_number<std::int64_t>();
  }
  return seconds;
}

// One data folder and what must be true of it.
class Ordeal {
 public:
  Ordeal(std::uint64_t seed, std::uint64_t number) : random_{seed}, number_{number} {
    HttpClient client{server_.port(), server_.token()};
    open_small_agency(client);
  }

  // Load, and death in the middle of it.
  void burst_and_kill() {
    ++round_;
    Load load{server_.port(), server_.token(), "k" + std::to_string(number_) + "." + std::to_string(round_), connections};
    HttpClient reader{server_.port(), server_.token(), milliseconds{2000}};
    std::this_thread::sleep_for(milliseconds{between(5, 150)});
    live_ = totals_at(reader, "");
    std::this_thread::sleep_for(milliseconds{between(0, 60)});
    server_.kill();
    load.stop();
    sent_ = load.sent();
    for (const auto& surprise : load.surprises()) FAIL_CHECK("an answer under load: " << surprise);
  }

  // Sometimes it is killed once more while it reads its log.
  bool kill_while_opening() {
    if (between(0, 3) != 0) return false;
    server_.launch();
    std::this_thread::sleep_for(milliseconds{between(1, 80)});
    server_.kill();
    return true;
  }

  void restart_and_check() {
    server_.start();
    HttpClient client{server_.port(), server_.token()};
    feed_.walk(client);
    for (const auto& fault : feed_.faults()) FAIL_CHECK(fault);
    check_acknowledged();
    check_live_equals_rebuilt(client);
    check_retries(client);
    feed_.walk(client);
    CHECK(seconds_in(client, feed_.position()) == feed_.seconds_by_client());
  }

  void check_at_the_end() {
    CHECK(server_.stop() == 0);
    const auto verified = run_program({"verify", "--data", server_.data().string()});
    CAPTURE(verified.output);
    CHECK(verified.exit_code == 0);
    server_.start();
    HttpClient client{server_.port(), server_.token()};
    Feed again;
    again.walk(client);
    CHECK(again.faults().empty());
    CHECK(again.position() == feed_.position());
    CHECK(again.last_hash() == feed_.last_hash());
  }

  [[nodiscard]] std::size_t acknowledged() const { return acknowledged_; }
  [[nodiscard]] std::size_t unknown() const { return unknown_; }

 private:
  std::uint64_t between(std::uint64_t low, std::uint64_t high) {
    return std::uniform_int_distribution<std::uint64_t>{low, high}(random_);
  }

  void check_acknowledged() {
    for (const auto& sent : sent_) {
      if (sent.answer.empty()) continue;
      ++acknowledged_;
      const auto found = feed_.logged().find(sent.key);
      if (found == feed_.logged().end()) {
        FAIL_CHECK(sent.key << ", acknowledged at position " << sent.position << ", is gone");
        continue;
      }
      const auto& logged = found->second;
      if (logged.position != sent.position || logged.client != sent.client || logged.seconds != sent.seconds) {
        FAIL_CHECK(sent.key << ", acknowledged at position " << sent.position << ", is another one at " << logged.position);
      }
    }
  }

  void check_live_equals_rebuilt(HttpClient& client) {
    if (live_.position == 0) return;
    const auto rebuilt = totals_at(client, std::to_string(live_.position));
    CHECK(rebuilt.rows == live_.rows);
  }

  // Every command whose outcome is unknown, and some of the others, are sent again; then each once more.
  void check_retries(HttpClient& client) {
    for (const auto& sent : sent_) {
      if (!sent.answer.empty() && between(0, sent_.size()) > 6) continue;
      if (sent.answer.empty()) ++unknown_;
      const bool recorded = feed_.logged().contains(sent.key);
      const auto again = client.command("LogTime", command_of(sent), sent.key);
      CAPTURE(sent.key, recorded, again.body, again.failure);
      CHECK(again.status == 200);
      CHECK(again.header("idempotency-replayed") == (recorded ? "true" : ""));
      if (!sent.answer.empty()) CHECK(again.body == sent.answer);
      const auto third = client.command("LogTime", command_of(sent), sent.key);
      CHECK(third.header("idempotency-replayed") == "true");
      CHECK(third.body == again.body);
    }
  }

  LiveServer server_;
  std::mt19937_64 random_;
  std::uint64_t number_ = 0;
  std::uint64_t round_ = 0;
  Feed feed_;
  LiveTotals live_;
  std::vector<Sent> sent_;
  std::size_t acknowledged_ = 0;
  std::size_t unknown_ = 0;
};

}  // namespace

TEST_CASE("whatever the server acknowledged survives being killed at any moment") {
  const auto kills_wanted = number_from("BILLTRAIL_KILLS", std::getenv("BILLTRAIL_LONG") != nullptr ? 500 : 100);
  const auto seed = number_from("BILLTRAIL_SEED", std::random_device{}());
  std::cout << "seed " << seed << " (BILLTRAIL_SEED repeats it)" << std::endl;
  std::uint64_t kills = 0;
  std::size_t acknowledged = 0;
  std::size_t unknown = 0;
  for (std::uint64_t folder = 1; kills < kills_wanted; ++folder) {
    Ordeal ordeal{seed + folder, folder};
    for (std::uint64_t round = 0; round < kills_per_folder && kills < kills_wanted; ++round) {
      CAPTURE(seed, folder, round, kills);
      ordeal.burst_and_kill();
      kills += ordeal.kill_while_opening() ? 2U : 1U;
      ordeal.restart_and_check();
    }
    CAPTURE(seed, folder);
    ordeal.check_at_the_end();
    acknowledged += ordeal.acknowledged();
    unknown += ordeal.unknown();
  }
  std::cout << kills << " kills, " << acknowledged << " acknowledged commands found again, " << unknown
            << " of unknown outcome retried" << std::endl;
  CHECK(acknowledged > kills);
}

}  // namespace billtrail::test
