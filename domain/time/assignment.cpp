// F4: what work was for: filled in from task, campaign and project, and checked against them.
#include "domain/time/assignment.hpp"

namespace billtrail {
namespace {

class Assigning {
 public:
  Assigning(const Books& books, const WorkSaid& said, const Assignment& kept, std::string_view prefix, Faults& faults)
      : books_(books), said_(said), kept_(kept), prefix_(prefix), faults_(faults) {}

  Assignment run() {
    work_ = {said_.client, said_.engagement, said_.project, said_.campaign, said_.task, said_.service, Category::non_billable};
    known();
    const TaskState* task = work_.task ? books_.tasks.find(*work_.task) : nullptr;
    if (task != nullptr) fill_from_task(task->work);
    fill_from_project_and_campaign();
    archived();
    work_.category = said_.category ? *said_.category : default_category(books_, work_);
    if (!work_.client && work_.category != Category::non_billable) fault(RefusalCode::billable_work_needs_client, "/category");
    return work_;
  }

 private:
  void fault(RefusalCode code, std::string_view field, std::vector<Fact> facts = {}) {
    std::string pointer(prefix_);
    pointer += field;
    faults_.add(code, std::move(pointer), std::move(facts));
  }

  template <class SomeId, class State>
  void known(std::optional<SomeId>& id, const Table<SomeId, State>& table, RefusalCode unknown, std::string_view field) {
    if (!id || table.row_of(*id) != no_row) return;
    fault(unknown, field);
    id.reset();
  }
  void known() {
    known(work_.client, books_.clients, RefusalCode::unknown_client, "/client");
    if (work_.engagement) fault(RefusalCode::unknown_engagement, "/engagement");  // none can be agreed yet
    work_.engagement.reset();
    known(work_.project, books_.projects, RefusalCode::unknown_project, "/project");
    known(work_.campaign, books_.campaigns, RefusalCode::unknown_campaign, "/campaign");
    known(work_.task, books_.tasks, RefusalCode::unknown_task, "/task");
    known(work_.service, books_.services, RefusalCode::unknown_service, "/service");
  }

  template <class SomeId>
  void fill(std::optional<SomeId>& field, const std::optional<SomeId>& from, std::string_view name) {
    if (!from) return;
    if (field && *field != *from) fault(RefusalCode::task_differs, name, {{"task_says", std::string(from->text())}});
    field = from;
  }
  void fill_from_task(const Assignment& task) {
    fill(work_.client, task.client, "/client");
    fill(work_.project, task.project, "/project");
    fill(work_.campaign, task.campaign, "/campaign");
    fill(work_.service, task.service, "/service");
    if (said_.category && *said_.category != task.category) {
      fault(RefusalCode::task_differs, "/category", {{"task_says", boost::describe::enum_to_string(task.category, "")}});
    }
  }
  // The client may follow from the project, else from the campaign; then both have to be that client's.
  void fill_from_project_and_campaign() {
    const ProjectState* project = work_.project ? books_.projects.find(*work_.project) : nullptr;
    const CampaignState* campaign = work_.campaign ? books_.campaigns.find(*work_.campaign) : nullptr;
    if (!work_.client && project != nullptr) work_.client = project->client;
    if (!work_.client && campaign != nullptr) work_.client = campaign->client;
    if (project != nullptr && project->client != work_.client) {
      fault(RefusalCode::project_of_another_client, "/project", client_fact(project->client));
    }
    if (campaign == nullptr) return;
    if (campaign->client != work_.client) {
      fault(RefusalCode::campaign_of_another_client, "/campaign", client_fact(campaign->client));
    } else if (!work_.project) {
      work_.project = campaign->project;
    }
  }
  static std::vector<Fact> client_fact(const std::optional<ClientId>& client) {
    if (!client) return {};
    return {{"client", std::string(client->text())}};
  }

  template <class SomeId, class State>
  void archived(const std::optional<SomeId>& id, const std::optional<SomeId>& said, const std::optional<SomeId>& kept,
                const Table<SomeId, State>& table, std::string_view noun) {
    if (!id || id == kept) return;
    const State* state = table.find(*id);
    if (state == nullptr || !state->archived) return;
    const std::string own = "/" + std::string(noun);
    fault(RefusalCode::archived, said ? std::string_view(own) : source(), {{std::string(noun), std::string(id->text())}});
  }
  void archived() {
    archived(work_.client, said_.client, kept_.client, books_.clients, "client");
    archived(work_.project, said_.project, kept_.project, books_.projects, "project");
    archived(work_.campaign, said_.campaign, kept_.campaign, books_.campaigns, "campaign");
    archived(work_.task, said_.task, kept_.task, books_.tasks, "task");
    archived(work_.service, said_.service, kept_.service, books_.services, "service");
  }
  // The field that brought in what was not said.
  std::string_view source() const {
    if (said_.task) return "/task";
    return said_.campaign ? "/campaign" : "/project";
  }

  const Books& books_;
  const WorkSaid& said_;
  const Assignment& kept_;
  std::string_view prefix_;
  Faults& faults_;
  Assignment work_;
};

}  // namespace

Assignment assign(const Books& books, const WorkSaid& said, const Assignment& kept, std::string_view prefix, Faults& faults) {
  return Assigning(books, said, kept, prefix, faults).run();
}

Category default_category(const Books& books, const Assignment& work) {
  if (work.task) {
    if (const TaskState* task = books.tasks.find(*work.task)) return task->work.category;
  }
  if (!work.client) return Category::non_billable;
  return work.project || work.campaign ? Category::project : Category::ad_hoc;
}

}  // namespace billtrail
