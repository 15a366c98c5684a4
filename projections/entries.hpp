// Which entries are there? Newest work date first, then latest start (none last), then greatest id; a page at a time.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "projections/question.hpp"
#include "projections/views.hpp"

namespace billtrail {

struct EntryListRow {
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
  Date work_date;
  Seconds seconds;
  Seconds billed_seconds;
  std::optional<Instant> start;
  std::optional<Instant> end;
  std::optional<std::string> zone;
  std::vector<DayPart> days;
  std::optional<Personal> description;
  std::vector<std::string> tags;
  std::optional<AppliedRate> agreed;
  std::optional<Money> value;           // W1a; absent when unpriced or not billable
  std::optional<Money> standard_value;
  bool unpriced = false;
  Review review = Review::not_needed;
  std::string state;                    // "open", "on_draft", "invoiced", "covered", "written_off" or "removed"
  std::vector<std::string> locks;       // why it cannot be changed: "period_locked", "on_draft:<id>", "invoiced:<number>", "cycle_closed"
  std::int64_t position = 0;            // of the last event that touched it
  std::optional<EngagementId> engagement;
  std::optional<std::string> engagement_name;
  std::optional<InvoiceId> invoice;     // the draft that holds it, or the last invoice that billed it
};
BOOST_DESCRIBE_STRUCT(EntryListRow, (),
                      (key, entry, member, member_name, client, client_name, project, project_name, campaign, campaign_name, task,
                       task_name, service, service_name, category, work_date, seconds, billed_seconds, start, end, zone, days,
                       description, tags, agreed, value, standard_value, unpriced, review, state, locks, position, engagement, engagement_name, invoice))

struct EntriesAnswer {
  std::vector<EntryListRow> rows;
  std::optional<std::string> next_cursor;
  bool has_more = false;
  Seconds total_seconds;  // of everything the filters let through, not of the page
};
BOOST_DESCRIBE_STRUCT(EntriesAnswer, (), (rows, next_cursor, has_more, total_seconds))

// Without as_of and to nothing is cut off.
EntriesAnswer entries(const Views& views, const Question& question);

}  // namespace billtrail
