// C6: unused allowance at the end of an agreement is credited where its terms say so.
#include "domain/retainer/schedule.hpp"
#include "tests/domain/retainer_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

Event zero_rated() {
  ClientBillingSet set;
  set.client = acme;
  set.tax = TaxCategory::Z;
  return set;
}

// January of an agreement that ends with it: 40 hours for 3 100.00, 30 used; its fee is issued and the period closed.
void january_ended(Scenario& scenario, UnusedAtEnd unused, std::int64_t hours_used = 30) {
  CycleTerms cycle;
  cycle.unused_at_end = unused;
  const auto invoice = id<InvoiceId>("fee");
  scenario.given(practice())
      .given({zero_rated(), agreed(forty_hours(), cycle, "2026-01-01", day("2026-02-01")), worked("work", "2026-01-10", hours_used * hour)})
      .when(open_next(), morning("2026-01-01"))
      .then_anything()
      .when(DraftRecurring{invoice, care, 0, {}}, morning("2026-01-01"))
      .then_anything()
      .when(ApproveInvoice{invoice}, morning("2026-01-02"))
      .then_anything()
      .when(IssueInvoice{invoice, {}}, morning("2026-01-12"))
      .then_anything()
      .when(close_next(), morning("2026-02-01"))
      .then_anything();
}

std::optional<Command> next(const Scenario& scenario) { return next_step(scenario.books(), care, day("2026-02-01"), true); }

}  // namespace

TEST_CASE("C6: a quarter of the hours unused is a quarter of the fee credited, once") {
  Scenario scenario;
  january_ended(scenario, UnusedAtEnd::credited);
  const std::optional<Command> step = next(scenario);
  REQUIRE(step);
  IssueCreditNote note = std::get<IssueCreditNote>(*step);
  CHECK(note.invoice == id<InvoiceId>("fee"));
  REQUIRE(note.lines.size() == 1);
  CHECK(note.lines.front().net == 77'500);
  note.credit_note = id<CreditNoteId>("unused");
  scenario.when(note, morning("2026-02-01")).then_anything();
  CHECK(scenario.books().credit_notes.find(id<CreditNoteId>("unused"))->total == 77'500);
  CHECK_FALSE(next(scenario));
}

TEST_CASE("C6: nothing is credited where unused hours are forfeited, or where none are left") {
  Scenario forfeited;
  january_ended(forfeited, UnusedAtEnd::forfeited);
  CHECK_FALSE(next(forfeited));
  Scenario used_up;
  january_ended(used_up, UnusedAtEnd::credited, 40);
  CHECK_FALSE(next(used_up));
}
