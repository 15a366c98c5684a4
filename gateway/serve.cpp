// See serve.hpp.
#include "gateway/serve.hpp"

#include <spdlog/spdlog.h>

#include <atomic>
#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <thread>

#include "gateway/house.hpp"

namespace billtrail {
namespace {

constexpr int stopped_well = 0;
constexpr int could_not_start = 1;
constexpr int log_broke = 3;

void report_broken(const LogBroken& why) {
  for (const TrustedPosition& trusted : why.last_trusted()) {
    spdlog::critical("log broken practice_number={} last_trusted_position={}", raw(trusted.practice), trusted.position);
  }
  spdlog::critical("log broken reason=\"{}\"; stopping: nothing after the last trusted position was acknowledged", why.what());
}

void print_welcome(House& house, const Options& options) {
  const std::string at = "http://" + (options.address == "0.0.0.0" ? "127.0.0.1" : options.address) + ":" + std::to_string(house.port());
  std::printf("\n  Billtrail is running.\n\n  Sign in:  %s/sign-in?code=%s\n", at.c_str(), house.access().new_sign_in_code(system_now()).c_str());
  std::printf("            (good for one hour; the owner's token is in %s/owner-token)\n  Stop:     Ctrl+C\n\n", options.data.c_str());
  std::fflush(stdout);
}

}  // namespace

int serve(const Options& options) {
  // Signals are taken by sigwait below, so they are blocked before any thread exists.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);

  std::atomic<bool> broken{false};
  const pthread_t waiter = pthread_self();
  try {
    House house(options, [&broken, waiter](const LogBroken& why) {
      report_broken(why);
      broken = true;
      pthread_kill(waiter, SIGTERM);
    });
    house.found_first_practice();
    house.start_serving();
    spdlog::info("serving address={} port={} data=\"{}\"", options.address, house.port(), options.data);
    print_welcome(house, options);
    int signal = 0;
    sigwait(&signals, &signal);
    spdlog::info("stopping signal={}", signal);
    // A stop that hangs must not keep the port for ever.
    std::thread([] {
      std::this_thread::sleep_for(2 * bounds::stop_time_max);
      spdlog::critical("stop took too long");
      std::_Exit(log_broke);
    }).detach();
    house.stop();
    spdlog::info("stopped");
  } catch (const std::exception& error) {
    spdlog::critical("cannot serve reason=\"{}\"", error.what());
    std::fprintf(stderr, "billtrail: %s\n", error.what());
    return could_not_start;
  }
  return broken ? log_broke : stopped_well;
}

}  // namespace billtrail
