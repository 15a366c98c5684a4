// How much of the time they had did people work for clients? 2.10 and 2.21: raw seconds by local day over contracted hours, net and gross.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "projections/question.hpp"
#include "projections/views.hpp"

namespace billtrail {

// gross: contracted; available (net) = gross - holidays - leave. logged = billable + non-billable + review. Percents in hundredths,
// nothing (n/a) when divided by zero; over 100 % is allowed.
struct UtilisationRow {
  std::string key;
  std::optional<MemberId> member;
  std::optional<Personal> member_name;
  Seconds gross_seconds, available_seconds, holiday_seconds, leave_seconds;
  Seconds logged_seconds, billable_seconds, non_billable_seconds, review_seconds;
  std::optional<std::int64_t> utilisation_net;    // billable / available
  std::optional<std::int64_t> utilisation_gross;  // billable / gross
  std::optional<std::int64_t> billable_share;     // billable / logged
  std::optional<std::int64_t> logged_share;       // logged / available
};
BOOST_DESCRIBE_STRUCT(UtilisationRow, (),
                      (key, member, member_name, gross_seconds, available_seconds, holiday_seconds, leave_seconds, logged_seconds,
                       billable_seconds, non_billable_seconds, review_seconds, utilisation_net, utilisation_gross, billable_share,
                       logged_share))

struct UtilisationTotals {
  Seconds gross_seconds, available_seconds, holiday_seconds, leave_seconds;
  Seconds logged_seconds, billable_seconds, non_billable_seconds, review_seconds;
  std::optional<std::int64_t> utilisation_net, utilisation_gross, billable_share, logged_share;
};
BOOST_DESCRIBE_STRUCT(UtilisationTotals, (),
                      (gross_seconds, available_seconds, holiday_seconds, leave_seconds, logged_seconds, billable_seconds,
                       non_billable_seconds, review_seconds, utilisation_net, utilisation_gross, billable_share, logged_share))

struct UtilisationAnswer {
  Date from, to;  // inclusive
  std::vector<UtilisationRow> rows;
  UtilisationTotals totals;
};
BOOST_DESCRIBE_STRUCT(UtilisationAnswer, (), (from, to, rows, totals))

// The month of the question's day, up to that day, unless from and to are given.
UtilisationAnswer utilisation(const Views& views, const Question& question);

}  // namespace billtrail
