// Which thresholds are crossed on the day (W4, 2.12)? Raised and not cleared; newest first.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "projections/question.hpp"
#include "projections/views.hpp"

namespace billtrail {

BOOST_DEFINE_ENUM_CLASS(AlertKind, wip_value, wip_age, retainer)

struct AlertRow {
  std::string key;
  AlertKind kind = AlertKind::wip_value;
  ClientId client;
  std::string client_name;
  std::optional<EngagementId> engagement;
  std::optional<std::string> engagement_name;
  std::optional<std::int32_t> period;
  std::int64_t threshold = 0;  // WIP: minor units; retainer: percent
  std::int64_t value = 0;      // WIP: minor units when it was raised; retainer: percent used on the day
  std::optional<EntryId> entry;  // whose coming crossed it
  std::int64_t position = 0;
  Date on;
};
BOOST_DESCRIBE_STRUCT(AlertRow, (),
                      (key, kind, client, client_name, engagement, engagement_name, period, threshold, value, entry, position, on))

struct AlertsAnswer {
  std::vector<AlertRow> rows;
};
BOOST_DESCRIBE_STRUCT(AlertsAnswer, (), (rows))

AlertsAnswer alerts(const Views& views, const Question& question);

}  // namespace billtrail
