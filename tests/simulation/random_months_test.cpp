// Random months: practices that agree, work, bill, are paid and change their minds, with every law of time and money checked
// after every command, against plain books kept for this test. A failure prints its seed:
//   BILLTRAIL_SEED=17 build/dev/tests/simulation/random_months_test      repeats that one
//   BILLTRAIL_SEEDS=5000 build/dev/tests/simulation/random_months_test   the longer mode; 200 unless set
#include <atomic>
#include <cstdlib>
#include <mutex>
#include <thread>

#include "tests/simulation/laws.hpp"
#include "tests/simulation/random_commands.hpp"
#include "tests/support/catch.hpp"

namespace billtrail::simulation {
namespace {

constexpr int commands_per_seed = 150;

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* given = std::getenv(name);
  return given == nullptr ? otherwise : std::strtoull(given, nullptr, 10);
}

// One practice over its months; counts what was taken and refused.
class Months {
 public:
  explicit Months(std::uint64_t seed) : commands_(practice_, seed), dice_(seed * 31 + 7), laws_(practice_, plain_, dice_) {}

  void play() {
    for (const Command& command : commands_.set_up()) {
      send(command);
      if (!taken_) throw Broken("the practice could not be set up: " + refused_);
    }
    for (int i = 0; i < commands_per_seed; ++i) {
      const Date yesterday = practice_.today();
      practice_.pass(Seconds{dice_.between(60, 2 * 14 * 3600)});
      if (practice_.today() != yesterday && dice_.chance(70)) send(commands_.daily());
      send(commands_.next());
      if (i % (commands_per_seed / 3) == commands_per_seed / 6) look_back();
    }
    look_back();
    practice_.check_replay();
  }
  std::string last() const { return last_ ? text_of_command(*last_) : "nothing"; }
  int accepted() const { return accepted_; }
  Date today() const { return practice_.today(); }

 private:
  void send(const Command& command) {
    last_ = command;
    const char* actors[] = {"ana", "ben"};
    const ActorId actor = ActorId::parse(dice_.one_of(actors)).value();
    if (dice_.chance(10)) practice_.dry_run(command, actor);
    const Decision<Event> decision = practice_.send(command, actor);
    taken_ = decision.accepted();
    if (!taken_) {
      refused_ = std::string(meaning_of(decision.refusals().front().code).name) + " " + decision.refusals().front().pointer;
      return;
    }
    ++accepted_;
    for (; taken_events_ < practice_.recorded().size(); ++taken_events_) plain_.take(practice_.recorded()[taken_events_]);
    laws_.check_all();
  }
  void look_back() {
    laws_.check_rebuild();
    laws_.check_movement_from_then();
  }

  SimulatedPractice practice_;
  PlainBooks plain_;
  RandomCommands commands_;
  Dice dice_;
  Laws laws_;
  std::optional<Command> last_;
  bool taken_ = false;
  std::string refused_;  // why the last one was not taken
  int accepted_ = 0;
  std::size_t taken_events_ = 0;
};

// What broke, or nothing.
std::string played(std::uint64_t seed, std::atomic<int>& accepted) {
  Months months(seed);
  std::string what;
  try {
    months.play();
  } catch (const std::exception& failure) {
    what = "BILLTRAIL_SEED=" + std::to_string(seed) + ", " + months.today().text() + ": " + failure.what() + "\n  after " +
           months.last();
  }
  accepted += months.accepted();
  return what;
}

}  // namespace

TEST_CASE(
    "random months: seconds, WIP, debtors, claims, tax and numbers hold after every command, and a rebuild is the live state") {
  const bool one = std::getenv("BILLTRAIL_SEED") != nullptr;
  const std::uint64_t first = from_environment("BILLTRAIL_SEED", 1);
  const std::uint64_t count = one ? 1 : from_environment("BILLTRAIL_SEEDS", 200);
  std::atomic<std::uint64_t> next{first};
  std::atomic<int> accepted{0};
  std::mutex mutex;
  std::map<std::uint64_t, std::string> broken;
  const auto work = [&] {
    for (std::uint64_t seed = next++; seed < first + count; seed = next++) {
      const std::string what = played(seed, accepted);
      if (what.empty()) continue;
      const std::lock_guard lock(mutex);
      broken[seed] = what;
    }
  };
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < std::max(1U, std::min(4U, std::thread::hardware_concurrency())); ++i) threads.emplace_back(work);
  for (std::thread& thread : threads) thread.join();
  for (const auto& [seed, what] : broken) UNSCOPED_INFO(what);
  INFO(broken.size() << " of " << count << " seeds, " << accepted << " commands accepted");
  CHECK(broken.empty());
  CHECK(accepted > static_cast<int>(count) * 50);
}

}  // namespace billtrail::simulation
