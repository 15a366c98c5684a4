// T2: three lines of 33.35 at 15 % have a tax of 15.01, not three times 5.00. T1: a line's rate is the one of the client's
// jurisdiction at the tax point. T5-T7: what the formats of electronic invoices forbid is refused while it is still a draft.
#include "domain/invoice/totals.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "domain/invoice/line_nets.hpp"
#include "domain/kernel/line_value.hpp"
#include "domain/tax/tax_rate.hpp"

namespace billtrail {
namespace {

Int128 ten_to(int power) {
  Int128 value = 1;
  for (int i = 0; i < power; ++i) value *= 10;
  return value;
}

TaxGroup& group_of(std::vector<TaxGroup>& groups, const InvoiceLine& line) {
  const auto same = [&](const TaxGroup& group) { return group.category == line.tax && group.percent == line.tax_percent; };
  const auto found = std::ranges::find_if(groups, same);
  return found != groups.end() ? *found : groups.emplace_back(TaxGroup{line.tax, line.tax_percent, 0, 0, {}});
}

const ClientBillingState* billing_of(const Books& books, const ClientId& client) { return books.client_billing.find(client); }

std::string jurisdiction_of(const Books& books, const ClientId& client) {
  const ClientBillingState* billing = billing_of(books, client);
  return billing != nullptr && billing->jurisdiction ? *billing->jurisdiction : books.billing->jurisdiction;
}

// When what the line is for had been supplied: the end of its period, else its last work or cost, else the document's.
std::optional<Date> supplied(const Books& books, const InvoiceDocument& document, const InvoiceLine& line) {
  if (line.to) return line.to;
  std::optional<Date> last;
  for (const Claim& claim : line.claims) {
    const EntryState* entry = books.entries.find(claim.entry);
    if (entry != nullptr && (!last || entry->work_date > *last)) last = entry->work_date;
  }
  if (last) return last;
  const ExpenseState* expense = line.expense ? books.expenses.find(*line.expense) : nullptr;
  if (expense != nullptr) return expense->facts.on;
  const MilestoneState* milestone = line.milestone ? books.milestones.find(*line.milestone) : nullptr;
  if (milestone != nullptr && milestone->reached) return milestone->reached;
  return document.to;
}

Date tax_point(const Books& books, const InvoiceDocument& document, const InvoiceLine& line, Date on) {
  return books.billing->tax_point == TaxPoint::issue_date ? on : supplied(books, document, line).value_or(on);
}

std::vector<Fact> about(const InvoiceLine& line) { return {{"line", std::int64_t{line.line}}}; }

// T1. One fault for each date that has no rate, however many lines have it.
void put_rates(const Books& books, InvoiceDocument& document, Date on, Faults& faults) {
  const std::string jurisdiction = jurisdiction_of(books, document.client);
  std::set<Date> missing;
  for (InvoiceLine& line : document.lines) {
    if (line.tax != TaxCategory::S) {
      line.tax_percent = {};
      continue;
    }
    const Date point = tax_point(books, document, line, on);
    const TaxRateState* rate = tax_rate(*books.tax_rates, jurisdiction, point);
    if (rate != nullptr) {
      line.tax_percent = rate->percent;
    } else if (missing.insert(point).second) {
      faults.add(RefusalCode::tax_rate_missing, "",
                 {{"line", std::int64_t{line.line}}, {"jurisdiction", jurisdiction}, {"date", point.text()}});
    }
  }
}

bool needs_reason(TaxCategory category) {
  return category == TaxCategory::E || category == TaxCategory::AE || category == TaxCategory::O;
}

void put_reasons(const Books& books, InvoiceDocument& document, Faults& faults) {
  const LineTax usual = client_tax(books, document.client);
  for (InvoiceLine& line : document.lines) {
    if (!needs_reason(line.tax)) continue;
    if (line.tax_reason.empty() && line.tax == usual.category) line.tax_reason = usual.reason;
    if (line.tax_reason.empty()) faults.add(RefusalCode::tax_reason_missing, "", about(line));
  }
}

void check_scope(const InvoiceDocument& document, Faults& faults) {
  const auto outside = [](const InvoiceLine& line) { return line.tax == TaxCategory::O; };
  const auto found = std::ranges::find_if(document.lines, outside);
  if (found == document.lines.end() || std::ranges::all_of(document.lines, outside)) return;
  faults.add(RefusalCode::tax_out_of_scope_mixed, "", about(*found));
}

void check_lines(const InvoiceDocument& document, Faults& faults) {
  for (const InvoiceLine& line : document.lines) {
    if (line.price < Decimal4{}) faults.add(RefusalCode::price_negative, "", about(line));
    const bool early = line.from && document.from && *line.from < *document.from;
    const bool late = line.to && document.to && *line.to > *document.to;
    if (early || late) faults.add(RefusalCode::line_outside_period, "", about(line));
  }
}

// Whether the sums stay within 64 bits, in both currencies.
bool sums_fit(const InvoiceDocument& document) {
  Int128 size = 0;
  for (const InvoiceLine& line : document.lines) size += line.net < 0 ? -Int128{line.net} : Int128{line.net};
  if (size > document_amount_max) return false;
  // Twice, as tax may come on top.
  return !document.conversion || size * 2 * document.conversion->rate.ten_thousandths < Int128{document_amount_max} * 10'000;
}

}  // namespace

std::int64_t printed_amount(std::int64_t quantity, QuantityDecimals decimals, Decimal4 price, Currency currency) {
  const Int128 product = Int128{quantity} * price.ten_thousandths;
  const Int128 scaled_max = ten_to(33);  // above it nothing could be recorded, and scaling would leave 128 bits
  if (product > scaled_max || product < -scaled_max) throw std::overflow_error("an amount does not fit 64 bits");
  return divide_half_away(product * ten_to(currency.exponent()), ten_to(digits(decimals) + 4));
}

void total_up(InvoiceDocument& document) {
  document.taxes.clear();
  for (const InvoiceLine& line : document.lines) {
    TaxGroup& group = group_of(document.taxes, line);
    group.net += line.net;
    if (group.reason.empty()) group.reason = line.tax_reason;
  }
  document.net = document.tax = 0;
  for (TaxGroup& group : document.taxes) {
    group.tax = group_tax(group.net, document.prices, group.percent);
    if (document.prices == Prices::gross) group.net -= group.tax;
    document.net += group.net;
    document.tax += group.tax;
  }
  document.total = document.net + document.tax;
  document.due = document.total;
  for (const DepositDraw& draw : document.deposits) document.due -= draw.amount;
  if (document.conversion) {
    Conversion& conversion = *document.conversion;
    conversion.total = converted(document.total, document.currency, conversion.currency, conversion.rate);
    conversion.tax = converted(document.tax, document.currency, conversion.currency, conversion.rate);
    conversion.net = conversion.total - conversion.tax;
  }
}

void rate_lines(const Books& books, InvoiceDocument& document, Date on, Faults& faults) {
  if (document.lines.empty()) faults.add(RefusalCode::invoice_empty);
  put_rates(books, document, on, faults);
  put_reasons(books, document, faults);
  check_scope(document, faults);
  check_lines(document, faults);
  if (!sums_fit(document)) return faults.add(RefusalCode::amount_too_large, "", {{"most", document_amount_max}});
  total_up(document);
  if (document.total < 0) faults.add(RefusalCode::total_negative, "", {{"total", document.total}});
}

LineTax client_tax(const Books& books, const ClientId& client) {
  const ClientBillingState* billing = billing_of(books, client);
  if (billing == nullptr) return LineTax{};
  return {billing->tax, needs_reason(billing->tax) ? billing->exemption : std::string()};
}

}  // namespace billtrail
