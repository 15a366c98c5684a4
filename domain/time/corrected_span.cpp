// 2.19: an entry's span with some things replaced. Instants that nobody touched stay as they are: editing the end never reads the
// start again (TM2).
#include "domain/time/span.hpp"

#include "domain/time/limits.hpp"

namespace billtrail {
namespace {

bool says_nothing(const SpanCorrection& said) {
  return !said.date && !said.seconds && !said.start && !said.end && !said.clear_clock;
}

// What was taken out of the clock time.
Seconds pauses(const Span& span) {
  if (!span.end) return {0};
  const Seconds elapsed = between(*span.start, *span.end);
  return elapsed > span.seconds ? elapsed - span.seconds : Seconds{0};
}

// So far out that reckoning with it would overflow; span_of says so.
bool out_of_range(const std::optional<Instant>& at) { return at && (*at < first_instant || *at >= last_instant); }

// A work date that was fixed by the entry's own zone goes on being read there.
std::optional<Date> date_by_entry_zone(const Span& before, Instant start, const SpanContext& context) {
  const ZoneRules& zones = context.given.zones;
  if (before.work_date == zones.local(*before.start, context.books.settings->zone).date) return std::nullopt;
  return zones.local(start, *before.zone).date;
}

// End and seconds of a span that stays on the clock.
void on_the_clock(TimeSaid& time, const Span& before, const SpanCorrection& said) {
  if (said.end && (said.seconds || said.start)) {
    time.end = said.end;
    time.seconds = said.seconds;
  } else if (said.end) {
    time.end = said.end;
    if (pauses(before).count > 0) time.seconds = between(*time.start, *said.end) - pauses(before);
  } else if (said.seconds) {
    const bool still_pauses = !said.start && pauses(before).count > 0 && *said.seconds <= between(*before.start, *before.end);
    if (still_pauses) time.end = before.end;
    time.seconds = said.seconds;
  } else if (said.start && before.end) {
    time.end = before.end;
    if (pauses(before).count > 0) time.seconds = between(*said.start, *before.end) - pauses(before);
  } else {
    time.end = before.end;
    time.seconds = before.seconds;
  }
}

}  // namespace

std::optional<Span> corrected_span(const Span& before, const SpanCorrection& said, const SpanContext& context, Faults& faults) {
  if (says_nothing(said)) return before;
  const bool had_clock = before.start && !said.clear_clock;
  TimeSaid time;
  time.date = said.date;
  time.zone = before.zone;
  if (!had_clock && !said.start) {  // stays, or becomes, date and seconds
    time.end = said.end;            // refused: an end needs a start
    if (!time.date) time.date = before.work_date;
    time.seconds = said.seconds ? said.seconds : before.seconds;
  } else if (!had_clock) {
    time.start = said.start;
    time.end = said.end;
    time.seconds = said.seconds || said.end ? said.seconds : before.seconds;
  } else {
    time.start = said.start ? said.start : before.start;
    time.end = said.end;
    if (!out_of_range(said.start) && !out_of_range(said.end)) {
      on_the_clock(time, before, said);
      if (!time.date) time.date = date_by_entry_zone(before, *time.start, context);
    }
  }
  SpanContext reading = context;
  const bool zero_untouched = before.seconds.count == 0 && !said.seconds && !said.start && !said.end;
  reading.by = zero_untouched ? SaidBy::import : SaidBy::person;
  std::optional<Span> after = span_of(time, reading, faults);
  const bool end_untrusted = had_clock && !before.end && !said.start && !said.end && !said.seconds;
  if (after && end_untrusted) after->end.reset();
  return after;
}

}  // namespace billtrail
