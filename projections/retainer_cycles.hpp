// How does each retainer period stand (2.6, 2.7, 2.12)? A row for each opened period, newest first. Periods closed by the day are as their close
// froze them; open ones are drawn down live. Amounts without a currency count in the basis' unit: seconds, minor units or pieces.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "projections/question.hpp"
#include "projections/views.hpp"

namespace billtrail {

class LiveDraw;

BOOST_DEFINE_ENUM_CLASS(CycleStanding, open, closed, skipped)

// none: nothing beyond the allowance. running: the period is still open. to_bill: may stand on the next draft. waiting: for the client's
// word. absorbed: written off at the close. carried: taken from the next periods. declined: the client did not agree.
BOOST_DEFINE_ENUM_CLASS(OverageState, none, running, to_bill, waiting, on_draft, invoiced, absorbed, carried, declined)

struct BucketRow {
  std::int32_t origin = 0;
  std::int64_t amount = 0;
  std::optional<std::int32_t> expires;
  std::int64_t drawn = 0;
};
BOOST_DESCRIBE_STRUCT(BucketRow, (), (origin, amount, expires, drawn))

struct CycleRow {
  std::string key;  // "<engagement>/<period>"
  EngagementId engagement;
  std::string engagement_name;
  ClientId client;
  std::string client_name;
  std::int32_t period = 0;
  Date from;
  Date to;  // exclusive
  CycleStanding state = CycleStanding::open;
  Timing timing = Timing::advance;
  Money fee;
  AllowanceBasis basis = AllowanceBasis::none;
  std::string unit;
  std::int64_t own = 0;         // the period's own allowance, before the deficit
  std::int64_t deficit_in = 0;
  std::int64_t carried_in = 0;
  std::int64_t allowance = 0;   // what may be drawn: carried and own, less the deficit
  std::int64_t used = 0;
  std::int64_t left = 0;
  std::int64_t overage = 0;     // used beyond the allowance
  std::int64_t deficit_out = 0;
  std::optional<std::int64_t> percent_used;  // hundredths; nothing without an allowance
  std::int64_t late = 0;        // H6: drawn by work dated before the period
  std::int64_t expired = 0;     // H5, at the close
  std::int64_t carried_out = 0;
  Money overage_value;          // of what may be billed
  OveragePolicy policy = OveragePolicy::rate_card;
  OverageState overage_state = OverageState::none;
  std::optional<Date> run_out;  // the day the allowance is used up: as it happened, or at the pace so far
  std::optional<InvoiceId> invoice;  // the regular draft or invoice (C5)
  std::vector<BucketRow> buckets;    // in the order they are drawn
  std::vector<std::int32_t> alerts;  // raised and not cleared
  std::string scope;
};
BOOST_DESCRIBE_STRUCT(CycleRow, (),
                      (key, engagement, engagement_name, client, client_name, period, from, to, state, timing, fee, basis, unit, own,
                       deficit_in, carried_in, allowance, used, left, overage, deficit_out, percent_used, late, expired, carried_out,
                       overage_value, policy, overage_state, run_out, invoice, buckets, alerts, scope))

struct RetainerCyclesAnswer {
  std::vector<CycleRow> rows;
};
BOOST_DESCRIBE_STRUCT(RetainerCyclesAnswer, (), (rows))

// Without as_of every period opened so far, also those that begin later.
RetainerCyclesAnswer retainer_cycles(const Views& views, const Question& question);

CycleRow cycle_row(const Views& views, LiveDraw& live, Row engagement, const CycleFacts& cycle, Date day);

// The first day on which `used` reaches `allowance` at the pace so far, `elapsed` days from `from` on; nothing when that is not before `to`.
std::optional<Date> runs_out(std::int64_t allowance, std::int64_t used, Date from, Date to, int elapsed);

}  // namespace billtrail
