// F4: what work was for. A task fills in client, project, campaign, service and category; a project fills in its client and its
// engagement. What is said must not contradict them, and work without a client is internal. 2.5: the category follows from the
// engagement.
#pragma once

#include <string_view>

#include "domain/books.hpp"
#include "domain/kernel/faults.hpp"

namespace billtrail {

// What a command says about the work; what it leaves out follows from the rest.
struct WorkSaid {
  std::optional<ClientId> client;
  std::optional<EngagementId> engagement;
  std::optional<ProjectId> project;
  std::optional<CampaignId> campaign;
  std::optional<TaskId> task;
  std::optional<ServiceId> service;
  std::optional<Category> category;
  std::optional<Date> date{};               // the work date, where it is known by now
  std::optional<Category> kept_category{};  // stays unless an engagement comes or goes; what is said beats it
  bool reason_given = false;                // for a category that is not what the engagement says
  bool engagement_follows = true;           // from project or category; not for a task, nor where nothing else may move (R5)
};

// A move always has a reason.
template <class Command>
WorkSaid work_said(const Command& command) {
  WorkSaid said{command.client, command.engagement, command.project, command.campaign,
                command.task,   command.service,    command.category};
  if constexpr (requires { command.reason; }) said.reason_given = true;
  return said;
}

// The whole assignment. Every fault is added, with `prefix` before its pointer; the answer then means nothing. What was already
// there before (`kept`) may have been archived since.
Assignment assign(const Books& books, const WorkSaid& said, const Assignment& kept, std::string_view prefix, Faults& faults);

// The category of work that says nothing else: what its task says, else what its engagement says, else project when a project or
// campaign is named, else ad_hoc with a client, else non_billable.
Category default_category(const Books& books, const Assignment& work);

// 2.5: whether the category is another than the engagement says, so that there must be a reason for it.
bool overrides_engagement(const Books& books, const Assignment& work);

// A running timer's work with details filled in: what is said replaces what was there, and what was there and contradicts it
// goes. A category that was only the default follows the work.
WorkSaid filled_in(const Books& books, const WorkSaid& said, const Assignment& before);

// An entry's work, as it was and with the fields to clear emptied, with some fields replaced. A new task fills in what is not
// said; a new project brings its engagement, and a category that was the engagement's follows; nothing else moves (R5).
WorkSaid corrected(const Books& books, const WorkSaid& said, const Assignment& cleared, const Assignment& before);

}  // namespace billtrail
