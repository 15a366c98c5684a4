// F4: what an entry or a running timer was for, after some fields of it have been replaced.
#include "domain/time/assignment.hpp"

namespace billtrail {
namespace {

template <class Value>
bool contradicts(const std::optional<Value>& said, const std::optional<Value>& own) {
  return said && own && *said != *own;
}

// Whether the task can stay when these things are said.
bool task_stays(const Books& books, const TaskId& id, const WorkSaid& said) {
  const Assignment& own = books.tasks.find(id)->work;
  return !contradicts(said.client, own.client) && !contradicts(said.project, own.project) &&
         !contradicts(said.campaign, own.campaign) && !contradicts(said.service, own.service) &&
         !(said.category && *said.category != own.category);
}

const Assignment* work_of(const Books& books, const std::optional<TaskId>& task) {
  const TaskState* state = task ? books.tasks.find(*task) : nullptr;
  return state == nullptr ? nullptr : &state->work;
}

// The client that what is said is about; nothing when it is about none.
std::optional<ClientId> client_said(const Books& books, const WorkSaid& said) {
  if (said.client) return said.client;
  if (const Assignment* task = work_of(books, said.task); task != nullptr && task->client) return task->client;
  if (const ProjectState* project = said.project ? books.projects.find(*said.project) : nullptr) return project->client;
  if (const CampaignState* campaign = said.campaign ? books.campaigns.find(*said.campaign) : nullptr) return campaign->client;
  return std::nullopt;
}

template <class Value>
void keep(std::optional<Value>& said, const std::optional<Value>& before, const std::optional<Value>& of_new_task) {
  if (!said && !of_new_task) said = before;
}

// Whether the engagement is the one that the project brings.
bool came_with_project(const Books& books, const Assignment& work) {
  const ProjectState* project = work.project ? books.projects.find(*work.project) : nullptr;
  return project != nullptr && work.engagement && project->engagement == work.engagement;
}

}  // namespace

WorkSaid filled_in(const Books& books, const WorkSaid& said, const Assignment& before) {
  WorkSaid whole = said;
  static const Assignment nothing;
  const Assignment* named = work_of(books, said.task);
  const Assignment& task = named == nullptr ? nothing : *named;
  const std::optional<ClientId> client = client_said(books, said);
  const bool same_client = !client || client == before.client;

  if (same_client) {
    keep(whole.client, before.client, task.client);
    keep(whole.project, before.project, task.project);
    if (!said.project || said.project == before.project) {
      keep(whole.campaign, before.campaign, task.campaign);
      keep(whole.engagement, before.engagement, task.engagement);
    }
  } else {
    keep(whole.client, client, task.client);
  }
  keep(whole.service, before.service, task.service);
  if (!said.task && before.task && task_stays(books, *before.task, whole)) whole.task = before.task;
  const bool by_default = before.category == default_category(books, before);
  if (!said.category && named == nullptr && !by_default && !whole.task) whole.category = before.category;
  return whole;
}

WorkSaid corrected(const Books& books, const WorkSaid& said, const Assignment& cleared, const Assignment& before) {
  static const Assignment nothing;
  const Assignment* named = said.task && said.task != before.task ? work_of(books, said.task) : nullptr;
  const Assignment& task = named == nullptr ? nothing : *named;
  WorkSaid whole = said;
  const bool new_project = said.project && said.project != before.project;
  if (!new_project || !came_with_project(books, before)) keep(whole.engagement, cleared.engagement, task.engagement);
  keep(whole.client, cleared.client, task.client);
  keep(whole.project, cleared.project, task.project);
  keep(whole.campaign, cleared.campaign, task.campaign);
  keep(whole.service, cleared.service, task.service);
  if (!whole.task) whole.task = cleared.task;
  whole.engagement_follows = new_project || named != nullptr || said.category.has_value();
  if (said.category || named != nullptr) return whole;
  const bool by_default = before.category == default_category(books, before);
  (by_default ? whole.kept_category : whole.category) = before.category;
  return whole;
}

}  // namespace billtrail
