// A real server for one test: the program itself, started on a free port of 127.0.0.1 with a folder of its own, and
// stopped at the end. Its output goes to <folder>.log beside the data. Not for use from several threads at once.
#pragma once

#include "tests/support/process.hpp"

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace billtrail::test {

struct LiveServerOptions {
  std::filesystem::path data;                   // empty: a throw-away folder, removed at the end
  std::vector<std::string> arguments;           // further options of `serve`
  std::optional<std::uint64_t> file_bytes_max;  // no file may grow beyond this: a full disk, as the program sees it
  std::chrono::seconds ready_within{60};
  std::string ready_at = "/health/ready";  // the path that must answer 200
};

class LiveServer {
 public:
  // Starts and waits until `ready_at` says 200; throws std::runtime_error with the end of the log otherwise.
  explicit LiveServer(LiveServerOptions options = {});
  ~LiveServer();
  LiveServer(const LiveServer&) = delete;
  LiveServer& operator=(const LiveServer&) = delete;

  void start();   // again on the same folder, on a new port; waits until it is ready
  void launch();  // the same without waiting
  int stop();     // asks (SIGTERM) and waits; the exit code, 128 + n when ended by signal n
  void kill();    // SIGKILL at once, as a power cut for the process
  [[nodiscard]] bool running();

  [[nodiscard]] unsigned short port() const { return port_; }
  [[nodiscard]] const std::string& token() const { return token_; }  // the owner's
  [[nodiscard]] const std::filesystem::path& data() const { return options_.data; }
  LiveServerOptions& options() { return options_; }  // take effect with the next start
  [[nodiscard]] pid_t process() const { return process_; }
  [[nodiscard]] std::string log() const;  // all it has written so far

 private:
  bool wait_until_ready();

  LiveServerOptions options_;
  bool throw_away_ = false;
  unsigned short port_ = 0;
  std::string token_;
  pid_t process_ = -1;
};

// The program under test: $BILLTRAIL_SERVER, else the one of this build.
std::filesystem::path server_program();

// Runs the program under test to its end, such as {"verify", "--data", folder}.
ProgramRun run_program(const std::vector<std::string>& arguments, const Environment& environment = {});

}  // namespace billtrail::test
