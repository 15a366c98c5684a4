// Which drafts and invoices are there, and where does each stand? Newest first. States and balances are those of the day asked for (2.13,
// 2.16); discarded drafts only when asked for.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "projections/question.hpp"
#include "projections/views.hpp"

namespace billtrail {

struct InvoiceListRow {
  std::string key;
  InvoiceId invoice;
  ClientId client;
  std::string client_name;
  InvoiceKind kind = InvoiceKind::invoice;
  std::string state;  // balances.hpp
  std::optional<std::string> number;
  std::optional<Date> on;
  std::optional<Date> due_on;
  std::optional<Date> from;  // what the document is for; inclusive
  std::optional<Date> to;
  Money net, tax, total, due;
  Money balance;   // of the day; nothing is owed before the issue
  Money paid;      // allocations in force
  Money credited;  // applied from its own credit notes
  bool flagged = false;       // a draft recomputed since a person last looked
  std::int64_t sent = 0;      // deliveries
  std::int64_t overdue_days = 0;
  ActorId author;
  std::optional<ActorId> approver;
  std::optional<EngagementId> engagement;  // of a scheduled draft (C5)
  std::optional<std::int32_t> period;
  std::int64_t lines = 0;
  Seconds seconds;            // claimed
  Date drafted_on;
  std::int64_t created = 0;   // position
};
BOOST_DESCRIBE_STRUCT(InvoiceListRow, (),
                      (key, invoice, client, client_name, kind, state, number, on, due_on, from, to, net, tax, total, due, balance,
                       paid, credited, flagged, sent, overdue_days, author, approver, engagement, period, lines, seconds, drafted_on,
                       created))

// Of everything the filters let through, whatever the limit.
struct InvoicesTotal {
  Currency currency;
  std::int64_t count = 0;
  Money total;
  Money balance;
};
BOOST_DESCRIBE_STRUCT(InvoicesTotal, (), (currency, count, total, balance))

struct InvoicesAnswer {
  std::vector<InvoiceListRow> rows;
  std::vector<InvoicesTotal> totals;
};
BOOST_DESCRIBE_STRUCT(InvoicesAnswer, (), (rows, totals))

// from and to bound the issue date, or the day of drafting as long as there is none.
InvoicesAnswer invoices(const Views& views, const Question& question);

// Its state must not be empty on that day.
InvoiceListRow invoice_row(const Views& views, Row invoice, Date day);

}  // namespace billtrail
