// The shape of a projection: a pure fold of recorded events into a view, with a name, a version and a dump in text.
// A view says for every event there is, by its name, what it does with it; there is no catch-all, so that a new event does not
// compile until each view has said so. Views never allocate ids, read clocks or decide money: they keep what events say.
#pragma once

#include <boost/core/type_name.hpp>
#include <concepts>
#include <stdexcept>
#include <string>
#include <string_view>

#include "domain/event.hpp"

namespace billtrail {

// A projection met an event that it cannot take: the log is broken, or the fold is. It stops there, visibly.
struct FoldFailed : std::runtime_error {
  FoldFailed(std::string_view projection_, Position position_, std::string event_, const std::string& reason_)
      : std::runtime_error("projection " + std::string(projection_) + " cannot take event " + std::to_string(position_.value) +
                           " (" + event_ + "): " + reason_),
        projection(projection_), position(position_), event(std::move(event_)), reason(reason_) {}
  std::string projection;
  Position position;
  std::string event;
  std::string reason;
};

// What a view throws inside its apply; `apply` in views.cpp adds the place.
struct CannotTake : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// "TimeLogged".
template <class E>
std::string type_name_of() {
  std::string name = boost::core::type_name<E>();
  return name.substr(name.rfind(':') == std::string::npos ? 0 : name.rfind(':') + 1);
}
inline std::string type_name_of(const Event& event) {
  return std::visit([]<class E>(const E&) { return type_name_of<E>(); }, event);
}

// The events that a view has nothing to do with, one named arm each:
//   struct Arms : Ignores<LeaveRecorded, LeaveCancelled> { using Ignores::operator(); void operator()(const TimeLogged&); ... };
template <class E>
struct IgnoresOne {
  void operator()(const E&) const {}
};
template <class... Events>
struct Ignores : IgnoresOne<Events>... {
  using IgnoresOne<Events>::operator()...;
};

// Every view: which it is, at which version of its meaning, and its whole state as lines of text. Equal lines = equal views.
template <class View>
concept Projection = requires(const View& view, std::size_t i, std::string& out) {
  { View::name } -> std::convertible_to<std::string_view>;
  { View::version } -> std::convertible_to<int>;
  { view.lines() } -> std::convertible_to<std::size_t>;
  { view.line(i, out) };  // appends the i-th line, without a line feed
};

}  // namespace billtrail
