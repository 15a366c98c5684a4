// The printing of every event is compiled here once, not in each test.
#include "tests/support/given_when_then.hpp"

#include "tests/support/describe_text.hpp"

namespace billtrail::testing {
namespace {

const ZoneRules& utc() {
  static const UtcEverywhere zones;
  return zones;
}

}  // namespace

std::string printed(const std::vector<Event>& events) { return lines_of(events); }
std::string printed(const Refusals& refusals) { return lines_of(refusals); }

Scenario::Scenario() : zones_(utc()) {}
Scenario::Scenario(const ZoneRules& zones) : zones_(zones) {}

Scenario& Scenario::given(const std::vector<Event>& history) {
  for (const Event& event : history) evolve(books_, event);
  return *this;
}

Scenario& Scenario::when(const Command& command, Instant now, std::optional<Instant> occurred_at) {
  decision_ = carry_out(books_, command, Given{now, zones_, occurred_at, actor_, ids_});
  return *this;
}

Decision<Event> Scenario::would(const Command& command, Instant now) {
  return decide(books_, command, Given{now, zones_, std::nullopt, actor_, ids_});
}

Scenario& Scenario::then(const std::vector<Event>& expected) {
  if (!decision_.accepted()) {
    FAIL_CHECK("refused:\n" << printed(decision_.refusals()) << "but expected:\n" << printed(expected));
    return *this;
  }
  CHECK(printed(decision_.events()) == printed(expected));
  return *this;
}

Scenario& Scenario::then_refused(const Refusals& expected) {
  if (decision_.accepted()) {
    FAIL_CHECK("accepted:\n" << printed(decision_.events()) << "but expected:\n" << printed(expected));
    return *this;
  }
  CHECK(printed(decision_.refusals()) == printed(expected));
  return *this;
}

Scenario& Scenario::then_anything() {
  if (!decision_.accepted()) {
    FAIL_CHECK("refused:\n" << printed(decision_.refusals()));
  }
  return *this;
}

Scenario& Scenario::by(std::string_view actor) {
  actor_ = ActorId::parse(actor).value();
  return *this;
}

}  // namespace billtrail::testing
