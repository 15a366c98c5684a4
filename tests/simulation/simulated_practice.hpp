// One practice played in memory: commands carried out on its books as the clerk does it, events kept and folded into the read
// models at once. Time is a number that the test moves on. Whatever breaks a law is thrown as Broken, never reported through
// Catch, so that practices can be played on several threads.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "domain/books.hpp"
#include "domain/carry_out.hpp"
#include "projections/views.hpp"

namespace billtrail::simulation {

// A law does not hold; the text says which and by what.
struct Broken : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Every zone is UTC.
class UtcZones final : public ZoneRules {
 public:
  bool known(std::string_view zone) const override { return zone == "UTC"; }
  LocalTime local(Instant at, std::string_view zone) const override;
  Instant instant(LocalTime reading, std::string_view zone) const override;
  Instant start_of_day(Date date, std::string_view zone) const override { return instant({date, 0}, zone); }
};

class CountedIds final : public NewIds {
 public:
  std::string next() override { return "x" + std::to_string(++made_); }

 private:
  int made_ = 0;
};

class SimulatedPractice {
 public:
  SimulatedPractice();

  // A refusal must leave the books as they were, and so must a dry run.
  Decision<Event> send(const Command& command, const ActorId& actor);
  Decision<Event> dry_run(const Command& command, const ActorId& actor);

  void pass(Seconds time) { now_ = now_ + time; }
  Instant now() const { return now_; }
  Date today() const { return zones_.local(now_, "UTC").date; }

  const Books& books() const { return books_; }
  const Views& views() const { return views_; }
  const std::vector<Recorded>& recorded() const { return recorded_; }
  // The read models folded anew, from the first `count` events.
  Views folded(std::size_t count) const;
  // The books folded anew are the books.
  void check_replay() const;

 private:
  Given given(const ActorId& actor);

  UtcZones zones_;
  CountedIds ids_;
  Instant now_;
  Books books_;
  Views views_;
  std::vector<Recorded> recorded_;
};

// Whatever money and time the books hold, as one number: equal books give equal numbers, different ones hardly ever do.
std::uint64_t digest(const Books& books);

// The command, readable; for failures.
std::string text_of_command(const Command& command);

}  // namespace billtrail::simulation
