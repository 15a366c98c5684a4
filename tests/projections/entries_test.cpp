// The list of entries: order, pages, what a row says.
#include "tests/projections/history.hpp"

namespace billtrail::testing {
namespace {

std::string keys(const EntriesAnswer& answer) {
  std::string text;
  for (const EntryListRow& row : answer.rows) text += row.key + " ";
  return text;
}

}  // namespace

TEST_CASE("entries stand by work date, then start with none last, then id, newest first") {
  History history;
  history.add(Time("old", "ana", "acme", "2026-03-01", minutes(1)))
      .add(Time("b-none", "ana", "acme", "2026-03-02", minutes(1)))
      .add(Time("a-none", "ana", "acme", "2026-03-02", minutes(1)))
      .add(Time("nine", "ana", "acme", "2026-03-02", minutes(1)).from("2026-03-02T09:00:00Z"))
      .add(Time("ten", "ana", "acme", "2026-03-02", minutes(1)).from("2026-03-02T10:00:00Z"));
  CHECK(keys(entries(history.views(), ask("entries"))) == "ten nine b-none a-none old ");
}

TEST_CASE("pages by cursor show every entry once, whatever their size") {
  History history;
  std::string all;
  for (int i = 0; i < 23; ++i) {
    const std::string name = "e" + std::to_string(100 + i);
    Time entry(name, "ana", "acme", "2026-03-0" + std::to_string(1 + i % 3), minutes(1));
    if (i % 2 == 0) entry.from("2026-03-01T0" + std::to_string(i % 5) + ":00:00Z");
    history.add(entry);
  }
  const Views views = history.views();
  const std::string whole = keys(entries(views, ask("entries")));
  for (const char* limit : {"1", "2", "5", "22", "23", "24"}) {
    std::string read;
    Parameters parameters{{"limit", limit}};
    for (int pages = 0; pages < 30; ++pages) {
      const EntriesAnswer page = entries(views, ask("entries", parameters));
      CHECK(page.total_seconds == minutes(23));
      CHECK(page.has_more == page.next_cursor.has_value());
      read += keys(page);
      if (!page.has_more) break;
      parameters = {{"limit", limit}, {"cursor", *page.next_cursor}};
    }
    CHECK(read == whole);
  }
}

TEST_CASE("an entry's row says all there is about it") {
  History history;
  Time entry("e1", "ana", "acme", "2026-02-28", minutes(60));
  entry.on("seo").within("site").as(Category::project).at_rate("100").standard("110").from("2026-02-28T22:30:00Z");
  entry.split({{day("2026-02-28"), minutes(30)}, {day("2026-03-01"), minutes(30)}});
  entry.logged.description = Personal{"ana", "sealed text"};
  entry.logged.tags = {"rush", "blue"};
  history.add(entry).add(PeriodLocked{day("2026-02-28")});
  CHECK(lines_of(entries(history.views(), ask("entries")).rows) ==
        "EntryListRow{key: \"e1\", entry: \"e1\", member: \"ana\", member_name: Personal{ana: sealed Ana}, client: \"acme\", "
        "client_name: \"Acme\", project: \"site\", project_name: \"Site\", campaign: none, campaign_name: none, task: none, "
        "task_name: none, service: \"seo\", service_name: \"SEO\", category: project, work_date: 2026-02-28, seconds: 3600s, "
        "billed_seconds: 3600s, start: 2026-02-28T22:30:00Z, end: 2026-02-28T23:30:00Z, zone: \"Europe/Berlin\", "
        "days: [DayPart{date: 2026-02-28, seconds: 1800s}, DayPart{date: 2026-03-01, seconds: 1800s}], "
        "description: Personal{ana: sealed text}, tags: [\"rush\", \"blue\"], "
        "agreed: AppliedRate{price: Price{amount: 100.0000, currency: EUR, per: 3600s}, origin: rule, rule: \"default\"}, "
        "value: 100.00 EUR, standard_value: 110.00 EUR, unpriced: no, review: not_needed, state: \"open\", "
        "locks: [\"period_locked\"], position: 10, engagement: none, engagement_name: none, invoice: none}\n");
}

TEST_CASE("an entry's position is that of the last event that touched it") {
  History history;
  Time entry("e1", "ana", "acme", "2026-03-01", minutes(60));
  history.add(entry).add(ServiceAdded{id<ServiceId>("x"), "X"});
  CHECK(entries(history.views(), ask("entries")).rows.at(0).position == 10);
  history.add(TimeEntryCorrected{id<EntryId>("e1"), entry.facts(), entry.facts(), Personal{"ana", "new text"}, {}, ""});
  CHECK(entries(history.views(), ask("entries")).rows.at(0).position == 12);
  history.add(EntryRepriced{id<EntryId>("e1"), {}, rate("5"), {}, rate("5"), id<RateRuleId>("default")});
  CHECK(entries(history.views(), ask("entries")).rows.at(0).position == 13);
}

TEST_CASE("2.19: a moved entry takes its text along unless it gets a new one") {
  History history;
  Time entry("e1", "ana", "acme", "2026-03-01", minutes(60));
  entry.logged.description = Personal{"ana", "old text"};
  entry.logged.tags = {"rush"};
  Time moved("e2", "ana", "bolt", "2026-03-01", minutes(60));
  moved.logged.moved_from = id<EntryId>("e1");
  history.add(entry).add(TimeEntryRemoved{id<EntryId>("e1"), entry.facts(), ""}).add(moved);
  const EntryListRow row = entries(history.views(), ask("entries")).rows.at(0);
  CHECK(row.client == id<ClientId>("bolt"));
  CHECK(row.description == Personal{"ana", "old text"});
  CHECK(row.tags == std::vector<std::string>{"rush"});
  Time again("e3", "ana", "bolt", "2026-03-01", minutes(60));
  again.logged.moved_from = id<EntryId>("e2");
  again.logged.description = Personal{"ana", "new text"};
  history.add(TimeEntryRemoved{id<EntryId>("e2"), moved.facts(), ""}).add(again);
  CHECK(entries(history.views(), ask("entries")).rows.at(0).description == Personal{"ana", "new text"});
}

TEST_CASE("a corrected text replaces the old one, no text leaves it") {
  History history;
  Time entry("e1", "ana", "acme", "2026-03-01", minutes(60));
  entry.logged.description = Personal{"ana", "old text"};
  entry.logged.tags = {"rush"};
  history.add(entry).add(TimeEntryCorrected{id<EntryId>("e1"), entry.facts(), entry.facts(), {}, std::vector<std::string>{}, ""});
  const EntryListRow kept = entries(history.views(), ask("entries")).rows.at(0);
  CHECK(kept.description == Personal{"ana", "old text"});
  CHECK(kept.tags.empty());
}

TEST_CASE("unpriced and non-billable entries have no value, removed ones are listed only when asked for") {
  History history;
  history.add(Time("e1", "ana", "acme", "2026-03-02", minutes(60))).add(Time("e2", "ana", "", "2026-03-01", minutes(60)));
  const EntriesAnswer answer = entries(history.views(), ask("entries"));
  CHECK(answer.rows.at(0).unpriced);
  CHECK(answer.rows.at(0).value == std::nullopt);
  CHECK_FALSE(answer.rows.at(1).unpriced);
  CHECK(answer.rows.at(1).value == std::nullopt);
  history.add(TimeEntryRemoved{id<EntryId>("e1"), {}, ""});
  CHECK(keys(entries(history.views(), ask("entries"))) == "e2 ");
  const EntriesAnswer removed = entries(history.views(), ask("entries", {{"removed", "true"}}));
  CHECK(keys(removed) == "e1 ");
  CHECK(removed.rows.at(0).state == "removed");
}

}  // namespace billtrail::testing
