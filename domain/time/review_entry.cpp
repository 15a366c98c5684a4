// TM5: the member looks at what a forgotten timer logged, and confirms it or trims it. From then on it is billable.
#include "domain/time/changing.hpp"
#include "domain/time/dating.hpp"
#include "domain/time/span.hpp"
#include "domain/time/time_rules.hpp"
#include "domain/wip/entry_lock.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const ReviewTimeEntry& command, const Given& given) {
  Faults faults;
  check_occurred(given, faults);
  const Row row = changeable_entry(books, command.entry, faults);
  if (row == no_row) return faults.in_order();
  check_open_for_correction(books, row, "/entry", faults);
  const EntryFacts before = facts_of(books, row);
  if (before.review != Review::needed) faults.add(RefusalCode::entry_not_in_review, "/entry");

  const SpanCorrection said{std::nullopt, command.seconds, std::nullopt, command.end, false};
  const MemberState& member = *books.members.find(before.member);
  std::optional<Span> span = corrected_span(before.span, said, {books, &member, given, SaidBy::person, {}}, faults);
  if (span) check_new_overlaps(books, command.entry, before, *span, faults);
  if (!faults.none()) return faults.in_order();

  EntryFacts after = before;
  after.span = std::move(*span);
  after.review = Review::done;
  std::vector<Event> events;
  events.emplace_back(TimeEntryReviewed{command.entry, before, std::move(after)});
  return events;
}

}  // namespace billtrail
