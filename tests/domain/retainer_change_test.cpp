// C4, C6: changes from the next period and within one, and the end of an agreement.
#include "domain/retainer/fee_parts.hpp"
#include "tests/domain/retainer_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

// 100.00 and 31 hours a month.
PeriodTerms small_terms() {
  PeriodTerms terms = forty_hours();
  terms.fee = 10'000;
  terms.allowance = 31 * hour;
  return terms;
}
ChangeRetainer to_fee(std::int64_t fee, std::optional<Date> from = {}) {
  ChangeRetainer command;
  command.engagement = care;
  command.from = from;
  command.fee = fee;
  return command;
}
PeriodTerms with_fee(PeriodTerms terms, std::int64_t fee) {
  terms.fee = fee;
  return terms;
}
FeePart part(std::string_view from, std::string_view to, std::int64_t fee, std::int64_t whole) {
  return {day(from), day(to), fee, whole};
}
FeeLine line(std::string_view from, std::string_view to, std::int64_t fee) { return {day(from), day(to), fee}; }

Scenario& january_open(Scenario& scenario, const PeriodTerms& terms, CycleTerms cycle = {}) {
  return scenario.given(practice()).given({agreed(terms, std::move(cycle))}).when(open_next(), morning("2026-01-01"));
}

}  // namespace

TEST_CASE("C4: by default a change holds from the next period that has not been opened") {
  Scenario scenario;
  january_open(scenario, small_terms())
      .when(to_fee(20'000))
      .then({RetainerChanged{care, day("2026-02-01"), false, 1, with_fee(small_terms(), 20'000)}})
      .when(to_fee(20'000))
      .then_refused({refuse(RefusalCode::nothing_to_change)})
      .when(open_next(), morning("2026-02-01"));
  CHECK(left<RetainerCycleOpened>(scenario).fees == std::vector<FeePart>{part("2026-02-01", "2026-03-01", 20'000, 20'000)});
  CHECK(cycle(scenario, 0).fees == std::vector<FeePart>{part("2026-01-01", "2026-02-01", 10'000, 10'000)});
}

TEST_CASE("C4, golden 8: within a period both parts are prorated, 45.16 and 109.68, and so is the allowance") {
  Scenario scenario;
  january_open(scenario, small_terms(), in_arrears()).when(to_fee(20'000, day("2026-01-15")));
  const PeriodTerms terms = with_fee(small_terms(), 20'000);
  scenario.then(
      {RetainerChanged{care, day("2026-01-15"), true, 0, terms},
       RetainerCycleRestated{care,
                             0,
                             day("2026-01-01"),
                             day("2026-02-01"),
                             {part("2026-01-01", "2026-01-15", 4'516, 10'000), part("2026-01-15", "2026-02-01", 10'968, 20'000)},
                             31 * hour,
                             terms}});
  CHECK(fee_lines(cycle(scenario, 0), DraftPurpose::regular) ==
        std::vector<FeeLine>{line("2026-01-01", "2026-01-15", 4'516), line("2026-01-15", "2026-02-01", 10'968)});
}

TEST_CASE("C4: the last change within a period wins from its date, and each part rounds by itself") {
  ChangeRetainer more = to_fee(20'000, day("2026-01-11"));
  more.allowance = 62 * hour;
  Scenario scenario;
  january_open(scenario, small_terms()).when(more).when(to_fee(30'000, day("2026-01-21"))).then_anything();
  CHECK(cycle(scenario, 0).fees == std::vector<FeePart>{part("2026-01-01", "2026-01-11", 3'226, 10'000),
                                                        part("2026-01-11", "2026-01-21", 6'452, 20'000),
                                                        part("2026-01-21", "2026-02-01", 10'645, 30'000)});
  CHECK(cycle(scenario, 0).allowance == (10 + 20 + 22) * hour);
  scenario.when(to_fee(40'000, day("2026-01-16"))).then_anything();
  CHECK(cycle(scenario, 0).fees == std::vector<FeePart>{part("2026-01-01", "2026-01-11", 3'226, 10'000),
                                                        part("2026-01-11", "2026-01-16", 3'226, 20'000),
                                                        part("2026-01-16", "2026-02-01", 20'645, 40'000)});
}

TEST_CASE("C4: billed in advance, one adjustment gives the unused old part back and charges the new one") {
  Scenario scenario;
  january_open(scenario, small_terms());
  invoiced(scenario, 0);
  CHECK_FALSE(is_draft_due({}, cycle(scenario, 0), DraftPurpose::adjustment));
  scenario.when(to_fee(20'000, day("2026-01-15"))).then_anything();
  CHECK(is_draft_due({}, cycle(scenario, 0), DraftPurpose::adjustment));
  CHECK(fee_lines(cycle(scenario, 0), DraftPurpose::adjustment) ==
        std::vector<FeeLine>{line("2026-01-15", "2026-02-01", -5'484), line("2026-01-15", "2026-02-01", 10'968)});
}

TEST_CASE("C4: a change of the allowance alone charges nothing, to the cent") {
  ChangeRetainer more;
  more.engagement = care;
  Scenario scenario;
  january_open(scenario, small_terms());
  invoiced(scenario, 0);
  for (const std::string_view date : {"2026-01-08", "2026-01-09", "2026-01-16"}) {
    more.from = day(date);
    more.allowance = more.allowance.value_or(31 * hour) + hour;
    scenario.when(more).then_anything();
  }
  CHECK(cycle(scenario, 0).fees.size() == 4);
  CHECK(fee_lines(cycle(scenario, 0), DraftPurpose::regular) == std::vector<FeeLine>{line("2026-01-01", "2026-02-01", 10'000)});
  CHECK(fee_lines(cycle(scenario, 0), DraftPurpose::adjustment).empty());
  CHECK_FALSE(is_draft_due({}, cycle(scenario, 0), DraftPurpose::adjustment));
}

TEST_CASE("C4: a change within a period also holds for those that are open after it, and waiting changes keep what they change") {
  CycleTerms ahead;
  ahead.lead_days = 15;
  Scenario scenario;
  january_open(scenario, small_terms(), ahead).when(open_next(), morning("2026-01-20")).then_anything();
  ChangeRetainer later = to_fee(50'000, day("2026-03-01"));
  scenario.when(later).then({RetainerChanged{care, day("2026-03-01"), false, 2, with_fee(small_terms(), 50'000)}});
  ChangeRetainer now;
  now.engagement = care;
  now.from = day("2026-01-15");
  now.allowance = 62 * hour;
  scenario.when(now);
  PeriodTerms more = small_terms();
  more.allowance = 62 * hour;
  scenario.then(
      {RetainerChanged{care, day("2026-01-15"), true, 0, more},
       RetainerChanged{care, day("2026-03-01"), false, 2, with_fee(more, 50'000)},
       RetainerCycleRestated{care,
                             0,
                             day("2026-01-01"),
                             day("2026-02-01"),
                             {part("2026-01-01", "2026-01-15", 4'516, 10'000), part("2026-01-15", "2026-02-01", 5'484, 10'000)},
                             (14 + 34) * hour,
                             more},
       RetainerCycleRestated{
           care, 1, day("2026-02-01"), day("2026-03-01"), {part("2026-02-01", "2026-03-01", 10'000, 10'000)}, 62 * hour, more}});
}

TEST_CASE("C4: a period that opened ahead with a change of its own keeps it when the one before it changes") {
  CycleTerms ahead;
  ahead.lead_days = 15;
  Scenario scenario;
  january_open(scenario, small_terms(), ahead).when(to_fee(20'000)).when(open_next(), morning("2026-01-20")).then_anything();
  ChangeRetainer now;
  now.engagement = care;
  now.from = day("2026-01-25");
  now.allowance = 62 * hour;
  scenario.when(now).then_anything();
  CHECK(cycle(scenario, 0).terms.fee == 10'000);
  CHECK(cycle(scenario, 1).terms.fee == 20'000);
  CHECK(cycle(scenario, 1).allowance == 62 * hour);
  scenario.when(open_next(), morning("2026-02-20"));
  CHECK(left<RetainerCycleOpened>(scenario).terms.fee == 20'000);
  CHECK(left<RetainerCycleOpened>(scenario).allowance == 62 * hour);
}

TEST_CASE("cycle_closed, cycle_skipped, engagement_not_running: a change needs a period that can still change") {
  Scenario scenario;
  january_open(scenario, small_terms()).when(close_next(), morning("2026-02-01"));
  scenario.given({RetainerPaused{care, day("2026-02-01"), day("2026-03-01"), ""}}).when(open_next(), morning("2026-02-01"));
  scenario.when(to_fee(1, day("2026-01-15")))
      .then_refused({refuse(RefusalCode::cycle_closed, "/from", {{"period", std::int64_t{0}}})})
      .when(to_fee(1, day("2026-02-15")))
      .then_refused({refuse(RefusalCode::cycle_skipped, "/from", {{"period", std::int64_t{1}}})})
      .when(to_fee(1, day("2025-12-31")))
      .then_refused({refuse(RefusalCode::engagement_not_running, "/from", {{"starts", "2026-01-01"}})});
  ChangeRetainer wrong;
  wrong.engagement = care;
  wrong.allowance = -1;
  scenario.when(wrong).then_refused({refuse(RefusalCode::engagement_terms_invalid, "/allowance", {{"must", "be more than 0"}})});
}

TEST_CASE("C6: an end within a period cuts its fee and allowance; an end that moves later gives them back") {
  Scenario scenario;
  january_open(scenario, small_terms()).when(EndEngagement{care, day("2026-01-15"), {}});
  scenario.then(
      {EngagementEnded{care, day("2026-01-15"), ""}, RetainerCycleRestated{care,
                                                                           0,
                                                                           day("2026-01-01"),
                                                                           day("2026-01-15"),
                                                                           {part("2026-01-01", "2026-01-15", 4'516, 10'000)},
                                                                           14 * hour,
                                                                           small_terms()}});
  scenario.when(EndEngagement{care, day("2026-03-01"), {}});
  scenario.then(
      {EngagementEnded{care, day("2026-03-01"), ""}, RetainerCycleRestated{care,
                                                                           0,
                                                                           day("2026-01-01"),
                                                                           day("2026-02-01"),
                                                                           {part("2026-01-01", "2026-02-01", 10'000, 10'000)},
                                                                           31 * hour,
                                                                           small_terms()}});
}

TEST_CASE("C6: billed in advance, an end gives the unused days back; a period opened beyond it is empty") {
  CycleTerms ahead;
  ahead.lead_days = 15;
  Scenario scenario;
  january_open(scenario, small_terms(), ahead).when(open_next(), morning("2026-01-20"));
  invoiced(scenario, 0);
  invoiced(scenario, 1);
  scenario.when(EndEngagement{care, day("2026-01-15"), {}}).then_anything();
  CHECK(fee_lines(cycle(scenario, 0), DraftPurpose::adjustment) ==
        std::vector<FeeLine>{line("2026-01-15", "2026-02-01", -5'484)});
  CHECK(fee_lines(cycle(scenario, 1), DraftPurpose::adjustment) ==
        std::vector<FeeLine>{line("2026-02-01", "2026-03-01", -10'000)});
  CHECK(cycle(scenario, 1).allowance == 0);
  CHECK(cycle(scenario, 1).to == day("2026-02-01"));
}

TEST_CASE("C6: an agreement that runs out ends with its period, at the whole fee") {
  CycleTerms runs_out;
  runs_out.at_end = EndPolicy::run_out;
  Scenario scenario;
  january_open(scenario, small_terms(), runs_out)
      .when(EndEngagement{care, day("2026-01-15"), {}})
      .then({EngagementEnded{care, day("2026-02-01"), ""}});
}

TEST_CASE("cycle_closed: an agreement does not end within a period that has been closed") {
  Scenario scenario;
  january_open(scenario, small_terms())
      .when(close_next(), morning("2026-02-01"))
      .when(EndEngagement{care, day("2026-01-15"), {}})
      .then_refused({refuse(RefusalCode::cycle_closed, "/on", {{"period", std::int64_t{0}}})});
  Scenario cut;
  cut.given(practice()).given({agreed(small_terms(), {}, "2026-01-01", day("2026-01-15"))});
  cut.when(open_next(), morning("2026-01-01"))
      .when(close_next(), morning("2026-01-15"))
      .when(EndEngagement{care, day("2026-03-01"), {}})
      .then_refused({refuse(RefusalCode::cycle_closed, "/on", {{"period", std::int64_t{0}}})});
}
