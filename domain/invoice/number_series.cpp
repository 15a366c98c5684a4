// N1, N5: a series has a format, may begin anew each year, and may start anywhere; counters used elsewhere before are reserved,
// so that the proof of a series without gaps counts them. A counter never goes back.
#include "domain/billing/money_dates.hpp"
#include "domain/checks.hpp"
#include "domain/invoice/invoice_rules.hpp"
#include "domain/invoice/next_number.hpp"

namespace billtrail {
namespace {

constexpr std::int64_t counter_max = 1'000'000'000'000;

const SeriesState& series_of(const Books& books, DocumentKind kind) { return *books.series[static_cast<std::size_t>(kind)]; }

// Numbers of this kind have been given already.
bool begun(const SeriesState& series) { return series.last_on.has_value(); }

void check_format(const SetNumberSeries& command, const NumberSeriesSet& set, const SeriesState& series, Faults& faults) {
  const YearInFormat year = set.yearly ? YearInFormat::needed : YearInFormat::not_needed;
  if (!sound_format(set.format, year)) faults.add(RefusalCode::number_series_invalid, "/format", {{"format", set.format}});
  // With the old format the years would repeat numbers that have been given.
  const bool same_format = !command.format || *command.format == series.format;
  if (begun(series) && set.yearly != series.yearly && same_format) {
    faults.add(RefusalCode::number_series_invalid, "/yearly", {{"format", set.format}});
  }
}

void check_counter(std::int64_t counter, std::string_view pointer, Faults& faults) {
  if (counter >= 1 && counter <= counter_max) return;
  faults.add(RefusalCode::setting_out_of_range, std::string(pointer), {{"least", std::int64_t{1}}, {"most", counter_max}});
}

}  // namespace

Decision<Event> decide(const Books& books, const SetNumberSeries& command, const Given& given) {
  const SeriesState& series = series_of(books, command.kind);
  Faults faults;
  NumberSeriesSet set{command.kind, command.format.value_or(series_format(books, command.kind)),
                      command.yearly.value_or(series.yearly), 1};
  check_format(command, set, series, faults);
  const std::int32_t year = set.yearly ? today(books, given).year() : 0;
  const std::int64_t now = next_counter(books, command.kind, year);
  const std::int64_t wanted = command.next.value_or(now);
  check_counter(wanted, "/next", faults);
  if (wanted < now) faults.add(RefusalCode::number_used, "/next", {{"next", now}});
  const bool same = set.format == series_format(books, command.kind) && set.yearly == series.yearly && wanted == now;
  if (same) faults.add(RefusalCode::nothing_to_change);
  if (!faults.none()) return faults.in_order();

  // A series without years starts where it is told to, as long as it has not begun; every other jump is a reservation, so that
  // what is left out stands in the log.
  const bool starts = !set.yearly && !begun(series);
  set.next = set.yearly ? 1 : (starts ? wanted : now);
  std::vector<Event> events{set};
  if (!starts && wanted > now) events.push_back(NumbersReserved{command.kind, year, now, wanted - 1, "next number set"});
  return events;
}

Decision<Event> decide(const Books& books, const ReserveNumbers& command, const Given&) {
  const SeriesState& series = series_of(books, command.kind);
  Faults faults;
  if (command.year.has_value() != series.yearly) faults.add(RefusalCode::number_series_invalid, "/year");
  check_counter(command.first, "/first", faults);
  check_counter(command.last, "/last", faults);
  if (command.last < command.first) {
    faults.add(RefusalCode::setting_out_of_range, "/last", {{"least", command.first}, {"most", counter_max}});
  }
  const std::int32_t year = command.year.value_or(0);
  const std::int64_t next = next_counter(books, command.kind, year);
  if (command.first < next) faults.add(RefusalCode::number_used, "/first", {{"next", next}});
  const std::string reason = check_reason(command.reason, faults);
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{NumbersReserved{command.kind, year, command.first, command.last, reason}};
}

void evolve(Books& books, const NumberSeriesSet& event) {
  SeriesState& series = books.series[static_cast<std::size_t>(event.kind)].edit();
  series.format = event.format;
  series.yearly = event.yearly;
  if (!event.yearly) series.next[0] = event.next;
}

void evolve(Books& books, const NumbersReserved& event) {
  books.series[static_cast<std::size_t>(event.kind)].edit().next[event.year] = event.last + 1;
}

}  // namespace billtrail
