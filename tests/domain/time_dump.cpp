// The books' timers, entries and overlap index as text.
#include "tests/domain/time_dump.hpp"

#include "domain/time/entry_state.hpp"
#include "domain/time/limits.hpp"
#include "tests/support/describe_text.hpp"

namespace billtrail::testing {
namespace {

// What the overlap index knows of the member, in its own order.
std::string dump_clock(const Books& books, Row member) {
  std::string text;
  const ClockRange always{first_instant, last_instant};
  books.clock.search(member, always, [&](Row entry, const ClockRange& range) {
    text += " " + text_of(books.entries.key(entry)) + "[" + range.from.text() + " " + range.to.text() + ")";
    return OverlapIndex::Search::go_on;
  });
  return text;
}

}  // namespace

std::string dump_time(const Books& books) {
  std::string text = "locked " + text_of(books.locked_until.get()) + " splits " + std::to_string(books.day_splits.size()) + "\n";
  for (Row row = 0; row < books.clients.size(); ++row) {
    text += "client " + text_of(books.clients.key(row)) + (books.clients.at(row).priced ? " priced\n" : "\n");
  }
  for (Row row = 0; row < books.members.size(); ++row) {
    text += "member " + text_of(books.members.key(row)) + " runs " + text_of(books.members.at(row).running) +
            dump_clock(books, row) + "\n";
  }
  for (Row row = 0; row < books.timers.size(); ++row) {
    const RunningTimer& timer = books.timers.at(row);
    text += "timer " + text_of(books.timers.key(row)) + " " + text_of(timer.member) + " " + text_of(timer.work) + " " +
            text_of(timer.description) + text_of(timer.tags) + timer.at.text() + timer.zone + text_of(timer.running) +
            text_of(timer.stopped) + "\n";
  }
  for (Row row = 0; row < books.entries.size(); ++row) {
    text += "entry " + text_of(books.entries.key(row)) + " " + text_of(facts_of(books, row)) +
            (books.entries.at(row).removed ? " removed\n" : "\n");
  }
  return text;
}

}  // namespace billtrail::testing
