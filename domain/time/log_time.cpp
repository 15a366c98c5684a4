// F2, F3: time after the fact, one entry or many at once. All faults of all entries are told together.
#include "domain/time/assignment.hpp"
#include "domain/time/dating.hpp"
#include "domain/time/limits.hpp"
#include "domain/time/overlap.hpp"
#include "domain/time/pricing.hpp"
#include "domain/time/small.hpp"
#include "domain/time/span.hpp"
#include "domain/time/time_rules.hpp"

namespace billtrail {
namespace {

// An entry of the same command that has been read before: later ones may neither take its id nor, unheard, its time.
struct Earlier {
  EntryId entry;
  MemberId member;
  std::optional<ClockRange> range;
};

std::string pointer(std::string_view prefix, std::string_view field) {
  std::string whole(prefix);
  whole += field;
  return whole;
}

std::string_view date_field(const LogTime& command) {
  if (command.date) return "/date";
  return command.start ? "/start" : "/local_start";
}

void check_id(const Books& books, const EntryId& entry, const std::vector<Earlier>& earlier, std::string_view prefix,
              Faults& faults) {
  bool taken = books.entries.row_of(entry) != no_row || books.timers.row_of(entry) != no_row;
  for (const Earlier& other : earlier) taken = taken || other.entry == entry;
  if (taken) faults.add(RefusalCode::id_in_use, pointer(prefix, "/entry"), {{"entry", std::string(entry.text())}});
}

// TM6: everything of the member's that the range overlaps; where overlaps are refused also the running timer.
std::vector<EntryId> overlaps(const Books& books, const MemberId& member, const ClockRange& range,
                              const std::vector<Earlier>& earlier, const Given& given) {
  const Overlaps setting = books.settings->overlaps;
  if (setting == Overlaps::allowed) return {};
  std::vector<EntryId> found = overlapped(books, member, range);
  for (const Earlier& other : earlier) {
    if (found.size() >= overlaps_listed_max) break;
    if (other.member == member && other.range && overlap(*other.range, range)) found.push_back(other.entry);
  }
  if (setting != Overlaps::refused || found.size() >= overlaps_listed_max) return found;
  if (const std::optional<EntryId>& running = books.members.find(member)->running) {
    if (overlap(range, {books.timers.find(*running)->at, given.now})) found.push_back(*running);
  }
  return found;
}

// Reads one entry; false when it has a fault.
bool read(const Books& books, const LogTime& command, const Given& given, std::string_view prefix, std::vector<Earlier>& earlier,
          std::vector<Event>& events, Faults& all_faults) {
  Faults faults;
  const EntryId& entry = chosen(command.entry);
  check_id(books, entry, earlier, prefix, faults);
  const MemberState* member = books.members.find(command.member);
  if (member == nullptr) faults.add(RefusalCode::unknown_member, pointer(prefix, "/member"));

  const SaidBy by = command.source ? SaidBy::import : SaidBy::person;
  const TimeSaid time{command.date,        command.seconds,   command.start, command.end,
                      command.local_start, command.local_end, command.zone};
  std::optional<Span> span = span_of(time, {books, member, given, by, prefix}, faults);
  WorkSaid said = work_said(command);
  if (span) said.date = span->work_date;
  said.reason_given = !is_blank(command.category_reason);
  static const Assignment nothing_kept;
  Assignment work = assign(books, said, nothing_kept, prefix, faults);
  const RateSaid typed{command.rate, command.currency, command.source ? RateOrigin::imported : RateOrigin::typed};
  std::optional<AppliedRate> rate = rate_said(books, typed, work.client, prefix, faults);
  if (command.rate && !command.source && is_blank(command.rate_reason)) {
    faults.add(RefusalCode::reason_needed, pointer(prefix, "/rate_reason"));
  }
  if (span) check_unlocked(books, span->work_date, pointer(prefix, date_field(command)), faults);
  if (span && member != nullptr) check_membership(*member, span->work_date, pointer(prefix, date_field(command)), faults);

  TimeLogged logged{entry, {}, command.description, command.tags, command.rate_reason.value_or(""), command.source, {}, {}};
  const std::optional<ClockRange> range = span ? occupied(*span) : std::nullopt;
  if (range && member != nullptr) {
    logged.overlaps = overlaps(books, command.member, *range, earlier, given);
    if (books.settings->overlaps == Overlaps::refused && by == SaidBy::person && !logged.overlaps.empty()) {
      faults.add(RefusalCode::overlaps_another_entry, std::string(prefix), entry_facts(logged.overlaps));
    }
  }
  earlier.push_back({entry, command.member, range});
  if (!faults.none()) {
    all_faults.add(faults.in_order());
    return false;
  }
  if (overrides_engagement(books, work)) logged.category_reason = command.category_reason.value_or("");
  logged.facts = frozen(books, command.member, std::move(work), std::move(*span), std::move(rate), Review::not_needed);
  events.emplace_back(std::move(logged));
  return true;
}

}  // namespace

Decision<Event> decide(const Books& books, const LogTime& command, const Given& given) {
  Faults faults;
  check_occurred(given, faults);
  std::vector<Earlier> earlier;
  std::vector<Event> events;
  read(books, command, given, {}, earlier, events, faults);
  if (!faults.none()) return faults.in_order();
  return events;
}

Decision<Event> decide(const Books& books, const LogTimes& command, const Given& given) {
  Faults faults;
  check_occurred(given, faults);
  if (command.entries.empty()) faults.add(RefusalCode::nothing_to_change, "/entries");
  if (command.entries.size() > log_times_entries_max) {
    return refuse(RefusalCode::amount_too_large, "/entries", {{"entries_max", std::int64_t{log_times_entries_max}}});
  }
  std::vector<Earlier> earlier;
  std::vector<Event> events;
  for (std::size_t i = 0; i < command.entries.size(); ++i) {
    read(books, command.entries[i], given, "/entries/" + std::to_string(i), earlier, events, faults);
  }
  if (!faults.none()) return faults.in_order();
  return events;
}

}  // namespace billtrail
