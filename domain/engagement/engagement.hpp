// Engagements: what was agreed with a client, in eight kinds (2.5, F23). Retainers and recurring fees have cycles and stand in
// retainer/retainer.hpp. Money is minor units of the client's currency.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/kernel/id.hpp"
#include "domain/kernel/time.hpp"

namespace billtrail {

// fixed_fee: one-off, in one or several invoices. deposit: ordinary work drawn against a prepaid balance.
BOOST_DEFINE_ENUM_CLASS(EngagementKind, hourly, capped, fixed_fee, recurring_fee, retainer, deposit, milestone, non_billable)

// Any kind but retainer and recurring_fee, which AgreeRetainer makes.
struct AgreeEngagement {
  std::optional<EngagementId> engagement;
  ClientId client;
  std::string name;  // unique within the client
  EngagementKind kind;
  Date starts;
  std::optional<Date> ends;  // exclusive
  std::optional<std::int64_t> fee;  // fixed_fee: the whole fee; milestone: the contract value
  std::optional<std::int64_t> cap;  // capped: agreed net value since the start (2.21)
  std::optional<std::string> scope;
};
BOOST_DESCRIBE_STRUCT(AgreeEngagement, (), (engagement, client, name, kind, starts, ends, fee, cap, scope))

struct EngagementAgreed {
  EngagementId engagement;
  ClientId client;
  std::string name;
  EngagementKind kind;
  Date starts;
  std::optional<Date> ends;
  std::int64_t fee = 0;
  std::int64_t cap = 0;
  std::string scope;
};
BOOST_DESCRIBE_STRUCT(EngagementAgreed, (), (engagement, client, name, kind, starts, ends, fee, cap, scope))

// Name and scope of any kind; fee and cap where the kind has them. A fee may not fall below what has been invoiced of it.
struct ChangeEngagement {
  EngagementId engagement;
  std::optional<std::string> name;
  std::optional<std::string> scope;
  std::optional<std::int64_t> fee;
  std::optional<std::int64_t> cap;
};
BOOST_DESCRIBE_STRUCT(ChangeEngagement, (), (engagement, name, scope, fee, cap))

struct EngagementChanged {
  EngagementId engagement;
  std::optional<std::string> name;
  std::optional<std::string> scope;
  std::optional<std::int64_t> fee;
  std::optional<std::int64_t> cap;
};
BOOST_DESCRIBE_STRUCT(EngagementChanged, (), (engagement, name, scope, fee, cap))

// No work dated on or after `on` belongs to it. For cycles see EndPolicy.
struct EndEngagement {
  EngagementId engagement;
  Date on;  // exclusive
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(EndEngagement, (), (engagement, on, reason))

struct EngagementEnded {
  EngagementId engagement;
  Date on;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(EngagementEnded, (), (engagement, on, reason))

}  // namespace billtrail
