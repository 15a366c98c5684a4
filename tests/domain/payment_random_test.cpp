// Random payments and credit notes against the sums they must keep. A failure shows its seed; BILLTRAIL_SEED repeats one.
#include <cstdlib>
#include <map>
#include <random>

#include "tests/domain/money_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;
using namespace billtrail::testing::money;

namespace {

constexpr std::uint64_t rounds = 100;

std::uint64_t first_seed() {
  const char* said = std::getenv("BILLTRAIL_SEED");
  return said == nullptr ? std::random_device{}() : std::strtoull(said, nullptr, 10);
}

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}
  std::int64_t roll(std::int64_t least, std::int64_t most) {
    return least + static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(most - least + 1));
  }
  bool one_in(std::int64_t n) { return roll(1, n) == 1; }

 private:
  std::mt19937_64 random_;
};

InvoiceDocument any_document(Dice& dice) {
  std::vector<InvoiceLine> lines;
  const std::int64_t count = dice.roll(1, 6);
  for (std::int32_t number = 1; number <= count; ++number) {
    const bool reduction = number > 1 && dice.one_in(5);
    const std::int64_t net = reduction ? -dice.roll(1, 40) : dice.roll(100, 20'000);
    lines.push_back(dice.one_in(4) ? line(number, net, TaxCategory::Z) : line(number, net));
  }
  return document(acme, std::move(lines), dice.one_in(3) ? Prices::gross : Prices::net);
}

// Whether what was credited is, group by group, what the invoice has.
void check_all_credited(const InvoiceState& invoice) {
  CHECK(invoice.credit_total == invoice.document->total);
  std::map<std::pair<TaxCategory, Decimal4>, std::pair<std::int64_t, std::int64_t>> credited;
  for (const TaxGroup& group : invoice.credited_taxes) credited[{group.category, group.percent}] = {group.net, group.tax};
  for (const TaxGroup& group : invoice.document->taxes) {
    CHECK(credited[{group.category, group.percent}] == std::pair(group.net, group.tax));
  }
}

struct Sums {
  std::map<InvoiceId, std::int64_t> paid;
  std::map<PaymentId, std::int64_t> allocated, refunded;
};
Sums sums_of(const Books& books) {
  Sums sums;
  for (Row row = 0; row < books.allocations.size(); ++row) {
    const AllocationState& allocation = books.allocations.at(row);
    if (allocation.undone) continue;
    sums.paid[allocation.invoice] += allocation.amount;
    sums.allocated[*allocation.payment] += allocation.amount;
  }
  for (Row row = 0; row < books.refunds.size(); ++row) {
    const RefundState& refund = books.refunds.at(row);
    if (!refund.reversed) sums.refunded[*refund.payment] += refund.amount;
  }
  return sums;
}

void check_sums(const Books& books) {
  Sums sums = sums_of(books);
  for (Row row = 0; row < books.invoices.size(); ++row) {
    const InvoiceState& invoice = books.invoices.at(row);
    CHECK(invoice.paid == sums.paid[books.invoices.key(row)]);
    CHECK(balance_of(invoice) >= 0);
  }
  for (Row row = 0; row < books.payments.size(); ++row) {
    const PaymentState& payment = books.payments.at(row);
    CHECK(payment.allocated == sums.allocated[books.payments.key(row)]);
    CHECK(payment.refunded == sums.refunded[books.payments.key(row)]);
    CHECK(unallocated(payment) >= 0);
    CHECK((!payment.reversed || payment.allocated + payment.refunded == 0));
  }
}

template <class SomeId, class State>
SomeId any_of(const Table<SomeId, State>& table, Dice& dice) {
  return table.key(static_cast<Row>(dice.roll(0, static_cast<std::int64_t>(table.size()) - 1)));
}

// What somebody might do next; much of it is refused.
Command any_command(const Books& books, Dice& dice, std::int64_t step) {
  const std::string name = "s" + std::to_string(step);
  const InvoiceId invoice = any_of(books.invoices, dice);
  const std::optional<std::int64_t> amount = dice.one_in(2) ? std::nullopt : std::optional(dice.roll(1, 9'000));
  if (books.payments.size() == 0 || dice.one_in(4)) {
    RecordPayment command;
    command.payment = payment(name);
    command.client = acme;
    command.amount = dice.roll(1, 20'000);
    if (dice.one_in(2)) command.allocate = AllocationRule::exact_or_oldest;
    if (dice.one_in(3)) command.to = {{invoice, amount, {}}};
    return command;
  }
  const PaymentId from = any_of(books.payments, dice);
  switch (dice.roll(1, 6)) {
    case 1: return RefundPayment{id<RefundId>(name), from, {}, amount, {}, {}, {}};
    case 2: return ReversePayment{from, {}, "bounced"};
    case 3:
      if (books.allocations.size() > 0) return UndoAllocation{any_of(books.allocations, dice), {}, {}};
      break;
    case 4:
      if (books.refunds.size() > 0) return ReverseRefund{any_of(books.refunds, dice), {}, "came back"};
      break;
    default: break;
  }
  return AllocatePayment{from, {}, {{invoice, amount, {}}}, {}, {}};
}

}  // namespace

TEST_CASE("2.16: random payments: what is paid, allocated and refunded are the sums of what stands, and never too much") {
  for (std::uint64_t round = 0; round < rounds; ++round) {
    const std::uint64_t seed = first_seed() + round;
    INFO("seed " << seed);
    Dice dice(seed);
    Practice scenario;
    for (std::int64_t n = 1; n <= 4; ++n) scenario.given(issued("i" + std::to_string(n), n, "2026-02-01", any_document(dice)));
    for (std::int64_t step = 0; step < 40; ++step) {
      scenario.books().journal.begin();
      scenario.when(any_command(scenario.books(), dice, step));
      if (dice.one_in(6)) {
        scenario.books().journal.roll_back();  // a dry run leaves no trace
      } else {
        scenario.books().journal.commit();
      }
    }
    check_sums(scenario.books());
  }
}

TEST_CASE("K1, T4: random parts of an invoice, credited one after the other, sum to it and to its tax groups") {
  for (std::uint64_t round = 0; round < rounds; ++round) {
    const std::uint64_t seed = first_seed() + round;
    INFO("seed " << seed);
    Dice dice(seed);
    Practice scenario(issued("i", 1, "2026-02-01", any_document(dice)));
    const InvoiceState& invoice = state(scenario, "i");
    for (std::int64_t step = 0; step < 10; ++step) {
      const auto count = static_cast<std::int64_t>(invoice.document->lines.size());
      const auto number = static_cast<std::int32_t>(dice.roll(1, count));
      scenario.when(IssueCreditNote{
          note("n" + std::to_string(step)), money::invoice("i"), {}, {{number, dice.roll(-40, 3'000), {}}}, {}, {}, "part"});
      CHECK(invoice.credit_total <= invoice.document->total);
      CHECK(balance_of(invoice) == invoice.document->total - invoice.credit_total);
    }
    if (invoice.credit_total == invoice.document->total) continue;
    scenario.when(IssueCreditNote{note("rest"), money::invoice("i"), {}, {}, {}, {}, "the rest"}).then_anything();
    check_all_credited(invoice);
  }
}
