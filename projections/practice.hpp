// What are the practice's settings? One answer, no rows.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "projections/question.hpp"
#include "projections/views.hpp"

namespace billtrail {

struct PracticeAnswer {
  PracticeId practice;
  std::string name;
  std::string zone;
  Currency currency;
  SecondTimer second_timer = SecondTimer::stops_the_first;
  Overlaps overlaps = Overlaps::warned;
  Seconds timer_warns_after;
  Seconds timer_stops_after;
  Seconds day_length;
  std::vector<std::int32_t> ageing_edges;
  std::vector<Selector> selector_order;
  std::optional<Date> locked_until;
  Date today;
};
BOOST_DESCRIBE_STRUCT(PracticeAnswer, (),
                      (practice, name, zone, currency, second_timer, overlaps, timer_warns_after, timer_stops_after, day_length,
                       ageing_edges, selector_order, locked_until, today))

PracticeAnswer practice(const Views& views, const Question& question);

}  // namespace billtrail
