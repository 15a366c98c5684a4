// Laws of the read models over random histories (architecture, part 5). Each prints its seed; BILLTRAIL_SEED repeats one.
#include <cstdlib>

#include "projections/live_draw.hpp"
#include "projections/runner.hpp"
#include "tests/projections/plain_work.hpp"
#include "tests/projections/random_history.hpp"

namespace billtrail::testing {
namespace {

constexpr std::uint64_t histories = 12;
constexpr std::size_t steps = 250;

std::uint64_t first_seed() {
  const char* given = std::getenv("BILLTRAIL_SEED");
  return given ? std::strtoull(given, nullptr, 10) : 20260301;
}

// Calls law(random, history) for some histories; a failure shows the seed.
template <class Law>
void for_random_histories(Law&& law) {
  for (std::uint64_t i = 0; i < histories; ++i) {
    const std::uint64_t seed = first_seed() + i;
    INFO("BILLTRAIL_SEED=" << seed);
    RandomHistory random(seed);
    const History history = random.make(steps);
    law(random, history);
  }
}

Question asked(std::string_view model, const Parameters& parameters) { return ask(model, parameters, "2026-05-01"); }

Position some_position(RandomHistory& random, const History& history) { return Position{random.below(history.position().value + 1)}; }

std::map<std::pair<std::string, std::string>, PlainWork::Wip> told(const WipAnswer& answer) {
  std::map<std::pair<std::string, std::string>, PlainWork::Wip> rows;
  for (const WipRow& row : answer.rows) {
    const auto client = row.client ? std::string(row.client->text()) : std::string{};
    const PlainWork::Wip sum{row.value.minor,    row.ageing,          row.negative,          row.deferred.minor,
                             row.on_draft.minor, row.expenses.minor,  row.retainer_fixed.minor, row.seconds,
                             row.unpriced_seconds, row.review_seconds, row.entries};
    const bool first = rows.try_emplace({client, std::string(row.value.currency.code())}, sum).second;
    CHECK(first);
  }
  // A row may be there with nothing left in it.
  std::erase_if(rows, [](const auto& row) { return row.second == PlainWork::Wip{0, std::vector<std::int64_t>(row.second.ageing.size())}; });
  return rows;
}

}  // namespace

TEST_CASE("law: a rebuild equals the live views at every position, byte for byte") {
  for_random_histories([](RandomHistory&, const History& history) {
    Views live;
    for (const Recorded& recorded : history.recorded()) {
      apply(live, recorded);
      const Views fresh = history.views_at(live.position);
      if (const auto difference = first_difference(live, fresh)) FAIL("position " << live.position.value << ": " << difference->left);
    }
    CHECK(dump(live) == dump(history.views()));
  });
}

TEST_CASE("law: any split into batches gives the same views") {
  for_random_histories([](RandomHistory& random, const History& history) {
    const std::string whole = dump(history.views());
    Runner runner;
    for (std::size_t from = 0; from < history.recorded().size();) {
      const std::size_t count = std::min<std::size_t>(random.below(20), history.recorded().size() - from);
      REQUIRE(runner.apply(std::span(history.recorded()).subspan(from, count)));
      from += count;
    }
    CHECK(runner.read([](const Views& views) { return dump(views); }) == whole);
  });
}

TEST_CASE("law: WIP as of any day, known at any position, is what the events say") {
  for_random_histories([](RandomHistory& random, const History& history) {
    for (int i = 0; i < 10; ++i) {
      const Position known = some_position(random, history);
      const Date as_of = random.date();
      INFO("known " << known.value << " as of " << as_of.text());
      const PlainWork plain(history.recorded(), known.value);
      CHECK((told(wip(history.views_at(known), asked("wip", {{"as_of", as_of.text()}}))) == plain.wip(as_of)));
    }
  });
}

TEST_CASE("law: time totals between any days are what the events say") {
  for_random_histories([](RandomHistory& random, const History& history) {
    for (int i = 0; i < 10; ++i) {
      const Position known = some_position(random, history);
      const Date a = random.date(), b = random.date();
      const Date first = std::min(a, b), last = std::max(a, b);
      const auto answer = time_totals(history.views_at(known), asked("time-totals", {{"from", first.text()}, {"to", last.text()}}));
      std::map<std::pair<std::string, std::string>, PlainWork::Times> rows;
      for (const TimeTotalsRow& row : answer.rows) {
        rows[{row.client ? std::string(row.client->text()) : "", *row.month}] = {row.seconds.count, row.clock_seconds.count,
                                                                                row.billed_seconds.count, row.entries};
      }
      CHECK((rows == PlainWork(history.recorded(), known.value).client_months(first, last)));
    }
  });
}

TEST_CASE("law: logged time between any days is what the events say, and splits into its three parts") {
  for_random_histories([](RandomHistory& random, const History& history) {
    const Views views = history.views();
    const PlainWork plain(history.recorded(), history.recorded().size());
    for (int i = 0; i < 10; ++i) {
      const Date a = random.date(), b = random.date();
      const auto answer = utilisation(views, asked("utilisation", {{"from", std::min(a, b).text()}, {"to", std::max(a, b).text()}}));
      auto expected = plain.logged(std::min(a, b), std::max(a, b));
      for (const UtilisationRow& row : answer.rows) {
        const auto& parts = expected[row.key];
        CHECK(row.billable_seconds.count == parts[0]);
        CHECK(row.non_billable_seconds.count == parts[1]);
        CHECK(row.review_seconds.count == parts[2]);
        CHECK(row.logged_seconds.count == parts[0] + parts[1] + parts[2]);
        CHECK(row.available_seconds == row.gross_seconds - row.holiday_seconds - row.leave_seconds);
        CHECK(row.available_seconds.count >= 0);
      }
    }
  });
}

TEST_CASE("law: the list of entries is all live entries in order; removed ones have vanished") {
  for_random_histories([](RandomHistory& random, const History& history) {
    const Position known = some_position(random, history);
    const Views views = history.views_at(known);
    const PlainWork plain(history.recorded(), known.value);
    std::vector<std::string> read;
    Parameters parameters{{"limit", std::to_string(1 + random.below(60))}};
    for (bool more = true; more;) {
      const EntriesAnswer page = entries(views, asked("entries", parameters));
      for (const EntryListRow& row : page.rows) read.push_back(row.key);
      more = page.has_more;
      if (more) parameters = {parameters.front(), {"cursor", *page.next_cursor}};
    }
    CHECK(read == plain.listed());
  });
}

TEST_CASE("law: billed seconds are what the policies say, whatever the order of changes; billed + covered + unbilled + written off") {
  for_random_histories([](RandomHistory& random, const History& history) {
    const Position known = some_position(random, history);
    const Views views = history.views_at(known);
    const PlainWork plain(history.recorded(), known.value);
    for (const PlainEntry& entry : plain.entries()) {
      const Row row = views.work.row_of(entry.entry);
      const EntryRow& held = views.work.rows[row];
      CHECK(held.billed_seconds == entry.billed.count);
      CHECK(held.seconds == entry.facts.span.seconds.count);
      const Date as_of = random.date();
      if (!held.billable() || held.work_date > as_of) continue;
      const SecondsAccount account = LiveDraw(views, as_of).account_of(row);
      const std::array told{account.billed.count, account.covered.count, account.unbilled.count, account.written_off.count};
      CHECK(told == plain.account(entry, as_of));
      CHECK(account.billed + account.covered + account.unbilled + account.written_off == entry.billed);
    }
  });
}

TEST_CASE("law W8: the movement foots for each row and each total, from what WIP said to what it says") {
  for_random_histories([](RandomHistory& random, const History& history) {
    for (int i = 0; i < 10; ++i) {
      const Position a = some_position(random, history), b = some_position(random, history);
      const Date c = random.date(), d = random.date();
      const Views before = history.views_at(std::min(a, b)), after = history.views_at(std::max(a, b));
      const Date d0 = std::min(c, d), d1 = std::max(c, d);
      const auto answer = wip_movement(after, before, asked("wip-movement", {{"from", d0.text()}, {"to", d1.text()}, {"by", "client"}}));
      std::map<std::string, std::pair<std::int64_t, std::int64_t>> ends;
      for (const WipRow& row : wip(before, asked("wip", {{"as_of", d0.text()}})).rows) ends[row.key].first = row.value.minor;
      for (const WipRow& row : wip(after, asked("wip", {{"as_of", d1.text()}})).rows) ends[row.key].second = row.value.minor;
      std::erase_if(ends, [](const auto& end) { return end.second == std::pair<std::int64_t, std::int64_t>{}; });
      std::map<Currency, std::int64_t> closing;
      for (const MovementRow& row : answer.rows) {
        CHECK(row.opening.minor + row.new_work.minor + row.corrections.minor + row.write_ups.minor - row.billed.minor -
                  row.written_off.minor ==
              row.closing.minor);
        CHECK((ends[row.key] == std::pair{row.opening.minor, row.closing.minor}));
        ends.erase(row.key);
        closing[row.closing.currency] += row.closing.minor;
      }
      CHECK(ends.empty());
      for (const MovementTotal& total : answer.totals) CHECK(total.closing.minor == closing[total.currency]);
    }
  });
}

TEST_CASE("law: the sum over any dimensions is the total, and each filter takes its row out of it") {
  const char* names[] = {"client", "project", "campaign", "task", "service", "member", "category", "day", "week", "month"};
  for_random_histories([&](RandomHistory& random, const History& history) {
    const Views views = history.views();
    const TimeTotals whole = time_totals(views, asked("time-totals", {{"by", "member"}})).totals;
    for (int i = 0; i < 20; ++i) {
      std::string by;
      for (const char* name : names) {
        if (random.below(3) == 0) by += (by.empty() ? "" : ",") + std::string(name);
      }
      if (by.empty()) by = "task";
      const TimeTotalsAnswer answer = time_totals(views, asked("time-totals", {{"by", by}}));
      TimeTotals sum;
      std::map<std::string, int> keys;
      for (const TimeTotalsRow& row : answer.rows) {
        sum.seconds += row.seconds;
        sum.clock_seconds += row.clock_seconds;
        sum.billed_seconds += row.billed_seconds;
        sum.entries += row.entries;
        CHECK(++keys[row.key] == 1);
      }
      CHECK(text_of(sum) == text_of(whole));
      CHECK(text_of(answer.totals) == text_of(whole));
      CHECK(sum.seconds == sum.clock_seconds);
    }
    for (const TimeTotalsRow& row : time_totals(views, asked("time-totals", {{"by", "member"}})).rows) {
      const TimeTotals kept = time_totals(views, asked("time-totals", {{"by", "task"}, {"member", row.key}})).totals;
      CHECK(kept.seconds == row.seconds);
      CHECK(kept.billed_seconds == row.billed_seconds);
    }
  });
}

TEST_CASE("law: WIP by members, months or both sums to the same totals as by clients") {
  for_random_histories([](RandomHistory&, const History& history) {
    const Views views = history.views();
    const std::string whole = lines_of(wip(views, asked("wip", {})).totals);
    for (const char* by : {"member", "month", "client,member", "member,month", "client,member,month"}) {
      const WipAnswer answer = wip(views, asked("wip", {{"by", by}}));
      CHECK(lines_of(answer.totals) == whole);
      for (const WipRow& row : answer.rows) {
        std::int64_t aged = row.negative;
        for (const std::int64_t minor : row.ageing) aged += minor;
        CHECK(aged == row.value.minor);
      }
    }
  });
}

}  // namespace billtrail::testing
