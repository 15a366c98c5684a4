// W1, W1a, W2, W3, D3: what stands unbilled, how old it is, and what is kept apart.
#include "projections/live_draw.hpp"
#include "tests/projections/history.hpp"

namespace billtrail::testing {
namespace {

WipAnswer wip_of(const History& history, const Parameters& parameters = {}, std::string_view today = "2026-03-31") {
  return wip(history.views(), ask("wip", parameters, today));
}

}  // namespace

TEST_CASE("W1: ad hoc and project work counts at its agreed rate, as one row for each client") {
  History history;
  history.add(Time("e1", "ana", "acme", "2026-03-01", hours(2)).at_rate("100"))
      .add(Time("e2", "ben", "acme", "2026-03-30", hours(1)).at_rate("80.5").as(Category::project))
      .add(Time("e3", "ben", "bolt", "2026-03-31", minutes(30)).at_rate("95"));
  const WipAnswer answer = wip_of(history);
  CHECK(answer.ageing_edges == std::vector<std::int32_t>{30, 60, 90, 120});
  REQUIRE(answer.rows.size() == 2);
  const WipRow& acme = answer.rows[0];
  CHECK(acme.key == "acme");
  CHECK(acme.client_name == "Acme");
  CHECK(acme.value == Money{28050, cur("EUR")});
  CHECK(acme.ageing == std::vector<std::int64_t>{28050, 0, 0, 0, 0});
  CHECK(acme.seconds == hours(3));
  CHECK(acme.entries == 2);
  CHECK(acme.oldest == day("2026-03-01"));
  CHECK(answer.rows[1].value == Money{4750, cur("EUR")});
  REQUIRE(answer.totals.size() == 1);
  CHECK(answer.totals[0].value == Money{32800, cur("EUR")});
}

TEST_CASE("W1: work dated after the day asked for is not part of it; the day itself is") {
  History history;
  history.add(Time("e1", "ana", "acme", "2026-02-28", hours(1)).at_rate("100"))
      .add(Time("e2", "ana", "acme", "2026-03-01", hours(1)).at_rate("100"));
  CHECK(wip_of(history, {{"as_of", "2026-02-28"}}).rows.at(0).value.minor == 10000);
  CHECK(wip_of(history, {{"as_of", "2026-03-01"}}).rows.at(0).value.minor == 20000);
  CHECK(wip_of(history, {{"as_of", "2026-02-27"}}).rows.empty());
}

TEST_CASE("W1a: each entry is rounded by itself, so that cents foot") {
  History history;
  // 20 s at 100.00 is 55.5 cents, rounded to 56; three of them are 168, not 167.
  for (const char* entry : {"e1", "e2", "e3"}) history.add(Time(entry, "ana", "acme", "2026-03-01", Seconds{20}).at_rate("100"));
  CHECK(wip_of(history).rows.at(0).value.minor == 168);
}

TEST_CASE("W2: retainer work stands in its own column at standard value and never in chargeable WIP") {
  History history;
  history.add(Time("e1", "ana", "acme", "2026-03-01", hours(2)).at_rate("90").standard("100").as(Category::retainer))
      .add(Time("e2", "ana", "acme", "2026-03-01", hours(1)).at_rate("90").standard("100"));
  const WipRow row = wip_of(history).rows.at(0);
  CHECK(row.value.minor == 9000);
  CHECK(row.retainer_fixed.minor == 20000);
  CHECK(row.seconds == hours(1));
  CHECK(row.entries == 1);
}

TEST_CASE("W3: work ages from its work date, the edge belongs to the younger bucket") {
  History history;
  // Ages on 2026-06-30: 0, 30, 31, 60, 61, 90, 91, 120, 121.
  const char* dates[] = {"2026-06-30", "2026-05-31", "2026-05-30", "2026-05-01", "2026-04-30",
                         "2026-04-01", "2026-03-31", "2026-03-02", "2026-03-01"};
  int number = 0;
  for (const char* date : dates) {
    ++number;
    history.add(Time("e" + std::to_string(number), "ana", "acme", date, hours(1)).at_rate(std::to_string(number)));
  }
  const WipRow row = wip_of(history, {{"as_of", "2026-06-30"}}).rows.at(0);
  CHECK(row.ageing == std::vector<std::int64_t>{100 + 200, 300 + 400, 500 + 600, 700 + 800, 900});
  CHECK(row.value.minor == 4500);
}

TEST_CASE("W3: the edges are a setting of the practice") {
  History history;
  PracticeChanged changed;
  changed.ageing_edges = {7};
  history.add(changed)
      .add(Time("e1", "ana", "acme", "2026-03-24", hours(1)).at_rate("100"))
      .add(Time("e2", "ana", "acme", "2026-03-23", hours(2)).at_rate("100"));
  const WipAnswer answer = wip_of(history);
  CHECK(answer.ageing_edges == std::vector<std::int32_t>{7});
  CHECK(answer.rows.at(0).ageing == std::vector<std::int64_t>{10000, 20000});
}

TEST_CASE("W3: the mean age is weighted by value and rounded half away") {
  History history;
  history.add(Time("e1", "ana", "acme", "2026-03-31", hours(1)).at_rate("100"))
      .add(Time("e2", "ana", "acme", "2026-03-28", hours(1)).at_rate("100"));
  CHECK(wip_of(history).rows.at(0).mean_age_days == 2);  // 1.5
  history.add(Time("e3", "ana", "acme", "2026-03-31", hours(3)).at_rate("100"));
  CHECK(wip_of(history).rows.at(0).mean_age_days == 1);  // 0.6
}

TEST_CASE("W3: negative WIP is never aged but stands in a column of its own") {
  History history;
  history.add(Time("e1", "ana", "acme", "2026-01-01", hours(1)).at_rate("100"))
      .add(Time("e2", "ana", "acme", "2026-03-31", hours(1)).at_rate("50"));
  Views views = history.views();
  const Row first = views.work.row_of(id<EntryId>("e1"));
  views.work.settled[first] = {{SettlementKind::billed, day("2026-02-01"), hours(1), 12000}};
  views.work.rows[first].has_settled = true;
  const WipRow row = wip(views, ask("wip")).rows.at(0);
  CHECK(row.value.minor == 3000);
  CHECK(row.negative == -2000);
  CHECK(row.ageing == std::vector<std::int64_t>{5000, 0, 0, 0, 0});
  CHECK(row.oldest == day("2026-03-31"));
}

TEST_CASE("W1: what was billed, written off or up counts from its date, and deferred work is still WIP") {
  History history;
  history.add(Time("e1", "ana", "acme", "2026-03-01", hours(4)).at_rate("100"));
  Views views = history.views();
  views.work.settled[0] = {{SettlementKind::billed, day("2026-03-10"), hours(1), 10000},
                           {SettlementKind::written_off, day("2026-03-11"), hours(1), 10000},
                           {SettlementKind::written_up, day("2026-03-12"), {}, 500},
                           {SettlementKind::deferred, day("2026-03-13"), {}, 0},
                           {SettlementKind::released, day("2026-03-20"), {}, 0}};
  views.work.rows[0].has_settled = true;
  const auto on = [&](const char* date) { return wip(views, ask("wip", {{"as_of", date}})).rows.at(0); };
  CHECK(on("2026-03-09").value.minor == 40000);
  CHECK(on("2026-03-10").value.minor == 30000);
  CHECK(on("2026-03-10").seconds == hours(3));
  CHECK(on("2026-03-11").value.minor == 20000);
  CHECK(on("2026-03-12").value.minor == 20500);
  CHECK(on("2026-03-12").deferred.minor == 0);
  CHECK(on("2026-03-13").deferred.minor == 20500);
  CHECK(on("2026-03-20").deferred.minor == 0);
  const SecondsAccount account = LiveDraw(views, day("2026-03-31")).account_of(0);
  CHECK(account.billed == hours(1));
  CHECK(account.written_off == hours(1));
  CHECK(account.unbilled == hours(2));
  CHECK(account.covered == hours(0));
}

TEST_CASE("R1: work without a rate has a bucket of its own and is never worth zero") {
  History history;
  history.add(Time("e1", "ana", "acme", "2026-03-01", hours(2)))
      .add(Time("e2", "ana", "acme", "2026-03-01", hours(1)).at_rate("100"))
      .add(Time("e3", "ana", "cora", "2026-03-01", hours(5)));
  const WipAnswer answer = wip_of(history);
  REQUIRE(answer.rows.size() == 2);
  CHECK(answer.rows[0].value.minor == 10000);
  CHECK(answer.rows[0].unpriced_seconds == hours(2));
  CHECK(answer.rows[0].unpriced_entries == 1);
  CHECK(answer.rows[0].seconds == hours(3));
  CHECK(answer.rows[0].entries == 2);
  CHECK(answer.rows[1].key == "cora");
  CHECK(answer.rows[1].value == Money{0, cur("USD")});
  CHECK(answer.rows[1].unpriced_seconds == hours(5));
  CHECK(answer.rows[1].mean_age_days == std::nullopt);
}

TEST_CASE("TM5: work that awaits its review is not billable until the member confirms it") {
  History history;
  Time forgotten("e1", "ana", "acme", "2026-03-01", hours(16));
  forgotten.at_rate("100").reviewed(Review::needed);
  history.add(forgotten);
  const WipRow waiting = wip_of(history).rows.at(0);
  CHECK(waiting.value.minor == 0);
  CHECK(waiting.seconds == hours(0));
  CHECK(waiting.entries == 0);
  CHECK(waiting.review_seconds == hours(16));
  EntryFacts after = forgotten.facts();
  after.review = Review::done;
  after.span.seconds = hours(2);
  history.add(TimeEntryReviewed{id<EntryId>("e1"), forgotten.facts(), after});
  const WipRow confirmed = wip_of(history).rows.at(0);
  CHECK(confirmed.value.minor == 20000);
  CHECK(confirmed.review_seconds == hours(0));
}

TEST_CASE("2.8: several currencies have a total each and are never added") {
  History history;
  history.add(Time("e1", "ana", "acme", "2026-03-01", hours(1)).at_rate("100"))
      .add(Time("e2", "ana", "cora", "2026-03-01", hours(1)).at_rate("70", "USD"))
      .add(Time("e3", "ana", "acme", "2026-03-01", hours(1)).at_rate("30", "USD"));
  const WipAnswer by_client = wip_of(history);
  REQUIRE(by_client.rows.size() == 3);
  CHECK(by_client.rows[0].key == "acme");
  CHECK(by_client.rows[0].value == Money{10000, cur("EUR")});
  CHECK(by_client.rows[1].key == "acme|USD");
  CHECK(by_client.rows[1].value == Money{3000, cur("USD")});
  CHECK(by_client.rows[2].key == "cora");
  REQUIRE(by_client.totals.size() == 2);
  CHECK(by_client.totals[0].value == Money{10000, cur("EUR")});
  CHECK(by_client.totals[1].value == Money{10000, cur("USD")});
  const WipAnswer by_member = wip_of(history, {{"by", "member"}});
  REQUIRE(by_member.rows.size() == 2);
  CHECK(by_member.rows[0].key == "ana");
  CHECK(by_member.rows[1].key == "ana|USD");
}

TEST_CASE("WIP by client, member and month names each of them") {
  History history;
  history.add(Time("e1", "ben", "acme", "2026-02-01", hours(1)).at_rate("10"))
      .add(Time("e2", "ana", "acme", "2026-03-01", hours(1)).at_rate("20"))
      .add(Time("e3", "ben", "acme", "2026-03-02", hours(1)).at_rate("40"));
  const WipAnswer answer = wip_of(history, {{"by", "client,member,month"}});
  REQUIRE(answer.rows.size() == 3);
  CHECK(answer.rows[0].key == "acme|ana|2026-03");
  CHECK(answer.rows[1].key == "acme|ben|2026-02");
  CHECK(answer.rows[2].key == "acme|ben|2026-03");
  CHECK(answer.rows[2].member == id<MemberId>("ben"));
  CHECK(answer.rows[2].member_name == Personal{"ben", "sealed Ben"});
  CHECK(answer.rows[2].month == "2026-03");
  CHECK(answer.rows[2].value.minor == 4000);
}

TEST_CASE("R4: a repriced entry is worth its new rate; one that lost its rate is unpriced") {
  History history;
  history.add(Time("e1", "ana", "acme", "2026-03-01", hours(1)).at_rate("100"));
  history.add(EntryRepriced{id<EntryId>("e1"), rate("100"), rate("120"), rate("100"), rate("110"), id<RateRuleId>("default")});
  CHECK(wip_of(history).rows.at(0).value.minor == 12000);
  history.add(EntryRepriced{id<EntryId>("e1"), rate("120"), {}, rate("110"), {}, id<RateRuleId>("default")});
  CHECK(wip_of(history).rows.at(0).value.minor == 0);
  CHECK(wip_of(history).rows.at(0).unpriced_entries == 1);
}

TEST_CASE("2.19: a removed entry is gone from WIP, and a corrected one is as corrected") {
  History history;
  Time first("e1", "ana", "acme", "2026-03-01", hours(1));
  first.at_rate("100");
  history.add(first).add(Time("e2", "ana", "bolt", "2026-03-01", hours(1)).at_rate("100"));
  EntryFacts after = first.facts();
  after.span.seconds = hours(3);
  history.add(TimeEntryCorrected{id<EntryId>("e1"), first.facts(), after, {}, {}, "typo"});
  CHECK(wip_of(history).rows.at(0).value.minor == 30000);
  history.add(TimeEntryRemoved{id<EntryId>("e1"), after, "twice"});
  const WipAnswer answer = wip_of(history);
  REQUIRE(answer.rows.size() == 1);
  CHECK(answer.rows[0].key == "bolt");
}

TEST_CASE("a fixed rate is worth its amount whatever the time") {
  History history;
  Time entry("e1", "ana", "acme", "2026-03-01", minutes(7));
  entry.at_rate("250");
  entry.logged.facts.agreed->price.per = Seconds{0};
  history.add(entry);
  CHECK(wip_of(history).rows.at(0).value.minor == 25000);
}

TEST_CASE("unknown names in filters let nothing through") {
  History history;
  history.add(Time("e1", "ana", "acme", "2026-03-01", hours(1)).at_rate("100"));
  CHECK(wip_of(history, {{"client", "acme"}}).rows.size() == 1);
  CHECK(wip_of(history, {{"client", "nobody"}}).rows.empty());
  CHECK(wip_of(history, {{"member", "ben"}}).rows.empty());
}

}  // namespace billtrail::testing
