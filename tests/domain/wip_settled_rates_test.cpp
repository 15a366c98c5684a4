// R4, D2: what new rates and new rounding do to work that is billed, drafted or written off.
#include "domain/wip/billed_seconds.hpp"
#include "domain/wip/entry_lock.hpp"
#include "tests/domain/wip_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

EntryRepriced repriced(std::string_view name) {
  return {entry(name), by(old_rule, "100"), by(new_rule, "120"), by(old_rule, "100"), by(old_rule, "100"), new_rule};
}

}  // namespace

TEST_CASE("R4: a back-dated rate reprices open and drafted entries, never billed, closed or wholly written-off ones") {
  std::vector<Event> history = agency;
  history.push_back(old_rate);
  for (const char* name : {"open", "drafted", "billed", "gone", "partly", "closed"}) {
    history.push_back(worked(name, "2026-02-02", 3600));
  }
  Scenario scenario;
  scenario.given(history)
      .given(invoiced("i", "INV-1", "2026-02-10", {claim("billed", 3600, 10'000)}))
      .given({drafted("d", {claim("drafted", 3600, 10'000)}),
              WipWrittenOff{off,
                            acme,
                            day("2026-02-10"),
                            {},
                            "",
                            {{entry("gone"), {3600}, {3600}, 10'000}, {entry("partly"), {3600}, {}, 1'000}},
                            {},
                            {}}});
  EntrySettlement& closed = edit_settlement(scenario.books(), scenario.books().entries.row_of(entry("closed")));
  closed.closed = true;

  std::vector<Event> left = scenario.would(set_acme_rate("120", "2026-02-01")).events();
  std::erase_if(left, [](const Event& event) { return !std::holds_alternative<EntryRepriced>(event); });
  CHECK(printed(left) == printed({repriced("open"), repriced("drafted"), repriced("partly")}));

  scenario.given({bill(new_rule, for_acme(), "120", "2026-02-01"), repriced("open"), repriced("partly")});
  CHECK(open_text(scenario.books(), "open") == "3600 s of 3600, 120.00");
  CHECK(open_text(scenario.books(), "partly") == "3600 s of 3600, 110.00");
  CHECK(open_text(scenario.books(), "billed") == "-");
}

TEST_CASE("R4: golden case 14: a back-dated rate reprices open work and the draft, which is flagged; the invoice stays") {
  const auto draft = [](std::string_view invoice, std::string_view name) {
    DraftInvoice command;
    command.invoice = id<InvoiceId>(invoice);
    command.client = acme;
    command.entries = std::vector<EntryId>{entry(name)};
    return command;
  };
  ClientBillingSet zero_rated;
  zero_rated.client = acme;
  zero_rated.tax = TaxCategory::Z;
  Scenario scenario;
  scenario.given(agency)
      .given({zero_rated, old_rate, worked("billed", "2026-02-02", 3600), worked("drafted", "2026-02-03", 3600),
              worked("open", "2026-02-04", 3600)})
      .when(draft("i", "billed"))
      .when(ApproveInvoice{id<InvoiceId>("i")})
      .when(IssueInvoice{id<InvoiceId>("i"), {}})
      .then_anything()
      .when(draft("d", "drafted"))
      .then_anything()
      .when(set_acme_rate("120", "2026-02-01"))
      .then_anything();
  const std::vector<Event>& left = scenario.decision().events();
  REQUIRE(left.size() == 4);
  const RateSet set{new_rule, RateKind::bill, for_acme(), euros("120"), day("2026-02-01"), {}, old_rule};
  CHECK(printed({left[0], left[1], left[2]}) == printed({set, repriced("drafted"), repriced("open")}));
  CHECK(std::get<InvoiceRevised>(left[3]).cause == RevisionCause::entry_repriced);

  const InvoiceState& drafted = *scenario.books().invoices.find(id<InvoiceId>("d"));
  CHECK(drafted.document->net == 12'000);
  CHECK(drafted.flagged);
  CHECK(scenario.books().invoices.find(id<InvoiceId>("i"))->document->net == 10'000);
  CHECK(open_text(scenario.books(), "open") == "3600 s of 3600, 120.00");
}

TEST_CASE("D2: rounding anew on request leaves what is frozen, but not what stands on a draft only") {
  std::vector<Event> history = agency;
  history.push_back(old_rate);
  for (const char* name : {"open", "drafted", "billed", "partly", "closed"}) history.push_back(worked(name, "2026-02-02", 3601));
  const RoundingTerms quarters{RoundingMode::up, {900}, {}, {}, RoundingScope::entry};
  const auto policy = id<RoundingPolicyId>("quarters");
  Scenario scenario;
  scenario.given(history)
      .given(invoiced("i", "INV-1", "2026-02-10", {claim("billed", 3601, 10'003)}))
      .given({drafted("d", {claim("drafted", 3601, 10'003)}),
              WipWrittenOff{off, acme, day("2026-02-10"), {}, "", {{entry("partly"), {3601}, {}, 1'000}}, {}, {}}});
  EntrySettlement& closed = edit_settlement(scenario.books(), scenario.books().entries.row_of(entry("closed")));
  closed.closed = closed.frozen = true;
  closed.billed = {3601};

  std::vector<Event> left = scenario.would(SetRounding{policy, {}, quarters, day("2026-01-01"), true}).events();
  CHECK(printed(left) ==
        printed({RoundingSet{policy, {}, quarters, day("2026-01-01")}, EntryRerounded{entry("open"), {}, quarters, policy},
                 EntryRerounded{entry("drafted"), {}, quarters, policy}}));
  scenario.given(left);
  const auto billed = [&](std::string_view name) {
    return billed_seconds(scenario.books(), scenario.books().entries.row_of(entry(name))).count;
  };
  CHECK(billed("open") == 4500);
  CHECK(billed("billed") == 3601);
  CHECK(billed("partly") == 3601);
  CHECK(billed("closed") == 3601);
}

TEST_CASE("D2: a write-off freezes the billed seconds, its reversal frees them") {
  TimeLogged a = worked("a", "2026-02-02", 1000);
  const RoundingTerms quarters{RoundingMode::up, {900}, {}, {}, RoundingScope::entry};
  Scenario scenario;
  scenario.given(agency).given({old_rate, a, written_off("", {{entry("a"), {1000}, {}, 100}}, "2026-02-10")});
  const Row row = scenario.books().entries.row_of(entry("a"));
  CHECK(rounding_is_settled(scenario.books(), row));
  scenario.given(
      {WriteOffReversed{off, day("2026-02-11"), ""}, EntryRerounded{entry("a"), {}, quarters, id<RoundingPolicyId>("p")}});
  CHECK(billed_seconds(scenario.books(), row) == Seconds{1800});
}
