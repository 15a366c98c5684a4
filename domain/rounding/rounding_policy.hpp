// Rounding policies: billed seconds = f(raw seconds, policy). Raw seconds are kept for ever (D1). A policy resolves like a
// rate, client over practice, by work date, as known when the entry was logged (D2).
#pragma once

#include <boost/describe.hpp>
#include <optional>

#include "domain/kernel/id.hpp"
#include "domain/kernel/time.hpp"

namespace billtrail {

BOOST_DEFINE_ENUM_CLASS(RoundingMode, none, up, nearest, down)
// entry: each by itself. group: the total of member + day + client + engagement + service + category (D4).
BOOST_DEFINE_ENUM_CLASS(RoundingScope, entry, group)

struct RoundingTerms {
  RoundingMode mode = RoundingMode::none;
  Seconds increment{60};
  Seconds minimum{0};  // applies after rounding
  Seconds grace{0};    // "up" rounds down when strictly less than this is over
  RoundingScope scope = RoundingScope::entry;
  friend bool operator==(const RoundingTerms&, const RoundingTerms&) = default;
};
BOOST_DESCRIBE_STRUCT(RoundingTerms, (), (mode, increment, minimum, grace, scope))

struct SetRounding {
  std::optional<RoundingPolicyId> policy;
  std::optional<ClientId> client;  // the whole practice unless given
  RoundingTerms terms;
  Date valid_from;
  std::optional<bool> unbilled_too;  // D2: also the unbilled entries dated on or after valid_from; no unless given
};
BOOST_DESCRIBE_STRUCT(SetRounding, (), (policy, client, terms, valid_from, unbilled_too))

struct RoundingSet {
  RoundingPolicyId policy;
  std::optional<ClientId> client;
  RoundingTerms terms;
  Date valid_from;
};
BOOST_DESCRIBE_STRUCT(RoundingSet, (), (policy, client, terms, valid_from))

// D2: the entry's rounding terms are replaced on request; its raw seconds never change.
struct EntryRerounded {
  EntryId entry;
  RoundingTerms before;
  RoundingTerms after;
  RoundingPolicyId cause;
};
BOOST_DESCRIBE_STRUCT(EntryRerounded, (), (entry, before, after, cause))

}  // namespace billtrail
