// T1: rates are dated and may be set for any date, past ones too: what was issued keeps the rate it was issued with.
#include "domain/checks.hpp"
#include "domain/tax/scheme.hpp"
#include "domain/tax/tax_rate.hpp"
#include "domain/tax/tax_rules.hpp"

namespace billtrail {
namespace {

constexpr Decimal4 percent_max{1'000'000};

// The rate that was set for exactly that date.
const TaxRateState* set_for(const Books& books, const std::string& jurisdiction, Date valid_from) {
  const auto dated = books.tax_rates->find(jurisdiction);
  if (dated == books.tax_rates->end()) return nullptr;
  const auto found = dated->second.find(valid_from);
  return found == dated->second.end() ? nullptr : &found->second;
}

// As it is called already in this jurisdiction.
std::string usual_name(const Books& books, const SetTaxRate& command, const std::string& jurisdiction) {
  const TaxRateState* before = tax_rate(*books.tax_rates, jurisdiction, command.valid_from);
  return before != nullptr ? before->name : "VAT";
}

}  // namespace

Decision<Event> decide(const Books& books, const SetTaxRate& command, const Given&) {
  Faults faults;
  const std::string jurisdiction = check_said(command.jurisdiction, "/jurisdiction", faults);
  const std::string name = command.name ? check_said(*command.name, "/name", faults) : usual_name(books, command, jurisdiction);
  if (command.percent < Decimal4{} || command.percent > percent_max) {
    faults.add(RefusalCode::setting_out_of_range, "/percent", {{"least", Decimal4{}.text()}, {"most", percent_max.text()}});
  }
  const TaxRateState* same_date = set_for(books, jurisdiction, command.valid_from);
  if (same_date != nullptr && same_date->percent == command.percent && same_date->name == name) {
    faults.add(RefusalCode::nothing_to_change);
  }
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{TaxRateSet{jurisdiction, command.percent, command.valid_from, name}};
}

Decision<Event> decide(const Books& books, const AdoptTaxScheme& command, const Given&) {
  const std::string jurisdiction = trimmed(command.jurisdiction);
  const std::span<const SchemeRate> scheme = scheme_rates(jurisdiction);
  if (scheme.empty()) return refuse(RefusalCode::tax_rate_missing, "/jurisdiction", {{"jurisdiction", jurisdiction}});

  std::vector<Event> events;
  for (const SchemeRate& rate : scheme) {
    const TaxRateSet set{jurisdiction, Decimal4::parse(rate.percent).value(), Date::parse(rate.valid_from).value(),
                         std::string(rate.name)};
    const TaxRateState* same_date = set_for(books, jurisdiction, set.valid_from);
    if (same_date == nullptr || same_date->percent != set.percent || same_date->name != set.name) events.push_back(set);
  }
  if (books.billing->jurisdiction != jurisdiction) {
    BillingSet billing;
    billing.jurisdiction = jurisdiction;
    events.push_back(billing);
  }
  if (events.empty()) return refuse(RefusalCode::nothing_to_change, "/jurisdiction");
  return events;
}

}  // namespace billtrail
