// The cycles of a retainer or recurring fee: opened and closed one after the other, by the server's scheduler or by hand (2.6, 2.7).
// Periods count -1 (the stub, when there is one), 0, 1, 2 ... and are half-open [from, to).
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/retainer/retainer.hpp"

namespace billtrail {

// Part of the allowance of a period (H2): seconds, minor units or pieces. `expires` is the last period in which it may be drawn.
struct Bucket {
  std::int32_t origin = 0;               // the period whose own allowance it was
  std::int64_t amount = 0;
  std::optional<std::int32_t> expires;   // nothing: never
  friend bool operator==(const Bucket&, const Bucket&) = default;
};
BOOST_DESCRIBE_STRUCT(Bucket, (), (origin, amount, expires))

// A stretch of the period under one set of terms; more than one after a change within it (C4).
struct FeePart {
  Date from, to;           // [from, to)
  std::int64_t fee = 0;    // prorated (C3)
  std::int64_t whole_fee = 0;
  friend bool operator==(const FeePart&, const FeePart&) = default;
};
BOOST_DESCRIBE_STRUCT(FeePart, (), (from, to, fee, whole_fee))

// Opens the next period. Refused unless it is due: from `lead_days` before its first day on (advance), else from its first day on.
struct OpenRetainerCycle {
  EngagementId engagement;
  std::optional<std::int32_t> period;  // the next one unless given; another is refused
};
BOOST_DESCRIBE_STRUCT(OpenRetainerCycle, (), (engagement, period))

struct RetainerCycleOpened {
  EngagementId engagement;
  ClientId client;
  std::int32_t period = 0;
  Date from, to;           // [from, to), cut by start and end of the agreement
  bool skipped = false;    // C6
  std::vector<FeePart> fees;
  std::int64_t allowance = 0;     // the period's own, prorated, before any deficit
  std::int64_t deficit = 0;       // taken from it (H4)
  std::vector<Bucket> carried;    // H2, in the order they are drawn
  PeriodTerms terms;              // as they hold at its first day
};
BOOST_DESCRIBE_STRUCT(RetainerCycleOpened, (), (engagement, client, period, from, to, skipped, fees, allowance, deficit, carried, terms))

// C4 within an open period: its fee and own allowance are restated.
struct RetainerCycleRestated {
  EngagementId engagement;
  std::int32_t period = 0;
  Date from, to;
  std::vector<FeePart> fees;
  std::int64_t allowance = 0;
  PeriodTerms terms;
};
BOOST_DESCRIBE_STRUCT(RetainerCycleRestated, (), (engagement, period, from, to, fees, allowance, terms))

// How one entry was drawn (H3): billed = covered + overage + deficit seconds. `value` is what the overage part is worth.
struct Draw {
  EntryId entry;
  Seconds billed;    // the entry's billed seconds, frozen by the close (D2)
  Seconds covered;
  Seconds overage;
  Seconds deficit;   // H4: drawn from the next periods; never WIP
  std::int64_t value = 0;
  std::optional<AppliedRate> rate;  // of the overage part
  friend bool operator==(const Draw&, const Draw&) = default;
};
BOOST_DESCRIBE_STRUCT(Draw, (), (entry, billed, covered, overage, deficit, value, rate))

// Freezes what was used (H6). Refused before the period has ended, and while an earlier period is open.
struct CloseRetainerCycle {
  EngagementId engagement;
  std::optional<std::int32_t> period;
  std::optional<Date> on;  // business date; the last day of the period unless given
};
BOOST_DESCRIBE_STRUCT(CloseRetainerCycle, (), (engagement, period, on))

struct RetainerCycleClosed {
  EngagementId engagement;
  ClientId client;
  std::int32_t period = 0;
  Date from, to;
  Date on;
  AllowanceBasis basis = AllowanceBasis::none;
  std::int64_t allowance = 0;   // all buckets: carried and own, after the deficit brought in
  std::int64_t used = 0;        // in the basis' unit, including overage
  std::int64_t unused = 0;
  std::int64_t overage = 0;
  std::int64_t deficit = 0;     // handed on to the next period
  OveragePolicy policy = OveragePolicy::rate_card;
  std::int64_t overage_value = 0;  // minor units, of what may be billed
  std::vector<Draw> draws;
  std::vector<Bucket> carried;  // into the next period
  std::int64_t expired = 0;     // H5: expired or dropped by the cap
};
BOOST_DESCRIBE_STRUCT(RetainerCycleClosed, (),
                      (engagement, client, period, from, to, on, basis, allowance, used, unused, overage, deficit, policy,
                       overage_value, draws, carried, expired))

// H6: the last closed period, as long as its overage is on no issued invoice and the next has not been closed. Needs a reason.
struct ReopenRetainerCycle {
  EngagementId engagement;
  std::int32_t period = 0;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReopenRetainerCycle, (), (engagement, period, reason))

struct RetainerCycleReopened {
  EngagementId engagement;
  std::int32_t period = 0;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(RetainerCycleReopened, (), (engagement, period, reason))

// H4, needs_approval: the client agreed to pay for the overage of a closed period; or did not, and it is written off.
struct ApproveOverage {
  EngagementId engagement;
  std::int32_t period = 0;
  std::optional<bool> approved;  // yes unless given
  std::optional<std::string> note;
  std::optional<Date> on;  // today unless given; not before the close
};
BOOST_DESCRIBE_STRUCT(ApproveOverage, (), (engagement, period, approved, note, on))

struct OverageApproved {
  EngagementId engagement;
  std::int32_t period = 0;
  bool approved = true;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(OverageApproved, (), (engagement, period, approved, note))

// The overage of a period stands on a draft. Left beside the InvoiceDrafted or InvoiceRevised that holds the lines.
struct OverageCharged {
  EngagementId engagement;
  ClientId client;
  std::int32_t period = 0;
  InvoiceId invoice;
  Seconds seconds;
  std::int64_t value = 0;
};
BOOST_DESCRIBE_STRUCT(OverageCharged, (), (engagement, client, period, invoice, seconds, value))

// What counts against an allowance of deliverables. A negative count takes back.
struct RecordDeliverable {
  std::optional<DeliverableId> deliverable;
  EngagementId engagement;
  Date on;
  std::int64_t count = 1;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(RecordDeliverable, (), (deliverable, engagement, on, count, text))

struct DeliverableRecorded {
  DeliverableId deliverable;
  EngagementId engagement;
  Date on;
  std::int64_t count = 1;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(DeliverableRecorded, (), (deliverable, engagement, on, count, text))

// 2.12: the use of an open period crossed a threshold; once per threshold and period, re-armed when it falls below.
struct RetainerAlertRaised {
  EngagementId engagement;
  std::int32_t period = 0;
  std::int32_t percent = 0;
  std::optional<EntryId> entry;  // the one that crossed it
};
BOOST_DESCRIBE_STRUCT(RetainerAlertRaised, (), (engagement, period, percent, entry))

struct RetainerAlertCleared {
  EngagementId engagement;
  std::int32_t period = 0;
  std::int32_t percent = 0;
};
BOOST_DESCRIBE_STRUCT(RetainerAlertCleared, (), (engagement, period, percent))

}  // namespace billtrail
