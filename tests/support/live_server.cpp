// Starting, watching and ending the program under test.
#include "tests/support/live_server.hpp"

#include <signal.h>

#include <cstdlib>
#include <stdexcept>
#include <thread>

#include "tests/support/http_client.hpp"

namespace billtrail::test {
namespace {

using namespace std::chrono_literals;

std::filesystem::path log_of(const std::filesystem::path& data) { return data.string() + ".log"; }

std::string without_line_end(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  return text;
}

}  // namespace

LiveServer::LiveServer(LiveServerOptions options) : options_{std::move(options)} {
  if (options_.data.empty()) {
    options_.data = make_temporary_folder("server");
    throw_away_ = true;
  }
  start();
}

LiveServer::~LiveServer() {
  stop();
  if (!throw_away_) return;
  std::error_code ignored;
  std::filesystem::remove_all(options_.data, ignored);
  std::filesystem::remove(log_of(options_.data), ignored);
}

void LiveServer::start() {
  // Between choosing a port and listening on it another process may take it: then once more with another.
  for (int attempt = 1; attempt <= 3; ++attempt) {
    launch();
    if (wait_until_ready()) {
      token_ = without_line_end(read_whole(options_.data / "owner-token"));
      return;
    }
    kill();
    if (log().find("in use") == std::string::npos) break;
  }
  const auto text = log();
  throw std::runtime_error{"the server did not become ready:\n" + text.substr(text.size() > 4000 ? text.size() - 4000 : 0)};
}

void LiveServer::launch() {
  port_ = free_port();
  std::vector<std::string> arguments{"serve", "--data", options_.data.string(), "--port", std::to_string(port_)};
  arguments.insert(arguments.end(), options_.arguments.begin(), options_.arguments.end());
  process_ = start_process({.program = server_program(),
                            .arguments = std::move(arguments),
                            .environment = {},
                            .output = log_of(options_.data),
                            .file_bytes_max = options_.file_bytes_max});
}

bool LiveServer::wait_until_ready() {
  const auto deadline = std::chrono::steady_clock::now() + options_.ready_within;
  while (std::chrono::steady_clock::now() < deadline && running()) {
    HttpClient client{port_, "", 2s};
    if (client.get(options_.ready_at).status == 200) return true;
    std::this_thread::sleep_for(5ms);
  }
  return false;
}

bool LiveServer::running() {
  if (process_ > 0 && ended(process_, Wait::no)) process_ = -1;
  return process_ > 0;
}

int LiveServer::stop() {
  if (!running()) return 0;
  ::kill(process_, SIGTERM);
  const auto deadline = std::chrono::steady_clock::now() + 20s;
  while (std::chrono::steady_clock::now() < deadline) {
    if (const auto code = ended(process_, Wait::no)) {
      process_ = -1;
      return *code;
    }
    std::this_thread::sleep_for(2ms);
  }
  kill();
  return 128 + SIGKILL;
}

void LiveServer::kill() {
  if (!running()) return;
  ::kill(process_, SIGKILL);
  ended(process_, Wait::until_it_ends);
  process_ = -1;
}

std::string LiveServer::log() const { return read_whole(log_of(options_.data)); }

std::filesystem::path server_program() {
  const char* chosen = std::getenv("BILLTRAIL_SERVER");
  return chosen != nullptr && *chosen != '\0' ? chosen : BILLTRAIL_BUILD_DIR "/billtrail";
}

ProgramRun run_program(const std::vector<std::string>& arguments, const Environment& environment) {
  return run_to_end(server_program(), arguments, environment);
}

}  // namespace billtrail::test
