// A practice is opened once; afterwards only its settings change.
#include <algorithm>

#include "domain/checks.hpp"
#include "domain/practice/practice_rules.hpp"

namespace billtrail {
namespace {

// Keeps a setting only when it differs, so that the event says what changed.
template <class Value>
std::optional<Value> changed(const std::optional<Value>& wanted, const Value& current) {
  return wanted && *wanted != current ? wanted : std::nullopt;
}

void check_length(const std::optional<Seconds>& length, Seconds least, Seconds most, std::string_view pointer, Faults& faults) {
  if (!length || (*length >= least && *length <= most)) return;
  faults.add(RefusalCode::setting_out_of_range, std::string(pointer), {{"least", least.count}, {"most", most.count}});
}

// W3: the last days of the buckets, each later than the one before.
void check_ageing_edges(const std::vector<std::int32_t>& edges, Faults& faults) {
  const bool rising = std::adjacent_find(edges.begin(), edges.end(), std::greater_equal<>{}) == edges.end();
  const bool sound =
      !edges.empty() && edges.size() <= ageing_edges_max && rising && edges.front() >= 0 && edges.back() <= ageing_edge_max;
  if (!sound) {
    faults.add(RefusalCode::setting_out_of_range, "/ageing_edges",
               {{"edges_most", static_cast<std::int64_t>(ageing_edges_max)}, {"days_most", std::int64_t{ageing_edge_max}}});
  }
}

// R1: every selector once.
void check_selector_order(std::vector<Selector> order, Faults& faults) {
  std::sort(order.begin(), order.end());
  const bool each_once = order.size() == selector_count && std::adjacent_find(order.begin(), order.end()) == order.end();
  if (!each_once) faults.add(RefusalCode::setting_out_of_range, "/selector_order");
}

bool says_something(const PracticeChanged& change) {
  return change.name || change.second_timer || change.overlaps || change.timer_warns_after || change.timer_stops_after ||
         change.day_length || change.ageing_edges || change.selector_order;
}

}  // namespace

Decision<Event> decide(const Books& books, const OpenPractice& command, const Given& given) {
  Faults faults;
  if (books.settings->opened) faults.add(RefusalCode::practice_exists);
  const std::string name = check_said(command.name, "/name", faults);
  check_zone(given, command.zone, "/zone", faults);
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{PracticeOpened{name, command.currency, command.zone}};
}

Decision<Event> decide(const Books& books, const ChangePractice& command, const Given&) {
  Faults faults;
  std::optional<std::string> name = command.name;
  if (name) name = check_said(*name, "/name", faults);
  check_length(command.timer_warns_after, timer_limit_min, timer_limit_max, "/timer_warns_after", faults);
  check_length(command.timer_stops_after, timer_limit_min, timer_limit_max, "/timer_stops_after", faults);
  check_length(command.day_length, day_length_min, day_length_max, "/day_length", faults);
  if (command.ageing_edges) check_ageing_edges(*command.ageing_edges, faults);
  if (command.selector_order) check_selector_order(*command.selector_order, faults);

  const Settings& now = *books.settings;
  const PracticeChanged change{changed(name, now.name),
                               changed(command.second_timer, now.second_timer),
                               changed(command.overlaps, now.overlaps),
                               changed(command.timer_warns_after, now.timer_warns_after),
                               changed(command.timer_stops_after, now.timer_stops_after),
                               changed(command.day_length, now.day_length),
                               changed(command.ageing_edges, now.ageing_edges),
                               changed(command.selector_order, now.selector_order)};
  if (!says_something(change)) faults.add(RefusalCode::nothing_to_change);
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{change};
}

}  // namespace billtrail
