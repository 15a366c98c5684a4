// What work stands unbilled, and how old is it? W1 (chargeable work at agreed rates less what was billed or written off until that day,
// overage, expenses), W1a (cents foot), W2 (effort that a fee pays for in a column of its own, at standard value less the fee), W3 (ageing by
// work date). D3: billed seconds. Work that awaits its review is not billable (TM5). Expenses, fees and amounts on account have no member:
// by member they stand in a row without one.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "projections/question.hpp"
#include "projections/views.hpp"

namespace billtrail {

struct WipRow {
  std::string key;
  std::optional<ClientId> client;
  std::optional<std::string> client_name;
  std::optional<MemberId> member;
  std::optional<Personal> member_name;
  std::optional<std::string> month;    // of the work date, "2026-03"
  Money value;                         // W1, chargeable
  std::vector<std::int64_t> ageing;    // minor units; one more than there are edges
  std::int64_t negative = 0;           // W3: negative WIP is never aged; ageing + negative = value
  Seconds seconds;                     // billed seconds not billed yet, priced or not
  Money retainer_fixed;                // W2, second column; negative where more fee was invoiced
  Money deferred;                      // W7, part of value
  Seconds unpriced_seconds;            // R1: no rate matched; never priced at 0
  std::int64_t unpriced_entries = 0;
  Seconds review_seconds;              // raw
  std::optional<std::int64_t> mean_age_days;  // value weighted, half away; nothing without aged value
  std::optional<Date> oldest;
  std::int64_t entries = 0;            // chargeable and still open
  Money on_draft;                      // part of value that a draft holds; drafts do not reduce WIP
  Money expenses;                      // part of value: billable expenses
};
BOOST_DESCRIBE_STRUCT(WipRow, (),
                      (key, client, client_name, member, member_name, month, value, ageing, negative, seconds, retainer_fixed,
                       deferred, unpriced_seconds, unpriced_entries, review_seconds, mean_age_days, oldest, entries, on_draft, expenses))

// Currencies are never added to one another.
struct WipTotal {
  Currency currency;
  Money value;
  std::vector<std::int64_t> ageing;
  std::int64_t negative = 0;
  Money retainer_fixed;
  Money deferred;
  Money on_draft;
  Money expenses;
};
BOOST_DESCRIBE_STRUCT(WipTotal, (), (currency, value, ageing, negative, retainer_fixed, deferred, on_draft, expenses))

struct WipAnswer {
  std::vector<std::int32_t> ageing_edges;  // last day of each bucket but the last
  std::vector<WipRow> rows;
  std::vector<WipTotal> totals;
};
BOOST_DESCRIBE_STRUCT(WipAnswer, (), (ageing_edges, rows, totals))

WipAnswer wip(const Views& views, const Question& question);

}  // namespace billtrail
