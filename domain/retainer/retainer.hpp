// Retainers and recurring fees: agreements with cycles (2.6, 2.7). A retainer has an allowance that work draws down; a recurring
// fee has none. Fees are minor units of the client's currency. The default of a choice stands first in its enum.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/engagement/engagement.hpp"
#include "domain/rate/rate.hpp"

namespace billtrail {

BOOST_DEFINE_ENUM_CLASS(CycleUnit, month, week)
BOOST_DEFINE_ENUM_CLASS(Timing, advance, arrears)
BOOST_DEFINE_ENUM_CLASS(StubPolicy, prorate, full_fee, free)          // C2
BOOST_DEFINE_ENUM_CLASS(ProrationDivisor, natural, thirty_days)       // C3
BOOST_DEFINE_ENUM_CLASS(EndPolicy, prorate, run_out)                  // C6
BOOST_DEFINE_ENUM_CLASS(UnusedAtEnd, forfeited, credited)             // C6
BOOST_DEFINE_ENUM_CLASS(AllowanceBasis, none, hours, money, deliverables)
BOOST_DEFINE_ENUM_CLASS(RollOver, none, periods, year_end, forever)   // H5: when carried allowance expires; none carries nothing
BOOST_DEFINE_ENUM_CLASS(DrawOrder, carried_first, own_first)          // H2
// H4. overage_rate: bill at the agreement's own rate; rate_card: bill at the entry's agreed rate; needs_approval: bill once the
// client has approved it; absorb: written off at close; deficit: taken from the next periods' own allowance.
BOOST_DEFINE_ENUM_CLASS(OveragePolicy, rate_card, overage_rate, needs_approval, absorb, deficit)
BOOST_DEFINE_ENUM_CLASS(OverageInvoice, next_draft, own_draft)        // C5

struct CycleTerms {
  CycleUnit unit = CycleUnit::month;
  std::int32_t every = 1;                  // month: 1, 3, 6 or 12; week: 1 to 52
  std::int32_t anchor_day = 1;             // months only, 1 to 31 (C1)
  std::optional<std::int32_t> anchor_month;  // 1 to 12, where every > 1
  Timing timing = Timing::advance;
  std::int32_t lead_days = 0;              // advance: the draft is made that many days before the period begins
  std::int32_t close_after_days = 0;       // a period closes that many days after its last day, plus one
  StubPolicy stub = StubPolicy::prorate;
  ProrationDivisor divisor = ProrationDivisor::natural;
  EndPolicy at_end = EndPolicy::prorate;
  UnusedAtEnd unused_at_end = UnusedAtEnd::forfeited;
  friend bool operator==(const CycleTerms&, const CycleTerms&) = default;
};
BOOST_DESCRIBE_STRUCT(CycleTerms, (),
                      (unit, every, anchor_day, anchor_month, timing, lead_days, close_after_days, stub, divisor, at_end, unused_at_end))

// What one period includes and costs. `allowance` counts in the basis' unit: seconds, minor units, or pieces.
struct PeriodTerms {
  std::int64_t fee = 0;
  AllowanceBasis basis = AllowanceBasis::none;
  std::int64_t allowance = 0;
  std::string unit;                  // of deliverables: "posts"
  std::vector<ServiceId> services;   // what counts; empty: all
  std::vector<ProjectId> projects;
  RollOver roll_over = RollOver::none;
  std::int32_t roll_over_periods = 0;              // for RollOver::periods
  std::optional<std::int64_t> roll_over_cap;       // of the sum carried
  DrawOrder order = DrawOrder::carried_first;
  OveragePolicy overage = OveragePolicy::rate_card;
  std::optional<Decimal4> overage_rate;            // per hour, or per piece
  OverageInvoice overage_invoice = OverageInvoice::next_draft;
  std::vector<std::int32_t> alert_percent;         // 80 and 100 unless said otherwise
  bool list_covered = false;                       // H7: covered work as zero-price lines
  friend bool operator==(const PeriodTerms&, const PeriodTerms&) = default;
};
BOOST_DESCRIBE_STRUCT(PeriodTerms, (),
                      (fee, basis, allowance, unit, services, projects, roll_over, roll_over_periods, roll_over_cap, order, overage,
                       overage_rate, overage_invoice, alert_percent, list_covered))

struct AgreeRetainer {
  std::optional<EngagementId> engagement;
  ClientId client;
  std::string name;
  Date starts;
  std::optional<Date> ends;  // exclusive
  std::optional<std::string> scope;
  std::int64_t fee = 0;
  std::optional<CycleUnit> unit;
  std::optional<std::int32_t> every;
  std::optional<std::int32_t> anchor_day;  // 1 unless given
  std::optional<std::int32_t> anchor_month;
  std::optional<Timing> timing;
  std::optional<std::int32_t> lead_days;
  std::optional<std::int32_t> close_after_days;
  std::optional<StubPolicy> stub;
  std::optional<ProrationDivisor> divisor;
  std::optional<EndPolicy> at_end;
  std::optional<UnusedAtEnd> unused_at_end;
  std::optional<AllowanceBasis> basis;  // none makes it a recurring fee
  std::optional<std::int64_t> allowance;
  std::optional<std::string> allowance_unit;
  std::vector<ServiceId> services;
  std::vector<ProjectId> projects;
  std::optional<RollOver> roll_over;
  std::optional<std::int32_t> roll_over_periods;
  std::optional<std::int64_t> roll_over_cap;
  std::optional<DrawOrder> order;
  std::optional<OveragePolicy> overage;
  std::optional<Decimal4> overage_rate;
  std::optional<OverageInvoice> overage_invoice;
  std::vector<std::int32_t> alert_percent;
  std::optional<bool> list_covered;
};
BOOST_DESCRIBE_STRUCT(AgreeRetainer, (),
                      (engagement, client, name, starts, ends, scope, fee, unit, every, anchor_day, anchor_month, timing, lead_days,
                       close_after_days, stub, divisor, at_end, unused_at_end, basis, allowance, allowance_unit, services, projects,
                       roll_over, roll_over_periods, roll_over_cap, order, overage, overage_rate, overage_invoice, alert_percent,
                       list_covered))

struct RetainerAgreed {
  EngagementId engagement;
  ClientId client;
  std::string name;
  EngagementKind kind;  // retainer or recurring_fee
  Date starts;
  std::optional<Date> ends;
  std::string scope;
  CycleTerms cycle;
  PeriodTerms terms;
};
BOOST_DESCRIBE_STRUCT(RetainerAgreed, (), (engagement, client, name, kind, starts, ends, scope, cycle, terms))

// C4. What is given changes; the rest stays. From the next period that has not been opened, unless `from` names a day of the
// period now open: then both parts are prorated, each a line of its own.
struct ChangeRetainer {
  EngagementId engagement;
  std::optional<Date> from;
  std::optional<std::int64_t> fee;
  std::optional<std::int64_t> allowance;
  std::optional<std::vector<ServiceId>> services;
  std::optional<std::vector<ProjectId>> projects;
  std::optional<RollOver> roll_over;
  std::optional<std::int32_t> roll_over_periods;
  std::optional<std::int64_t> roll_over_cap;
  std::optional<DrawOrder> order;
  std::optional<OveragePolicy> overage;
  std::optional<Decimal4> overage_rate;
  std::optional<OverageInvoice> overage_invoice;
  std::optional<std::vector<std::int32_t>> alert_percent;
  std::optional<bool> list_covered;
};
BOOST_DESCRIBE_STRUCT(ChangeRetainer, (),
                      (engagement, from, fee, allowance, services, projects, roll_over, roll_over_periods, roll_over_cap, order,
                       overage, overage_rate, overage_invoice, alert_percent, list_covered))

struct RetainerChanged {
  EngagementId engagement;
  Date from;          // the first day the terms hold
  bool within_period = false;  // C4 "now"
  std::int32_t period = 0;     // the period that holds `from`
  PeriodTerms terms;  // whole
};
BOOST_DESCRIBE_STRUCT(RetainerChanged, (), (engagement, from, within_period, period, terms))

// C6: periods that begin in [from, until) are skipped: no fee, no allowance, and expiry does not count down.
struct PauseRetainer {
  EngagementId engagement;
  Date from;
  std::optional<Date> until;  // exclusive; until resumed unless given
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(PauseRetainer, (), (engagement, from, until, reason))

struct RetainerPaused {
  EngagementId engagement;
  Date from;
  std::optional<Date> until;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(RetainerPaused, (), (engagement, from, until, reason))

struct ResumeRetainer {
  EngagementId engagement;
  Date from;
};
BOOST_DESCRIBE_STRUCT(ResumeRetainer, (), (engagement, from))

struct RetainerResumed {
  EngagementId engagement;
  Date from;
};
BOOST_DESCRIBE_STRUCT(RetainerResumed, (), (engagement, from))

}  // namespace billtrail
