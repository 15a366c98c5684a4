// The practice's answer.
#include "projections/practice.hpp"

namespace billtrail {

PracticeAnswer practice(const Views& views, const Question& question) {
  const PracticeView& view = views.practice;
  return {view.practice,       view.title,         view.zone,       view.currency,     view.second_timer,
          view.overlaps,       view.timer_warns_after, view.timer_stops_after, view.day_length, view.ageing_edges,
          view.selector_order, view.locked_until,  question.asked.today};
}

}  // namespace billtrail
