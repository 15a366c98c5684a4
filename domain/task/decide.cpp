// F4, F6: a task says what its work is for, and by what that follows: a project names its client, a campaign its project.
#include "domain/checks.hpp"
#include "domain/task/task_rules.hpp"
#include "domain/time/assignment.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const AddTask& command, const Given&) {
  const TaskId task = chosen(command.task);
  Faults faults;
  check_unused(books.tasks, task, "/task", faults);
  WorkSaid said{command.client, {}, command.project, command.campaign, {}, command.service, command.category};
  said.engagement_follows = false;  // it comes with each piece of work, as the agreement of the project may change
  const Assignment work = assign(books, said, Assignment{}, "", faults);
  const std::string name = check_name(books, kind_for_client("task", work.client), command.name, NameHolder{}, faults);
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{TaskAdded{task, name, command.kind.value_or(TaskKind::task), work.client, work.project, work.campaign,
                                      work.service, work.category}};
}

Decision<Event> decide(const Books& books, const ChangeTask& command, const Given&) {
  Faults faults;
  const TaskState* task = check_usable(books.tasks, command.task, RefusalCode::unknown_task, "task", faults);
  const std::string name = task == nullptr ? check_said(command.name, "/name", faults)
                                           : check_name(books, kind_for_client("task", task->work.client), command.name,
                                                        NameHolder{command.task.text()}, faults);
  if (task != nullptr && task->name == name) faults.add(RefusalCode::nothing_to_change);
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{TaskChanged{command.task, name}};
}

}  // namespace billtrail
