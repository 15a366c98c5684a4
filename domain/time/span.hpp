// When and how long (TM2, TM3, TM4, R3): what date, seconds, start, end and wall-clock readings combine to. Instants are what is
// kept; local time is only how people say them, so the clocks changing can never change a duration.
#pragma once

#include <string_view>

#include "domain/books.hpp"
#include "domain/decide.hpp"
#include "domain/kernel/faults.hpp"

namespace billtrail {

// What a command says about time. Everything may be missing and everything may contradict.
struct TimeSaid {
  std::optional<Date> date;
  std::optional<Seconds> seconds;
  std::optional<Instant> start;
  std::optional<Instant> end;
  std::optional<LocalTime> local_start;
  std::optional<LocalTime> local_end;
  std::optional<std::string> zone;
};

// An import says what another system recorded: zero stays zero, and of durations and ends that disagree the duration is trusted.
enum class SaidBy { person, import };

struct SpanContext {
  const Books& books;
  const MemberState* member;  // whose clock it was; null when nobody knows the member
  const Given& given;
  SaidBy by;
  std::string_view prefix;  // of every pointer
};

// The whole span, or nothing and every fault. Work without clock times needs date and seconds and gets no clock times (TM3). With
// start, end and seconds the seconds count, pauses being taken out. A date beside a start fixes the work date when it is the
// start's date in the entry's zone or in the practice's; anything else contradicts.
std::optional<Span> span_of(const TimeSaid& said, const SpanContext& context, Faults& faults);

// A span on the clock, with its work date in the practice's zone (R3) or as fixed, and its split by day where there is one (TM4).
// The days are the practice's, or the entry zone's when the fixed work date is only right there.
Span clock_span(const Books& books, const ZoneRules& zones, Instant start, std::optional<Instant> end, Seconds seconds,
                const std::string& zone, std::optional<Date> fixed_work_date);

// The same start, zone and work date with another end.
Span ended_at(const Books& books, const ZoneRules& zones, const Span& span, Instant end, Seconds seconds);

// An entry's span with some things replaced (2.19). A new start keeps the end, a new end keeps the start and the pauses, new
// seconds keep the start. `clear_clock` takes the clock times away and leaves date and seconds.
struct SpanCorrection {
  std::optional<Date> date;
  std::optional<Seconds> seconds;
  std::optional<Instant> start;
  std::optional<Instant> end;
  bool clear_clock = false;
};
std::optional<Span> corrected_span(const Span& before, const SpanCorrection& said, const SpanContext& context, Faults& faults);

}  // namespace billtrail
