// What of an entry is open, and how many seconds of it are billed.
#include "domain/wip/billed_seconds.hpp"
#include "domain/wip/treatment.hpp"
#include "domain/wip/work_of_client.hpp"
#include "tests/domain/wip_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

const auto deal = id<EngagementId>("deal");

Event agreed(EngagementKind kind, std::int64_t cap = 0) {
  return EngagementAgreed{deal, acme, "Deal", kind, day("2026-01-01"), {}, 0, cap, ""};
}

TimeLogged under_deal(TimeLogged time, Category category) {
  time.facts.work.engagement = deal;
  time.facts.work.category = category;
  return time;
}

// Grouped by the quarter of an hour, upwards.
TimeLogged grouped(std::string_view name, std::int64_t seconds, std::string_view date = "2026-02-02") {
  TimeLogged time = worked(name, date, seconds);
  time.facts.rounding = {RoundingMode::up, {900}, {}, {}, RoundingScope::group};
  return time;
}

std::vector<std::int64_t> billed(const Scenario& scenario, const std::vector<std::string>& names) {
  std::vector<std::int64_t> seconds;
  for (const std::string& name : names) {
    seconds.push_back(billed_seconds(scenario.books(), scenario.books().entries.row_of(entry(name))).count);
  }
  return seconds;
}

}  // namespace

TEST_CASE("W1a: what is open is the whole value less what has been taken from it") {
  Scenario scenario;
  scenario.given(agency).given({old_rate, worked("a", "2026-02-02", 1000), worked("b", "2026-02-02", 3600)});
  CHECK(open_text(scenario.books(), "a") == "1000 s of 1000, 27.78");
  scenario.given({written_off("", {{entry("a"), {1000}, {}, 1000}}, "2026-02-03")});
  CHECK(open_text(scenario.books(), "a") == "1000 s of 1000, 17.78");
  scenario.given(invoiced("i", "INV-1", "2026-02-10", {claim("a", 1000, 1778)}));
  CHECK(open_text(scenario.books(), "a") == "-");
  CHECK(open_text(scenario.books(), "b") == "3600 s of 3600, 100.00");
}

TEST_CASE("2.13: a draft's claim leaves work open and names itself as the holder") {
  Scenario scenario;
  scenario.given(golden_work()).given({drafted("d", {claim("a", 8 * 3600, 80'000)})});
  CHECK(open_text(scenario.books(), "a") == "28800 s of 28800, 800.00");
  const Books& books = scenario.books();
  CHECK(settlement_of(books, books.entries.row_of(entry("a")))->holder == books.invoices.row_of(id<InvoiceId>("d")));
}

TEST_CASE("2.5: how work is billed follows its category and the kind of its engagement") {
  using K = EngagementKind;
  const auto project = [](K kind) { return treatment_of(Category::project, kind); };
  CHECK(treatment_of(Category::project, {}) == Treatment::full);
  CHECK(project(K::hourly) == Treatment::full);
  CHECK(project(K::deposit) == Treatment::full);
  CHECK(project(K::capped) == Treatment::capped);
  for (const K kind : {K::fixed_fee, K::recurring_fee, K::milestone, K::non_billable}) {
    CAPTURE(static_cast<int>(kind));
    CHECK(project(kind) == Treatment::none);
    CHECK(treatment_of(Category::ad_hoc, kind) == Treatment::full);
    CHECK(treatment_of(Category::non_billable, kind) == Treatment::none);
  }
  CHECK(treatment_of(Category::retainer, K::retainer) == Treatment::drawn);
  CHECK(treatment_of(Category::retainer, {}) == Treatment::drawn);
}

TEST_CASE("W1: work without a client, removed, awaiting its review, covered or of a fixed fee is not open") {
  TimeLogged internal = worked("internal", "2026-02-02", 3600);
  internal.facts.work = Assignment{};
  TimeLogged removed = worked("removed", "2026-02-02", 3600);
  TimeLogged unsure = worked("unsure", "2026-02-02", 3600);
  unsure.facts.review = Review::needed;
  TimeLogged covered = worked("covered", "2026-02-02", 3600);
  covered.facts.work.category = Category::retainer;
  Scenario scenario;
  scenario.given(agency).given({old_rate, agreed(EngagementKind::fixed_fee), internal, removed, unsure, covered,
                                under_deal(worked("fee", "2026-02-02", 3600), Category::project),
                                under_deal(worked("extra", "2026-02-02", 3600), Category::ad_hoc),
                                TimeEntryRemoved{removed.entry, removed.facts, "twice"}});
  for (const char* name : {"internal", "removed", "unsure", "covered", "fee"}) {
    CAPTURE(name);
    CHECK(open_text(scenario.books(), name) == "-");
  }
  CHECK(open_text(scenario.books(), "extra") == "3600 s of 3600, 100.00");
}

TEST_CASE("R1: unpriced work is open without a value and says that it has no rate") {
  Scenario scenario;
  scenario.given(agency).given({logged("a", "2026-02-02", {}, {})});
  const std::optional<OpenWork> open = open_work(scenario.books(), scenario.books().entries.row_of(entry("a")));
  REQUIRE(open);
  CHECK(open->seconds == Seconds{3600});
  CHECK(open->value == 0);
  CHECK(!open->rate);
}

TEST_CASE("2.5 capped: work up to the cap is open in the order of draw, the crossing entry is split by value") {
  Scenario scenario;
  scenario.given(agency).given({old_rate, agreed(EngagementKind::capped, 25'000),
                                under_deal(worked("third", "2026-02-04", 3600), Category::project),
                                under_deal(worked("first", "2026-02-02", 7200), Category::project),
                                under_deal(worked("second", "2026-02-03", 3600), Category::project)});
  CHECK(open_text(scenario.books(), "first") == "7200 s of 7200, 200.00");
  CHECK(open_text(scenario.books(), "second") == "1800 s of 3600, 50.00");
  CHECK(open_text(scenario.books(), "third") == "-");
  scenario.given({EngagementChanged{deal, {}, {}, {}, 32'500}});
  CHECK(open_text(scenario.books(), "second") == "3600 s of 3600, 100.00");
  CHECK(open_text(scenario.books(), "third") == "900 s of 3600, 25.00");
}

TEST_CASE("2.5 capped: earlier work that comes late never makes the bill pass the cap") {
  Scenario scenario;
  scenario.given(agency)
      .given({old_rate, agreed(EngagementKind::capped, 25'000), under_deal(worked("a", "2026-02-03", 7200), Category::project)})
      .given(invoiced("i", "INV-1", "2026-02-10", {claim("a", 7200, 20'000)}))
      .given({under_deal(worked("late", "2026-02-02", 7200), Category::project)});
  CHECK(open_text(scenario.books(), "a") == "-");
  CHECK(open_text(scenario.books(), "late") == "1800 s of 7200, 50.00");
}

TEST_CASE("H3: of a closed retainer period the overage is open, at its own value; not while it waits for approval") {
  const Draw draw{entry("a"), {3600}, {2700}, {900}, {}, 3'000, by(old_rule, "120")};
  for (const OveragePolicy policy : {OveragePolicy::rate_card, OveragePolicy::needs_approval}) {
    Scenario scenario;
    TimeLogged drawn = worked("a", "2026-02-02", 3600);
    drawn.facts.work.category = Category::retainer;
    scenario.given(agency).given({old_rate, drawn});
    Books& books = scenario.books();
    EntrySettlement& settlement = edit_settlement(books, books.entries.row_of(entry("a")));
    settlement.billed = draw.billed;
    settlement.frozen = settlement.closed = true;
    settlement.covered = draw.covered;
    settlement.overage = draw.overage;
    settlement.overage_value = draw.value;
    settlement.overage_rate = draw.rate;
    settlement.overage_waits = policy == OveragePolicy::needs_approval;
    CHECK(open_text(books, "a") == (settlement.overage_waits ? "-" : "900 s of 3600, 30.00"));
  }
}

TEST_CASE("D4: a group's total is rounded, the difference spread; 4 h 10 in pieces is 4 h 15") {
  Scenario scenario;
  scenario.given(agency).given(
      {old_rate, grouped("a", 5000), grouped("b", 5000), grouped("c", 5000), grouped("other", 60, "2026-02-03")});
  CHECK(billed(scenario, {"a", "b", "c", "other"}) == std::vector<std::int64_t>{5100, 5100, 5100, 900});
  WorkOfClient work(scenario.books(), scenario.books().clients.row_of(acme));
  for (const char* name : {"a", "b", "c", "other"}) {
    const Row row = scenario.books().entries.row_of(entry(name));
    CHECK(work.billed(row) == billed_seconds(scenario.books(), row));
  }
}

TEST_CASE("D2, D4: what is on a draft is frozen and leaves its group") {
  Scenario scenario;
  scenario.given(agency).given({old_rate, grouped("a", 5000), grouped("b", 5000), drafted("d", {claim("a", 5400, 15'000)})});
  CHECK(billed(scenario, {"a", "b"}) == std::vector<std::int64_t>{5400, 5400});
  scenario.given({InvoiceDiscarded{id<InvoiceId>("d"), ""}});
  CHECK(billed(scenario, {"a", "b"}) == std::vector<std::int64_t>{5400, 5400});
}

TEST_CASE("D1: non-billable work and work awaiting its review keep their raw seconds") {
  TimeLogged unsure = grouped("unsure", 100);
  unsure.facts.review = Review::needed;
  TimeLogged given_away = grouped("given-away", 100);
  given_away.facts.work.category = Category::non_billable;
  Scenario scenario;
  scenario.given(agency).given({old_rate, unsure, given_away, grouped("a", 100)});
  CHECK(billed(scenario, {"unsure", "given-away", "a"}) == std::vector<std::int64_t>{100, 100, 900});
}

TEST_CASE("M3: a client's open work stands in order of work date, start and id") {
  TimeLogged clock = worked("clock", "2026-02-02", 3600);
  clock.facts.span.start = at("2026-02-02T09:00:00Z");
  Scenario scenario;
  scenario.given(agency).given(
      {old_rate, worked("z", "2026-02-03", 60), clock, worked("b", "2026-02-02", 60), worked("a", "2026-02-02", 60)});
  std::string order;
  for (const OpenEntry& open : open_work_of_client(scenario.books(), scenario.books().clients.row_of(acme))) {
    order += std::string(scenario.books().entries.key(open.entry).text()) + " ";
  }
  CHECK(order == "a b clock z ");
}
