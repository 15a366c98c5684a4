// R4: what setting and ending rates does to work already there.
#include <random>

#include "domain/rate/held_rate.hpp"
#include "domain/rate/which_rate.hpp"
#include "tests/domain/rate_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;

TEST_CASE("R4: a rate with a past date reprices what it touches, down to its own date") {
  const AppliedRate standard = by(id<RateRuleId>("default"), "80");
  TimeLogged removed = logged("gone", "2026-02-20", by(old_rule, "100"), standard);
  TimeLogged internal = logged("internal", "2026-02-20", {}, {});
  internal.facts.work = Assignment{};
  Scenario{}
      .given(agency)
      .given({bill(id<RateRuleId>("default"), {}, "80", "2026-01-01"), bill(old_rule, for_acme(), "100", "2026-01-01"),
              logged("before", "2026-01-31", by(old_rule, "100"), standard),
              logged("first", "2026-02-01", by(old_rule, "100"), standard),
              logged("last", "2026-02-28", by(old_rule, "100"), standard), removed, internal,
              TimeEntryRemoved{removed.entry, removed.facts, "twice"}})
      .when(set_acme_rate("110", "2026-02-01"))
      .then({RateSet{new_rule, RateKind::bill, for_acme(), euros("110"), day("2026-02-01"), {}, old_rule},
             EntryRepriced{id<EntryId>("first"), by(old_rule, "100"), by(new_rule, "110"), standard, standard, new_rule},
             EntryRepriced{id<EntryId>("last"), by(old_rule, "100"), by(new_rule, "110"), standard, standard, new_rule}});
}

TEST_CASE("R4, 2.21: a new standard rate is restated on work that a contract prices") {
  Scenario{}
      .given(agency)
      .given({bill(old_rule, for_acme(), "100", "2026-01-01"), logged("e", "2026-02-01", by(old_rule, "100"), {})})
      .when(set_rate("80", "2026-01-01"))
      .then({bill(new_rule, {}, "80", "2026-01-01"),
             EntryRepriced{id<EntryId>("e"), by(old_rule, "100"), by(old_rule, "100"), {}, by(new_rule, "80"), new_rule}});
}

TEST_CASE("R4: unpriced work gets its price") {
  Scenario{}
      .given(agency)
      .given({logged("e", "2026-02-01", {}, {})})
      .when(set_rate("80", "2026-01-01"))
      .then({bill(new_rule, {}, "80", "2026-01-01"),
             EntryRepriced{id<EntryId>("e"), {}, by(new_rule, "80"), {}, by(new_rule, "80"), new_rule}});
}

TEST_CASE("R4: a rate typed or imported stays, and the standard beside it is restated") {
  const AppliedRate typed{euros("77"), RateOrigin::typed, {}};
  const AppliedRate imported{euros("66"), RateOrigin::imported, {}};
  Scenario{}
      .given(agency)
      .given({logged("typed", "2026-02-01", typed, {}), logged("imported", "2026-02-01", imported, {})})
      .when(set_acme_rate("100", "2026-01-01"))
      .then({bill(new_rule, for_acme(), "100", "2026-01-01")});
  Scenario{}
      .given(agency)
      .given({logged("typed", "2026-02-01", typed, {})})
      .when(set_rate("80", "2026-01-01"))
      .then({bill(new_rule, {}, "80", "2026-01-01"),
             EntryRepriced{id<EntryId>("typed"), typed, typed, {}, by(new_rule, "80"), new_rule}});
}

TEST_CASE("R4: only down to the lock date; locked work keeps its rate") {
  Scenario{}
      .given(agency)
      .given({bill(old_rule, {}, "80", "2026-01-01"), logged("locked", "2026-01-31", by(old_rule, "80"), by(old_rule, "80")),
              logged("open", "2026-02-01", by(old_rule, "80"), by(old_rule, "80")), PeriodLocked{day("2026-01-31")}})
      .when(set_rate("90", "2026-01-31"))
      .then_refused({refuse(RefusalCode::period_locked, "/valid_from", {{"locked_until", "2026-01-31"}})})
      .when(set_rate("90", "2026-02-01"))
      .then({RateSet{new_rule, RateKind::bill, {}, euros("90"), day("2026-02-01"), {}, old_rule},
             EntryRepriced{id<EntryId>("open"), by(old_rule, "80"), by(new_rule, "90"), by(old_rule, "80"), by(new_rule, "90"),
                           new_rule}});
}

TEST_CASE("R4: where a bounded rate ends and its predecessor does not come back, weaker rules price the work") {
  const AppliedRate standard = by(id<RateRuleId>("default"), "80");
  SetRate march = set_acme_rate("120", "2026-02-01");
  march.valid_to = day("2026-02-10");
  Scenario{}
      .given(agency)
      .given({bill(id<RateRuleId>("default"), {}, "80", "2026-01-01"), bill(old_rule, for_acme(), "100", "2026-01-01"),
              logged("within", "2026-02-09", by(old_rule, "100"), standard),
              logged("after", "2026-02-10", by(old_rule, "100"), standard)})
      .when(march)
      .then({RateSet{new_rule, RateKind::bill, for_acme(), euros("120"), day("2026-02-01"), day("2026-02-10"), old_rule},
             EntryRepriced{id<EntryId>("within"), by(old_rule, "100"), by(new_rule, "120"), standard, standard, new_rule},
             EntryRepriced{id<EntryId>("after"), by(old_rule, "100"), standard, standard, standard, new_rule}});
}

TEST_CASE("a rate is ended, its end moved on, and the work in between repriced both times") {
  Scenario{}
      .given(agency)
      .given({bill(old_rule, {}, "80", "2026-01-01"), logged("e", "2026-02-15", by(old_rule, "80"), by(old_rule, "80")),
              logged("f", "2026-01-15", by(old_rule, "80"), by(old_rule, "80"))})
      .when(EndRate{old_rule, day("2026-02-01")})
      .then({RateEnded{old_rule, day("2026-02-01")},
             EntryRepriced{id<EntryId>("e"), by(old_rule, "80"), {}, by(old_rule, "80"), {}, old_rule}})
      .when(EndRate{old_rule, day("2026-03-01")})
      .then({RateEnded{old_rule, day("2026-03-01")},
             EntryRepriced{id<EntryId>("e"), {}, by(old_rule, "80"), {}, by(old_rule, "80"), old_rule}});
}

TEST_CASE("R4: after any rates are set and ended, all work holds the rates that R1 gives, and no event changes nothing") {
  const unsigned seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937_64 random(seed);
  const auto below = [&random](unsigned bound) { return static_cast<unsigned>(random() % bound); };
  const auto some_day = [&] { return day("2026-01-01") + static_cast<int>(below(60)); };
  Scenario scenario;
  scenario.given(agency);
  for (int i = 0; i < 60; ++i) {
    TimeLogged time = logged("e" + std::to_string(i), "2026-01-01", {}, {});
    time.facts.span.work_date = some_day();
    if (below(3) == 0) time.facts.work.project = site;
    if (below(2) == 0) time.facts.work.service = payroll;
    scenario.given({time});
  }
  int repriced = 0;
  for (int step = 0; step < 150; ++step) {
    Command command = EndRate{};
    const std::size_t rules = scenario.books().rate_rules.size();
    if (rules > 0 && below(3) == 0) {
      command = EndRate{scenario.books().rate_rules.key(below(static_cast<unsigned>(rules))), some_day()};
    } else {
      SetRate set = set_rate(std::to_string(50 + below(100)), "2026-01-01");
      set.rule = id<RateRuleId>("r" + std::to_string(step));
      set.valid_from = some_day();
      if (below(3) == 0) set.valid_to = some_day();
      if (below(3) == 0) set.client = acme;
      if (below(3) == 0) set.project = site;
      if (below(3) == 0) set.service = payroll;
      if (below(3) == 0) set.role = "senior";
      command = set;
    }
    if (!scenario.when(command).decision().accepted()) continue;
    for (const Event& event : scenario.decision().events()) {
      const auto* change = std::get_if<EntryRepriced>(&event);
      if (change == nullptr) continue;
      ++repriced;
      REQUIRE((change->old_agreed != change->new_agreed || change->old_standard != change->new_standard));
    }
    scenario.then_anything();
    const Books& books = scenario.books();
    for (Row row = 0; row < books.entries.size(); ++row) {
      const EntryState& entry = books.entries.at(row);
      Assignment work;
      work.client = acme;
      work.category = Category::ad_hoc;
      if (entry.project != no_row) work.project = site;
      if (entry.service != no_row) work.service = payroll;
      REQUIRE(applied_rate(books, entry.agreed) == agreed_rate(books, {ana, work, entry.work_date}));
      REQUIRE(applied_rate(books, entry.standard) == standard_rate(books, {ana, work, entry.work_date}));
    }
  }
  CHECK(repriced > 50);
}
