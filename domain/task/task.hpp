// Tasks: something to log against. A touch is a small task done inside another tool (F6). An entry that names a task takes
// client, project, campaign, service and category from it (F4).
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "domain/kernel/id.hpp"
#include "domain/time/category.hpp"

namespace billtrail {

BOOST_DEFINE_ENUM_CLASS(TaskKind, task, touch)

struct AddTask {
  std::optional<TaskId> task;
  std::string name;
  std::optional<TaskKind> kind;  // task unless given
  std::optional<ClientId> client;
  std::optional<ProjectId> project;
  std::optional<CampaignId> campaign;
  std::optional<ServiceId> service;
  std::optional<Category> category;
};
BOOST_DESCRIBE_STRUCT(AddTask, (), (task, name, kind, client, project, campaign, service, category))

struct TaskAdded {
  TaskId task;
  std::string name;
  TaskKind kind;
  std::optional<ClientId> client;
  std::optional<ProjectId> project;
  std::optional<CampaignId> campaign;
  std::optional<ServiceId> service;
  Category category;
};
BOOST_DESCRIBE_STRUCT(TaskAdded, (), (task, name, kind, client, project, campaign, service, category))

struct ChangeTask {
  TaskId task;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(ChangeTask, (), (task, name))

struct TaskChanged {
  TaskId task;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(TaskChanged, (), (task, name))

}  // namespace billtrail
