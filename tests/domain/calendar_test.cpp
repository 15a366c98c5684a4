// Dates, months, weeks, instants in text, and the anchored periods of C1.
#include "domain/kernel/calendar.hpp"

#include "tests/support/given_when_then.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

std::string bounds(Date start, int anchor_day, int count) {
  std::string text;
  const Date first = first_anchor(start, anchor_day);
  for (int n = 0; n < count; ++n) text += anchored(first, n, anchor_day).text() + " ";
  return text;
}

std::string reprinted(std::string_view text) {
  const auto instant = Instant::parse(text);
  return instant ? instant->text() : "no";
}

}  // namespace

TEST_CASE("C1: bounds of anchor day 31 over 24 months with a leap February never drift") {
  CHECK(bounds(day("2027-01-31"), 31, 24) ==
        "2027-01-31 2027-02-28 2027-03-31 2027-04-30 2027-05-31 2027-06-30 2027-07-31 2027-08-31 2027-09-30 2027-10-31 "
        "2027-11-30 2027-12-31 2028-01-31 2028-02-29 2028-03-31 2028-04-30 2028-05-31 2028-06-30 2028-07-31 2028-08-31 "
        "2028-09-30 2028-10-31 2028-11-30 2028-12-31 ");
}

TEST_CASE("C1: with the start on 15 February and anchor day 31 the bounds go back to 31") {
  CHECK(bounds(day("2027-02-15"), 31, 24) ==
        "2027-02-28 2027-03-31 2027-04-30 2027-05-31 2027-06-30 2027-07-31 2027-08-31 2027-09-30 2027-10-31 2027-11-30 "
        "2027-12-31 2028-01-31 2028-02-29 2028-03-31 2028-04-30 2028-05-31 2028-06-30 2028-07-31 2028-08-31 2028-09-30 "
        "2028-10-31 2028-11-30 2028-12-31 2029-01-31 ");
}

TEST_CASE("C1: the first anchor is the first bound on or after the start") {
  CHECK(first_anchor(day("2026-01-15"), 1).text() == "2026-02-01");
  CHECK(first_anchor(day("2026-01-01"), 1).text() == "2026-01-01");
  CHECK(first_anchor(day("2026-12-31"), 30).text() == "2027-01-30");
  CHECK(first_anchor(day("2026-02-28"), 30).text() == "2026-02-28");
  CHECK(first_anchor(day("2028-02-29"), 29).text() == "2028-02-29");
}

TEST_CASE("C1: bounds of quarters and of months before the anchor") {
  CHECK(anchored(day("2026-11-30"), 3, 30).text() == "2027-02-28");
  CHECK(anchored(day("2026-01-31"), -1, 31).text() == "2025-12-31");
  CHECK(anchored(day("2026-01-31"), -11, 31).text() == "2025-02-28");
}

TEST_CASE("a date is exactly YYYY-MM-DD, of a day that exists, in the years 1900 to 2199") {
  for (const char* right : {"1900-01-01", "2199-12-31", "2024-02-29", "2000-02-29", "1970-01-01", "1969-12-31"}) {
    INFO(right);
    REQUIRE(Date::parse(right));
    CHECK(Date::parse(right)->text() == right);
  }
  for (const char* wrong : {"", "2026-2-01", "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32",
                            "1899-12-31", "2200-01-01", "2026/01/01", "20260101", "2026-01-01 ", "-026-01-01", "2026-0a-01"}) {
    INFO(wrong);
    CHECK_FALSE(Date::parse(wrong));
  }
}

TEST_CASE("every day of three centuries comes back from its text, in order, one weekday after the other") {
  Date date = day("1900-01-01");
  CHECK(date.weekday() == Weekday::monday);
  int wrong = 0;
  for (; date <= day("2199-12-31"); date = date + 1) {
    if (Date::from(date.year(), date.month(), date.day()) != date) ++wrong;
    if (static_cast<int>((date + 1).weekday()) != (static_cast<int>(date.weekday()) + 1) % 7) ++wrong;
  }
  CHECK(wrong == 0);
  CHECK(date - day("1900-01-01") == 109'573);
}

TEST_CASE("months and weeks: first days, last days and the keys reports group by") {
  CHECK(first_of_month(day("2026-03-17")).text() == "2026-03-01");
  CHECK(last_of_month(day("2028-02-03")).text() == "2028-02-29");
  CHECK(first_of_week(day("2026-03-01")).text() == "2026-02-23");
  CHECK(first_of_week(day("2026-02-23")).text() == "2026-02-23");
  CHECK(first_of_week(day("1969-12-31")).text() == "1969-12-29");
  CHECK(month_key(day("2026-03-17")) == "2026-03");
  CHECK(days_in_month(2100, 2) == 28);
}

TEST_CASE("an ISO week belongs to the year of its Thursday") {
  CHECK(week_key(day("2026-03-01")) == "2026-W09");
  CHECK(week_key(day("2021-01-03")) == "2020-W53");
  CHECK(week_key(day("2024-12-30")) == "2025-W01");
  CHECK(week_key(day("2027-01-01")) == "2026-W53");
  CHECK(week_key(day("2026-01-01")) == "2026-W01");
}

TEST_CASE("an instant comes in with any offset and goes out in UTC") {
  CHECK(reprinted("2026-03-01T09:30:00Z") == "2026-03-01T09:30:00Z");
  CHECK(reprinted("2026-03-01T09:30:00+02:00") == "2026-03-01T07:30:00Z");
  CHECK(reprinted("2026-03-01T00:15:00+05:45") == "2026-02-28T18:30:00Z");
  CHECK(reprinted("2025-12-31T23:30:00-08:00") == "2026-01-01T07:30:00Z");
  CHECK(reprinted("2026-03-01t09:30:00z") == "2026-03-01T09:30:00Z");
  CHECK(reprinted("2026-03-01T09:30:00.25-00:00") == "2026-03-01T09:30:00.25Z");
  CHECK(reprinted("2026-03-01T09:30:00.000001Z") == "2026-03-01T09:30:00.000001Z");
  CHECK(reprinted("2026-03-01T09:30:00.000000Z") == "2026-03-01T09:30:00Z");
  CHECK(reprinted("1969-12-31T23:59:59.5Z") == "1969-12-31T23:59:59.5Z");
  CHECK(reprinted("1900-01-01T00:00:00Z") == "1900-01-01T00:00:00Z");
  CHECK(at("1970-01-02T00:00:01.5Z").micros == 86'401'500'000);
}

TEST_CASE("what is not RFC 3339 is no instant") {
  for (const char* wrong :
       {"", "2026-03-01", "2026-03-01T09:30Z", "2026-03-01T09:30:00", "2026-03-01 09:30:00Z", "2026-03-01T24:00:00Z",
        "2026-03-01T09:60:00Z", "2026-03-01T09:30:60Z", "2026-03-01T09:30:00.Z", "2026-03-01T09:30:00.1234567Z",
        "2026-03-01T09:30:00+0200", "2026-03-01T09:30:00+24:00", "2026-03-01T09:30:00+02:60", "2026-03-01T09:30:00ZZ",
        "2026-02-30T09:30:00Z", "2026-03-01T9:30:00Z", "2026-03-01T09:30:00+02:00Z", "2026-03-01T09:30:00.5"}) {
    INFO(wrong);
    CHECK(reprinted(wrong) == "no");
  }
}

TEST_CASE("whole seconds between two instants are rounded down") {
  CHECK(between(at("2026-03-01T00:00:00Z"), at("2026-03-01T00:00:01.9Z")) == Seconds{1});
  CHECK(between(at("2026-03-01T00:00:01.9Z"), at("2026-03-01T00:00:00Z")) == Seconds{-2});
}
