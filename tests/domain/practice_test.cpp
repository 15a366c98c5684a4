// The practice is opened once; its settings stay within their bounds.
#include "tests/support/given_when_then.hpp"

using namespace billtrail;
using namespace billtrail::testing;

TEST_CASE("a practice opens with its currency and its zone") {
  Scenario{}
      .when(OpenPractice{"  Studio North ", cur("EUR"), "Europe/Berlin"})
      .then({PracticeOpened{"Studio North", cur("EUR"), "Europe/Berlin"}});
}

TEST_CASE("practice_exists: a practice opens once") {
  Scenario{}
      .given({opened()})
      .when(OpenPractice{"Again", cur("EUR"), "UTC"})
      .then_refused({refuse(RefusalCode::practice_exists)});
}

TEST_CASE("unknown_zone, name_must_not_be_empty: a practice needs both, and hears of both") {
  Scenario{}
      .when(OpenPractice{" \t", cur("EUR"), "Mars/Olympus"})
      .then_refused({refuse(RefusalCode::unknown_zone, "/zone"), refuse(RefusalCode::name_must_not_be_empty, "/name")});
}

TEST_CASE("practice_not_opened: nothing else is decided before the practice is opened") {
  Scenario{}.when(AddClient{id<ClientId>("acme"), ""}).then_refused({refuse(RefusalCode::practice_not_opened)});
  Scenario{}.when(ChangePractice{}).then_refused({refuse(RefusalCode::practice_not_opened)});
  Scenario{}.when(LockPeriod{day("2026-01-31")}).then_refused({refuse(RefusalCode::practice_not_opened)});
}

TEST_CASE("a change of the practice records only the settings that differ") {
  ChangePractice change;
  change.name = "Practice";
  change.second_timer = SecondTimer::refused;
  change.overlaps = Overlaps::warned;
  change.timer_stops_after = Seconds{12 * 3600};
  PracticeChanged changed;
  changed.second_timer = SecondTimer::refused;
  changed.timer_stops_after = Seconds{12 * 3600};
  Scenario{}.given({opened()}).when(change).then({changed});
}

TEST_CASE("every setting of the practice can change, and then stands") {
  ChangePractice change;
  change.name = "Studio South";
  change.second_timer = SecondTimer::refused;
  change.overlaps = Overlaps::allowed;
  change.timer_warns_after = Seconds{60};
  change.timer_stops_after = Seconds{7 * 86'400};
  change.day_length = Seconds{27'000};
  change.ageing_edges = std::vector<std::int32_t>{0, 7};
  change.selector_order = std::vector<Selector>{Selector::member,  Selector::role,   Selector::project,
                                                Selector::service, Selector::client, Selector::engagement};
  const PracticeChanged changed{
      change.name,       change.second_timer, change.overlaps,      change.timer_warns_after, change.timer_stops_after,
      change.day_length, change.ageing_edges, change.selector_order};
  Scenario{}.given({opened()}).when(change).then({changed}).when(change).then_refused({refuse(RefusalCode::nothing_to_change)});
}

TEST_CASE("setting_out_of_range: every setting outside its bounds is named") {
  ChangePractice change;
  change.timer_warns_after = Seconds{59};
  change.timer_stops_after = Seconds{7 * 86'400 + 1};
  change.day_length = Seconds{0};
  change.ageing_edges = std::vector<std::int32_t>{30, 30};
  change.selector_order = std::vector<Selector>{Selector::project, Selector::project, Selector::client,
                                                Selector::service, Selector::member,  Selector::role};
  Scenario{}
      .given({opened()})
      .when(change)
      .then_refused({refuse(RefusalCode::setting_out_of_range, "/timer_warns_after", {{"least", 60}, {"most", 604'800}}),
                     refuse(RefusalCode::setting_out_of_range, "/timer_stops_after", {{"least", 60}, {"most", 604'800}}),
                     refuse(RefusalCode::setting_out_of_range, "/day_length", {{"least", 60}, {"most", 86'400}}),
                     refuse(RefusalCode::setting_out_of_range, "/ageing_edges", {{"edges_most", 12}, {"days_most", 36'500}}),
                     refuse(RefusalCode::setting_out_of_range, "/selector_order")});
}

TEST_CASE("setting_out_of_range: ageing edges rise from zero days and are not too many") {
  for (const std::vector<std::int32_t>& edges : {std::vector<std::int32_t>{},
                                                 {-1, 30},
                                                 {60, 30},
                                                 {36'501},
                                                 std::vector<std::int32_t>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13}}) {
    ChangePractice change;
    change.ageing_edges = edges;
    Scenario{}
        .given({opened()})
        .when(change)
        .then_refused({refuse(RefusalCode::setting_out_of_range, "/ageing_edges", {{"edges_most", 12}, {"days_most", 36'500}})});
  }
}

TEST_CASE("nothing_to_change: a change of the practice that says nothing is refused") {
  Scenario{}.given({opened()}).when(ChangePractice{}).then_refused({refuse(RefusalCode::nothing_to_change)});
}

TEST_CASE("an event counts on its own date, any other today") {
  const Date today = day("2026-03-01");
  CHECK(business_date(opened(), today) == today);
  CHECK(business_date(ClientAdded{id<ClientId>("acme"), "Acme", cur("EUR")}, today) == today);
  CHECK(business_date(RateSet{{}, {}, {}, {}, day("2026-01-01"), {}, {}}, today) == day("2026-01-01"));
  CHECK(business_date(RateEnded{{}, day("2026-02-01")}, today) == day("2026-02-01"));
  CHECK(business_date(RoundingSet{{}, {}, {}, day("2026-02-02")}, today) == day("2026-02-02"));
  CHECK(business_date(MemberRoleSet{{}, "senior", day("2026-02-03")}, today) == day("2026-02-03"));
  CHECK(business_date(ContractedHoursSet{{}, day("2026-02-04"), {}, {}}, today) == day("2026-02-04"));
  CHECK(business_date(HolidayAdded{"de", day("2026-05-01"), "Labour Day"}, today) == day("2026-05-01"));
  CHECK(business_date(LeaveRecorded{{}, {}, day("2026-02-05"), day("2026-02-06"), {}}, today) == day("2026-02-05"));
  CHECK(business_date(Archived{Noun::client, "acme", day("2026-02-07")}, today) == day("2026-02-07"));
  TimeLogged logged;
  logged.facts.span.work_date = day("2026-02-08");
  CHECK(business_date(logged, today) == day("2026-02-08"));
  TimeEntryCorrected corrected;
  corrected.before.span.work_date = day("2026-02-08");
  corrected.after.span.work_date = day("2026-02-09");
  CHECK(business_date(corrected, today) == day("2026-02-09"));
  TimeEntryRemoved removed;
  removed.facts.span.work_date = day("2026-02-10");
  CHECK(business_date(removed, today) == day("2026-02-10"));
  TimeEntryReviewed reviewed;
  reviewed.after.span.work_date = day("2026-02-11");
  CHECK(business_date(reviewed, today) == day("2026-02-11"));
}
