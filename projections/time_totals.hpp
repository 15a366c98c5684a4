// How much time, by anything? Any of client, project, campaign, task, service, member, category, day, week, month.
// `seconds` stand on the work date; `clock_seconds` on the local day on which they were worked (TM4: split at midnight).
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "projections/question.hpp"
#include "projections/views.hpp"

namespace billtrail {

struct TimeTotalsRow {
  std::string key;
  std::optional<ClientId> client;
  std::optional<std::string> client_name;
  std::optional<ProjectId> project;
  std::optional<std::string> project_name;
  std::optional<CampaignId> campaign;
  std::optional<std::string> campaign_name;
  std::optional<TaskId> task;
  std::optional<std::string> task_name;
  std::optional<ServiceId> service;
  std::optional<std::string> service_name;
  std::optional<MemberId> member;
  std::optional<Personal> member_name;
  std::optional<Category> category;
  std::optional<Date> day;
  std::optional<std::string> week;   // "2026-W09"
  std::optional<std::string> month;  // "2026-03"
  Seconds seconds;
  Seconds clock_seconds;
  Seconds billed_seconds;  // D1; raw where the work is not billable
  std::int64_t entries = 0;
};
BOOST_DESCRIBE_STRUCT(TimeTotalsRow, (),
                      (key, client, client_name, project, project_name, campaign, campaign_name, task, task_name, service,
                       service_name, member, member_name, category, day, week, month, seconds, clock_seconds, billed_seconds, entries))

struct TimeTotals {
  Seconds seconds;
  Seconds clock_seconds;
  Seconds billed_seconds;
  std::int64_t entries = 0;
};
BOOST_DESCRIBE_STRUCT(TimeTotals, (), (seconds, clock_seconds, billed_seconds, entries))

struct TimeTotalsAnswer {
  std::optional<Date> from, to;
  std::vector<TimeTotalsRow> rows;
  TimeTotals totals;
};
BOOST_DESCRIBE_STRUCT(TimeTotalsAnswer, (), (from, to, rows, totals))

// Without as_of and to nothing is cut off, so that work dated ahead of today counts too.
TimeTotalsAnswer time_totals(const Views& views, const Question& question);

}  // namespace billtrail
