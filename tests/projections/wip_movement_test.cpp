// W8: opening + new work + corrections + write-ups - billed - written off = closing.
#include "tests/projections/history.hpp"

namespace billtrail::testing {
namespace {

template <class Columns>
bool foots(const Columns& c) {
  return c.opening.minor + c.new_work.minor + c.corrections.minor + c.write_ups.minor - c.billed.minor - c.written_off.minor ==
         c.closing.minor;
}

const Parameters march{{"from", "2026-02-28"}, {"to", "2026-03-31"}};

}  // namespace

TEST_CASE("W8: work dated in the period is new work, work dated before stands in the opening") {
  History history;
  history.add(Time("e1", "ana", "acme", "2026-02-28", hours(1)).at_rate("100"))
      .add(Time("e2", "ana", "acme", "2026-03-01", hours(2)).at_rate("100"))
      .add(Time("e3", "ana", "acme", "2026-04-01", hours(4)).at_rate("100"));
  const Views views = history.views();
  const MovementAnswer answer = wip_movement(views, views, ask("wip-movement", march));
  CHECK(lines_of(answer.rows) ==
        "MovementRow{key: \"acme\", client: \"acme\", client_name: \"Acme\", member: none, member_name: none, opening: 100.00 EUR, "
        "new_work: 200.00 EUR, corrections: 0.00 EUR, write_ups: 0.00 EUR, billed: 0.00 EUR, written_off: 0.00 EUR, "
        "closing: 300.00 EUR}\n");
  REQUIRE(answer.totals.size() == 1);
  CHECK(foots(answer.totals[0]));
}

TEST_CASE("W8: work logged late, repriced or removed since the opening was reported stands in corrections") {
  History history;
  Time kept("e1", "ana", "acme", "2026-02-10", hours(1));
  Time removed("e2", "ana", "acme", "2026-02-11", hours(1));
  history.add(kept.at_rate("100")).add(removed.at_rate("100"));
  const Position reported = history.position();
  history.add(Time("late", "ana", "acme", "2026-02-20", hours(3)).at_rate("100"))
      .add(TimeEntryRemoved{id<EntryId>("e2"), removed.facts(), ""})
      .add(EntryRepriced{id<EntryId>("e1"), rate("100"), rate("110"), rate("100"), rate("100"), id<RateRuleId>("default")})
      .add(Time("e3", "ana", "acme", "2026-03-20", hours(1)).at_rate("100"));
  const MovementAnswer answer = wip_movement(history.views(), history.views_at(reported), ask("wip-movement", march));
  REQUIRE(answer.rows.size() == 1);
  const MovementRow& row = answer.rows[0];
  CHECK(row.opening.minor == 20000);
  CHECK(row.corrections.minor == 30000 - 10000 + 1000);
  CHECK(row.new_work.minor == 10000);
  CHECK(row.closing.minor == 51000);
  CHECK(foots(row));
}

TEST_CASE("W8: a client whose work was all taken back has a closing of zero and still foots") {
  History history;
  Time gone("e1", "ana", "bolt", "2026-02-10", hours(1));
  history.add(gone.at_rate("100"));
  const Position reported = history.position();
  history.add(TimeEntryRemoved{id<EntryId>("e1"), gone.facts(), ""});
  const MovementAnswer answer = wip_movement(history.views(), history.views_at(reported), ask("wip-movement", march));
  REQUIRE(answer.rows.size() == 1);
  CHECK(answer.rows[0].opening.minor == 10000);
  CHECK(answer.rows[0].corrections.minor == -10000);
  CHECK(answer.rows[0].closing.minor == 0);
  CHECK(foots(answer.rows[0]));
}

TEST_CASE("W8: billed, written off and written up move on their dates") {
  History history;
  history.add(Time("old", "ana", "acme", "2026-02-10", hours(4)).at_rate("100"))
      .add(Time("new", "ana", "acme", "2026-03-10", hours(1)).at_rate("100"));
  Views views = history.views();
  views.work.settled[0] = {{SettlementKind::billed, day("2026-02-28"), hours(1), 10000},
                           {SettlementKind::written_off, day("2026-03-05"), hours(1), 10000},
                           {SettlementKind::billed, day("2026-03-31"), hours(1), 10000},
                           {SettlementKind::billed, day("2026-04-01"), hours(1), 10000}};
  views.work.settled[1] = {{SettlementKind::written_up, day("2026-03-11"), {}, 700}};
  views.work.rows[0].has_settled = views.work.rows[1].has_settled = true;
  const MovementAnswer answer = wip_movement(views, views, ask("wip-movement", march));
  REQUIRE(answer.rows.size() == 1);
  const MovementRow& row = answer.rows[0];
  CHECK(row.opening.minor == 30000);
  CHECK(row.new_work.minor == 10000);
  CHECK(row.write_ups.minor == 700);
  CHECK(row.billed.minor == 10000);
  CHECK(row.written_off.minor == 10000);
  CHECK(row.corrections.minor == 0);
  CHECK(row.closing.minor == 20700);
  CHECK(foots(row));
}

TEST_CASE("W8: several currencies move apart, by client and member") {
  History history;
  history.add(Time("e1", "ana", "acme", "2026-03-10", hours(1)).at_rate("100"))
      .add(Time("e2", "ben", "cora", "2026-03-10", hours(1)).at_rate("60", "USD"))
      .add(Time("e3", "ben", "acme", "2026-03-10", hours(1)).at_rate("50"));
  const Views views = history.views();
  Parameters parameters = march;
  parameters.emplace_back("by", "client,member");
  const MovementAnswer answer = wip_movement(views, views, ask("wip-movement", parameters));
  REQUIRE(answer.rows.size() == 3);
  CHECK(answer.rows[0].key == "acme|ana");
  CHECK(answer.rows[1].key == "acme|ben");
  CHECK(answer.rows[2].key == "cora|ben");
  REQUIRE(answer.totals.size() == 2);
  CHECK(answer.totals[0].closing == Money{15000, cur("EUR")});
  CHECK(answer.totals[1].closing == Money{6000, cur("USD")});
}

TEST_CASE("W8: unless given, the period is the month of the day asked for") {
  const MovementAnswer answer = wip_movement(History().views(), History().views(), ask("wip-movement", {{"as_of", "2026-03-15"}}));
  CHECK(answer.from == day("2026-02-28"));
  CHECK(answer.to == day("2026-03-15"));
}

TEST_CASE("golden case 15: WIP on a day is the same number before and after a later correction of what was known") {
  History history;
  history.add(Time("e1", "ana", "acme", "2026-02-10", hours(1)).at_rate("100"));
  const Position then = history.position();
  const std::string before = lines_of(wip(history.views(), ask("wip", {{"as_of", "2026-02-28"}})).rows);
  history.add(Time("e2", "ana", "acme", "2026-02-11", hours(1)).at_rate("100"));
  CHECK(lines_of(wip(history.views_at(then), ask("wip", {{"as_of", "2026-02-28"}})).rows) == before);
  CHECK(lines_of(wip(history.views(), ask("wip", {{"as_of", "2026-02-28"}})).rows) != before);
}

}  // namespace billtrail::testing
