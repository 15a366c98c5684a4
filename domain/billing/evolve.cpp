// Billing settings as the events left them.
#include "domain/billing/billing_rules.hpp"

namespace billtrail {
namespace {

template <class Value>
void put(const std::optional<Value>& said, Value& place) {
  if (said) place = *said;
}

}  // namespace

void evolve(Books& books, const BillingSet& event) {
  BillingSettings& billing = books.billing.edit();
  put(event.supplier, billing.supplier);
  put(event.jurisdiction, billing.jurisdiction);
  put(event.prices, billing.prices);
  put(event.quantity_decimals, billing.quantity_decimals);
  put(event.terms, billing.terms);
  put(event.tax_point, billing.tax_point);
  put(event.approver_differs, billing.approver_differs);
  put(event.void_months, billing.void_months);
  put(event.backdated_issue, billing.backdated_issue);
  put(event.deposit_tax, billing.deposit_tax);
  put(event.small_difference_max, billing.small_difference_max);
  put(event.own_hours_first, billing.own_hours_first);
}

void evolve(Books& books, const ClientBillingSet& event) {
  if (books.client_billing.find(event.client) == nullptr) books.client_billing.insert(event.client, {});
  ClientBillingState& billing = books.client_billing.edit(event.client);
  put(event.party, billing.party);
  put(event.tax, billing.tax);
  if (event.jurisdiction) billing.jurisdiction = event.jurisdiction->empty() ? std::nullopt : event.jurisdiction;
  put(event.exemption, billing.exemption);
  if (event.terms) billing.terms = event.terms;
  put(event.reference, billing.reference);
  put(event.alert, billing.alert);
}

}  // namespace billtrail
