// What became of the value of time? 2.9: from standard over agreed to invoiced and to cash, by the issue date of the invoice. The denominator
// includes time written off in the period; credit notes count in the invoice's period; returned work leaves both sides.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "projections/question.hpp"
#include "projections/views.hpp"

namespace billtrail {

// Time only, net of tax. standard: of the time invoiced or written off, at its agreed value where it has no standard rate in the currency.
// agreed: its value at the agreed rate. invoiced: after write-downs and credit notes. collected: cash on the invoices' time, net of tax.
struct RealisationRow {
  std::string key;
  std::optional<ClientId> client;
  std::optional<std::string> client_name;
  std::optional<MemberId> member;
  std::optional<Personal> member_name;
  std::optional<std::string> month;
  std::optional<ServiceId> service;
  std::optional<std::string> service_name;
  Money standard, agreed, invoiced, collected;
  // Hundredths of a percent; nothing (n/a) when divided by zero.
  std::optional<std::int64_t> rate_realisation;        // agreed / standard
  std::optional<std::int64_t> recovery;                // invoiced / agreed
  std::optional<std::int64_t> billing_realisation;     // invoiced / standard
  std::optional<std::int64_t> collection_realisation;  // collected / invoiced
  std::optional<std::int64_t> overall;                 // billing x collection
};
BOOST_DESCRIBE_STRUCT(RealisationRow, (),
                      (key, client, client_name, member, member_name, month, service, service_name, standard, agreed, invoiced,
                       collected, rate_realisation, recovery, billing_realisation, collection_realisation, overall))

struct RealisationTotal {
  Currency currency;
  Money standard, agreed, invoiced, collected;
  std::optional<std::int64_t> rate_realisation, recovery, billing_realisation, collection_realisation, overall;
};
BOOST_DESCRIBE_STRUCT(RealisationTotal, (),
                      (currency, standard, agreed, invoiced, collected, rate_realisation, recovery, billing_realisation,
                       collection_realisation, overall))

struct RealisationAnswer {
  Date from, to;  // issue dates, inclusive
  std::vector<RealisationRow> rows;
  std::vector<RealisationTotal> totals;
};
BOOST_DESCRIBE_STRUCT(RealisationAnswer, (), (from, to, rows, totals))

// The month of the question's day, up to that day, unless from and to are given. Cash, credits and voids count until that day.
RealisationAnswer realisation(const Views& views, const Question& question);

}  // namespace billtrail
