// 2.5: work is billed as its agreement says, so its category follows from the kind of it. Work that a retainer does not count
// (services, projects) is billed beside it.
#include "domain/time/engaged.hpp"

#include <algorithm>

namespace billtrail {
namespace {

template <class SomeId>
bool among(const std::vector<SomeId>& counted, const std::optional<SomeId>& own) {
  return counted.empty() || (own && std::find(counted.begin(), counted.end(), *own) != counted.end());
}

bool counts(const Books& books, const EngagementId& engagement, const Assignment& work) {
  const RetainerState* retainer = books.retainers.find(engagement);
  return retainer == nullptr || (among(retainer->terms.services, work.service) && among(retainer->terms.projects, work.project));
}

bool runs(const EngagementState& engagement, const std::optional<Date>& date) { return !date || runs_on(engagement, *date); }

std::optional<EngagementId> only_retainer(const Books& books, const EngagementQuestion& question) {
  std::optional<EngagementId> found;
  for (Row row = 0; row < books.engagements.size(); ++row) {
    const EngagementState& engagement = books.engagements.at(row);
    if (engagement.kind != EngagementKind::retainer || engagement.client != question.work.client) continue;
    if (!runs(engagement, question.date) || !counts(books, books.engagements.key(row), question.work)) continue;
    if (found) return std::nullopt;
    found = books.engagements.key(row);
  }
  return found;
}

// The category that is settled before any engagement is known.
std::optional<Category> settled_category(const Books& books, const EngagementQuestion& question) {
  if (question.category) return question.category;
  const TaskState* task = question.work.task ? books.tasks.find(*question.work.task) : nullptr;
  if (task == nullptr || !says_category(task->work)) return std::nullopt;
  return task->work.category;
}

}  // namespace

std::optional<EngagementId> engagement_for(const Books& books, const EngagementQuestion& question) {
  if (!question.work.client) return std::nullopt;
  const bool under_retainer = settled_category(books, question) == Category::retainer;
  const ProjectState* project = question.work.project ? books.projects.find(*question.work.project) : nullptr;
  if (project != nullptr && project->engagement) {
    const EngagementState& engagement = *books.engagements.find(*project->engagement);
    const bool fits = !under_retainer || engagement.kind == EngagementKind::retainer;
    if (fits && engagement.client == question.work.client && runs(engagement, question.date)) return project->engagement;
  }
  return under_retainer ? only_retainer(books, question) : std::nullopt;
}

void check_running(const Books& books, const std::optional<EngagementId>& engagement, Date date, std::string_view pointer,
                   Faults& faults) {
  const EngagementState* state = engagement ? books.engagements.find(*engagement) : nullptr;
  if (state == nullptr || runs_on(*state, date)) return;
  std::vector<Fact> facts{{"starts", state->starts.text()}};
  if (state->ends) facts.push_back({"ends", state->ends->text()});
  faults.add(RefusalCode::engagement_not_running, std::string(pointer), std::move(facts));
}

std::optional<Category> engagement_category(const Books& books, const Assignment& work) {
  const EngagementState* engagement = work.engagement ? books.engagements.find(*work.engagement) : nullptr;
  if (engagement == nullptr) return std::nullopt;
  switch (engagement->kind) {
    case EngagementKind::retainer: return counts(books, *work.engagement, work) ? Category::retainer : plain_category(work);
    case EngagementKind::non_billable: return Category::non_billable;
    case EngagementKind::deposit: return std::nullopt;
    case EngagementKind::hourly:
    case EngagementKind::capped:
    case EngagementKind::fixed_fee:
    case EngagementKind::recurring_fee:
    case EngagementKind::milestone: break;
  }
  return Category::project;
}

Category plain_category(const Assignment& work) {
  if (!work.client) return Category::non_billable;
  return work.project || work.campaign ? Category::project : Category::ad_hoc;
}

bool says_category(const Assignment& task) { return task.category != plain_category(task); }

}  // namespace billtrail
