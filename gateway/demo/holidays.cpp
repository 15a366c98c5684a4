// Berlin's holidays.
#include "gateway/demo/holidays.hpp"

#include <algorithm>
#include <stdexcept>

namespace billtrail::demo {

namespace {

Date on(int year, int month, int day) {
  const auto date = Date::from(year, month, day);
  if (!date) throw std::logic_error("a holiday on a day that is none");
  return *date;
}

// The Gregorian Easter Sunday (Meeus, Jones, Butcher).
Date easter(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return on(year, n / 31, n % 31 + 1);
}

}  // namespace

std::vector<Holiday> berlin_holidays(int year) {
  const Date sunday = easter(year);
  std::vector<Holiday> list{
      {on(year, 1, 1), "New Year's Day"},  {on(year, 3, 8), "Women's Day"},
      {sunday - 2, "Good Friday"},         {sunday + 1, "Easter Monday"},
      {on(year, 5, 1), "Labour Day"},      {sunday + 39, "Ascension Day"},
      {sunday + 50, "Whit Monday"},        {on(year, 10, 3), "Day of German Unity"},
      {on(year, 12, 25), "Christmas Day"}, {on(year, 12, 26), "Second Day of Christmas"},
  };
  std::sort(list.begin(), list.end(), [](const Holiday& a, const Holiday& b) { return a.date < b.date; });
  return list;
}

}  // namespace billtrail::demo
