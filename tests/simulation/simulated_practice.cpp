// Carrying out, recording and folding.
#include "tests/simulation/simulated_practice.hpp"

namespace billtrail::simulation {
namespace {

// 2026-01-05T08:00:00Z, a Monday.
constexpr Instant first_moment{1'767'600'000'000'000};

}  // namespace

LocalTime UtcZones::local(Instant at, std::string_view) const {
  const std::int64_t seconds = at.micros / 1'000'000;
  return {Date{static_cast<std::int32_t>(seconds / 86400)}, static_cast<std::int32_t>(seconds % 86400)};
}

Instant UtcZones::instant(LocalTime reading, std::string_view) const {
  return Instant{} + Seconds{std::int64_t{reading.date.days} * 86400 + reading.seconds};
}

SimulatedPractice::SimulatedPractice() : now_(first_moment) {}

Given SimulatedPractice::given(const ActorId& actor) { return {now_, zones_, std::nullopt, actor, ids_}; }

Decision<Event> SimulatedPractice::send(const Command& command, const ActorId& actor) {
  const std::uint64_t before = digest(books_);
  books_.journal.begin();
  Decision<Event> decision = carry_out(books_, command, given(actor));
  if (!decision.accepted()) {
    if (digest(books_) != before) throw Broken("a refused command changed the books before it was rolled back");
    books_.journal.roll_back();
    if (decision.refusals().empty()) throw Broken("a refusal without a reason");
    return decision;
  }
  books_.journal.commit();
  if (decision.events().empty()) throw Broken("an accepted command left no event");
  for (const Event& event : decision.events()) {
    Recorded recorded;
    recorded.envelope.practice = PracticeId::parse("main").value();
    recorded.envelope.position = next(views_.position);
    recorded.envelope.recorded_at = now_;
    recorded.envelope.business_date = business_date(event, today());
    recorded.envelope.actor = actor;
    recorded.event = event;
    apply(views_, recorded);
    recorded_.push_back(std::move(recorded));
  }
  return decision;
}

Decision<Event> SimulatedPractice::dry_run(const Command& command, const ActorId& actor) {
  const std::uint64_t before = digest(books_);
  books_.journal.begin();
  Decision<Event> decision = carry_out(books_, command, given(actor));
  books_.journal.roll_back();
  if (digest(books_) != before) throw Broken("a dry run left a trace in the books");
  return decision;
}

Views SimulatedPractice::folded(std::size_t count) const {
  Views views;
  for (std::size_t i = 0; i < count; ++i) apply(views, recorded_[i]);
  return views;
}

void SimulatedPractice::check_replay() const {
  Books replayed;
  for (const Recorded& recorded : recorded_) evolve(replayed, recorded.event);
  if (digest(replayed) != digest(books_)) throw Broken("the books folded anew are not the books");
}

}  // namespace billtrail::simulation
