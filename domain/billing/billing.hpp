// How a practice bills and how a client is billed: parties, terms and settings (2.13, T1, M2). Names and addresses of firms are business
// records and stay clear. The default of a choice stands first in its enum.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/kernel/id.hpp"
#include "domain/kernel/line_value.hpp"
#include "domain/tax/tax.hpp"

namespace billtrail {

// A party to a document, as printed on it.
struct Party {
  std::string name;
  std::vector<std::string> address;  // lines
  std::string city;
  std::string postcode;
  std::string country;  // ISO 3166
  std::string tax_number;
  std::string registration;
  std::string email;
  friend bool operator==(const Party&, const Party&) = default;
};
BOOST_DESCRIBE_STRUCT(Party, (), (name, address, city, postcode, country, tax_number, registration, email))

BOOST_DEFINE_ENUM_CLASS(DueRule, days_after_issue, days_after_month_end, day_of_next_month)
struct PaymentTerms {
  DueRule rule = DueRule::days_after_issue;
  std::int32_t days = 30;  // or the day of the month
  friend bool operator==(const PaymentTerms&, const PaymentTerms&) = default;
};
BOOST_DESCRIBE_STRUCT(PaymentTerms, (), (rule, days))

BOOST_DEFINE_ENUM_CLASS(TaxPoint, issue_date, supply_date)  // T1
BOOST_DEFINE_ENUM_CLASS(Prices, net, gross)                 // T3: whether lines and rates include tax
BOOST_DEFINE_ENUM_CLASS(DepositTax, untaxed, taxed)         // 2.14

// Changes what is given.
struct SetBilling {
  std::optional<Party> supplier;
  std::optional<std::string> jurisdiction;
  std::optional<Prices> prices;
  std::optional<QuantityDecimals> quantity_decimals;
  std::optional<PaymentTerms> terms;
  std::optional<TaxPoint> tax_point;
  std::optional<bool> approver_differs;        // 2.13: the approver must be another than the author; no unless set
  std::optional<std::int32_t> void_months;     // 2.13 "same tax period": length; 1 unless set
  std::optional<bool> backdated_issue;         // N3: allowed; no unless set
  std::optional<DepositTax> deposit_tax;
  std::optional<std::int64_t> small_difference_max;  // 2.16, minor units; 0 unless set
  std::optional<bool> own_hours_first;         // H2 default for new retainers
};
BOOST_DESCRIBE_STRUCT(SetBilling, (),
                      (supplier, jurisdiction, prices, quantity_decimals, terms, tax_point, approver_differs, void_months,
                       backdated_issue, deposit_tax, small_difference_max, own_hours_first))

struct BillingSet {
  std::optional<Party> supplier;
  std::optional<std::string> jurisdiction;
  std::optional<Prices> prices;
  std::optional<QuantityDecimals> quantity_decimals;
  std::optional<PaymentTerms> terms;
  std::optional<TaxPoint> tax_point;
  std::optional<bool> approver_differs;
  std::optional<std::int32_t> void_months;
  std::optional<bool> backdated_issue;
  std::optional<DepositTax> deposit_tax;
  std::optional<std::int64_t> small_difference_max;
  std::optional<bool> own_hours_first;
};
BOOST_DESCRIBE_STRUCT(BillingSet, (),
                      (supplier, jurisdiction, prices, quantity_decimals, terms, tax_point, approver_differs, void_months,
                       backdated_issue, deposit_tax, small_difference_max, own_hours_first))

// W4: thresholds on a client's WIP, minor units; nothing: no alert.
struct WipThresholds {
  std::optional<std::int64_t> value;
  std::optional<std::int64_t> aged_value;  // of work older than aged_days
  std::int32_t aged_days = 60;
  friend bool operator==(const WipThresholds&, const WipThresholds&) = default;
};
BOOST_DESCRIBE_STRUCT(WipThresholds, (), (value, aged_value, aged_days))

struct SetClientBilling {
  ClientId client;
  std::optional<Party> party;  // its name is the client's unless it says another
  std::optional<TaxCategory> tax;      // S unless set
  std::optional<std::string> jurisdiction;  // the practice's unless set
  std::optional<std::string> exemption;     // printed reason for E, AE, O
  std::optional<PaymentTerms> terms;        // the practice's unless set
  std::optional<std::string> reference;     // the buyer's, printed on every document
  std::optional<WipThresholds> alert;
};
BOOST_DESCRIBE_STRUCT(SetClientBilling, (), (client, party, tax, jurisdiction, exemption, terms, reference, alert))

struct ClientBillingSet {
  ClientId client;
  std::optional<Party> party;
  std::optional<TaxCategory> tax;
  std::optional<std::string> jurisdiction;
  std::optional<std::string> exemption;
  std::optional<PaymentTerms> terms;
  std::optional<std::string> reference;
  std::optional<WipThresholds> alert;
};
BOOST_DESCRIBE_STRUCT(ClientBillingSet, (), (client, party, tax, jurisdiction, exemption, terms, reference, alert))

}  // namespace billtrail
