// WebSocket push: how long from sending a command until its event, or the changed read model, is at a subscriber; and how long
// until it is at the last of 1,000. The first subscription of each kind names what is measured.
//
//   bench_live [SOCKETS] [COMMANDS]
#include <algorithm>
#include <boost/json/value.hpp>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <thread>

#include "tests/bench/many_sockets.hpp"
#include "tests/support/live_server.hpp"
#include "tests/support/small_agency.hpp"

namespace {

using namespace billtrail::test;
using billtrail::bench::Clock;
using billtrail::bench::ManySockets;
using namespace std::chrono_literals;

double milliseconds(Clock::duration length) { return std::chrono::duration<double, std::milli>(length).count(); }

struct Spread {
  std::vector<double> values;
  void add(Clock::duration length) { values.push_back(milliseconds(length)); }
  double at(std::size_t hundredths) {
    if (values.empty()) return 0;
    std::ranges::sort(values);
    return values[std::min(values.size() - 1, values.size() * hundredths / 100)];
  }
};

// Sends commands one by one with a pause between them and watches every socket for each.
void measure(LiveServer& server, const char* what, const std::string& subscription, std::size_t sockets, int commands) {
  ManySockets subscribers{server.port(), server.token(), sockets, subscription};
  HttpClient client{server.port(), server.token()};
  Spread answer;
  Spread first;
  Spread last;
  std::size_t missing = 0;
  for (int i = 0; i < commands; ++i) {
    const auto sent = Clock::now();
    const auto answered = client.command("LogTime", log_time("acme", 60 + i));
    answer.add(Clock::now() - sent);
    if (answered.status != 200) throw std::runtime_error{"LogTime: " + answered.body + answered.failure};
    const auto arrivals = subscribers.arrivals(answered.json().at("position").to_number<std::uint64_t>(), 5s);
    missing += sockets - arrivals.size();
    if (!arrivals.empty()) {
      first.add(std::ranges::min(arrivals) - sent);
      last.add(std::ranges::max(arrivals) - sent);
    }
    std::this_thread::sleep_for(20ms);
  }
  std::printf("%-16s %7zu %14.2f %10.2f %14.2f %10.2f %13.2f %10.2f %8zu\n", what, sockets, answer.at(50), answer.at(99),
              first.at(50), first.at(99), last.at(50), last.at(99), missing);
  std::fflush(stdout);
}

}  // namespace

int main(int count, char** words) {
  const std::vector<std::string> arguments(words + 1, words + count);
  const auto sockets = arguments.empty() ? 1000UL : std::strtoul(arguments[0].c_str(), nullptr, 10);
  const int commands = arguments.size() > 1 ? static_cast<int>(std::strtol(arguments[1].c_str(), nullptr, 10)) : 200;
  billtrail::bench::raise_open_files();
  LiveServer server;
  HttpClient client{server.port(), server.token()};
  open_small_agency(client);
  client.command("LogTime", log_time("acme", 60));
  std::printf("WebSocket push, milliseconds from sending a LogTime command (%d commands, one at a time)\n\n", commands);
  std::printf("%-16s %7s %14s %10s %14s %10s %13s %10s %8s\n", "subscription", "sockets", "answer p50", "p99", "first push p50",
              "p99", "last push p50", "p99", "missing");
  const auto events = [] { return std::string{R"({"subscribe":"events","id":1,"from":1})"}; };
  const std::string totals = R"({"subscribe":"time-totals","id":1,"params":{"by":"client"}})";
  measure(server, "events", events(), 1, commands);
  measure(server, "time-totals", totals, 1, commands);
  measure(server, "events", events(), sockets, commands);
  measure(server, "time-totals", totals, sockets, commands);
}
