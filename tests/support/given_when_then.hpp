// Given a history, when a command comes, then exactly these events, or exactly these refusals. What a command left goes on
// into the books, so that a scenario may have several steps:
//   Scenario{}.given({opened()}).when(AddClient{...}).then({ClientAdded{...}}).when(...).then_refused({refuse(...)});
#pragma once

#include <string>
#include <vector>

#include "domain/books.hpp"
#include "domain/carry_out.hpp"
#include "domain/decide.hpp"
#include "tests/support/catch.hpp"

namespace billtrail::testing {

// Every zone is UTC; known are UTC and Europe/Berlin. Enough where zones do not matter.
class UtcEverywhere final : public ZoneRules {
 public:
  bool known(std::string_view zone) const override { return zone == "UTC" || zone == "Europe/Berlin"; }
  LocalTime local(Instant at, std::string_view) const override {
    const Seconds since = between(Instant{}, at);
    const std::int64_t day = since.count >= 0 ? since.count / 86400 : -((-since.count + 86399) / 86400);
    return {Date{static_cast<std::int32_t>(day)}, static_cast<std::int32_t>(since.count - day * 86400)};
  }
  Instant instant(LocalTime reading, std::string_view) const override {
    return Instant{} + Seconds{std::int64_t{reading.date.days} * 86400 + reading.seconds};
  }
  Instant start_of_day(Date date, std::string_view zone) const override { return instant({date, 0}, zone); }
};

// id-1, id-2 ...
class CountingIds final : public NewIds {
 public:
  std::string next() override { return "id-" + std::to_string(++made_); }

 private:
  int made_ = 0;
};

// 2026-03-01T12:00:00Z, a Sunday.
inline constexpr Instant scenario_now{1'772'366'400'000'000};

class Scenario {
 public:
  Scenario();
  explicit Scenario(const ZoneRules& zones);  // the zones must outlive the scenario

  Scenario& given(const std::vector<Event>& history);
  Scenario& when(const Command& command, Instant now = scenario_now, std::optional<Instant> occurred_at = {});
  // What deciding alone would say; the books stay as they are.
  Decision<Event> would(const Command& command, Instant now = scenario_now);
  // The whole list of events, in order, with what follows from them. They have been taken into the books.
  Scenario& then(const std::vector<Event>& expected);
  // The whole list of refusals, in order of precedence.
  Scenario& then_refused(const Refusals& expected);
  // It must have been accepted; what it left is not looked at.
  Scenario& then_anything();
  // Who sends the commands that follow; "ana" unless said.
  Scenario& by(std::string_view actor);

  const Decision<Event>& decision() const { return decision_; }
  const Books& books() const { return books_; }
  Books& books() { return books_; }

 private:
  const ZoneRules& zones_;
  Books books_;
  CountingIds ids_;
  ActorId actor_ = ActorId::parse("ana").value();
  Decision<Event> decision_{Refusals{}};
};

// As the scenario prints them: a line each, so that a mismatch shows which one it is.
std::string printed(const std::vector<Event>& events);
std::string printed(const Refusals& refusals);

// Short ways to write literals. They throw std::bad_optional_access on a wrong one.
template <class SomeId>
SomeId id(std::string_view text) {
  return SomeId::parse(text).value();
}
inline Date day(std::string_view iso) { return Date::parse(iso).value(); }
inline Instant at(std::string_view rfc3339) { return Instant::parse(rfc3339).value(); }
inline Decimal4 dec(std::string_view text) { return Decimal4::parse(text).value(); }
inline Currency cur(std::string_view code) { return Currency::parse(code).value(); }

// A practice in EUR and UTC, opened.
inline Event opened() { return PracticeOpened{"Practice", cur("EUR"), "UTC"}; }

}  // namespace billtrail::testing
