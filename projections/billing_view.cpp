// Fold of billing settings, tax rates, expenses, media and alerts.
#include "projections/billing_view.hpp"

#include <algorithm>
#include <iterator>

#include "projections/canonical.hpp"
#include "projections/event_families.hpp"

namespace billtrail {
namespace {

template <class Held, class Given>
void put(Held& held, const std::optional<Given>& given) {
  if (given) held = *given;
}

struct BillingArms : IgnoresTime, IgnoresEngagements, IgnoresInvoices, IgnoresPayments, IgnoresSettlements, IgnoresMilestones, IgnoresRuns {
  using IgnoresTime::operator();
  using IgnoresEngagements::operator();
  using IgnoresInvoices::operator();
  using IgnoresPayments::operator();
  using IgnoresSettlements::operator();
  using IgnoresMilestones::operator();
  using IgnoresRuns::operator();

  BillingView& view;
  const Envelope& envelope;
  BillingArms(BillingView& view_, const Envelope& envelope_) : view(view_), envelope(envelope_) {}

  void operator()(const TaxRateSet& e) const {
    const auto same = [&](const TaxRateSet& rate) { return rate.jurisdiction == e.jurisdiction && rate.valid_from == e.valid_from; };
    const auto found = std::ranges::find_if(view.tax_rates, same);
    if (found == view.tax_rates.end()) {
      view.tax_rates.push_back(e);
    } else {
      *found = e;
    }
  }
  void operator()(const BillingSet& e) const {
    BillingSettings& settings = view.settings;
    put(settings.supplier, e.supplier);
    put(settings.jurisdiction, e.jurisdiction);
    put(settings.prices, e.prices);
    put(settings.quantity_decimals, e.quantity_decimals);
    put(settings.terms, e.terms);
    put(settings.tax_point, e.tax_point);
    put(settings.approver_differs, e.approver_differs);
    put(settings.void_months, e.void_months);
    put(settings.backdated_issue, e.backdated_issue);
    put(settings.deposit_tax, e.deposit_tax);
    put(settings.small_difference_max, e.small_difference_max);
    put(settings.own_hours_first, e.own_hours_first);
  }
  void operator()(const ClientBillingSet& e) const {
    ClientBillingState& client = view.clients[e.client];
    put(client.party, e.party);
    put(client.tax, e.tax);
    if (e.jurisdiction) client.jurisdiction = e.jurisdiction;
    put(client.exemption, e.exemption);
    if (e.terms) client.terms = e.terms;
    put(client.reference, e.reference);
    put(client.alert, e.alert);
  }
  void operator()(const ExpenseRecorded& e) const { view.expenses.add(e.expense, {e, envelope.position, {}, {}, 0, {}}); }
  void operator()(const ExpenseRemoved& e) const {
    ExpenseFacts& expense = view.expenses.edit(e.expense);
    expense.removed_on = envelope.business_date;
    expense.reason = e.reason;
  }
  void operator()(const ExpenseWrittenOff& e) const {
    ExpenseFacts& expense = view.expenses.edit(e.expense);
    expense.written_off_on = e.on;
    expense.written_off = e.amount;
    expense.reason = e.reason;
  }
  void operator()(const MediaPlanned& e) const { view.media.add(e.media, {e, envelope.position, {}}); }
  void operator()(const MediaSpendRecorded& e) const { view.media.edit(e.media).spends.push_back(e); }
  void operator()(const WipAlertRaised& e) const {
    view.alerts.push_back({e, envelope.business_date, std::nullopt, envelope.position});
  }
  void operator()(const WipAlertCleared& e) const {
    for (WipAlertFacts& alert : view.alerts) {
      if (!alert.cleared_on && alert.facts.client == e.client && alert.facts.kind == e.kind) alert.cleared_on = envelope.business_date;
    }
  }
};

void settings_line(const BillingSettings& s, std::string& out) {
  append_all(out, s.supplier, s.jurisdiction, s.prices, s.quantity_decimals, s.terms, s.tax_point, s.approver_differs, s.void_months,
             s.backdated_issue, s.deposit_tax, s.small_difference_max, s.own_hours_first);
}

}  // namespace

void BillingView::apply(const Recorded& recorded) { std::visit(BillingArms(*this, recorded.envelope), recorded.event); }

void BillingView::line(std::size_t i, std::string& out) const {
  if (i-- == 0) return settings_line(settings, out);
  if (i < tax_rates.size()) return append_all(out, std::string_view("tax"), tax_rates[i]);
  i -= tax_rates.size();
  if (i < clients.size()) {
    const auto& [client, set] = *std::next(clients.begin(), static_cast<std::ptrdiff_t>(i));
    return append_all(out, std::string_view("client"), client, set.party, set.tax, set.jurisdiction, set.exemption, set.terms,
                      set.reference, set.alert);
  }
  i -= clients.size();
  if (i < expenses.size()) {
    const ExpenseFacts& expense = expenses.at(static_cast<Row>(i));
    return append_all(out, std::string_view("expense"), expense.facts, expense.position.value, expense.removed_on,
                      expense.written_off_on, expense.written_off, expense.reason);
  }
  i -= expenses.size();
  if (i < media.size()) {
    const MediaFacts& facts = media.at(static_cast<Row>(i));
    return append_all(out, std::string_view("media"), facts.plan, facts.position.value, facts.spends);
  }
  const WipAlertFacts& alert = alerts[i - media.size()];
  append_all(out, std::string_view("alert"), alert.facts, alert.on, alert.cleared_on, alert.position.value);
}

}  // namespace billtrail
