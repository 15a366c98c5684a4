// When and how long: what a command says about time, made whole or refused with every fault.
#include "domain/time/span.hpp"

#include "domain/time/dating.hpp"
#include "domain/time/limits.hpp"
#include "domain/time/split.hpp"

namespace billtrail {
namespace {

class Reading {
 public:
  Reading(const TimeSaid& said, const SpanContext& context, Faults& faults)
      : said_(said), context_(context), faults_(faults), practice_zone_(context.books.settings->zone), zone_(practice_zone_) {}

  std::optional<Span> run() {
    read_zone();
    read_moment(start_, said_.start, said_.local_start, "/start", "/local_start");
    read_moment(end_, said_.end, said_.local_end, "/end", "/local_end");
    if (said_.date && (*said_.date < first_date || *said_.date > last_date)) {
      fault(RefusalCode::date_out_of_range, "/date", {{"first", first_date.text()}, {"last", last_date.text()}});
    }
    check_seconds();
    if (!sound_) return std::nullopt;
    return start_ ? on_the_clock() : by_duration();
  }

 private:
  void fault(RefusalCode code, std::string_view field, std::vector<Fact> facts = {}) {
    std::string pointer(context_.prefix);
    pointer += field;
    faults_.add(code, std::move(pointer), std::move(facts));
    sound_ = false;
  }
  std::optional<Span> refused(RefusalCode code, std::string_view field, std::vector<Fact> facts = {}) {
    fault(code, field, std::move(facts));
    return std::nullopt;
  }

  void read_zone() {
    if (said_.zone) {
      if (!context_.given.zones.known(*said_.zone)) return fault(RefusalCode::unknown_zone, "/zone");
      zone_ = *said_.zone;
    } else if (context_.member != nullptr && context_.member->zone) {
      zone_ = *context_.member->zone;
    }
  }

  // TM2: a wall-clock reading becomes an instant once, here.
  void read_moment(std::optional<Instant>& moment, const std::optional<Instant>& said, const std::optional<LocalTime>& local,
                   std::string_view field, std::string_view local_field) {
    if (said && local) return fault(RefusalCode::time_ambiguous, local_field);
    if (!said && !local) return;
    if (local && (local->date < first_date || local->date > last_date || local->seconds < 0 || local->seconds >= 86'400)) {
      return fault(RefusalCode::date_out_of_range, local_field, {{"first", first_date.text()}, {"last", last_date.text()}});
    }
    if (local && !sound_) return;  // in an unknown zone a reading means nothing
    moment = said ? *said : context_.given.zones.instant(*local, zone_);
    std::string pointer(context_.prefix);
    pointer += said ? field : local_field;
    if (!check_moment(*moment, pointer, context_.given, faults_)) sound_ = false;
  }

  void check_seconds() {
    if (!said_.seconds) return;
    const bool zero_stays = context_.by == SaidBy::import && said_.seconds->count == 0;
    if (said_.seconds->count <= 0 && !zero_stays) fault(RefusalCode::duration_must_be_positive, "/seconds");
    if (*said_.seconds > entry_seconds_max) too_long("/seconds");
  }
  void too_long(std::string_view field) {
    fault(RefusalCode::duration_too_long, field, {{"seconds_max", entry_seconds_max.count}});
  }

  // TM3: date and seconds; clock times are never invented.
  std::optional<Span> by_duration() {
    if (end_) return refused(RefusalCode::time_missing, "/start");
    if (!said_.date) fault(RefusalCode::time_missing, said_.seconds ? "/date" : "");
    if (!said_.seconds && said_.date) fault(RefusalCode::time_missing, "/seconds");
    if (!sound_) return std::nullopt;
    const Date today = context_.given.zones.local(context_.given.now, practice_zone_).date;
    if (*said_.date > today + days_ahead_max)
      return refused(RefusalCode::occurred_in_the_future, "/date", {{"today", today.text()}});
    Span span;
    span.work_date = *said_.date;
    span.seconds = *said_.seconds;
    return span;
  }

  std::optional<Span> on_the_clock() {
    if (!end_ && !said_.seconds) return refused(RefusalCode::time_missing, "/end");
    std::optional<Instant> end = end_ ? *end_ : *start_ + *said_.seconds;
    if (!said_.seconds && *end < *start_) return refused(RefusalCode::time_ambiguous, end_field());
    Seconds seconds = said_.seconds ? *said_.seconds : between(*start_, *end);
    if (seconds > between(*start_, *end)) {  // pauses make work shorter than the clock, nothing makes it longer
      if (context_.by == SaidBy::person) return refused(RefusalCode::time_ambiguous, "/seconds");
      end.reset();
    }
    if (seconds.count == 0 && context_.by == SaidBy::person) return refused(RefusalCode::duration_must_be_positive, end_field());
    if (end && between(*start_, *end) > entry_seconds_max) {
      too_long(end_field());
      return std::nullopt;
    }
    if (!end_ && *end > context_.given.now + clock_ahead_max) {
      return refused(RefusalCode::occurred_in_the_future, "/seconds", {{"now", context_.given.now.text()}});
    }
    Span span = clock_span(context_.books, context_.given.zones, *start_, end, seconds, zone_, said_.date);
    if (said_.date && !is_date_of_start(*said_.date)) return refused(RefusalCode::time_ambiguous, "/date");
    if (span.work_date < first_date || span.work_date > last_date) return refused(RefusalCode::date_out_of_range, start_field());
    return span;
  }
  bool is_date_of_start(Date date) const {
    const ZoneRules& zones = context_.given.zones;
    return date == zones.local(*start_, practice_zone_).date || date == zones.local(*start_, zone_).date;
  }
  std::string_view start_field() const { return said_.start ? "/start" : "/local_start"; }
  std::string_view end_field() const {
    if (said_.end) return "/end";
    return said_.local_end ? "/local_end" : "/seconds";
  }

  const TimeSaid& said_;
  const SpanContext& context_;
  Faults& faults_;
  const std::string& practice_zone_;
  std::string zone_;
  std::optional<Instant> start_, end_;
  bool sound_ = true;
};

}  // namespace

std::optional<Span> span_of(const TimeSaid& said, const SpanContext& context, Faults& faults) {
  return Reading(said, context, faults).run();
}

Span clock_span(const Books& books, const ZoneRules& zones, Instant start, std::optional<Instant> end, Seconds seconds,
                const std::string& zone, std::optional<Date> fixed_work_date) {
  const std::string& practice_zone = books.settings->zone;
  const Date practice_date = zones.local(start, practice_zone).date;
  Span span;
  span.work_date = fixed_work_date ? *fixed_work_date : practice_date;
  span.seconds = seconds;
  span.start = start;
  span.end = end;
  span.zone = zone;
  const std::string& split_zone = span.work_date == practice_date ? practice_zone : zone;
  std::vector<DayPart> days = split_by_day(start, end ? *end : start + seconds, seconds, split_zone, zones);
  const bool all_on_the_work_date = days.empty() || (days.size() == 1 && days.front().date == span.work_date);
  if (!all_on_the_work_date) span.days = std::move(days);
  return span;
}

Span ended_at(const Books& books, const ZoneRules& zones, const Span& span, Instant end, Seconds seconds) {
  return clock_span(books, zones, *span.start, end, seconds, *span.zone, span.work_date);
}

}  // namespace billtrail
