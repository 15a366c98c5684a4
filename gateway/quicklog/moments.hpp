// Durations, dates and clock times in words: "2h", "1h30", "1.5 hours", "yesterday", "last monday", "3 mar", "3 days ago",
// "9pm", "at 9", "9-10:30", "from 9am to 11am". Each reader looks at one place of the line and says how many words it
// understood. A bare "1:30" may be a duration or a clock time: whoever asks decides.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "domain/kernel/time.hpp"
#include "gateway/quicklog/tokens.hpp"

namespace billtrail::quicklog {

template <class Value>
struct Found {
  Value value;
  std::size_t count;  // tokens
};

// Wall-clock seconds since 00:00, both ends; an end that is not after the start lies on the next day.
struct ClockRange {
  std::int32_t from = 0;
  std::int32_t to = 0;
};

// With a unit: "2h", "90m", "1h30", "1.5h", "2 hours", "1 h 30 min".
std::optional<Found<Seconds>> duration_at(const std::vector<Token>& tokens, std::size_t at);
// "1:30", "0:45": hours and minutes without a unit.
std::optional<Seconds> colon_duration(std::string_view word);
// With am or pm, or after "at": "9pm", "9:30am", "at 9", "at 21:00", "noon".
std::optional<Found<std::int32_t>> clock_at(const std::vector<Token>& tokens, std::size_t at);
// "21:00", "9:30".
std::optional<std::int32_t> colon_clock(std::string_view word);
std::optional<Found<ClockRange>> range_at(const std::vector<Token>& tokens, std::size_t at);
// A weekday is the last one before today; a day and a month without a year the last such day up to today.
std::optional<Found<Date>> date_at(const std::vector<Token>& tokens, std::size_t at, Date today);

// "2 h", "1 h 30 min", "45 min", "21:00".
std::string duration_text(Seconds seconds);
std::string clock_text(std::int32_t seconds);

}  // namespace billtrail::quicklog
