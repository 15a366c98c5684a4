// What went into one retainer period, entry by entry: what the fee covered, what lies beyond it, what came late (H3, H6, 2.20 d).
#pragma once

#include "projections/retainer_cycles.hpp"

namespace billtrail {

struct RetainerLineRow {
  std::string key;
  EntryId entry;
  MemberId member;
  Personal member_name;
  Date work_date;
  std::optional<Personal> description;
  std::optional<ServiceId> service;
  std::optional<std::string> service_name;
  std::optional<ProjectId> project;
  std::optional<std::string> project_name;
  Seconds seconds;  // raw
  Seconds billed_seconds;
  Seconds covered, overage, deficit;
  Money value;        // of the overage
  bool late = false;  // H6: dated before the period
};
BOOST_DESCRIBE_STRUCT(RetainerLineRow, (),
                      (key, entry, member, member_name, work_date, description, service, service_name, project, project_name, seconds,
                       billed_seconds, covered, overage, deficit, value, late))

struct RetainerLinesAnswer {
  std::optional<CycleRow> cycle;
  std::vector<RetainerLineRow> rows;  // in the order they are drawn
};
BOOST_DESCRIBE_STRUCT(RetainerLinesAnswer, (), (cycle, rows))

// Without a period: the one that holds the day, else the last before it.
RetainerLinesAnswer retainer_lines(const Views& views, const Question& question);

}  // namespace billtrail
