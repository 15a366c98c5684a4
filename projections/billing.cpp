// Billing settings as an answer.
#include "projections/billing.hpp"

#include <algorithm>
#include <tuple>

#include "projections/balances.hpp"
#include "projections/number_series.hpp"

namespace billtrail {
namespace {

void settings(BillingAnswer& answer, const BillingSettings& s) {
  answer.supplier = s.supplier;
  answer.jurisdiction = s.jurisdiction;
  answer.prices = s.prices;
  answer.quantity_decimals = s.quantity_decimals;
  answer.terms = s.terms;
  answer.tax_point = s.tax_point;
  answer.approver_differs = s.approver_differs;
  answer.void_months = s.void_months;
  answer.backdated_issue = s.backdated_issue;
  answer.deposit_tax = s.deposit_tax;
  answer.small_difference_max = s.small_difference_max;
  answer.own_hours_first = s.own_hours_first;
}

// For each kind the series that the next document of that day will count in.
void series(BillingAnswer& answer, const Views& views, const Question& question) {
  Question proof;
  proof.asked = question.asked;
  const std::vector<NumberSeriesRow> rows = number_series(views, proof).rows;
  for (const DocumentKind kind : {DocumentKind::invoice, DocumentKind::credit_note}) {
    SeriesRow& row = answer.series.emplace_back();
    row.kind = kind;
    for (const SeriesSetting& setting : views.documents.settings) {
      if (setting.facts.kind == kind) row.yearly = setting.facts.yearly;
    }
    const std::int32_t year = row.yearly ? question.day().year() : 0;
    for (const NumberSeriesRow& proven : rows) {
      if (proven.kind != kind) continue;
      row.format = proven.format;
      if (proven.year == year) row.next = proven.next;
    }
  }
}

}  // namespace

BillingAnswer billing(const Views& views, const Question& question) {
  const BillingView& view = views.billing;
  BillingAnswer answer;
  settings(answer, view.settings);
  for (const TaxRateSet& rate : view.tax_rates) answer.tax_rates.push_back({rate.jurisdiction, rate.percent, rate.valid_from, rate.name});
  std::ranges::sort(answer.tax_rates, [](const TaxRateRow& a, const TaxRateRow& b) {
    return std::tie(a.jurisdiction, a.valid_from) < std::tie(b.jurisdiction, b.valid_from);
  });
  series(answer, views, question);
  for (Row client = 0; client < views.directory.clients.size(); ++client) {
    ClientBillingRow& row = answer.rows.emplace_back();
    name_client(row, views, client);
    row.key = row.client.text();
    const auto found = view.clients.find(row.client);
    if (found == view.clients.end()) continue;
    const ClientBillingState& set = found->second;
    row.party = set.party;
    row.tax = set.tax;
    row.jurisdiction = set.jurisdiction;
    row.exemption = set.exemption;
    row.terms = set.terms;
    row.reference = set.reference;
    row.alert = set.alert;
  }
  return answer;
}

}  // namespace billtrail
