// F4: what work was for: filled in from task, campaign, project and agreement, and checked against them.
#include "domain/time/assignment.hpp"

#include "domain/time/engaged.hpp"

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
    if (!work_.engagement && said_.engagement_follows)
      work_.engagement = engagement_for(books_, {work_, said_.category, said_.date});
    engaged();
    archived();
    categorize();
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
    known(work_.engagement, books_.engagements, RefusalCode::unknown_engagement, "/engagement");
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
    if (said_.category && *said_.category != task.category && (says_category(task) || !said_.engagement)) {
      fault(RefusalCode::task_differs, "/category", {{"task_says", boost::describe::enum_to_string(task.category, "")}});
    }
  }
  // The client may follow from the project, else from the campaign; then both have to be that client's.
  void fill_from_project_and_campaign() {
    const ProjectState* project = work_.project ? books_.projects.find(*work_.project) : nullptr;
    const CampaignState* campaign = work_.campaign ? books_.campaigns.find(*work_.campaign) : nullptr;
    if (!work_.client && project != nullptr) work_.client = project->client;
    if (!work_.client && campaign != nullptr) work_.client = campaign->client;
    if (!work_.client && work_.engagement) work_.client = books_.engagements.find(*work_.engagement)->client;
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
  // The engagement is the client's and runs on the day.
  void engaged() {
    if (!work_.engagement) return;
    const EngagementState& engagement = *books_.engagements.find(*work_.engagement);
    if (engagement.client != work_.client) {
      fault(RefusalCode::engagement_of_another_client, "/engagement", client_fact(engagement.client));
      work_.engagement.reset();
    } else if (said_.date && work_.engagement != kept_.engagement) {
      check_running(books_, work_.engagement, *said_.date, std::string(prefix_) + "/engagement", faults_);
    }
  }
  // 2.5: it follows from the engagement, and another one needs a reason.
  void categorize() {
    const bool no_agreement = !work_.engagement && !kept_.engagement;
    if (said_.category) {
      work_.category = *said_.category;
    } else {
      work_.category = said_.kept_category && no_agreement ? *said_.kept_category : default_category(books_, work_);
    }
    if (!said_.category || said_.reason_given || !overrides_engagement(books_, work_)) return;
    const Category says = *engagement_category(books_, work_);
    fault(RefusalCode::category_needs_reason, "/category", {{"engagement_says", boost::describe::enum_to_string(says, "")}});
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
  const TaskState* task = work.task ? books.tasks.find(*work.task) : nullptr;
  const std::optional<Category> agreed = engagement_category(books, work);
  if (task != nullptr && says_category(task->work)) {
    // A task under a retainer says nothing about work that belongs to another agreement.
    const bool other_agreement = task->work.category == Category::retainer && agreed && *agreed != Category::retainer;
    return other_agreement ? *agreed : task->work.category;
  }
  if (agreed) return *agreed;
  return task != nullptr ? task->work.category : plain_category(work);
}

bool overrides_engagement(const Books& books, const Assignment& work) {
  const std::optional<Category> agreed = engagement_category(books, work);
  if (!agreed || *agreed == work.category) return false;
  return !work.task || work.category != default_category(books, work);
}

}  // namespace billtrail
