// Who owes what at the end of a day, and for how long (2.16)? A row for each client and currency. The totals are summed twice: from the
// balances of invoices, and independently from everything that happened; `foots` says that both agree.
#pragma once

#include <array>
#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "projections/question.hpp"
#include "projections/views.hpp"

namespace billtrail {

// Not due, 1 to 30 days, 31 to 60, 61 to 90, over 90: after the due date, or after the issue date (basis).
inline constexpr std::size_t debtor_buckets = 5;
std::size_t debtor_bucket(int days);

struct DebtorRow {
  std::string key;  // the client; with the currency where it is not the client's own
  ClientId client;
  std::string client_name;
  Money balance;                        // of open invoices
  std::vector<std::int64_t> ageing;     // of the balance
  Money unallocated;                    // of payments, and the rest of credit notes
  Money net;                            // balance - unallocated
  std::int64_t invoices = 0;            // open
  std::optional<Date> oldest_due;
};
BOOST_DESCRIBE_STRUCT(DebtorRow, (), (key, client, client_name, balance, ageing, unallocated, net, invoices, oldest_due))

// balance - unallocated = invoices - credits - receipts + refunds - bad debt - differences - deposits drawn. Receipts are net of
// reversals; an invoice counts until the day it is void.
struct DebtorsFoot {
  std::int64_t invoices = 0, credits = 0, receipts = 0, refunds = 0, bad_debt = 0, differences = 0, deposits_drawn = 0;
};
BOOST_DESCRIBE_STRUCT(DebtorsFoot, (), (invoices, credits, receipts, refunds, bad_debt, differences, deposits_drawn))

struct DebtorsTotal {
  Currency currency;
  Money balance;
  std::vector<std::int64_t> ageing;
  Money unallocated;
  Money net;
  DebtorsFoot foot;
  bool foots = false;
};
BOOST_DESCRIBE_STRUCT(DebtorsTotal, (), (currency, balance, ageing, unallocated, net, foot, foots))

struct DebtorsAnswer {
  AgeBasis basis = AgeBasis::due;
  std::vector<DebtorRow> rows;
  std::vector<DebtorsTotal> totals;
};
BOOST_DESCRIBE_STRUCT(DebtorsAnswer, (), (basis, rows, totals))

DebtorsAnswer debtors(const Views& views, const Question& question);

}  // namespace billtrail
