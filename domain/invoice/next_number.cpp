// N1, N3: invoices count INV-0001, INV-0002 ... unless a series says otherwise; credit notes CN-0001.
#include "domain/invoice/next_number.hpp"

#include <algorithm>
#include <optional>

namespace billtrail {
namespace {

constexpr std::size_t format_length_max = 40;

const SeriesState& series_of(const Books& books, DocumentKind kind) { return *books.series[static_cast<std::size_t>(kind)]; }

std::string padded(std::int64_t value, std::size_t width) {
  std::string digits = std::to_string(value);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

// Between its braces: counter, counter:1 to counter:9.
std::optional<std::size_t> counter_width(std::string_view word) {
  if (word == "counter") return 1;
  if (word.size() == 9 && word.starts_with("counter:") && word[8] >= '1' && word[8] <= '9') return word[8] - '0';
  return std::nullopt;
}

bool is_year(std::string_view word) { return word == "year" || word == "year2"; }

std::string value_of_word(std::string_view word, Date on, std::int64_t counter) {
  if (word == "year") return std::to_string(on.year());
  if (word == "year2") return padded(on.year() % 100, 2);
  if (word == "month") return padded(on.month(), 2);
  return padded(counter, counter_width(word).value());
}

}  // namespace

std::string formatted_number(std::string_view format, Date on, std::int64_t counter) {
  std::string text;
  for (std::size_t at = 0; at < format.size();) {
    if (format[at] != '{') {
      text += format[at++];
      continue;
    }
    const std::size_t end = format.find('}', at);
    text += value_of_word(format.substr(at + 1, end - at - 1), on, counter);
    at = end + 1;
  }
  return text;
}

bool sound_format(std::string_view format, YearInFormat year) {
  if (format.empty() || format.size() > format_length_max) return false;
  int counters = 0, years = 0;
  for (std::size_t at = 0; at < format.size(); ++at) {
    if (format[at] == '}') return false;
    if (format[at] != '{') continue;
    const std::size_t end = format.find('}', at);
    if (end == std::string_view::npos) return false;
    const std::string_view word = format.substr(at + 1, end - at - 1);
    if (counter_width(word)) {
      ++counters;
    } else if (is_year(word)) {
      ++years;
    } else if (word != "month") {
      return false;
    }
    at = end;
  }
  return counters == 1 && (year == YearInFormat::not_needed || years > 0);
}

std::string series_format(const Books& books, DocumentKind kind) {
  const std::string& format = series_of(books, kind).format;
  if (!format.empty()) return format;
  return kind == DocumentKind::invoice ? "INV-{counter:4}" : "CN-{counter:4}";
}

std::int64_t next_counter(const Books& books, DocumentKind kind, std::int32_t year) {
  const SeriesState& series = series_of(books, kind);
  const auto found = series.next.find(year);
  return found == series.next.end() ? 1 : found->second;
}

DocumentNumber next_number(const Books& books, DocumentKind kind, Date on) {
  DocumentNumber number;
  number.year = series_of(books, kind).yearly ? on.year() : 0;
  number.counter = next_counter(books, kind, number.year);
  number.text = formatted_number(series_format(books, kind), on, number.counter);
  return number;
}

void use_number(Books& books, DocumentKind kind, const DocumentNumber& number, Date on) {
  SeriesState& series = books.series[static_cast<std::size_t>(kind)].edit();
  series.next[number.year] = number.counter + 1;
  series.last_on = series.last_on ? std::max(*series.last_on, on) : on;
}

void check_series_date(const Books& books, DocumentKind kind, Date on, Faults& faults) {
  const std::optional<Date>& last = series_of(books, kind).last_on;
  if (books.billing->backdated_issue || !last || on >= *last) return;
  faults.add(RefusalCode::issue_date_too_early, "/on", {{"last", last->text()}});
}

}  // namespace billtrail
