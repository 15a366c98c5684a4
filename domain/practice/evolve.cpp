// The settings as the events left them.
#include "domain/practice/practice_rules.hpp"

namespace billtrail {
namespace {

template <class Value>
void take(Value& current, const std::optional<Value>& changed) {
  if (changed) current = *changed;
}

}  // namespace

void evolve(Books& books, const PracticeOpened& event) {
  Settings& settings = books.settings.edit();
  if (settings.opened) throw std::logic_error("the practice is opened twice");
  settings.opened = true;
  settings.name = event.name;
  settings.currency = event.currency;
  settings.zone = event.zone;
}

void evolve(Books& books, const PracticeChanged& event) {
  Settings& settings = books.settings.edit();
  take(settings.name, event.name);
  take(settings.second_timer, event.second_timer);
  take(settings.overlaps, event.overlaps);
  take(settings.timer_warns_after, event.timer_warns_after);
  take(settings.timer_stops_after, event.timer_stops_after);
  take(settings.day_length, event.day_length);
  take(settings.ageing_edges, event.ageing_edges);
  take(settings.selector_order, event.selector_order);
  if (event.selector_order) books.rate_index.set_order(*event.selector_order);
}

}  // namespace billtrail
