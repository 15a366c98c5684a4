// D1, D3, D4 in the read models: raw seconds stay, billed seconds follow the policy frozen on the entry.
#include "tests/projections/history.hpp"

namespace billtrail::testing {
namespace {

RoundingTerms up_to(Seconds increment, RoundingScope scope = RoundingScope::entry) {
  return {RoundingMode::up, increment, Seconds{0}, Seconds{0}, scope};
}

// "entry:raw/billed" for each, in order of logging.
std::string billed(const History& history) {
  const Views views = history.views();
  std::string text;
  for (Row row = 0; row < views.work.rows.size(); ++row) {
    const EntryRow& entry = views.work.rows[row];
    if (entry.removed) continue;
    text += std::string(views.work.details[row].entry.text()) + ":" + std::to_string(entry.seconds / 60) + "/" +
            std::to_string(entry.billed_seconds / 60) + " ";
  }
  return text;
}

}  // namespace

TEST_CASE("D1: billed seconds are rounded for each entry, raw seconds stay") {
  History history;
  history.add(Time("e1", "ana", "acme", "2026-03-01", Seconds{1}).rounding(up_to(minutes(15))))
      .add(Time("e2", "ana", "acme", "2026-03-01", minutes(15)).rounding(up_to(minutes(15))))
      .add(Time("e3", "ana", "acme", "2026-03-01", minutes(16)).rounding(up_to(minutes(15))));
  CHECK(billed(history) == "e1:0/15 e2:15/15 e3:16/30 ");
}

TEST_CASE("D1: non-billable work is never rounded, nor is work that awaits its review") {
  History history;
  history.add(Time("e1", "ana", "acme", "2026-03-01", minutes(7)).rounding(up_to(minutes(15))).as(Category::non_billable))
      .add(Time("e2", "ana", "acme", "2026-03-01", minutes(7)).rounding(up_to(minutes(15))).reviewed(Review::needed));
  CHECK(billed(history) == "e1:7/7 e2:7/7 ");
}

TEST_CASE("D3: WIP uses billed seconds, utilisation raw ones") {
  History history;
  history.add(Time("e1", "ana", "acme", "2026-03-02", minutes(50)).rounding(up_to(minutes(60))).at_rate("100"));
  const Views views = history.views();
  CHECK(wip(views, ask("wip")).rows.at(0).value.minor == 10000);
  CHECK(wip(views, ask("wip")).rows.at(0).seconds == hours(1));
  CHECK(utilisation(views, ask("utilisation")).rows.at(0).billable_seconds == minutes(50));
}

TEST_CASE("D4: a group rounds its total once: 4 h 10 in pieces on 15 minutes is 4 h 15, not 5 h") {
  History history;
  for (const char* entry : {"e1", "e2", "e3", "e4", "e5"}) {
    history.add(Time(entry, "ana", "acme", "2026-03-01", minutes(50)).on("seo").rounding(up_to(minutes(15), RoundingScope::group)));
  }
  CHECK(billed(history) == "e1:50/51 e2:50/51 e3:50/51 e4:50/51 e5:50/51 ");
}

TEST_CASE("D4: the group is member + day + client + engagement + service + category, nothing wider") {
  const RoundingTerms terms = up_to(minutes(10), RoundingScope::group);
  History history;
  history.add(Time("base", "ana", "acme", "2026-03-01", minutes(4)).on("seo").rounding(terms))
      .add(Time("same", "ana", "acme", "2026-03-01", minutes(4)).on("seo").rounding(terms))
      .add(Time("who", "ben", "acme", "2026-03-01", minutes(4)).on("seo").rounding(terms))
      .add(Time("day", "ana", "acme", "2026-03-02", minutes(4)).on("seo").rounding(terms))
      .add(Time("client", "ana", "bolt", "2026-03-01", minutes(4)).on("seo").rounding(terms))
      .add(Time("service", "ana", "acme", "2026-03-01", minutes(4)).on("ads").rounding(terms))
      .add(Time("kind", "ana", "acme", "2026-03-01", minutes(4)).on("seo").rounding(terms).as(Category::project));
  Time under_contract("deal", "ana", "acme", "2026-03-01", minutes(4));
  under_contract.on("seo").rounding(terms).logged.facts.work.engagement = id<EngagementId>("g1");
  history.add(under_contract);
  CHECK(billed(history) == "base:4/5 same:4/5 who:4/10 day:4/10 client:4/10 service:4/10 kind:4/10 deal:4/10 ");
}

TEST_CASE("D4: an odd second goes to the earlier entry, by start and then id, not by order of logging") {
  const RoundingTerms terms = up_to(Seconds{101}, RoundingScope::group);
  History history;
  history.add(Time("late", "ana", "acme", "2026-03-01", Seconds{50}).from("2026-03-01T10:00:00Z").rounding(terms))
      .add(Time("early", "ana", "acme", "2026-03-01", Seconds{50}).from("2026-03-01T09:00:00Z").rounding(terms));
  const Views views = history.views();
  CHECK(views.work.rows[0].billed_seconds == 50);
  CHECK(views.work.rows[1].billed_seconds == 51);
}

TEST_CASE("D4, 2.21: an entry without a start is earlier than any with one, and of two alike the smaller id is") {
  const RoundingTerms terms = up_to(Seconds{152}, RoundingScope::group);
  History history;
  history.add(Time("a", "ana", "acme", "2026-03-01", Seconds{50}).from("1969-12-31T23:00:00Z").rounding(terms))
      .add(Time("z", "ana", "acme", "2026-03-01", Seconds{50}).rounding(terms))
      .add(Time("y", "ana", "acme", "2026-03-01", Seconds{50}).rounding(terms));
  const Views views = history.views();
  CHECK(views.work.rows[0].billed_seconds == 50);
  CHECK(views.work.rows[1].billed_seconds == 51);
  CHECK(views.work.rows[2].billed_seconds == 51);
}

TEST_CASE("D4: who leaves or joins a group changes what the others are billed, and their value") {
  const RoundingTerms terms = up_to(minutes(30), RoundingScope::group);
  History history;
  Time first("e1", "ana", "acme", "2026-03-01", minutes(20));
  Time second("e2", "ana", "acme", "2026-03-01", minutes(20));
  history.add(first.rounding(terms).at_rate("60")).add(second.rounding(terms).at_rate("60"));
  CHECK(billed(history) == "e1:20/30 e2:20/30 ");
  EntryFacts moved = second.facts();
  moved.span.work_date = day("2026-03-02");
  history.add(TimeEntryCorrected{id<EntryId>("e2"), second.facts(), moved, {}, {}, ""});
  CHECK(billed(history) == "e1:20/30 e2:20/30 ");
  history.add(TimeEntryCorrected{id<EntryId>("e2"), moved, second.facts(), {}, {}, ""});
  history.add(Time("e3", "ana", "acme", "2026-03-01", minutes(20)).rounding(terms).at_rate("60"));
  CHECK(billed(history) == "e1:20/20 e2:20/20 e3:20/20 ");
  history.add(TimeEntryRemoved{id<EntryId>("e3"), {}, ""});
  CHECK(billed(history) == "e1:20/30 e2:20/30 ");
  CHECK(wip(history.views(), ask("wip")).rows.at(0).value.minor == 6000);
}

TEST_CASE("D2: an entry rounded anew keeps its raw seconds and takes the new terms") {
  const RoundingTerms none;
  History history;
  history.add(Time("e1", "ana", "acme", "2026-03-01", minutes(7)).at_rate("60"));
  CHECK(billed(history) == "e1:7/7 ");
  history.add(EntryRerounded{id<EntryId>("e1"), none, up_to(minutes(6)), id<RoundingPolicyId>("p")});
  CHECK(billed(history) == "e1:7/12 ");
  CHECK(wip(history.views(), ask("wip")).rows.at(0).value.minor == 1200);
}

TEST_CASE("R5: a new rate never rounds a quantity again") {
  History history;
  history.add(Time("e1", "ana", "acme", "2026-03-01", minutes(3)).at_rate("100"));
  history.add(EntryRepriced{id<EntryId>("e1"), rate("100"), rate("200"), rate("100"), rate("200"), id<RateRuleId>("default")});
  CHECK(billed(history) == "e1:3/3 ");
  CHECK(wip(history.views(), ask("wip")).rows.at(0).value.minor == 1000);
}

}  // namespace billtrail::testing
