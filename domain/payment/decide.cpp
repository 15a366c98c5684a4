// 2.16: a payment is what was received; what it pays is said by allocations, each its own event. More than is owed stays
// unallocated.
#include "domain/billing/money_dates.hpp"
#include "domain/invoice/line_nets.hpp"
#include "domain/payment/allocate.hpp"
#include "domain/payment/money_source.hpp"
#include "domain/payment/payment_rules.hpp"

namespace billtrail {
namespace {

void check_amount(std::int64_t amount, Faults& faults) {
  if (amount <= 0) faults.add(RefusalCode::setting_out_of_range, "/amount", {{"least", std::int64_t{1}}});
  if (amount > document_amount_max) faults.add(RefusalCode::amount_too_large, "/amount", {{"most", document_amount_max}});
}

}  // namespace

Decision<Event> decide(const Books& books, const RecordPayment& command, const Given& given) {
  const PaymentId id = chosen(command.payment);
  Faults faults;
  check_unused(books.payments, id, "/payment", faults);
  const ClientState* client = check_known(books.clients, command.client, RefusalCode::unknown_client, "/client", faults);
  const Date on = dated(books, given, command.on);
  check_money_date(books, given, on, faults);
  check_amount(command.amount, faults);
  if (client == nullptr) return faults.in_order();
  if (command.currency && *command.currency != client->currency) {
    faults.add(RefusalCode::currency_differs, "/currency", {{"currency", std::string(client->currency.code())}});
  }

  const std::string reference = trimmed(command.reference.value_or(""));
  Allocating allocating(books, given, {id, {}, command.client, std::max(std::int64_t{0}, command.amount), on, reference}, {});
  allocating.take(command.to, faults);
  if (!faults.none()) return faults.in_order();
  allocating.by_rule(command.allocate.value_or(AllocationRule::none));

  std::vector<Event> events{PaymentReceived{id, command.client, Money{command.amount, client->currency}, on,
                                            command.method.value_or(PaymentMethod::eft), reference}};
  for (Event& event : allocating.events()) events.push_back(std::move(event));
  return events;
}

Decision<Event> decide(const Books& books, const AllocatePayment& command, const Given& given) {
  Faults faults;
  const std::optional<MoneySource> source = check_source(books, command.payment, command.credit_note, faults);
  if (!source) return faults.in_order();

  const Date on = dated(books, given, command.on);
  check_money_date(books, given, on, faults);
  check_not_before(on, source->since, "/on", faults);
  Allocating allocating(books, given, {command.payment, command.credit_note, source->client, source->left, source->since, {}},
                        on);
  allocating.take(command.to, faults);
  if (!faults.none()) return faults.in_order();
  allocating.by_rule(command.allocate.value_or(AllocationRule::none));

  if (allocating.events().empty()) return refuse(RefusalCode::nothing_to_change, "/to");
  return std::move(allocating.events());
}

}  // namespace billtrail
