// Decide, evolve, react.
#include "domain/carry_out.hpp"

#include "domain/react.hpp"
#include "domain/run/carry_out_run.hpp"

namespace billtrail {
namespace {

// What reactions may lead to further ones; more rounds than this would be a circle.
constexpr int reaction_rounds_max = 8;

}  // namespace

Decision<Event> carry_out(Books& books, const Command& command, const Given& given) {
  if (is_run(command) && books.settings->opened) return carry_out_run(books, command, given);
  Decision<Event> decision = decide(books, command, given);
  if (!decision.accepted()) return decision;
  std::vector<Event>& events = decision.events();
  for (const Event& event : events) evolve(books, event);
  std::size_t looked_at = 0;
  for (int round = 0; looked_at < events.size(); ++round) {
    if (round == reaction_rounds_max) throw std::logic_error("events lead to one another in a circle");
    std::vector<Event> more = react(books, std::span(events).subspan(looked_at), given);
    looked_at = events.size();
    for (Event& event : more) {
      evolve(books, event);
      events.push_back(std::move(event));
    }
  }
  return decision;
}

}  // namespace billtrail
