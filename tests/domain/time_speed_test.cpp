// What logging costs the processor, printed. Hidden, as times are no facts to test: domain_time_test "[speed]" in a release
// build.
#include <cstdio>
#include <ctime>

#include "tests/domain/time_support.hpp"

namespace billtrail::testing {

TEST_CASE("the time that deciding and evolving one LogTime takes", "[.][speed]") {
  constexpr int entries = 200'000;
  std::vector<LogTime> commands;
  commands.reserve(entries);
  for (int i = 0; i < entries; ++i) {
    LogTime command = log_for("e" + std::to_string(i), i % 2 == 0 ? ana : ben);
    command.project = site;
    command.service = payroll;
    command.start = at("2010-01-01T08:00:00Z") + Seconds{std::int64_t{i} * 1800};
    command.seconds = Seconds{1800};
    commands.push_back(std::move(command));
  }
  Books books;
  for (const Event& event : agency("Europe/Berlin")) evolve(books, event);
  CountingIds ids;
  const Given given{scenario_now, test_zones(), {}, ActorId::parse("ana").value(), ids};
  const std::clock_t begin = std::clock();
  for (const LogTime& command : commands) {
    const Decision<Event> decision = decide(books, Command{command}, given);
    for (const Event& event : decision.events()) evolve(books, event);
  }
  const std::clock_t took = std::clock() - begin;
  std::printf("%lld ns of processor time for each LogTime, decided and evolved\n",
              static_cast<long long>(took) * (1'000'000'000 / CLOCKS_PER_SEC) / entries);
  CHECK(books.entries.size() == entries);
}

}  // namespace billtrail::testing
