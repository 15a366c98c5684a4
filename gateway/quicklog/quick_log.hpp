// Quick log (F6): one line of words becomes a time entry. "2h acme optimisation yesterday 9pm" is two hours for the client
// Acme, on its task or service Optimisation, on yesterday's date, from 21:00.
//
//   length   2h  90m  1h30  1:30  1.5h  45 min        or from-to   9-10:30  9am-11am  from 9 to 10
//   day      today  yesterday  monday (the last one)  3 mar  2026-03-01  3 days ago; today unless said
//   start    9pm  21:00  at 9
//   what     names of clients, tasks, projects, campaigns, services: @acme and #optimisation say which kind is meant;
//            beginnings of names and small slips of the keys will do, unless they fit several
//   who      by anna (a member's whole or first name); the asking member unless said
//   else     !nb or nonbillable; what is left, and everything "in quotes", is the description
//
// Pure: today, now, the zone and the names come in. What cannot be understood is a fault, never a guess.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/kernel/zone.hpp"
#include "domain/time/time.hpp"
#include "gateway/quicklog/directory.hpp"

namespace billtrail::quicklog {

inline constexpr std::size_t line_bytes_max = 2000;
inline constexpr std::size_t line_words_max = 100;

// log: time after the fact, which needs a length. timer: one to start now, or since a clock time; it has no length.
enum class Purpose { log, timer };

struct Moment {
  Date today;  // where the member is
  Instant now;
  std::string zone;  // of the clock that the member looks at
  const ZoneRules& zones;
};

// A piece of the line and what it means: "acme" → "client: Acme".
struct Word {
  std::string text;
  std::string means;
  friend bool operator==(const Word&, const Word&) = default;
};

struct Fault {
  std::string code;     // length_missing, ambiguous_client, unknown_task, in_the_future ...
  std::string message;  // a sentence
  std::string text;     // the piece it is about; may be empty
  std::vector<std::string> candidates;
  friend bool operator==(const Fault&, const Fault&) = default;
};

struct Understood {
  LogTime entry;  // member, work, description, and the time as far as it was understood; complete when there are no faults
  std::vector<Word> words;  // in the order of the line
  std::vector<Fault> faults;
};

Understood understand(std::string_view line, const Directory& directory, const MemberId& member, const Moment& moment,
                      Purpose purpose = Purpose::log);

// What understand() made for a timer, as the command that starts it.
StartTimer timer_of(const Understood& understood, const ZoneRules& zones);

// {"understood": {...LogTime fields}, "words": [{"text", "means"}], "faults": [{"code", "message", "text", "candidates"}]}
std::string understood_json(const Understood& understood);

}  // namespace billtrail::quicklog
