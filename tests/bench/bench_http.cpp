// Durable LogTime commands over HTTP beside a server that does nothing, on the same machine in one run: wrk with 1, 64 and 256
// connections against each in turn.
//
//   bench_http NOOP_SERVER LOG_TIME_LUA [SECONDS_A_CASE] [FOLDER]      FOLDER decides the disk; a temporary one unless given
#include <signal.h>
#include <unistd.h>

#include <boost/json/value.hpp>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <sstream>
#include <string>
#include <thread>

#include "tests/support/live_server.hpp"
#include "tests/support/small_agency.hpp"

namespace {

using namespace billtrail::test;

struct Measured {
  double requests_per_second = 0;
  long p50_us = 0;
  long p99_us = 0;
  long refused = 0;
  long broken = 0;
};

std::optional<Measured> wrk(const std::string& script, unsigned short port, int connections, const std::string& seconds,
                            const std::string& token) {
  static int runs = 0;
  const auto run =
      run_to_end("/usr/bin/wrk",
                 {"-t1", "-c" + std::to_string(connections), "-d" + seconds + "s", "--timeout", "10s", "-s", script,
                  "http://127.0.0.1:" + std::to_string(port) + "/"},
                 {{"BILLTRAIL_TOKEN", token}, {"RUN", "w" + std::to_string(::getpid()) + "." + std::to_string(++runs)}});
  const auto at = run.output.find("RESULT ");
  if (run.exit_code != 0 || at == std::string::npos) {
    std::fprintf(stderr, "wrk failed:\n%s\n", run.output.c_str());
    return std::nullopt;
  }
  std::istringstream line{run.output.substr(at + 7)};
  Measured measured;
  line >> measured.requests_per_second >> measured.p50_us >> measured.p99_us >> measured.refused >> measured.broken;
  return measured;
}

class NoopServer {
 public:
  NoopServer(const std::string& program, const std::string& answer_bytes) : port_{free_port()} {
    process_ = start_process({.program = program,
                              .arguments = {std::to_string(port_), "1", answer_bytes},
                              .environment = {},
                              .output = "/dev/null",
                              .file_bytes_max = {}});
    for (int i = 0; i < 200 && HttpClient{port_, ""}.get("/").status != 200; ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
  }
  ~NoopServer() {
    ::kill(process_, SIGTERM);
    ended(process_, Wait::until_it_ends);
  }
  NoopServer(const NoopServer&) = delete;
  NoopServer& operator=(const NoopServer&) = delete;
  [[nodiscard]] unsigned short port() const { return port_; }

 private:
  unsigned short port_;
  pid_t process_ = -1;
};

void print(const char* what, int connections, const Measured& measured, const std::string& ratio) {
  std::printf("%-12s %11d %12.0f %12.2f %12.2f %8ld %s\n", what, connections, measured.requests_per_second,
              static_cast<double>(measured.p50_us) / 1000, static_cast<double>(measured.p99_us) / 1000,
              measured.refused + measured.broken, ratio.c_str());
  std::fflush(stdout);
}

}  // namespace

int main(int count, char** words) {
  const std::vector<std::string> arguments(words + 1, words + count);
  if (arguments.size() < 2) return 2;
  const auto seconds = arguments.size() > 2 ? arguments[2] : "8";
  LiveServerOptions options;
  if (arguments.size() > 3) options.data = std::filesystem::path{arguments[3]} / "http";
  LiveServer server{options};
  HttpClient client{server.port(), server.token()};
  open_small_agency(client);
  const auto one = client.command("LogTime", log_time("acme", 60));
  const NoopServer noop{arguments[0], std::to_string(one.body.size())};

  std::printf(
      "Durable LogTime commands over HTTP (wrk, 1 thread, %s s a case), and the same requests to a Beast server without work\n\n",
      seconds.c_str());
  std::printf("%-12s %11s %12s %12s %12s %8s %s\n", "server", "connections", "requests/s", "p50 ms", "p99 ms", "errors",
              "of no-op");
  bool all = true;
  for (const int connections : {1, 64, 256}) {
    const auto bare = wrk(arguments[1], noop.port(), connections, seconds, "x");
    const auto real = wrk(arguments[1], server.port(), connections, seconds, server.token());
    all = all && bare && real;
    if (!bare || !real) continue;
    print("no-op Beast", connections, *bare, "");
    char ratio[16];
    std::snprintf(ratio, sizeof ratio, "%.2f", real->requests_per_second / bare->requests_per_second);
    print("billtrail", connections, *real, ratio);
  }
  return all ? 0 : 1;
}
