// C5, H6: what the calendar makes due, each step exactly once and in order, however long the server was down.
#include "domain/retainer/schedule.hpp"

#include "tests/domain/retainer_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

std::string described(const Command& command) {
  if (const auto* open = std::get_if<OpenRetainerCycle>(&command)) return "open " + std::to_string(open->period.value());
  if (const auto* close = std::get_if<CloseRetainerCycle>(&command)) return "close " + std::to_string(close->period.value());
  const auto& draft = std::get<DraftRecurring>(command);
  return boost::describe::enum_to_string(*draft.purpose, "") + std::string(" draft ") + std::to_string(draft.period.value());
}

// Carries out a step. A draft counts as issued at once.
void take(Scenario& scenario, const Command& command, std::string_view today) {
  if (const auto* draft = std::get_if<DraftRecurring>(&command)) {
    if (draft->purpose == DraftPurpose::regular) return invoiced(scenario, *draft->period);
    for (CycleState& cycle : scenario.books().retainers.edit(care).cycles) {
      if (cycle.period == draft->period) cycle.overage_draft = id<InvoiceId>("own");
    }
    return;
  }
  scenario.when(command, morning(today)).then_anything();
}

// Everything that is due on the day, in order.
std::string run(Scenario& scenario, std::string_view today, bool drafts = true) {
  std::string steps;
  for (int i = 0; i < 500; ++i) {
    const std::optional<Command> step = next_step(scenario.books(), care, day(today), drafts);
    if (!step) return steps;
    steps += described(*step) + "; ";
    take(scenario, *step, today);
  }
  FAIL("the schedule runs in a circle");
  return steps;
}

CycleTerms ahead(std::int32_t lead_days, std::int32_t close_after_days) {
  CycleTerms cycle;
  cycle.lead_days = lead_days;
  cycle.close_after_days = close_after_days;
  return cycle;
}

Scenario& with(Scenario& scenario, const CycleTerms& cycle, const PeriodTerms& terms = forty_hours()) {
  return scenario.given(practice()).given({agreed(terms, cycle)});
}

}  // namespace

TEST_CASE("C5: each step is due on its day, and running again does nothing") {
  Scenario scenario;
  with(scenario, ahead(5, 3));
  CHECK(run(scenario, "2025-12-26").empty());
  CHECK(run(scenario, "2025-12-27") == "open 0; regular draft 0; ");
  CHECK(run(scenario, "2025-12-27").empty());
  CHECK(run(scenario, "2026-01-27") == "open 1; regular draft 1; ");
  CHECK(run(scenario, "2026-02-03").empty());
  CHECK(run(scenario, "2026-02-04") == "close 0; ");
}

TEST_CASE("C5: down for a week, every step is made once and in order") {
  Scenario live, late;
  with(live, ahead(2, 1));
  with(late, ahead(2, 1));
  std::string day_by_day;
  for (Date date = day("2026-01-01"); date <= day("2026-02-05"); date = date + 1) day_by_day += run(live, date.text());
  std::string after_a_week = run(late, "2026-01-28");
  after_a_week += run(late, "2026-02-05");
  CHECK(day_by_day == "open 0; regular draft 0; open 1; regular draft 1; close 0; ");
  CHECK(after_a_week == day_by_day);
}

TEST_CASE("C5: down for 18 months, the steps are those of a server that never stopped") {
  Scenario live, late;
  with(live, in_arrears());
  with(late, in_arrears());
  std::string day_by_day;
  for (Date date = day("2026-01-01"); date <= day("2027-07-01"); date = date + 1) day_by_day += run(live, date.text());
  const std::string at_once = run(late, "2027-07-01");
  CHECK(at_once == day_by_day);
  CHECK(at_once.starts_with("open 0; close 0; open 1; regular draft 0; close 1; open 2; regular draft 1; "));
  CHECK(live.books().retainers.find(care)->cycles.size() == 19);
}

TEST_CASE("C5: in advance without lead days a period closes before the next one opens and is drafted") {
  Scenario scenario;
  with(scenario, {});
  CHECK(run(scenario, "2026-02-01") == "open 0; regular draft 0; close 0; open 1; regular draft 1; ");
}

TEST_CASE("C5: without drafts only cycles are stepped, and drafts are made up for later") {
  Scenario scenario;
  with(scenario, {});
  CHECK(run(scenario, "2026-02-01", false) == "open 0; close 0; open 1; ");
  CHECK(run(scenario, "2026-02-01") == "regular draft 0; regular draft 1; ");
}

TEST_CASE("C5: overage has a draft of its own where the agreement says so") {
  PeriodTerms terms = forty_hours();
  terms.overage_invoice = OverageInvoice::own_draft;
  Scenario scenario;
  with(scenario, {}, terms).given({worked("w", "2026-01-05", 41 * hour)});
  CHECK(run(scenario, "2026-02-01") == "open 0; regular draft 0; close 0; open 1; regular draft 1; overage draft 0; ");
}

TEST_CASE("C5, C6: a skipped period and one that costs nothing call for no draft, and an ended agreement for nothing") {
  Scenario paused;
  with(paused, {}).given({RetainerPaused{care, day("2026-02-01"), day("2026-03-01"), ""}});
  CHECK(run(paused, "2026-03-01") == "open 0; regular draft 0; close 0; open 1; open 2; regular draft 2; ");
  PeriodTerms free = forty_hours();
  free.fee = 0;
  Scenario ended;
  ended.given(practice()).given({agreed(free, {}, "2026-01-01", day("2026-02-10"))});
  CHECK(run(ended, "2027-01-01") == "open 0; close 0; open 1; close 1; ");
}

TEST_CASE("C4, C6: an adjustment is due after a change within a billed period, but not one that only gives back") {
  Scenario dearer;
  with(dearer, {});
  run(dearer, "2026-01-01");
  ChangeRetainer change;
  change.engagement = care;
  change.from = day("2026-01-15");
  change.fee = 620'000;
  dearer.when(change).then_anything();
  CHECK(described(next_step(dearer.books(), care, day("2026-01-15"), true).value()) == "adjustment draft 0");
  CHECK_FALSE(next_step(dearer.books(), care, day("2026-01-15"), false));
  Scenario ended;
  with(ended, {});
  run(ended, "2026-01-01");
  ended.when(EndEngagement{care, day("2026-01-15"), {}}).then_anything();
  CHECK(run(ended, "2026-03-01") == "close 0; ");
}

TEST_CASE("H6: the clock leaves a reopened period to the person who reopened it") {
  Scenario scenario;
  with(scenario, {});
  run(scenario, "2026-02-01");
  scenario.when(ReopenRetainerCycle{care, 0, "look again"}, morning("2026-02-02")).then_anything();
  CHECK(run(scenario, "2026-03-01") == "open 2; regular draft 2; ");
  scenario.when(CloseRetainerCycle{care, 0, {}}, morning("2026-03-01")).then_anything();
  CHECK(run(scenario, "2026-03-01") == "close 1; ");
}
