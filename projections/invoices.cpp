// The register of invoices.
#include "projections/invoices.hpp"

#include <algorithm>
#include <map>

#include "projections/balances.hpp"
#include "projections/entry_filter.hpp"

namespace billtrail {
namespace {

bool about(const InvoiceFacts& invoice, const EngagementId& engagement) {
  if (invoice.key && invoice.key->engagement == engagement) return true;
  return std::ranges::any_of(invoice.document->lines, [&](const InvoiceLine& line) { return line.engagement == engagement; });
}

bool wanted_state(const Question& question, std::string_view state) {
  if (!question.state) return state != "discarded";
  if (*question.state == "open") return state == "issued" || state == "part_paid";
  return *question.state == state;
}

void amounts(InvoiceListRow& row, const InvoiceDocument& document, const InvoiceBalance& balance) {
  const Currency currency = document.currency;
  row.net = {document.net, currency};
  row.tax = {document.tax, currency};
  row.total = {document.total, currency};
  row.due = {document.due, currency};
  row.balance = {balance.balance(), currency};
  row.paid = {balance.paid, currency};
  row.credited = {balance.credited, currency};
}

// The later day first, then the later event.
bool newer(const InvoiceListRow& a, const InvoiceListRow& b) {
  const Date left = a.on.value_or(a.drafted_on);
  const Date right = b.on.value_or(b.drafted_on);
  return left != right ? left > right : a.created > b.created;
}

}  // namespace

InvoiceListRow invoice_row(const Views& views, Row number, Date day) {
  const InvoiceFacts& invoice = views.documents.invoices.at(number);
  const InvoiceDocument& document = *invoice.document;
  const InvoiceBalance balance = balance_as_of(views, number, day);
  InvoiceListRow row;
  row.invoice = views.documents.invoices.key(number);
  row.key = row.invoice.text();
  name_client(row, views, invoice.client);
  row.kind = document.kind;
  row.state = state_as_of(invoice, balance, day);
  row.from = document.from;
  row.to = document.to;
  amounts(row, document, balance);
  if (invoice.on && *invoice.on <= day) {
    row.number = invoice.number;
    row.on = invoice.on;
    row.due_on = invoice.due_on;
    if (balance.balance() > 0 && *invoice.due_on < day) row.overdue_days = day - *invoice.due_on;
  } else {
    row.flagged = invoice.flagged;
  }
  row.sent = std::ranges::count_if(invoice.sent, [&](Date on) { return on <= day; });
  row.author = invoice.author;
  if (row.state != "draft") row.approver = invoice.approver;
  if (invoice.key) {
    row.engagement = invoice.key->engagement;
    row.period = invoice.key->period;
  }
  row.lines = static_cast<std::int64_t>(document.lines.size());
  for (const InvoiceLine& line : document.lines) {
    for (const Claim& claim : line.claims) row.seconds += claim.seconds;
  }
  row.drafted_on = invoice.drafted_on;
  row.created = static_cast<std::int64_t>(invoice.created.value);
  return row;
}

InvoicesAnswer invoices(const Views& views, const Question& question) {
  const ClientFilter clients(views, question.client);
  const DateBounds bounds = bounds_of(question);
  const Date day = question.day();
  InvoicesAnswer answer;
  std::map<Currency, InvoicesTotal> totals;
  for (Row number = 0; number < views.documents.invoices.size(); ++number) {
    const InvoiceFacts& invoice = views.documents.invoices.at(number);
    if (!clients.lets_through(invoice.client)) continue;
    if (question.engagement && !about(invoice, *question.engagement)) continue;
    const std::string_view state = state_as_of(views, number, day);
    if (state.empty() || !wanted_state(question, state)) continue;
    InvoiceListRow row = invoice_row(views, number, day);
    if (!bounds.hold(row.on.value_or(row.drafted_on))) continue;
    InvoicesTotal& total = totals[row.total.currency];
    total.currency = total.total.currency = total.balance.currency = row.total.currency;
    total.count += 1;
    total.total.minor += row.total.minor;
    total.balance.minor += row.balance.minor;
    answer.rows.push_back(std::move(row));
  }
  std::ranges::sort(answer.rows, newer);
  if (question.limited && answer.rows.size() > question.limit) answer.rows.resize(question.limit);
  for (auto& [currency, total] : totals) answer.totals.push_back(total);
  return answer;
}

}  // namespace billtrail
