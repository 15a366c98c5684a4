// What stands on an invoice: lines with the work they claim, tax groups and totals. The same type for a draft and, frozen, for what was
// issued. Every amount is minor units of the document's currency; every line explains itself down to its entries.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/billing/billing.hpp"
#include "domain/kernel/id.hpp"
#include "domain/rate/rate.hpp"

namespace billtrail {

// time: unbilled work. overage: of a closed retainer period. fee: of a period, or part of a one-off fee. covered: retainer work at
// zero price (H7). progress: on account of work not yet matched; negative when matched. write_up: a line of its own (M2).
// adjustment: C4, media settlement. deposit: on a deposit invoice; negative where a taxed one is drawn. fixed: anything else.
BOOST_DEFINE_ENUM_CLASS(LineKind, time, overage, fee, milestone, disbursement, recharge, pass_through, commission, deposit, fixed,
                        write_up, covered, progress, adjustment)

// The hold of a line on an entry, or the open part of one (2.13). `value` is what is relieved at issue, `proposed` the
// entry's share of the line as proposed (M3), `amount` its share of the line's net (M4). W1a: amount is billed, proposed - amount the
// implicit write-off (W6), value - proposed a correction of cents.
struct Claim {
  EntryId entry;
  Seconds billed;   // the whole entry's billed seconds; frozen while the claim stands
  Seconds seconds;  // of them, claimed here
  std::int64_t value = 0;
  std::int64_t proposed = 0;
  std::int64_t amount = 0;
  friend bool operator==(const Claim&, const Claim&) = default;
};
BOOST_DESCRIBE_STRUCT(Claim, (), (entry, billed, seconds, value, proposed, amount))

// M1, M2: quantity x price = gross as printed; net = gross - allowance. A reduction of a fixed line is a negative quantity (T6);
// the price is never negative.
struct InvoiceLine {
  std::int32_t line = 0;  // its number within the invoice; stays with it, never reused
  LineKind kind = LineKind::fixed;
  std::string text;
  std::int64_t quantity = 0;  // in the last printed decimal: with four decimals 2778 are 0.2778
  QuantityDecimals decimals = QuantityDecimals::four;
  std::string unit;           // "hour", "day", "month", "unit"
  Decimal4 price;
  std::int64_t gross = 0;
  std::int64_t allowance = 0;  // never negative
  std::string allowance_reason;
  std::int64_t net = 0;        // before tax; the printed line amount. Where the document's prices are gross: with tax
  TaxCategory tax = TaxCategory::S;
  Decimal4 tax_percent;
  std::string tax_reason;      // for E, AE and O
  std::optional<Date> from, to;  // what the line is for; inclusive
  std::optional<ProjectId> project;
  std::optional<ServiceId> service;
  std::optional<EngagementId> engagement;
  std::optional<std::int32_t> period;      // of the engagement
  std::optional<MilestoneId> milestone;
  std::optional<ExpenseId> expense;
  std::optional<MediaId> media;
  std::optional<InvoiceId> deposit;        // the deposit drawn
  std::vector<Claim> claims;               // in the order of M3
  bool changed = false;                    // somebody set the amount; recomputing keeps the allowance
  friend bool operator==(const InvoiceLine&, const InvoiceLine&) = default;
};
BOOST_DESCRIBE_STRUCT(InvoiceLine, (),
                      (line, kind, text, quantity, decimals, unit, price, gross, allowance, allowance_reason, net, tax, tax_percent,
                       tax_reason, from, to, project, service, engagement, period, milestone, expense, media, deposit, claims, changed))

// T2, T3: one for each category and rate, in the order of their first line.
struct TaxGroup {
  TaxCategory category = TaxCategory::S;
  Decimal4 percent;
  std::int64_t net = 0;
  std::int64_t tax = 0;
  std::string reason;
  friend bool operator==(const TaxGroup&, const TaxGroup&) = default;
};
BOOST_DESCRIBE_STRUCT(TaxGroup, (), (category, percent, net, tax, reason))

// 2.14: what is taken from a paid deposit; reduces what is due, not the total.
struct DepositDraw {
  InvoiceId deposit;
  std::int64_t amount = 0;
  friend bool operator==(const DepositDraw&, const DepositDraw&) = default;
};
BOOST_DESCRIBE_STRUCT(DepositDraw, (), (deposit, amount))

// M5: the whole document in another currency at one stated rate. total in that currency = round(total x rate).
struct Conversion {
  Currency currency;
  Decimal4 rate;
  Date date;
  std::int64_t net = 0, tax = 0, total = 0;  // minor units of that currency
  friend bool operator==(const Conversion&, const Conversion&) = default;
};
BOOST_DESCRIBE_STRUCT(Conversion, (), (currency, rate, date, net, tax, total))

BOOST_DEFINE_ENUM_CLASS(InvoiceKind, invoice, deposit, adjustment)

struct InvoiceDocument {
  ClientId client;
  InvoiceKind kind = InvoiceKind::invoice;
  Currency currency;
  Prices prices = Prices::net;
  std::optional<Date> from, to;  // T7: what the document is for; inclusive
  std::string reference;         // the buyer's
  std::string note;
  PaymentTerms terms;
  std::vector<InvoiceLine> lines;
  std::int32_t lines_made = 0;   // the greatest line number given so far
  std::vector<TaxGroup> taxes;
  std::int64_t net = 0, tax = 0, total = 0;
  std::vector<DepositDraw> deposits;
  std::int64_t due = 0;          // total - deposits
  std::optional<Conversion> conversion;
  friend bool operator==(const InvoiceDocument&, const InvoiceDocument&) = default;
};
BOOST_DESCRIBE_STRUCT(InvoiceDocument, (),
                      (client, kind, currency, prices, from, to, reference, note, terms, lines, lines_made, taxes, net, tax, total,
                       deposits, due, conversion))

}  // namespace billtrail
