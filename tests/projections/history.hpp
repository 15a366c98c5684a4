// Builds recorded histories for tests of the read models directly out of events, in the shape that deciding would leave them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "projections/registry.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/describe_text.hpp"
#include "tests/support/given_when_then.hpp"

namespace billtrail::testing {

// Beside the literals of given_when_then.hpp.
constexpr Seconds hours(std::int64_t count) { return Seconds{count * 3600}; }
constexpr Seconds minutes(std::int64_t count) { return Seconds{count * 60}; }

// "100 EUR per hour", as rule `rule` gave it.
AppliedRate rate(std::string_view amount, std::string_view currency = "EUR", std::string_view rule = "default");

// One entry, written from left to right: time("e1", "ana", "acme", "2026-03-01", hours(2)).at_rate("100").as(Category::project)
class Time {
 public:
  Time(std::string_view entry, std::string_view member, std::string_view client, std::string_view date, Seconds seconds);
  Time& as(Category category);
  Time& at_rate(std::string_view amount, std::string_view currency = "EUR");  // agreed and standard
  Time& standard(std::string_view amount, std::string_view currency = "EUR");
  Time& on(std::string_view service);
  Time& within(std::string_view project);
  Time& under(std::string_view engagement);
  Time& rounding(RoundingTerms terms);
  Time& reviewed(Review review);
  Time& from(std::string_view start);
  Time& split(std::vector<DayPart> days);
  operator Event() const { return logged; }
  const EntryFacts& facts() const { return logged.facts; }

  TimeLogged logged;
};

class History {
 public:
  // A practice in EUR and Europe/Berlin; members ana and ben; clients acme and bolt (EUR) and cora (USD); services seo and ads;
  // project site of acme.
  History();
  static History empty();

  // One event a second from 2026-01-01T00:00:00Z on.
  History& add(Event event);
  History& add(std::vector<Event> events);
  const std::vector<Recorded>& recorded() const { return recorded_; }
  Position position() const { return Position{recorded_.size()}; }

  Views views() const { return views_at(position()); }
  Views views_at(Position position) const;

 private:
  std::vector<Recorded> recorded_;
};

// Reads and checks: a question with faults fails the test.
Question ask(std::string_view model, const Parameters& parameters = {}, std::string_view today = "2026-03-31");

}  // namespace billtrail::testing
