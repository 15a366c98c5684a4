// Reads the texts that stand in exports: clock times, durations, decimals, lists of tags. Each gives nothing for what it
// does not understand; nothing is guessed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/kernel/money.hpp"
#include "domain/kernel/time.hpp"

namespace billtrail::importers {

std::string_view trimmed(std::string_view text);
bool equal_ignoring_case(std::string_view a, std::string_view b);  // ASCII letters only
std::string lower_case(std::string_view text);                     // ASCII letters only

// Digits only, at most nine.
std::optional<std::int32_t> whole_number(std::string_view digits);

// "09:30", "9:30:05", "9:30 AM": seconds since the clock showed 00:00.
std::optional<std::int32_t> clock_time(std::string_view text);
// "01:00:01", "56:00:00": hours may have up to four digits.
std::optional<Seconds> classic_duration(std::string_view text);
// Whether the text has the form of a date, 9999-99-99, with perhaps more behind it, in a year that cannot be recorded.
bool looks_like_a_date(std::string_view text);
// "1234.5", "1,234.50": rounded half away from zero to four decimals. No sign, no exponent.
std::optional<Decimal4> decimal(std::string_view text);
// Comma-joined in one field; trimmed, without empty ones and repetitions.
std::vector<std::string> tag_list(std::string_view text);

// Whether the bytes are UTF-8 without NUL.
bool valid_text(std::string_view bytes);
// Code points of valid UTF-8.
std::size_t characters(std::string_view text);

}  // namespace billtrail::importers
