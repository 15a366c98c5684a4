// Billing settings and tax rates as the books hold them.
#pragma once

#include <map>

#include "domain/billing/billing.hpp"
#include "domain/kernel/table.hpp"

namespace billtrail {

struct BillingSettings {
  Party supplier;
  std::string jurisdiction;
  Prices prices = Prices::net;
  QuantityDecimals quantity_decimals = QuantityDecimals::four;
  PaymentTerms terms;
  TaxPoint tax_point = TaxPoint::issue_date;
  bool approver_differs = false;
  std::int32_t void_months = 1;
  bool backdated_issue = false;
  DepositTax deposit_tax = DepositTax::untaxed;
  std::int64_t small_difference_max = 0;
  bool own_hours_first = false;
};

struct ClientBillingState {
  Party party;
  TaxCategory tax = TaxCategory::S;
  std::optional<std::string> jurisdiction;
  std::string exemption;
  std::optional<PaymentTerms> terms;
  std::string reference;
  WipThresholds alert;
};

struct TaxRateState {
  Decimal4 percent;
  std::string name;
};
// By jurisdiction and the date from which it holds.
using TaxRates = std::map<std::string, std::map<Date, TaxRateState>>;

}  // namespace billtrail
