// How are the practice and its clients billed? Settings as they stand, tax rates, number series; a row for each client (2.4, 2.13).
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "projections/question.hpp"
#include "projections/views.hpp"

namespace billtrail {

struct TaxRateRow {
  std::string jurisdiction;
  Decimal4 percent;
  Date valid_from;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(TaxRateRow, (), (jurisdiction, percent, valid_from, name))

struct SeriesRow {
  DocumentKind kind = DocumentKind::invoice;
  std::string format;
  bool yearly = false;
  std::int64_t next = 1;
};
BOOST_DESCRIBE_STRUCT(SeriesRow, (), (kind, format, yearly, next))

struct ClientBillingRow {
  std::string key;
  ClientId client;
  std::string client_name;
  Party party;
  TaxCategory tax = TaxCategory::S;
  std::optional<std::string> jurisdiction;  // the practice's when there is none
  std::string exemption;
  std::optional<PaymentTerms> terms;        // likewise
  std::string reference;
  WipThresholds alert;
};
BOOST_DESCRIBE_STRUCT(ClientBillingRow, (), (key, client, client_name, party, tax, jurisdiction, exemption, terms, reference, alert))

struct BillingAnswer {
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
  std::vector<TaxRateRow> tax_rates;  // by jurisdiction, then date
  std::vector<SeriesRow> series;
  std::vector<ClientBillingRow> rows;
};
BOOST_DESCRIBE_STRUCT(BillingAnswer, (),
                      (supplier, jurisdiction, prices, quantity_decimals, terms, tax_point, approver_differs, void_months,
                       backdated_issue, deposit_tax, small_difference_max, own_hours_first, tax_rates, series, rows))

BillingAnswer billing(const Views& views, const Question& question);

}  // namespace billtrail
