// The script of the sample agency while it is being written: commands in order, each with the next id. And what its writers
// share: the span of time, ids, leave.
#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "domain/kernel/calendar.hpp"
#include "gateway/demo/cast.hpp"
#include "gateway/demo/dice.hpp"
#include "gateway/demo/sample_agency.hpp"

namespace billtrail::demo {

// An id that stands in a table of cast.cpp. Throws std::logic_error when it is none.
template <class SomeId>
SomeId id_of(std::string_view text) {
  const auto id = SomeId::parse(text);
  if (!id) throw std::logic_error("the sample agency has an id that is none: " + std::string(text));
  return *id;
}

struct Leave {
  Date first, last;  // both included
};

class Script {
 public:
  explicit Script(Date today) : today_(today), start_(anchored(first_of_month(today), -sample_agency_months, 1)) {}

  Date today() const { return today_; }
  Date start() const { return start_; }
  // The first of the month that is `months` after the start; beyond the end for 99.
  Date month(int months) const { return anchored(start_, months, 1); }

  void add(Date day, std::string_view actor, Command command);
  EntryId next_entry();

  std::map<std::string_view, std::vector<Leave>> leave;  // by member
  std::vector<DemoCommand> commands;

 private:
  Date today_;
  Date start_;
  int entries_ = 0;
};

// Practice, people, clients, work, rates, calendars: everything that stands before the first hour is worked.
void set_up(Script& script);
// What changes on a day on the way: a rise of rates, a new colleague, fewer hours, a leaver.
void change_on(Script& script, Date day);
// Corrections, a removal, a move, a forgotten timer, and the timer that runs on.
void mishaps(Script& script);

}  // namespace billtrail::demo
