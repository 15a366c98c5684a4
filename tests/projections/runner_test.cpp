// The runner: order, readers, waiting, stopping visibly, rebuilding beside.
#include "projections/runner.hpp"

#include <thread>

#include "tests/projections/history.hpp"

namespace billtrail::testing {
namespace {

Feed feed_of(const History& history) {
  return [&history](const std::function<void(const Recorded&)>& take) {
    for (const Recorded& recorded : history.recorded()) take(recorded);
  };
}

History some_work() {
  History history;
  history.add(Time("e1", "ana", "acme", "2026-03-01", hours(1)).at_rate("100"));
  return history;
}

std::vector<Recorded> slice(const History& history, std::size_t from, std::size_t to) {
  return {history.recorded().begin() + static_cast<std::ptrdiff_t>(from), history.recorded().begin() + static_cast<std::ptrdiff_t>(to)};
}

}  // namespace

TEST_CASE("the runner takes batches in order and lets readers see them") {
  const History history = some_work();
  Runner runner;
  CHECK(runner.position() == Position{0});
  CHECK(runner.apply(slice(history, 0, 4)));
  CHECK(runner.position() == Position{4});
  CHECK(runner.apply(slice(history, 4, 10)));
  CHECK(runner.read([](const Views& views) { return views.work.rows.size(); }) == 1);
  CHECK(runner.failure() == std::nullopt);
}

TEST_CASE("a gap or a repetition stops the runner, which says where, and takes nothing more") {
  const History history = some_work();
  Runner runner;
  CHECK(runner.apply(slice(history, 0, 2)));
  CHECK_FALSE(runner.apply(slice(history, 3, 4)));
  REQUIRE(runner.failure());
  CHECK(runner.failure()->position == Position{4});
  CHECK(runner.failure()->event == "ClientAdded");
  CHECK(runner.failure()->reason == "expected position 3");
  CHECK(runner.position() == Position{2});
  CHECK_FALSE(runner.apply(slice(history, 2, 3)));
  CHECK(runner.position() == Position{2});
}

TEST_CASE("an event that a fold cannot take stops the runner with projection, position, event and reason") {
  History history = some_work();
  history.add(Time("e1", "ana", "acme", "2026-03-01", hours(1)));
  Runner runner;
  CHECK_FALSE(runner.apply(history.recorded()));
  REQUIRE(runner.failure());
  CHECK(runner.failure()->projection == "work");
  CHECK(runner.failure()->position == Position{11});
  CHECK(runner.failure()->event == "TimeLogged");
  CHECK(runner.failure()->reason == "entry in use: e1");
  CHECK(runner.position() == Position{10});
}

TEST_CASE("each broken event has its reason") {
  const auto reason = [](Event event) {
    History history = some_work();
    history.add(std::move(event));
    try {
      history.views();
    } catch (const FoldFailed& failed) {
      return failed.projection + ": " + failed.reason;
    }
    return std::string("taken");
  };
  CHECK(reason(Time("e2", "eve", "acme", "2026-03-01", hours(1))) == "work: unknown id eve");
  CHECK(reason(Time("e2", "ana", "none", "2026-03-01", hours(1))) == "work: unknown id none");
  CHECK(reason(TimeEntryRemoved{id<EntryId>("e9"), {}, ""}) == "work: unknown entry e9");
  CHECK(reason(Time("e2", "ana", "acme", "2026-03-01", Seconds{3'000'000'000})) == "work: seconds out of range: 3000000000");
  CHECK(reason(ClientAdded{id<ClientId>("acme"), "Again", cur("EUR")}) == "directory: id in use: acme");
  CHECK(reason(ClientChanged{id<ClientId>("none"), {}, {}}) == "directory: unknown id none");
  CHECK(reason(Archived{Noun::client, "a b", day("2026-01-01")}) == "directory: not an id: a b");
  CHECK(reason(TimerStopped{id<EntryId>("t9"), id<MemberId>("ana"), {}, StopCause::by_member}) == "timers: no timer runs for t9");
  CHECK(reason(LeaveCancelled{id<LeaveId>("l9")}) == "capacity: unknown leave l9");
  CHECK(reason(RateEnded{id<RateRuleId>("r9"), day("2026-01-01")}) == "rates: unknown rate rule r9");
}

TEST_CASE("TM1: a second timer of the same member is no history that could have been") {
  History history;
  const TimerStarted timer{id<EntryId>("t1"), id<MemberId>("ana"), {}, {}, {}, at("2026-03-01T09:00:00Z"), "UTC"};
  TimerStarted second = timer;
  second.entry = id<EntryId>("t2");
  history.add(timer).add(second);
  CHECK_THROWS_AS(history.views(), FoldFailed);
}

TEST_CASE("waiting for a position ends when it is reached, when time is up, or when the runner fails") {
  const History history = some_work();
  Runner runner;
  CHECK_FALSE(runner.wait_for(Position{1}, std::chrono::milliseconds(1)));
  std::thread writer([&] { runner.apply(history.recorded()); });
  CHECK(runner.wait_for(history.position(), std::chrono::seconds(10)));
  writer.join();
  std::thread breaker([&] { runner.apply(history.recorded()); });
  CHECK_FALSE(runner.wait_for(next(history.position()), std::chrono::seconds(10)));
  breaker.join();
}

TEST_CASE("readers on other threads only ever see whole batches") {
  const History history = some_work();
  Runner runner;
  std::atomic<bool> stop = false;
  std::atomic<int> torn = 0;
  std::thread reader([&] {
    while (!stop) {
      runner.read([&](const Views& views) {
        if (views.position.value % 2 != 0) ++torn;
      });
    }
  });
  for (std::size_t i = 0; i + 2 <= history.recorded().size(); i += 2) CHECK(runner.apply(slice(history, i, i + 2)));
  stop = true;
  reader.join();
  CHECK(torn == 0);
}

TEST_CASE("2.20 a: a rebuild beside equals the live views, is switched to, and clears a failure") {
  History history = some_work();
  Runner runner;
  REQUIRE(runner.apply(history.recorded()));
  CHECK(runner.compare(*rebuild(feed_of(history))) == std::nullopt);
  CHECK_FALSE(runner.apply(history.recorded()));
  REQUIRE(runner.failure());
  history.add(Time("e2", "ana", "acme", "2026-03-02", hours(1)));
  CHECK(runner.switch_to(rebuild(feed_of(history))));
  CHECK(runner.failure() == std::nullopt);
  CHECK(runner.position() == history.position());
  CHECK_FALSE(runner.switch_to(std::make_unique<Views>()));
  CHECK(runner.position() == history.position());
}

TEST_CASE("2.20 a: a rebuild that differs is told with projection and line") {
  const History history = some_work();
  Runner runner;
  REQUIRE(runner.apply(history.recorded()));
  const auto other = rebuild(feed_of(history));
  other->work.rows[0].billed_seconds += 1;
  const auto difference = runner.compare(*other);
  REQUIRE(difference);
  CHECK(difference->projection == "work");
  CHECK(difference->line == 0);
  CHECK(difference->left != difference->right);
}

}  // namespace billtrail::testing
