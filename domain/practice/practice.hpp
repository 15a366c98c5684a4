// The practice: the tenant, its currency, its one time zone and its settings. The default of a setting stands first in its enum.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/kernel/id.hpp"
#include "domain/kernel/money.hpp"
#include "domain/kernel/time.hpp"

namespace billtrail {

BOOST_DEFINE_ENUM_CLASS(SecondTimer, stops_the_first, refused)  // TM1: what starting a second timer does
BOOST_DEFINE_ENUM_CLASS(Overlaps, warned, allowed, refused)     // TM6

// What is archived and restored; never deleted (F20).
BOOST_DEFINE_ENUM_CLASS(Noun, member, client, service, project, campaign, task)

// R1: the six selectors, for the setting of their order.
BOOST_DEFINE_ENUM_CLASS(Selector, project, engagement, client, service, member, role)

struct OpenPractice {
  std::string name;
  Currency currency;
  std::string zone;  // IANA name
};
BOOST_DESCRIBE_STRUCT(OpenPractice, (), (name, currency, zone))

struct PracticeOpened {
  std::string name;
  Currency currency;
  std::string zone;
};
BOOST_DESCRIBE_STRUCT(PracticeOpened, (), (name, currency, zone))

// Changes the settings that are given and leaves the others.
struct ChangePractice {
  std::optional<std::string> name;
  std::optional<SecondTimer> second_timer;
  std::optional<Overlaps> overlaps;
  std::optional<Seconds> timer_warns_after;  // TM5; 8 h unless set
  std::optional<Seconds> timer_stops_after;  // TM5; 16 h unless set
  std::optional<Seconds> day_length;         // what a day rate pays for; 8 h unless set
  std::optional<std::vector<std::int32_t>> ageing_edges;    // W3: last day of each bucket; 30, 60, 90, 120 unless set
  std::optional<std::vector<Selector>> selector_order;      // R1: strongest first, all six
};
BOOST_DESCRIBE_STRUCT(ChangePractice, (),
                      (name, second_timer, overlaps, timer_warns_after, timer_stops_after, day_length, ageing_edges, selector_order))

struct PracticeChanged {
  std::optional<std::string> name;
  std::optional<SecondTimer> second_timer;
  std::optional<Overlaps> overlaps;
  std::optional<Seconds> timer_warns_after;
  std::optional<Seconds> timer_stops_after;
  std::optional<Seconds> day_length;
  std::optional<std::vector<std::int32_t>> ageing_edges;
  std::optional<std::vector<Selector>> selector_order;
};
BOOST_DESCRIBE_STRUCT(PracticeChanged, (),
                      (name, second_timer, overlaps, timer_warns_after, timer_stops_after, day_length, ageing_edges, selector_order))

struct Archive {
  Noun noun;
  std::string id;
  std::optional<Date> on;  // for a member the leaving date, exclusive (2.21); today unless given
};
BOOST_DESCRIBE_STRUCT(Archive, (), (noun, id, on))

struct Archived {
  Noun noun;
  std::string id;
  Date on;
};
BOOST_DESCRIBE_STRUCT(Archived, (), (noun, id, on))

struct Restore {
  Noun noun;
  std::string id;
};
BOOST_DESCRIBE_STRUCT(Restore, (), (noun, id))

struct Restored {
  Noun noun;
  std::string id;
};
BOOST_DESCRIBE_STRUCT(Restored, (), (noun, id))

}  // namespace billtrail
