// Who is working on what right now? `forgotten` (TM5): running for longer than the practice's warning.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "projections/question.hpp"
#include "projections/views.hpp"

namespace billtrail {

struct TimerRow {
  std::string key;
  EntryId entry;
  MemberId member;
  std::optional<Personal> member_name;
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
  Category category = Category::non_billable;
  std::optional<Personal> description;
  std::vector<std::string> tags;
  Instant at;
  std::string zone;
  bool forgotten = false;
};
BOOST_DESCRIBE_STRUCT(TimerRow, (),
                      (key, entry, member, member_name, client, client_name, project, project_name, campaign, campaign_name, task,
                       task_name, service, service_name, category, description, tags, at, zone, forgotten))

struct TimersAnswer {
  std::vector<TimerRow> rows;  // in order of their start event
};
BOOST_DESCRIBE_STRUCT(TimersAnswer, (), (rows))

// Filters: member, client. `forgotten` is seen from question.asked.now.
TimersAnswer running_timers(const Views& views, const Question& question);

}  // namespace billtrail
