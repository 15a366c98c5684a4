// F36, C5: runs.
#include "domain/run/carry_out_run.hpp"
#include "tests/domain/wip_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

const auto bolt = id<ClientId>("bolt");
const auto care = id<EngagementId>("care");
const Date today = day("2026-03-01");

Event zero_rated(const ClientId& client) {
  ClientBillingSet set;
  set.client = client;
  set.tax = TaxCategory::Z;
  return set;
}

// Bolt was there before Acme; each has work, and Acme a retainer since January.
std::vector<Event> two_clients() {
  TimeLogged for_bolt = worked("b", "2026-02-03", 3600);
  for_bolt.facts.work.client = bolt;
  return {opened(),
          MemberAdded{ana, {}, {}, "senior", {}, {}},
          ClientAdded{bolt, "Bolt", cur("EUR")},
          ClientAdded{acme, "Acme", cur("EUR")},
          zero_rated(acme),
          zero_rated(bolt),
          old_rate,
          worked("a", "2026-02-02", 3600),
          for_bolt};
}

AgreeRetainer agree_care() {
  AgreeRetainer command;
  command.engagement = care;
  command.client = acme;
  command.name = "Care";
  command.starts = day("2026-01-01");
  command.fee = 100'000;
  command.basis = AllowanceBasis::hours;
  command.allowance = 36'000;
  return command;
}

// "InvoiceDrafted InvoiceDrafted RunCarriedOut"
std::string names(const Scenario& scenario) {
  if (!scenario.decision().accepted()) return printed(scenario.decision().refusals());
  std::string all;
  std::string text = printed(scenario.decision().events());
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = text.find('\n', from);
    all += (all.empty() ? "" : " ") + text.substr(from, text.find('{', from) - from);
    from = to + 1;
  }
  return all;
}

std::string last(const Scenario& scenario) { return printed(std::vector<Event>{scenario.decision().events().back()}); }

RunCarriedOut carried_out(RunKind kind, std::vector<InvoiceId> invoices, std::int32_t cycles = 0,
                          std::vector<RunRefusal> refused = {}) {
  return {kind, today, std::move(invoices), cycles, std::move(refused)};
}

RunRefusal refusal(std::optional<ClientId> client, std::optional<InvoiceId> invoice, std::string code, std::string detail) {
  return {client, {}, invoice, std::move(code), std::move(detail)};
}

InvoiceId made(int number) { return id<InvoiceId>("id-" + std::to_string(number)); }

}  // namespace

TEST_CASE("F36: all unbilled work is drafted in one command, a draft for each client, by name") {
  Scenario scenario;
  scenario.given(two_clients()).when(DraftAllUnbilled{});
  CHECK(names(scenario) == "InvoiceDrafted InvoiceDrafted RunCarriedOut");
  CHECK(last(scenario) == printed(std::vector<Event>{carried_out(RunKind::draft_unbilled, {made(1), made(2)})}));
  CHECK(scenario.books().invoices.find(made(1))->client == acme);
  CHECK(scenario.books().invoices.find(made(2))->client == bolt);
  scenario.when(DraftAllUnbilled{}).then_refused({refuse(RefusalCode::nothing_due)});
}

TEST_CASE("F36: only the clients and the dates that are named") {
  Scenario scenario;
  scenario.given(two_clients())
      .when(DraftAllUnbilled{day("2026-02-02"), {bolt}})
      .then_refused({refuse(RefusalCode::nothing_due)})
      .when(DraftAllUnbilled{{}, {bolt, id<ClientId>("none")}})
      .then_refused({refuse(RefusalCode::unknown_client, "/clients/1")})
      .when(DraftAllUnbilled{{}, {bolt}});
  CHECK(names(scenario) == "InvoiceDrafted RunCarriedOut");
  CHECK(scenario.books().invoices.at(0).client == bolt);
}

TEST_CASE("F36: each step is on its own; what is refused is told with its reason, the rest stands") {
  const InvoiceId none = id<InvoiceId>("none");
  const std::string unknown = "There is no invoice with this id.";
  Scenario scenario;
  scenario.given(two_clients()).when(DraftAllUnbilled{}).when(ApproveInvoices{{made(1), none, made(1)}});
  CHECK(names(scenario) == "InvoiceApproved RunCarriedOut");
  const std::string not_draft = "Only a draft can be changed, approved or discarded.";
  CHECK(last(scenario) == printed(std::vector<Event>{carried_out(RunKind::approve, {made(1)}, 0,
                                                                 {refusal({}, none, "unknown_invoice", unknown),
                                                                  refusal(acme, made(1), "invoice_not_draft", not_draft)})}));

  scenario.when(IssueInvoices{{made(1), made(2)}, {}, Channel::email});
  CHECK(names(scenario) == "InvoiceIssued InvoiceSent RunCarriedOut");
  CHECK(last(scenario) == printed(std::vector<Event>{carried_out(
                              RunKind::issue, {made(1)}, 0,
                              {refusal(bolt, made(2), "invoice_not_approved", "The invoice must be approved first.")})}));
  CHECK(scenario.books().invoices.find(made(1))->sent);
  CHECK(scenario.books().invoices.find(made(2))->stage == InvoiceStage::draft);
}

TEST_CASE("F36: a run where everything is refused says so and changes nothing") {
  Scenario scenario;
  scenario.given(two_clients()).when(ApproveInvoices{{id<InvoiceId>("none")}});
  CHECK(names(scenario) == "RunCarriedOut");
}

TEST_CASE("C5, H6: the scheduler opens and closes every period that is due, in order, each exactly once") {
  Scenario scenario;
  scenario.given(two_clients()).when(agree_care()).then_anything().when(RunSchedule{});
  CHECK(names(scenario) ==
        "RetainerCycleOpened RetainerCycleClosed RetainerCycleOpened RetainerCycleClosed RetainerCycleOpened RunCarriedOut");
  CHECK(last(scenario) == printed(std::vector<Event>{carried_out(RunKind::schedule, {}, 5)}));
  scenario.when(RunSchedule{}).then_refused({refuse(RefusalCode::nothing_due)});
}

TEST_CASE("C5: all recurring drafts are made in one command, once") {
  Scenario scenario;
  scenario.given(two_clients()).when(agree_care()).then_anything().when(RunSchedule{}).when(DraftAllRecurring{});
  CHECK(names(scenario) == "InvoiceDrafted InvoiceDrafted InvoiceDrafted RunCarriedOut");
  CHECK(last(scenario) == printed(std::vector<Event>{carried_out(RunKind::draft_recurring, {made(1), made(2), made(3)})}));
  scenario.when(DraftAllRecurring{}).then_refused({refuse(RefusalCode::nothing_due)});
}

TEST_CASE("F36: a run dated ahead is for previews; a real one hears so") {
  Scenario scenario;
  scenario.given(two_clients());
  CountingIds ids;
  const UtcEverywhere zones;
  const Given given{scenario_now, zones, {}, ActorId::parse("ana").value(), ids};
  const Refusals ahead{refuse(RefusalCode::occurred_in_the_future, "/until", {{"today", "2026-03-01"}})};
  CHECK(check_not_ahead(scenario.books(), DraftAllRecurring{day("2026-03-02"), {}}, given) == ahead);
  CHECK(check_not_ahead(scenario.books(), RunSchedule{day("2026-04-01")}, given) == ahead);
  CHECK(check_not_ahead(scenario.books(), DraftAllUnbilled{day("2026-03-01"), {}}, given).empty());
  CHECK(check_not_ahead(scenario.books(), RunSchedule{}, given).empty());
}

TEST_CASE("C5: when nothing of a schedule can be done, no event says so each time the clock looks") {
  Scenario scenario;
  scenario.given(two_clients());
  ClientBillingSet exempt;  // category E needs a printed reason, which is missing
  exempt.client = acme;
  exempt.tax = TaxCategory::E;
  scenario.given({exempt}).when(agree_care()).then_anything().when(RunSchedule{}).when(DraftAllRecurring{});
  CHECK_FALSE(scenario.decision().accepted());
  CHECK(scenario.decision().refusals().front().code == RefusalCode::tax_reason_missing);
}

TEST_CASE("F36: a run for a later day does what that day would bring; the next real one goes on from there") {
  Scenario scenario;
  scenario.given(two_clients()).when(agree_care()).then_anything().when(RunSchedule{}).when(DraftAllRecurring{});
  DraftAllRecurring april;
  april.until = day("2026-04-01");
  scenario.when(april);
  CHECK(names(scenario) == "RetainerCycleClosed RetainerCycleOpened InvoiceDrafted RunCarriedOut");
  april.until = day("2027-04-06");
  scenario.when(april).then_refused({refuse(RefusalCode::occurred_in_the_future, "/until", {{"today", "2026-03-01"}})});
}

TEST_CASE("W4: the schedule tells of work that has grown old") {
  ClientBillingSet watched;
  watched.client = acme;
  watched.alert = WipThresholds{{}, 10'000, 20};
  RunCarriedOut done = carried_out(RunKind::schedule, {});
  Scenario{}
      .given(two_clients())
      .given({watched})
      .when(RunSchedule{})
      .then({WipAlertRaised{acme, WipAlertKind::age, 10'000, 10'000, {}}, done});
}

TEST_CASE("F36: what a run of documents needs") {
  Scenario{}
      .given(two_clients())
      .when(ApproveInvoices{})
      .then_refused({refuse(RefusalCode::nothing_due, "/invoices")})
      .when(IssueInvoices{{made(1)}, day("2026-03-02"), {}})
      .then_refused({refuse(RefusalCode::occurred_in_the_future, "/on", {{"today", "2026-03-01"}})})
      .when(ApproveInvoices{std::vector<InvoiceId>(2'001, made(1))})
      .then_refused({refuse(RefusalCode::amount_too_large, "/invoices", {{"invoices_max", 2'000}})});
}

TEST_CASE("F36: nothing is run before the practice is opened") {
  Scenario{}.when(RunSchedule{}).then_refused({refuse(RefusalCode::practice_not_opened)});
}
