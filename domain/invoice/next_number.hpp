// N1: the number that comes next in a series. It is given in the append of the event that uses it, and the counter moves when
// that event is folded; two issues one after the other are decided on different books, so a number is never given twice and a
// refusal burns none.
#pragma once

#include "domain/books.hpp"
#include "domain/kernel/faults.hpp"

namespace billtrail {

struct DocumentNumber {
  std::string text;
  std::int32_t year = 0;  // 0 where the series does not begin anew each year
  std::int64_t counter = 0;
};
DocumentNumber next_number(const Books& books, DocumentKind kind, Date on);
// The series moves past the counter, and remembers the date (N3).
void use_number(Books& books, DocumentKind kind, const DocumentNumber& number, Date on);

// N3: adds issue_date_too_early unless the practice allows it.
void check_series_date(const Books& books, DocumentKind kind, Date on, Faults& faults);

// "INV-{counter:4}" with 7 is INV-0007. The format has been checked.
std::string formatted_number(std::string_view format, Date on, std::int64_t counter);
// Exactly one counter, no other words in braces than year, year2 and month.
enum class YearInFormat { not_needed, needed };
bool sound_format(std::string_view format, YearInFormat year);

// As set, or the default.
std::string series_format(const Books& books, DocumentKind kind);
std::int64_t next_counter(const Books& books, DocumentKind kind, std::int32_t year);

}  // namespace billtrail
