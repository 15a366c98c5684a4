// The script of the sample agency while it is being written: commands in order, each with the next id. Each is carried out on books of
// the script's own at once, so that its writers see what there is to bill, and a mistake in them shows where it is made.
#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "domain/books.hpp"
#include "domain/carry_out.hpp"
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

// Ids of what one command makes many of; nothing in the script refers to them.
class ScriptIds final : public NewIds {
 public:
  std::string next() override { return "demo-made-" + std::to_string(++made_); }

 private:
  int made_ = 0;
};

class Script {
 public:
  Script(Date today, const ZoneRules& zones);

  Date today() const { return today_; }
  Date start() const { return start_; }
  // The first of the month that is `months` after the start; beyond the end for 99.
  Date month(int months) const { return anchored(start_, months, 1); }

  // Throws std::logic_error when the command is refused.
  void add(Date day, std::string_view actor, Command command);
  // False, and nothing is added, when it is refused.
  bool try_add(Date day, std::string_view actor, Command command);
  EntryId next_entry();
  const Books& books() const { return books_; }

  std::map<std::string_view, std::vector<Leave>> leave;  // by member
  std::vector<DemoCommand> commands;

 private:
  Decision<Event> carried_out(std::string_view actor, const Command& command);

  Date today_;
  Date start_;
  const ZoneRules& zones_;
  Instant now_;
  Books books_;
  ScriptIds ids_;
  int entries_ = 0;
};

// Practice, people, clients, work, rates, calendars: everything that stands before the first hour is worked.
void set_up(Script& script);
// How it bills and what it agreed with each client.
void agree(Script& script);
// What changes on a day on the way: a rise of rates, a new colleague, fewer hours, a leaver.
void change_on(Script& script, Date day);
// Corrections, a removal, a move, a forgotten timer, and the timer that runs on.
void mishaps(Script& script);

}  // namespace billtrail::demo
