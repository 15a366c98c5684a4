// Rates: dated rules with selectors; the strongest match prices the work (R1), and what it gave is frozen on the entry (R2).
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "domain/kernel/id.hpp"
#include "domain/kernel/rounding.hpp"

namespace billtrail {

BOOST_DEFINE_ENUM_CLASS(RateKind, bill, cost)
BOOST_DEFINE_ENUM_CLASS(RateBasis, hour, day, fixed)
// Where a frozen rate came from: a rule, typed on the entry (needs a reason), or brought by an import.
BOOST_DEFINE_ENUM_CLASS(RateOrigin, rule, typed, imported)

BOOST_DESCRIBE_STRUCT(Price, (), (amount, currency, per))

// The rate on an entry, frozen (R2). `rule` names the rule that gave it.
struct AppliedRate {
  Price price;
  RateOrigin origin;
  std::optional<RateRuleId> rule;
  friend bool operator==(const AppliedRate&, const AppliedRate&) = default;
};
BOOST_DESCRIBE_STRUCT(AppliedRate, (), (price, origin, rule))

// What a rule names; a rule matches when everything it names equals the entry's.
struct RateSelectors {
  std::optional<ProjectId> project;
  std::optional<EngagementId> engagement;
  std::optional<ClientId> client;
  std::optional<ServiceId> service;
  std::optional<MemberId> member;
  std::optional<std::string> role;
  friend bool operator==(const RateSelectors&, const RateSelectors&) = default;
};
BOOST_DESCRIBE_STRUCT(RateSelectors, (), (project, engagement, client, service, member, role))

// Sets a rate from a date on; ends its predecessor with the same selectors in the same append. A date in the past
// reprices the unbilled and unlocked entries it touches, each by an event of its own (R4); a dry run shows them first.
struct SetRate {
  std::optional<RateRuleId> rule;
  std::optional<RateKind> kind;  // bill unless given
  std::optional<ProjectId> project;
  std::optional<EngagementId> engagement;
  std::optional<ClientId> client;
  std::optional<ServiceId> service;
  std::optional<MemberId> member;
  std::optional<std::string> role;
  Decimal4 amount;
  std::optional<Currency> currency;  // the client's, or the practice's, unless given
  std::optional<RateBasis> basis;    // hour unless given
  Date valid_from;
  std::optional<Date> valid_to;      // exclusive; open unless given
};
BOOST_DESCRIBE_STRUCT(SetRate, (),
                      (rule, kind, project, engagement, client, service, member, role, amount, currency, basis, valid_from, valid_to))

struct RateSet {
  RateRuleId rule;
  RateKind kind;
  RateSelectors selectors;
  Price price;
  Date valid_from;
  std::optional<Date> valid_to;
  std::optional<RateRuleId> ends;  // the predecessor, which ends on valid_from
};
BOOST_DESCRIBE_STRUCT(RateSet, (), (rule, kind, selectors, price, valid_from, valid_to, ends))

struct EndRate {
  RateRuleId rule;
  Date valid_to;
};
BOOST_DESCRIBE_STRUCT(EndRate, (), (rule, valid_to))

struct RateEnded {
  RateRuleId rule;
  Date valid_to;
};
BOOST_DESCRIBE_STRUCT(RateEnded, (), (rule, valid_to))

// R4: one for each repriced entry, both rates restated. Absent means unpriced.
struct EntryRepriced {
  EntryId entry;
  std::optional<AppliedRate> old_agreed;
  std::optional<AppliedRate> new_agreed;
  std::optional<AppliedRate> old_standard;
  std::optional<AppliedRate> new_standard;
  RateRuleId cause;  // the rule whose setting or ending did it
};
BOOST_DESCRIBE_STRUCT(EntryRepriced, (), (entry, old_agreed, new_agreed, old_standard, new_standard, cause))

}  // namespace billtrail
