// TM2, TM4 and golden case 17: clocks that change, midnights that are skipped or come twice, work across them.
#include "domain/time/split.hpp"
#include "tests/domain/time_support.hpp"

namespace billtrail::testing {
namespace {

LocalTime reading(std::string_view date, int hour, int minute) { return {day(date), hour * 3600 + minute * 60}; }

std::string instant_text(const LocalTime& local, std::string_view zone) { return test_zones().instant(local, zone).text(); }

LogTime log_local(LocalTime from, LocalTime to) {
  LogTime command = log_for("e", ana);
  command.local_start = from;
  command.local_end = to;
  return command;
}

constexpr std::int64_t hour = 3600;

}  // namespace

TEST_CASE(
    "golden 17, TM4: a timer from 23:30 to 00:30 on the last day of a month is one entry of that day, split between the months") {
  Scenario{test_zones()}
      .given(agency("Europe/Berlin"))
      .when(start("t", ana), at("2026-01-31T22:30:00Z"))
      .then({started("t", ana, "2026-01-31T22:30:00Z", {}, "Europe/Berlin")})
      .when(stop(ana), at("2026-01-31T23:30:00Z"))
      .then({TimerStopped{entry("t"), ana, at("2026-01-31T23:30:00Z"), StopCause::by_member},
             logged("t", facts(ana, {},
                               ran("2026-01-31", "2026-01-31T22:30:00Z", "2026-01-31T23:30:00Z", hour, "Europe/Berlin",
                                   {on("2026-01-31", 1800), on("2026-02-01", 1800)})))});
}

TEST_CASE("golden 17, TM2: 01:30 to 03:30 in Berlin lasts one hour when the clock goes forward and three when it goes back") {
  Scenario{test_zones()}
      .given(agency("Europe/Berlin"))
      .when(log_local(reading("2025-03-30", 1, 30), reading("2025-03-30", 3, 30)))
      .then({logged("e",
                    facts(ana, {}, ran("2025-03-30", "2025-03-30T00:30:00Z", "2025-03-30T01:30:00Z", hour, "Europe/Berlin")))});
  Scenario{test_zones()}
      .given(agency("Europe/Berlin"))
      .when(log_local(reading("2025-10-26", 1, 30), reading("2025-10-26", 3, 30)))
      .then({logged(
          "e", facts(ana, {}, ran("2025-10-26", "2025-10-25T23:30:00Z", "2025-10-26T02:30:00Z", 3 * hour, "Europe/Berlin")))});
}

TEST_CASE("golden 17, TM2: a timer over both clock changes lasts as long as its instants are apart") {
  Scenario{test_zones()}
      .given(agency("Europe/Berlin"))
      .when(start("t", ana), at("2025-10-25T23:30:00Z"))
      .then({started("t", ana, "2025-10-25T23:30:00Z", {}, "Europe/Berlin")})
      .when(stop(ana), at("2025-10-26T02:30:00Z"))
      .then({TimerStopped{entry("t"), ana, at("2025-10-26T02:30:00Z"), StopCause::by_member},
             logged("t", facts(ana, {},
                               ran("2025-10-26", "2025-10-25T23:30:00Z", "2025-10-26T02:30:00Z", 3 * hour, "Europe/Berlin")))});
}

TEST_CASE("golden 17, TM4: work across the midnight that Cairo skips on 25 April 2025 counts on both days") {
  CHECK(test_zones().start_of_day(day("2025-04-25"), "Africa/Cairo").text() == "2025-04-24T22:00:00Z");
  CHECK(test_zones().local(at("2025-04-24T22:00:00Z"), "Africa/Cairo") == reading("2025-04-25", 1, 0));
  Scenario{test_zones()}
      .given(agency("Africa/Cairo"))
      .when(log_local(reading("2025-04-24", 23, 30), reading("2025-04-25", 1, 30)))
      .then({logged("e", facts(ana, {},
                               ran("2025-04-24", "2025-04-24T21:30:00Z", "2025-04-24T22:30:00Z", hour, "Africa/Cairo",
                                   {on("2025-04-24", 1800), on("2025-04-25", 1800)})))});
}

TEST_CASE(
    "golden 17, TM4: the hour before midnight that comes twice in Cairo on 30 October 2025 belongs to the 30th both times") {
  CHECK(test_zones().start_of_day(day("2025-10-31"), "Africa/Cairo").text() == "2025-10-30T22:00:00Z");
  Scenario{test_zones()}
      .given(agency("Africa/Cairo"))
      .when(log_local(reading("2025-10-30", 22, 30), reading("2025-10-31", 0, 30)))
      .then({logged("e", facts(ana, {},
                               ran("2025-10-30", "2025-10-30T19:30:00Z", "2025-10-30T22:30:00Z", 3 * hour, "Africa/Cairo",
                                   {on("2025-10-30", 9000), on("2025-10-31", 1800)})))});
}

TEST_CASE("golden 17, TM4: 30 hours over a day of 23 hours are split 4, 23 and 3") {
  Scenario{test_zones()}
      .given(agency("Europe/Berlin"))
      .when(log_clock("e", ana, "2025-03-29T19:00:00Z", "2025-03-31T01:00:00Z"))
      .then({logged("e", facts(ana, {},
                               ran("2025-03-29", "2025-03-29T19:00:00Z", "2025-03-31T01:00:00Z", 30 * hour, "Europe/Berlin",
                                   {on("2025-03-29", 4 * hour), on("2025-03-30", 23 * hour), on("2025-03-31", 3 * hour)})))});
}

TEST_CASE("TM2: a local time that never was moves forward by the gap") {
  CHECK(instant_text(reading("2025-03-30", 2, 30), "Europe/Berlin") == "2025-03-30T01:30:00Z");  // 03:30 in summer time
  CHECK(instant_text(reading("2025-04-25", 0, 15), "Africa/Cairo") == "2025-04-24T22:15:00Z");   // 01:15
}

TEST_CASE("TM2: a local time that was twice takes the earlier") {
  CHECK(instant_text(reading("2025-10-26", 2, 30), "Europe/Berlin") == "2025-10-26T00:30:00Z");
  CHECK(instant_text(reading("2025-10-30", 23, 30), "Africa/Cairo") == "2025-10-30T20:30:00Z");
}

TEST_CASE("TM4: a day whose midnight comes twice begins with the first") {
  CHECK(test_zones().start_of_day(day("2025-11-02"), "America/Havana").text() == "2025-11-02T04:00:00Z");
  CHECK(test_zones().start_of_day(day("2025-11-03"), "America/Havana").text() == "2025-11-03T05:00:00Z");
}

TEST_CASE("TM4: a day that a zone left out gets no seconds") {
  const std::vector<DayPart> parts =
      split_by_day(at("2011-12-30T08:00:00Z"), at("2011-12-30T12:00:00Z"), Seconds{4 * hour}, "Pacific/Apia", test_zones());
  CHECK(parts == std::vector<DayPart>{on("2011-12-29", 2 * hour), on("2011-12-31", 2 * hour)});
}

TEST_CASE("zones that tzdata does not know are not known, and asking does no harm") {
  CHECK(test_zones().known("Europe/Berlin"));
  CHECK(test_zones().known("UTC"));
  CHECK_FALSE(test_zones().known(""));
  CHECK_FALSE(test_zones().known("Mars/Olympus"));
  CHECK_FALSE(test_zones().known("../../etc/passwd"));
}

TEST_CASE("TM4: with pauses the seconds are spread over the days by largest remainder and sum exactly") {
  LogTime command = log_clock("e", ana, "2026-01-10T22:00:00Z", "2026-01-11T02:00:00Z");
  command.seconds = Seconds{10'001};  // of 4 h; half on each side of midnight; the odd second goes to the earlier day
  Begun{{}}.when(command).then({logged("e", facts(ana, {},
                                                  ran("2026-01-10", "2026-01-10T22:00:00Z", "2026-01-11T02:00:00Z", 10'001, "UTC",
                                                      {on("2026-01-10", 5001), on("2026-01-11", 5000)})))});
}

TEST_CASE("R3: the work date is the start's local date in the practice's zone, whatever zone the member is in") {
  LogTime command = log_clock("e", ana, "2026-01-10T15:30:00Z", "2026-01-10T16:30:00Z");
  command.zone = "Asia/Tokyo";  // where it is 00:30 on the 11th
  Scenario{test_zones()}
      .given(agency("Europe/Berlin"))
      .when(command)
      .then({logged("e", facts(ana, {}, ran("2026-01-10", "2026-01-10T15:30:00Z", "2026-01-10T16:30:00Z", hour, "Asia/Tokyo")))});
}

TEST_CASE("R3, TM4: a date that the person wrote fixes the work date, and the days are split where it is right") {
  LogTime command = log_clock("e", ana, "2026-01-10T15:30:00Z", "2026-01-11T15:30:00Z");
  command.zone = "Asia/Tokyo";
  command.date = day("2026-01-11");
  Scenario{test_zones()}
      .given(agency("Europe/Berlin"))
      .when(command)
      .then({logged("e", facts(ana, {},
                               ran("2026-01-11", "2026-01-10T15:30:00Z", "2026-01-11T15:30:00Z", 24 * hour, "Asia/Tokyo",
                                   {on("2026-01-11", 23 * hour + 1800), on("2026-01-12", 1800)})))});
}

TEST_CASE("TM2: readings are in the member's zone when the command names none") {
  MemberAdded carol{id<MemberId>("carol"), {}, {}, {}, "Asia/Tokyo", {}};
  LogTime command = log_local(reading("2026-01-10", 9, 0), reading("2026-01-10", 10, 0));
  command.member = carol.member;
  Scenario{test_zones()}
      .given(agency("Europe/Berlin"))
      .given({carol})
      .when(command)
      .then({logged(
          "e", facts(carol.member, {}, ran("2026-01-10", "2026-01-10T00:00:00Z", "2026-01-10T01:00:00Z", hour, "Asia/Tokyo")))});
}

}  // namespace billtrail::testing
