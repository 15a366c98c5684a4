// Acts on work in progress (W4-W7): write-offs and write-ups independent of any invoice, deferral, alerts. Minor units of the client's currency.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/kernel/id.hpp"
#include "domain/kernel/time.hpp"

namespace billtrail {

BOOST_DEFINE_ENUM_CLASS(WriteOffReason, over_servicing, rework, goodwill, fee_cap, training, not_billable, other)

// Which open work: entries by name, or all of the client's that the filter lets through.
// Exactly one of `amount`, `seconds` or neither (all that is open). Shares follow M4.
struct WriteOffWip {
  std::optional<WriteOffId> write_off;
  ClientId client;
  std::vector<EntryId> entries;
  std::optional<ProjectId> project;
  std::optional<MemberId> member;
  std::optional<EngagementId> engagement;
  std::optional<Date> from, to;           // work dates, inclusive
  std::optional<std::int64_t> amount;
  std::optional<Seconds> seconds;
  std::optional<Date> on;                 // today unless given; not before the work
  std::optional<WriteOffReason> code;     // other unless given
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(WriteOffWip, (),
                      (write_off, client, entries, project, member, engagement, from, to, amount, seconds, on, code, reason))

// W5: positive in the write-off event, too; the event's name says which way. Seconds move only with the last of the value (W1a).
struct WriteOffShare {
  EntryId entry;
  Seconds billed;    // the entry's billed seconds, frozen from here on
  Seconds seconds;
  std::int64_t minor = 0;
  friend bool operator==(const WriteOffShare&, const WriteOffShare&) = default;
};
BOOST_DESCRIBE_STRUCT(WriteOffShare, (), (entry, billed, seconds, minor))

struct WipWrittenOff {
  WriteOffId write_off;
  ClientId client;
  Date on;
  WriteOffReason code = WriteOffReason::other;
  std::string reason;
  std::vector<WriteOffShare> shares;
  std::optional<EngagementId> engagement;  // H4: overage absorbed when that period closed
  std::optional<std::int32_t> period;
};
BOOST_DESCRIBE_STRUCT(WipWrittenOff, (), (write_off, client, on, code, reason, shares, engagement, period))

struct WriteUpWip {
  std::optional<WriteOffId> write_off;
  ClientId client;
  std::vector<EntryId> entries;
  std::int64_t amount = 0;
  std::optional<Date> on;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(WriteUpWip, (), (write_off, client, entries, amount, on, reason))

struct WipWrittenUp {
  WriteOffId write_off;
  ClientId client;
  Date on;
  std::string reason;
  std::vector<WriteOffShare> shares;  // seconds 0
};
BOOST_DESCRIBE_STRUCT(WipWrittenUp, (), (write_off, client, on, reason, shares))

// Takes a write-off or write-up back from a date on; refused once what it left has been claimed.
struct ReverseWriteOff {
  WriteOffId write_off;
  std::optional<Date> on;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReverseWriteOff, (), (write_off, on, reason))

struct WriteOffReversed {
  WriteOffId write_off;
  Date on;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(WriteOffReversed, (), (write_off, on, reason))

// W7: left out of proposals until the date, or until released; still WIP.
struct DeferEntries {
  std::vector<EntryId> entries;
  std::optional<Date> until;  // the first day it is proposed again
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(DeferEntries, (), (entries, until, reason))

struct EntryDeferred {
  EntryId entry;
  Date on;
  std::optional<Date> until;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(EntryDeferred, (), (entry, on, until, reason))

struct ReleaseEntries {
  std::vector<EntryId> entries;
};
BOOST_DESCRIBE_STRUCT(ReleaseEntries, (), (entries))

struct EntryReleased {
  EntryId entry;
  Date on;
};
BOOST_DESCRIBE_STRUCT(EntryReleased, (), (entry, on))

// W4: fires once on crossing, re-arms when it falls below.
BOOST_DEFINE_ENUM_CLASS(WipAlertKind, value, age)

struct WipAlertRaised {
  ClientId client;
  WipAlertKind kind = WipAlertKind::value;
  std::int64_t threshold = 0;
  std::int64_t value = 0;
  std::optional<EntryId> entry;  // whose coming crossed it, where one did
};
BOOST_DESCRIBE_STRUCT(WipAlertRaised, (), (client, kind, threshold, value, entry))

struct WipAlertCleared {
  ClientId client;
  WipAlertKind kind = WipAlertKind::value;
  std::int64_t value = 0;
};
BOOST_DESCRIBE_STRUCT(WipAlertCleared, (), (client, kind, value))

// Looks at all thresholds again, because age passes without events. Sent by the scheduler once a day.
struct CheckWipAlerts {
  std::optional<Date> on;
};
BOOST_DESCRIBE_STRUCT(CheckWipAlerts, (), (on))

}  // namespace billtrail
