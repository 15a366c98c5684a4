// Dates in words.
#include <array>
#include <utility>

#include "gateway/quicklog/moments.hpp"

namespace billtrail::quicklog {

namespace {

std::string_view word_at(const std::vector<Token>& tokens, std::size_t at) {
  return free_run(tokens, {at, 1}) ? std::string_view(tokens[at].word) : std::string_view();
}

std::optional<int> number_of(std::string_view word, std::size_t digits_max) {
  if (word.empty() || word.size() > digits_max) return std::nullopt;
  int number = 0;
  for (const char c : word) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

// "3", "3rd", "21st"
std::optional<int> day_of_month(std::string_view word) {
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (word.ends_with(ending)) word.remove_suffix(ending.size());
  }
  return number_of(word, 2);
}

// The whole name or its first letters: three, or more up to the whole.
template <std::size_t N>
std::optional<int> name_among(std::string_view word, const std::array<std::string_view, N>& names) {
  if (word.size() < 3) return std::nullopt;
  for (std::size_t i = 0; i < N; ++i) {
    const bool whole_or_short =
        word == names[i] || word == names[i].substr(0, 3) || (word.size() == 4 && names[i].starts_with(word));
    if (whole_or_short) return static_cast<int>(i);
  }
  return std::nullopt;
}

std::optional<int> weekday_of(std::string_view word) {
  static constexpr std::array<std::string_view, 7> names{"monday", "tuesday",  "wednesday", "thursday",
                                                         "friday", "saturday", "sunday"};
  return name_among(word, names);
}
std::optional<int> month_of(std::string_view word) {
  static constexpr std::array<std::string_view, 12> names{"january", "february", "march",     "april",   "may",      "june",
                                                          "july",    "august",   "september", "october", "november", "december"};
  return name_among(word, names);
}

// The last such day up to today.
std::optional<Date> last_such_day(int month, int day_number, Date today) {
  constexpr int years_back_max = 8;  // as 29 February may be eight years away
  for (int year = today.year(); year >= today.year() - years_back_max; --year) {
    const auto date = Date::from(year, month, day_number);
    if (date && *date <= today) return date;
  }
  return std::nullopt;
}

// "3 mar", "mar 3", "3 march 2026"
std::optional<Found<Date>> day_and_month(const std::vector<Token>& tokens, std::size_t at, Date today) {
  auto number = day_of_month(word_at(tokens, at));
  auto month = month_of(word_at(tokens, at + 1));
  if (!number || !month) {
    month = month_of(word_at(tokens, at));
    number = day_of_month(word_at(tokens, at + 1));
  }
  if (!number || !month) return std::nullopt;
  const std::string_view third = word_at(tokens, at + 2);
  const auto year = third.size() == 4 ? number_of(third, 4) : std::nullopt;
  if (year && *year >= 1990 && *year < 2200) {
    const auto date = Date::from(*year, *month + 1, *number);
    return date ? std::optional(Found<Date>{*date, 3}) : std::nullopt;
  }
  const auto date = last_such_day(*month + 1, *number, today);
  return date ? std::optional(Found<Date>{*date, 2}) : std::nullopt;
}

Date last_weekday(int weekday, Date today) {
  const int back = (static_cast<int>(today.weekday()) - weekday + 7) % 7;
  return today - (back == 0 ? 7 : back);
}

}  // namespace

std::optional<Found<Date>> date_at(const std::vector<Token>& tokens, std::size_t at, Date today) {
  const std::string_view word = word_at(tokens, at);
  if (word.empty()) return std::nullopt;
  if (word == "on") {
    const auto found = date_at(tokens, at + 1, today);
    return found ? std::optional(Found<Date>{found->value, found->count + 1}) : std::nullopt;
  }
  if (word == "today") return Found<Date>{today, 1};
  if (word == "yesterday") return Found<Date>{today - 1, 1};
  if (const auto date = Date::parse(word)) return Found<Date>{*date, 1};
  if (word == "last") {
    const auto weekday = weekday_of(word_at(tokens, at + 1));
    return weekday ? std::optional(Found<Date>{last_weekday(*weekday, today), 2}) : std::nullopt;
  }
  const auto days = number_of(word, 3);
  const std::string_view unit = word_at(tokens, at + 1);
  if (days && word_at(tokens, at + 2) == "ago") {
    if (unit == "day" || unit == "days") return Found<Date>{today - *days, 3};
    if (unit == "week" || unit == "weeks") return Found<Date>{today - *days * 7, 3};
  }
  if (const auto date = day_and_month(tokens, at, today)) return date;
  if (const auto weekday = weekday_of(word)) return Found<Date>{last_weekday(*weekday, today), 1};
  return std::nullopt;
}

}  // namespace billtrail::quicklog
