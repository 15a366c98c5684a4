// Undoing, refunding and reversing (2.16): each only itself, from its own date on.
#include "tests/domain/money_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;
using namespace billtrail::testing::money;

namespace {

// 60.00 of 80.00 paid on 2026-02-10 are laid against a (40.00) and b (20.00) on 2026-02-12.
std::vector<Event> allocated_twice() {
  const InvoiceDocument paper = document(acme, {line(1, 10000, TaxCategory::Z)});
  std::vector<Event> all = issued("a", 1, "2026-02-01", paper);
  const std::vector<Event> second = issued("b", 2, "2026-02-02", paper);
  all.insert(all.end(), second.begin(), second.end());
  all.push_back(paid("p", acme, 8000, "2026-02-10"));
  all.push_back(allocated("k", "p", "a", 4000, "2026-02-12"));
  all.push_back(allocated("l", "p", "b", 2000, "2026-02-12"));
  return all;
}
const PaymentState& pocket(const Scenario& scenario) { return *scenario.books().payments.find(payment("p")); }
RefundId refund(std::string_view text) { return id<RefundId>(text); }
RefundPayment pay_back(std::optional<std::int64_t> amount, std::optional<Date> on = {}) {
  return {refund("r"), payment("p"), {}, amount, on, {}, {}};
}
Refusal earliest(std::string date) { return refuse(RefusalCode::date_before_document, "/on", {{"earliest", std::move(date)}}); }

}  // namespace

TEST_CASE("2.16: undoing one allocation undoes only that one") {
  Practice scenario(allocated_twice());
  scenario.when(UndoAllocation{allocation("k"), day("2026-02-20"), "wrong invoice"})
      .then({AllocationUndone{allocation("k"), day("2026-02-20"), "wrong invoice"}});
  CHECK(balance_of(state(scenario, "a")) == 10000);
  CHECK(balance_of(state(scenario, "b")) == 8000);
  CHECK(unallocated(pocket(scenario)) == 6000);
  scenario.when(UndoAllocation{allocation("k"), {}, {}}).then_refused({refuse(RefusalCode::already_undone, "/allocation")});
}

TEST_CASE("UndoAllocation: unknown_allocation; not before the allocation, nor in the future, nor in a locked period") {
  Practice scenario(allocated_twice());
  scenario.given({PeriodLocked{day("2026-02-11")}})
      .when(UndoAllocation{allocation("x"), {}, {}})
      .then_refused({refuse(RefusalCode::unknown_allocation, "/allocation")})
      .when(UndoAllocation{allocation("k"), day("2026-02-11"), {}})
      .then_refused(
          {refuse(RefusalCode::period_locked, "/on", {{"locked_until", std::string("2026-02-11")}}), earliest("2026-02-12")})
      .when(UndoAllocation{allocation("k"), day("2026-03-02"), {}})
      .then_refused({refuse(RefusalCode::occurred_in_the_future, "/on", {{"today", std::string("2026-03-01")}})});
}

TEST_CASE("2.16: a bounced payment undoes its allocations, each by its own event, from its own date") {
  Practice scenario(allocated_twice());
  scenario.given({AllocationUndone{allocation("l"), day("2026-02-15"), {}}, allocated("m", "p", "b", 1000, "2026-02-16")})
      .when(ReversePayment{payment("p"), day("2026-02-15"), "bounced"})
      .then_refused({earliest("2026-02-16")})
      .when(ReversePayment{payment("p"), {}, "bounced"})
      .then({AllocationUndone{allocation("k"), day("2026-03-01"), "bounced"},
             AllocationUndone{allocation("m"), day("2026-03-01"), "bounced"},
             PaymentReversed{payment("p"), day("2026-03-01"), "bounced"}})
      .when(ReversePayment{payment("p"), {}, "bounced"})
      .then_refused({refuse(RefusalCode::payment_reversed, "/payment")});
  CHECK(balance_of(state(scenario, "a")) == 10000);
  CHECK(balance_of(state(scenario, "b")) == 10000);
  CHECK(unallocated(pocket(scenario)) == 0);
}

TEST_CASE("ReversePayment: unknown_payment, reason_needed") {
  Practice{allocated_twice()}
      .when(ReversePayment{payment("x"), {}, ""})
      .then_refused({refuse(RefusalCode::reason_needed, "/reason"), refuse(RefusalCode::unknown_payment, "/payment")});
}

TEST_CASE("2.16: what is unallocated is paid back without an invoice, and a refund that never went out is reversed") {
  Practice scenario(allocated_twice());
  scenario.when(pay_back({}, day("2026-02-20")))
      .then({PaymentRefunded{refund("r"), payment("p"), {}, 2000, day("2026-02-20"), PaymentMethod::eft, {}}})
      .when(ReversePayment{payment("p"), {}, "bounced"})
      .then_refused({refuse(RefusalCode::payment_has_refunds, "/payment", {{"refunded", std::int64_t{2000}}})})
      .when(ReverseRefund{refund("r"), day("2026-02-19"), "came back"})
      .then_refused({earliest("2026-02-20")})
      .when(ReverseRefund{refund("r"), {}, "came back"})
      .then({RefundReversed{refund("r"), day("2026-03-01"), "came back"}})
      .when(ReverseRefund{refund("r"), {}, "came back"})
      .then_refused({refuse(RefusalCode::already_undone, "/refund")});
  CHECK(unallocated(pocket(scenario)) == 2000);
}

TEST_CASE("RefundPayment, ReverseRefund: every fault is named") {
  Practice scenario(allocated_twice());
  scenario.when(pay_back(2001, day("2026-02-09")))
      .then_refused(
          {earliest("2026-02-10"), refuse(RefusalCode::allocation_too_large, "/amount", {{"unallocated", std::int64_t{2000}}})})
      .when(pay_back(0))
      .then_refused({refuse(RefusalCode::setting_out_of_range, "/amount", {{"least", std::int64_t{1}}})})
      .when(pay_back(2000))
      .then_anything()
      .when(pay_back({}))
      .then_refused({refuse(RefusalCode::id_in_use, "/refund"),
                     refuse(RefusalCode::allocation_too_large, "/amount", {{"unallocated", std::int64_t{0}}})})
      .when(ReverseRefund{refund("x"), {}, ""})
      .then_refused({refuse(RefusalCode::reason_needed, "/reason"), refuse(RefusalCode::unknown_refund, "/refund")});
}

TEST_CASE("2.16: the rest of a credit note is refunded") {
  Practice scenario(issued("a", 1, "2026-02-01", document(acme, {line(1, 1000)})));
  scenario.given({paid("p", acme, 1150, "2026-02-10"), allocated("k", "p", "a", 1150, "2026-02-10")})
      .when(IssueCreditNote{note("n"), invoice("a"), {}, {}, {}, {}, "not done"})
      .then_anything()
      .when(RefundPayment{refund("r"), {}, note("n"), {}, {}, PaymentMethod::cash, " till "})
      .then({PaymentRefunded{refund("r"), {}, note("n"), 1150, day("2026-03-01"), PaymentMethod::cash, "till"}});
  CHECK(unallocated(*scenario.books().credit_notes.find(note("n"))) == 0);
}

TEST_CASE("2.16: a small difference is written off up to the limit, with a reason") {
  BillingSet limit;
  limit.small_difference_max = 50;
  Practice scenario(issued("a", 1, "2026-02-01", document(acme, {line(1, 1000)})));
  scenario.given({limit, paid("p", acme, 1100, "2026-02-10"), allocated("k", "p", "a", 1099, "2026-02-10")})
      .when(WriteOffDifference{invoice("a"), {}, "fees"})
      .then_refused(
          {refuse(RefusalCode::difference_too_large, "/invoice", {{"left", std::int64_t{51}}, {"most", std::int64_t{50}}})})
      .given({allocated("l", "p", "a", 1, "2026-02-11")})
      .when(WriteOffDifference{invoice("a"), day("2026-02-10"), ""})
      .then_refused({refuse(RefusalCode::reason_needed, "/reason"), earliest("2026-02-11")})
      .when(WriteOffDifference{invoice("a"), day("2026-02-11"), "fees"})
      .then({DifferenceWrittenOff{invoice("a"), 50, day("2026-02-11"), "fees"}})
      .when(WriteOffDifference{invoice("a"), {}, "fees"})
      .then_refused({refuse(RefusalCode::nothing_to_change, "/invoice")})
      .when(WriteOffDifference{invoice("x"), {}, "fees"})
      .then_refused({refuse(RefusalCode::unknown_invoice, "/invoice")})
      .given({drafted("d", document(acme, {line(1, 1000)}))})
      .when(WriteOffDifference{invoice("d"), {}, "fees"})
      .then_refused({refuse(RefusalCode::invoice_not_issued, "/invoice")});
  CHECK(balance_of(state(scenario, "a")) == 0);
}
