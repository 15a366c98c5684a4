// Dates are counted in days; months and years come from the count and back (proleptic Gregorian, eras of 400 years that
// begin on 1 March, after Howard Hinnant's "chrono-compatible low-level date algorithms").
#include "domain/kernel/calendar.hpp"

#include <algorithm>

namespace billtrail {
namespace {

struct Civil {
  int year, month, day;
};

constexpr int days_an_era = 146'097;
constexpr int days_to_1970 = 719'468;  // from 0000-03-01

constexpr int floor_divide(int value, int by) { return value >= 0 ? value / by : -((-value + by - 1) / by); }

constexpr Date date_of(Civil civil) {
  const int year = civil.month <= 2 ? civil.year - 1 : civil.year;
  const int era = floor_divide(year, 400);
  const int year_of_era = year - era * 400;
  const int months_since_march = (civil.month + 9) % 12;
  const int day_of_year = (153 * months_since_march + 2) / 5 + civil.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return {era * days_an_era + day_of_era - days_to_1970};
}

constexpr Civil civil_of(Date date) {
  const int days = date.days + days_to_1970;
  const int era = floor_divide(days, days_an_era);
  const int day_of_era = days - era * days_an_era;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int months_since_march = (5 * day_of_year + 2) / 153;
  const int month = months_since_march < 10 ? months_since_march + 3 : months_since_march - 9;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day_of_year - (153 * months_since_march + 2) / 5 + 1};
}

static_assert(date_of({1970, 1, 1}).days == 0);
static_assert(civil_of({59}).month == 3 && civil_of({59}).day == 1);

std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

// The number in text[from, from + length), or -1 when another character than a digit is there.
int digits(std::string_view text, std::size_t from, std::size_t length) {
  int value = 0;
  for (const char c : text.substr(from, length)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

int days_in_month(int year, int month) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : days[month - 1];
}

std::optional<Date> Date::from(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) return std::nullopt;
  return date_of({year, month, day});
}

std::optional<Date> Date::parse(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const int year = digits(iso, 0, 4);
  if (year < 1900 || year > 2199) return std::nullopt;
  return from(year, digits(iso, 5, 2), digits(iso, 8, 2));
}

std::string Date::text() const {
  const Civil civil = civil_of(*this);
  return padded(civil.year, 4) + "-" + padded(civil.month, 2) + "-" + padded(civil.day, 2);
}

int Date::year() const { return civil_of(*this).year; }
int Date::month() const { return civil_of(*this).month; }
int Date::day() const { return civil_of(*this).day; }

Weekday Date::weekday() const {
  const int since_monday = (days + 3) % 7;  // 1970-01-01 was a Thursday
  return static_cast<Weekday>(since_monday >= 0 ? since_monday : since_monday + 7);
}

Date first_of_month(Date date) { return date - (date.day() - 1); }

Date last_of_month(Date date) {
  const Civil civil = civil_of(date);
  return date_of({civil.year, civil.month, days_in_month(civil.year, civil.month)});
}

Date first_of_week(Date date) { return date - static_cast<int>(date.weekday()); }

std::string month_key(Date date) { return date.text().substr(0, 7); }

std::string week_key(Date date) {
  // A week belongs to the year of its Thursday.
  const Date thursday = first_of_week(date) + 3;
  const int year = thursday.year();
  const int week = (thursday - date_of({year, 1, 1})) / 7 + 1;
  return padded(year, 4) + "-W" + padded(week, 2);
}

Date anchored(Date anchor_month, int months, int anchor_day) {
  const Civil civil = civil_of(anchor_month);
  const int month_count = civil.year * 12 + civil.month - 1 + months;
  const int year = floor_divide(month_count, 12);
  const int month = month_count - year * 12 + 1;
  return date_of({year, month, std::min(anchor_day, days_in_month(year, month))});
}

Date first_anchor(Date start, int anchor_day) {
  const Date this_month = anchored(start, 0, anchor_day);
  return this_month >= start ? this_month : anchored(start, 1, anchor_day);
}

}  // namespace billtrail
