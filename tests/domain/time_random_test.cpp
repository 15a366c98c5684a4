// What must hold of time whatever commands come: nothing throws, parts sum, one timer runs, a dry run leaves no trace, and replay
// gives the books that deciding left. A failure shows its seed; BILLTRAIL_SEED repeats one.
#include <cstdlib>

#include "domain/time/entry_state.hpp"
#include "domain/time/overlap.hpp"
#include "domain/time/split.hpp"
#include "tests/domain/time_commands.hpp"
#include "tests/domain/time_dump.hpp"
#include "tests/domain/time_support.hpp"

namespace billtrail::testing {
namespace {

std::uint64_t first_seed() {
  const char* given = std::getenv("BILLTRAIL_SEED");
  return given == nullptr ? std::random_device{}() : std::strtoull(given, nullptr, 10);
}

std::vector<Event> priced_agency(const std::string& zone, Overlaps overlaps) {
  std::vector<Event> history = agency(zone);
  history.push_back(rate("base", "80"));
  history.push_back(rate("pay", "110", payroll));
  history.push_back(setting(overlaps));
  return history;
}

void take(Books& books, const std::vector<Event>& events) {
  for (const Event& event : events) evolve(books, event);
}

// The laws of one entry.
void check_entry(const Books& books, Row row) {
  const EntryFacts facts = facts_of(books, row);
  INFO("entry " << books.entries.key(row).text());
  CHECK(facts.span.seconds.count >= 0);
  Seconds sum{0};
  for (const DayPart& part : facts.span.days) {
    CHECK(part.seconds.count > 0);
    sum += part.seconds;
  }
  if (!facts.span.days.empty()) CHECK(sum == facts.span.seconds);
  if (facts.span.end) CHECK(facts.span.seconds <= between(*facts.span.start, *facts.span.end));
  CHECK((facts.work.client || facts.work.category == Category::non_billable));
}

// The index answers what looking at every entry would.
void check_overlaps(const Books& books, const ClockRange& range) {
  for (Row member = 0; member < books.members.size(); ++member) {
    std::size_t expected = 0, found = 0;
    for (Row row = 0; row < books.entries.size(); ++row) {
      const EntryState& held = books.entries.at(row);
      const std::optional<ClockRange> theirs = occupied(held);
      if (held.member == member && !held.removed && theirs && overlap(*theirs, range)) ++expected;
    }
    books.clock.search(member, range, [&](Row, const ClockRange&) {
      ++found;
      return OverlapIndex::Search::go_on;
    });
    CHECK(found == expected);
  }
}

void check_timers(const Books& books) {
  for (Row member = 0; member < books.members.size(); ++member) {
    std::optional<EntryId> running;
    for (Row row = 0; row < books.timers.size(); ++row) {
      const RunningTimer& timer = books.timers.at(row);
      if (!timer.running || timer.member != books.members.key(member)) continue;
      CHECK_FALSE(running);
      running = books.timers.key(row);
    }
    CHECK(books.members.at(member).running == running);
  }
}

}  // namespace

TEST_CASE("whatever commands come: nothing throws, one timer runs, dry runs leave no trace and replay gives the same books") {
  const std::vector<std::string> zones{"UTC", "Europe/Berlin", "Africa/Cairo", "America/Havana"};
  for (std::uint64_t round = 0; round < 8; ++round) {
    const std::uint64_t seed = first_seed() + round;
    INFO("seed " << seed);
    TimeCommands commands(seed);
    std::vector<Event> history = priced_agency(zones[seed % zones.size()], static_cast<Overlaps>(seed % 3));
    Books live;
    take(live, history);
    std::size_t accepted = 0;
    for (int i = 0; i < 600; ++i) {
      const Command command = commands.next();
      CountingIds ids;
      const Decision<Event> decision =
          decide(live, command, Given{commands.now(), test_zones(), {}, ActorId::parse("ana").value(), ids});
      if (!decision.accepted()) {
        CHECK_FALSE(decision.refusals().empty());
        continue;
      }
      CHECK_FALSE(decision.events().empty());
      if (i % 10 == 0) {
        const std::string before = dump_time(live);
        live.journal.begin();
        take(live, decision.events());
        live.journal.roll_back();
        REQUIRE(dump_time(live) == before);
      }
      take(live, decision.events());
      history.insert(history.end(), decision.events().begin(), decision.events().end());
      ++accepted;
      check_timers(live);
    }
    CHECK(accepted > 40);
    for (Row row = 0; row < live.entries.size(); ++row) check_entry(live, row);
    for (int days = 0; days < 20; ++days) {
      check_overlaps(live, {commands.now() - Seconds{days * 86'400}, commands.now() - Seconds{days * 86'400 - 50'000}});
    }
    Books replayed;
    take(replayed, history);
    CHECK(dump_time(replayed) == dump_time(live));
  }
}

TEST_CASE("TM4: however work lies over the days, its parts sum to its seconds and come in order") {
  const std::uint64_t seed = first_seed();
  INFO("seed " << seed);
  std::mt19937_64 random(seed);
  const auto upto = [&](std::int64_t n) { return std::uniform_int_distribution<std::int64_t>(0, n)(random); };
  const std::vector<std::string> zones{"UTC",          "Europe/Berlin",  "Africa/Cairo",    "America/Havana",
                                       "Pacific/Apia", "Asia/Kathmandu", "America/St_Johns"};
  const std::int64_t from = at("2009-01-01T00:00:00Z").micros, years = at("2026-01-01T00:00:00Z").micros - from;
  for (int i = 0; i < 5000; ++i) {
    const Instant start{from + upto(years)};
    const Instant end{start.micros + upto(7 * 86'400'000'000)};
    const Seconds seconds{upto(between(start, end).count)};
    const std::string& zone = zones[static_cast<std::size_t>(i) % zones.size()];
    const std::vector<DayPart> parts = split_by_day(start, end, seconds, zone, test_zones());
    Seconds sum{0};
    for (std::size_t k = 0; k < parts.size(); ++k) {
      sum += parts[k].seconds;
      if (parts[k].seconds.count <= 0 || (k > 0 && parts[k].date <= parts[k - 1].date))
        FAIL_CHECK(zone << " " << start.text() << " " << end.text());
    }
    if (sum != seconds)
      FAIL_CHECK(zone << " " << start.text() << " " << end.text() << " " << seconds.count << " is not " << sum.count);
  }
}

TEST_CASE("TM4: without pauses each day gets exactly the seconds between its midnights") {
  const std::uint64_t seed = first_seed();
  INFO("seed " << seed);
  std::mt19937_64 random(seed);
  const std::int64_t from = at("2024-01-01T00:00:00Z").micros / 1'000'000;
  for (int i = 0; i < 2000; ++i) {
    const auto second = [&](std::int64_t n) { return std::uniform_int_distribution<std::int64_t>(1, n)(random); };
    const Instant start{(from + second(2 * 365 * 86'400)) * 1'000'000};
    const Instant end = start + Seconds{second(3 * 86'400)};
    for (const DayPart& part : split_by_day(start, end, between(start, end), "Africa/Cairo", test_zones())) {
      const Instant begins = std::max(start, test_zones().start_of_day(part.date, "Africa/Cairo"));
      const Instant ends = std::min(end, test_zones().start_of_day(part.date + 1, "Africa/Cairo"));
      if (part.seconds != between(begins, ends)) FAIL_CHECK(start.text() << " " << end.text() << " " << part.date.text());
    }
  }
}

}  // namespace billtrail::testing
