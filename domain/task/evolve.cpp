// Tasks as the events left them.
#include "domain/checks.hpp"
#include "domain/task/task_rules.hpp"

namespace billtrail {

void evolve(Books& books, const TaskAdded& event) {
  TaskState task;
  task.name = event.name;
  task.work.client = event.client;
  task.work.project = event.project;
  task.work.campaign = event.campaign;
  task.work.service = event.service;
  task.work.category = event.category;
  books.tasks.insert(event.task, std::move(task));
  books.names.take(kind_for_client("task", event.client), event.name, event.task.text());
}

void evolve(Books& books, const TaskChanged& event) {
  TaskState& task = books.tasks.edit(event.task);
  const std::string kind = kind_for_client("task", task.work.client);
  books.names.give_up(kind, task.name);
  books.names.take(kind, event.name, event.task.text());
  task.name = event.name;
}

}  // namespace billtrail
