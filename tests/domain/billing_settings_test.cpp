// How the practice and its clients are billed: only what differs is recorded, and every fault is named.
#include "domain/billing/money_dates.hpp"
#include "domain/invoice/line_nets.hpp"
#include "tests/domain/money_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;
using namespace billtrail::testing::money;

namespace {

SetBilling billing() { return {}; }
Refusal out_of_range(std::string pointer, std::int64_t least, std::int64_t most) {
  return refuse(RefusalCode::setting_out_of_range, std::move(pointer), {{"least", least}, {"most", most}});
}

}  // namespace

TEST_CASE("SetBilling keeps what differs, without blanks around it") {
  SetBilling wanted = billing();
  wanted.supplier = Party{" Ours ", {"Street 1", " "}, "Town", "123", "DE", "DE123", {}, {}};
  wanted.prices = Prices::net;
  wanted.void_months = 3;
  BillingSet set;
  set.supplier = Party{"Ours", {"Street 1"}, "Town", "123", "DE", "DE123", {}, {}};
  set.void_months = 3;
  Scenario{}
      .given({opened()})
      .when(wanted)
      .then({set})
      .when(wanted)
      .then_refused({refuse(RefusalCode::nothing_to_change)})
      .when(billing())
      .then_refused({refuse(RefusalCode::nothing_to_change)});
}

TEST_CASE("SetBilling: every fault is named") {
  SetBilling wrong = billing();
  wrong.supplier = Party{"", {}, {}, {}, "Germany", {}, {}, {}};
  wrong.jurisdiction = " ";
  wrong.terms = PaymentTerms{DueRule::day_of_next_month, 32};
  wrong.void_months = 0;
  wrong.small_difference_max = -1;
  Scenario{}
      .given({opened()})
      .when(wrong)
      .then_refused({refuse(RefusalCode::name_must_not_be_empty, "/supplier/name"),
                     refuse(RefusalCode::name_must_not_be_empty, "/jurisdiction"),
                     refuse(RefusalCode::setting_out_of_range, "/supplier/country", {{"country", std::string("Germany")}}),
                     out_of_range("/terms/days", 1, 31), out_of_range("/void_months", 1, 12),
                     out_of_range("/small_difference_max", 0, document_amount_max)});
}

TEST_CASE("SetClientBilling keeps what differs; an empty jurisdiction is the practice's again") {
  SetClientBilling north{acme, {}, TaxCategory::S, " north ", {}, PaymentTerms{DueRule::days_after_issue, 14}, "PO 7", {}};
  SetClientBilling back{acme, {}, {}, "", {}, {}, {}, {}};
  Practice scenario;
  scenario.when(north)
      .then({ClientBillingSet{acme, {}, {}, "north", {}, PaymentTerms{DueRule::days_after_issue, 14}, "PO 7", {}}})
      .when(back)
      .then({ClientBillingSet{acme, {}, {}, "", {}, {}, {}, {}}})
      .when(back)
      .then_refused({refuse(RefusalCode::nothing_to_change)});
  CHECK(!scenario.books().client_billing.find(acme)->jurisdiction);
  CHECK(scenario.books().client_billing.find(acme)->terms->days == 14);
}

TEST_CASE("SetClientBilling: every fault is named") {
  SetClientBilling wrong{id<ClientId>("nobody"),  {}, {}, {}, {}, PaymentTerms{DueRule::days_after_issue, 366}, {},
                         WipThresholds{-1, {}, 0}};
  Practice{}.when(wrong).then_refused({refuse(RefusalCode::unknown_client, "/client"), out_of_range("/terms/days", 0, 365),
                                       out_of_range("/alert/value", 0, document_amount_max),
                                       out_of_range("/alert/aged_days", 1, 3650)});
}

TEST_CASE("2.13: due dates count from the issue, from the end of its month, or are a day of the next month") {
  CHECK(due_date(day("2026-01-31"), {DueRule::days_after_issue, 30}) == day("2026-03-02"));
  CHECK(due_date(day("2026-02-10"), {DueRule::days_after_month_end, 15}) == day("2026-03-15"));
  CHECK(due_date(day("2026-01-31"), {DueRule::day_of_next_month, 31}) == day("2026-02-28"));
  CHECK(due_date(day("2026-12-05"), {DueRule::day_of_next_month, 10}) == day("2027-01-10"));
}
