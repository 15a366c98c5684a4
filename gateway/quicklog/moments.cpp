// Durations and clock times in words.
#include "gateway/quicklog/moments.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace billtrail::quicklog {

namespace {

constexpr std::int32_t hour = 3600;
constexpr std::int32_t minute = 60;
constexpr std::int32_t noon = 12 * hour;
constexpr std::int32_t day = 24 * hour;

bool digit(char c) { return c >= '0' && c <= '9'; }

// Takes up to four digits from the front.
std::optional<std::int32_t> take_number(std::string_view& text) {
  std::size_t digits = 0;
  std::int32_t number = 0;
  while (digits < text.size() && digits < 4 && digit(text[digits])) number = number * 10 + (text[digits++] - '0');
  if (digits == 0) return std::nullopt;
  text.remove_prefix(digits);
  return number;
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}
bool hour_unit(std::string_view word) { return one_of(word, {"h", "hr", "hrs", "hour", "hours", "std", "stunden"}); }
bool minute_unit(std::string_view word) { return one_of(word, {"m", "min", "mins", "minute", "minutes"}); }

// "2", "1.5", "1,25" hours as seconds, in whole seconds only.
std::optional<std::int64_t> take_hours(std::string_view& text) {
  const auto whole = take_number(text);
  if (!whole) return std::nullopt;
  std::int64_t seconds = std::int64_t{*whole} * hour;
  if (text.size() < 2 || (text[0] != '.' && text[0] != ',') || !digit(text[1])) return seconds;
  text.remove_prefix(1);
  std::int64_t unit = hour;
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;
  for (std::size_t digits = 0; digits < 4 && !text.empty() && digit(text[0]); ++digits) {
    numerator = numerator * 10 + (text[0] - '0');
    denominator *= 10;
    text.remove_prefix(1);
  }
  return seconds + (numerator * unit + denominator / 2) / denominator;
}

// "2h", "1h30", "1h30m", "1.5h", "90m", "45min" in one word.
std::optional<std::int64_t> compact_duration(std::string_view word) {
  const auto letters = [&] {
    std::size_t count = 0;
    while (count < word.size() && std::isalpha(static_cast<unsigned char>(word[count]))) ++count;
    const std::string_view unit = word.substr(0, count);
    word.remove_prefix(count);
    return unit;
  };
  auto seconds = take_hours(word);
  if (!seconds) return std::nullopt;
  const std::string_view unit = letters();
  if (minute_unit(unit)) return word.empty() ? std::optional(*seconds / 60) : std::nullopt;
  if (!hour_unit(unit)) return std::nullopt;
  if (word.empty()) return seconds;
  const auto minutes = take_number(word);
  const std::string_view last = letters();
  if (!minutes || *minutes >= 60 || !word.empty() || !(last.empty() || minute_unit(last))) return std::nullopt;
  return *seconds + std::int64_t{*minutes} * minute;
}

std::string_view word_at(const std::vector<Token>& tokens, std::size_t at) {
  return free_run(tokens, {at, 1}) ? std::string_view(tokens[at].word) : std::string_view();
}

// A clock reading whose half of the day may be left open.
struct Reading {
  std::int32_t seconds = 0;
  bool half_said = false;  // am or pm, or an hour beyond 12
};

// "9", "9:30", "9am", "9:30pm", "21".
std::optional<Reading> reading_of(std::string_view word) {
  const auto hours = take_number(word);
  if (!hours) return std::nullopt;
  std::int32_t minutes = 0;
  if (word.starts_with(':')) {
    word.remove_prefix(1);
    const std::size_t before = word.size();
    const auto said = take_number(word);
    if (!said || before - word.size() != 2 || *said >= 60) return std::nullopt;
    minutes = *said;
  }
  if (word.empty()) {
    if (*hours > 23) return std::nullopt;
    return Reading{*hours * hour + minutes * minute, *hours > 12 || *hours == 0};
  }
  if (!one_of(word, {"am", "pm"}) || *hours == 0 || *hours > 12) return std::nullopt;
  return Reading{*hours % 12 * hour + minutes * minute + (word == "pm" ? noon : 0), true};
}

// "1-3pm" is 13 to 15, "11-1pm" 11 to 13, "9-5" 9 to 17, "22-1" 22 to 1 on the next day.
ClockRange range_of(Reading from, Reading to) {
  if (!from.half_said && to.half_said && to.seconds > noon && from.seconds + noon < to.seconds) from.seconds += noon;
  if (!from.half_said && !to.half_said && to.seconds <= from.seconds && to.seconds < noon) to.seconds += noon;
  if (from.half_said && !to.half_said && to.seconds <= from.seconds && to.seconds + noon > from.seconds && to.seconds < noon) {
    to.seconds += noon;
  }
  return {from.seconds, to.seconds};
}

}  // namespace

std::optional<Found<Seconds>> duration_at(const std::vector<Token>& tokens, std::size_t at) {
  const std::string_view first = word_at(tokens, at);
  if (const auto seconds = compact_duration(first)) {
    // "1h 30m", "1h 30min"
    const std::string_view second = word_at(tokens, at + 1);
    const auto minutes = *seconds % hour == 0 && first.ends_with('h') ? compact_duration(second) : std::nullopt;
    if (minutes && *minutes < hour && !second.ends_with('h')) return Found<Seconds>{Seconds{*seconds + *minutes}, 2};
    return Found<Seconds>{Seconds{*seconds}, 1};
  }
  std::string_view number = first;
  const auto hours = take_hours(number);
  if (!hours || !number.empty()) return std::nullopt;
  const std::string_view unit = word_at(tokens, at + 1);
  if (minute_unit(unit)) return Found<Seconds>{Seconds{*hours / 60}, 2};
  if (!hour_unit(unit)) return std::nullopt;
  std::string_view more = word_at(tokens, at + 2);
  const auto minutes = take_number(more);
  if (minutes && more.empty() && *minutes < 60 && minute_unit(word_at(tokens, at + 3))) {
    return Found<Seconds>{Seconds{*hours + std::int64_t{*minutes} * minute}, 4};
  }
  return Found<Seconds>{Seconds{*hours}, 2};
}

std::optional<Seconds> colon_duration(std::string_view word) {
  const auto hours = take_number(word);
  if (!hours || word.size() != 3 || word[0] != ':' || !digit(word[1]) || !digit(word[2])) return std::nullopt;
  word.remove_prefix(1);
  const auto minutes = take_number(word);
  if (*minutes >= 60) return std::nullopt;
  return Seconds{std::int64_t{*hours} * hour + std::int64_t{*minutes} * minute};
}

std::optional<Found<std::int32_t>> clock_at(const std::vector<Token>& tokens, std::size_t at) {
  const std::string_view word = word_at(tokens, at);
  if (word == "noon") return Found<std::int32_t>{noon, 1};
  if (word == "at") {
    const auto reading = reading_of(word_at(tokens, at + 1));
    return reading ? std::optional(Found<std::int32_t>{reading->seconds, 2}) : std::nullopt;
  }
  if (!word.ends_with("am") && !word.ends_with("pm")) {
    // "9 pm"
    const std::string_view half = word_at(tokens, at + 1);
    if (!one_of(half, {"am", "pm"})) return std::nullopt;
    const auto reading = reading_of(std::string(word) + std::string(half));
    return reading ? std::optional(Found<std::int32_t>{reading->seconds, 2}) : std::nullopt;
  }
  const auto reading = reading_of(word);
  return reading ? std::optional(Found<std::int32_t>{reading->seconds, 1}) : std::nullopt;
}

std::optional<std::int32_t> colon_clock(std::string_view word) {
  if (word.find(':') == std::string_view::npos) return std::nullopt;
  const auto reading = reading_of(word);
  return reading ? std::optional(reading->seconds) : std::nullopt;
}

std::optional<Found<ClockRange>> range_at(const std::vector<Token>& tokens, std::size_t at) {
  std::string_view word = word_at(tokens, at);
  // "9-10:30" in one word; a dash of any length
  std::string joined(word);
  for (const std::string_view dash : {"\xE2\x80\x93", "\xE2\x80\x94"}) {
    if (const std::size_t place = joined.find(dash); place != std::string::npos) joined.replace(place, dash.size(), "-");
  }
  if (const std::size_t dash = joined.find('-'); dash != std::string::npos) {
    const auto from = reading_of(std::string_view(joined).substr(0, dash));
    const auto to = reading_of(std::string_view(joined).substr(dash + 1));
    return from && to ? std::optional(Found<ClockRange>{range_of(*from, *to), 1}) : std::nullopt;
  }
  const bool led = one_of(word, {"from", "between"});
  const std::size_t start = led ? at + 1 : at;
  const auto from = reading_of(word_at(tokens, start));
  const std::string_view middle = word_at(tokens, start + 1);
  const auto to = reading_of(word_at(tokens, start + 2));
  const bool joins = one_of(middle, {"-", "to", "till", "until"}) || (led && middle == "and");
  // "3 to 5" alone might be anything; a clock on either side, or "from", makes it a time.
  const bool clear =
      led || (from && to && (middle == "-" || from->half_said || to->half_said || word.find(':') != std::string_view::npos));
  if (!from || !to || !joins || !clear) return std::nullopt;
  return Found<ClockRange>{range_of(*from, *to), led ? std::size_t{4} : std::size_t{3}};
}

std::string duration_text(Seconds seconds) {
  const std::int64_t hours = seconds.count / hour;
  const std::int64_t minutes = seconds.count % hour / minute;
  const std::int64_t rest = seconds.count % minute;
  std::string text;
  const auto part = [&](std::int64_t count, std::string_view unit) {
    if (count == 0) return;
    text += (text.empty() ? "" : " ") + std::to_string(count) + " " + std::string(unit);
  };
  part(hours, "h");
  part(minutes, "min");
  part(rest, "s");
  return text.empty() ? "0 min" : text;
}

std::string clock_text(std::int32_t seconds) {
  const std::int32_t hours = seconds % day / hour;
  const std::int32_t minutes = seconds % hour / minute;
  std::string text = hours < 10 ? "0" : "";
  text += std::to_string(hours) + (minutes < 10 ? ":0" : ":") + std::to_string(minutes);
  return text;
}

}  // namespace billtrail::quicklog
