// Settings change what is drafted and issued from now on; what was issued keeps what it was issued with. The event holds only
// what differs.
#include <algorithm>

#include "domain/billing/billing_rules.hpp"
#include "domain/checks.hpp"
#include "domain/invoice/line_nets.hpp"

namespace billtrail {
namespace {

struct Range {
  std::int64_t least, most;
};
constexpr Range days_to_pay{0, 365};
constexpr Range day_of_month{1, 31};
constexpr Range tax_period_months{1, 12};
constexpr Range aged_days{1, 3650};
constexpr Range amounts{0, document_amount_max};
constexpr std::size_t address_lines_max = 8;

void check_range(std::int64_t value, Range range, std::string_view pointer, Faults& faults) {
  if (value >= range.least && value <= range.most) return;
  faults.add(RefusalCode::setting_out_of_range, std::string(pointer), {{"least", range.least}, {"most", range.most}});
}

void check_terms(const std::optional<PaymentTerms>& terms, Faults& faults) {
  if (!terms) return;
  check_range(terms->days, terms->rule == DueRule::day_of_next_month ? day_of_month : days_to_pay, "/terms/days", faults);
}

bool is_country(std::string_view code) {
  return code.size() == 2 && std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
}

// The party without blanks around its texts.
Party check_party(Party party, const std::string& pointer, Faults& faults) {
  for (std::string* text :
       {&party.name, &party.city, &party.postcode, &party.country, &party.tax_number, &party.registration, &party.email}) {
    *text = trimmed(*text);
  }
  for (std::string& line : party.address) line = trimmed(line);
  std::erase(party.address, std::string());
  if (party.address.size() > address_lines_max) {
    faults.add(RefusalCode::setting_out_of_range, pointer + "/address", {{"most", std::int64_t{address_lines_max}}});
  }
  if (!party.country.empty() && !is_country(party.country)) {
    faults.add(RefusalCode::setting_out_of_range, pointer + "/country", {{"country", party.country}});
  }
  return party;
}

// Keeps what differs, so that the event says what changed.
template <class Value>
bool keep_changed(std::optional<Value>& wanted, const Value& current) {
  if (wanted && *wanted == current) wanted.reset();
  return wanted.has_value();
}

bool keep_changes(BillingSet& change, const BillingSettings& now) {
  bool any = keep_changed(change.supplier, now.supplier);
  any = keep_changed(change.jurisdiction, now.jurisdiction) || any;
  any = keep_changed(change.prices, now.prices) || any;
  any = keep_changed(change.quantity_decimals, now.quantity_decimals) || any;
  any = keep_changed(change.terms, now.terms) || any;
  any = keep_changed(change.tax_point, now.tax_point) || any;
  any = keep_changed(change.approver_differs, now.approver_differs) || any;
  any = keep_changed(change.void_months, now.void_months) || any;
  any = keep_changed(change.backdated_issue, now.backdated_issue) || any;
  any = keep_changed(change.deposit_tax, now.deposit_tax) || any;
  any = keep_changed(change.small_difference_max, now.small_difference_max) || any;
  return keep_changed(change.own_hours_first, now.own_hours_first) || any;
}

// An empty jurisdiction is the practice's again.
bool keep_changes(ClientBillingSet& change, const ClientBillingState& now) {
  bool any = keep_changed(change.party, now.party);
  any = keep_changed(change.tax, now.tax) || any;
  any = keep_changed(change.jurisdiction, now.jurisdiction.value_or("")) || any;
  any = keep_changed(change.exemption, now.exemption) || any;
  if (change.terms && change.terms == now.terms) change.terms.reset();
  any = change.terms || any;
  any = keep_changed(change.reference, now.reference) || any;
  return keep_changed(change.alert, now.alert) || any;
}

void check_alert(const std::optional<WipThresholds>& alert, Faults& faults) {
  if (!alert) return;
  if (alert->value) check_range(*alert->value, amounts, "/alert/value", faults);
  if (alert->aged_value) check_range(*alert->aged_value, amounts, "/alert/aged_value", faults);
  check_range(alert->aged_days, aged_days, "/alert/aged_days", faults);
}

std::optional<std::string> trimmed_if_said(const std::optional<std::string>& text) {
  return text ? std::optional(trimmed(*text)) : std::nullopt;
}

}  // namespace

Decision<Event> decide(const Books& books, const SetBilling& command, const Given&) {
  Faults faults;
  BillingSet change{command.supplier,
                    command.jurisdiction,
                    command.prices,
                    command.quantity_decimals,
                    command.terms,
                    command.tax_point,
                    command.approver_differs,
                    command.void_months,
                    command.backdated_issue,
                    command.deposit_tax,
                    command.small_difference_max,
                    command.own_hours_first};
  if (change.supplier) {
    change.supplier = check_party(*change.supplier, "/supplier", faults);
    check_said(change.supplier->name, "/supplier/name", faults);
  }
  if (change.jurisdiction) change.jurisdiction = check_said(*change.jurisdiction, "/jurisdiction", faults);
  check_terms(change.terms, faults);
  if (change.void_months) check_range(*change.void_months, tax_period_months, "/void_months", faults);
  if (change.small_difference_max) check_range(*change.small_difference_max, amounts, "/small_difference_max", faults);
  if (!keep_changes(change, *books.billing) && faults.none()) faults.add(RefusalCode::nothing_to_change);
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{change};
}

Decision<Event> decide(const Books& books, const SetClientBilling& command, const Given&) {
  Faults faults;
  check_usable(books.clients, command.client, RefusalCode::unknown_client, "client", faults);
  ClientBillingSet change{command.client,
                          command.party,
                          command.tax,
                          trimmed_if_said(command.jurisdiction),
                          trimmed_if_said(command.exemption),
                          command.terms,
                          trimmed_if_said(command.reference),
                          command.alert};
  if (change.party) change.party = check_party(*change.party, "/party", faults);
  check_terms(change.terms, faults);
  check_alert(change.alert, faults);
  const ClientBillingState* now = books.client_billing.find(command.client);
  if (!keep_changes(change, now != nullptr ? *now : ClientBillingState{}) && faults.none()) {
    faults.add(RefusalCode::nothing_to_change);
  }
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{change};
}

}  // namespace billtrail
