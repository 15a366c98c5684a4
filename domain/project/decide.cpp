// Projects and campaigns have names of their own within their client; a campaign's project is its client's, and so is the
// engagement that work on a project belongs to.
#include "domain/checks.hpp"
#include "domain/project/project_rules.hpp"

namespace billtrail {
namespace {

void check_engagement(const Books& books, const std::optional<EngagementId>& id, const std::optional<ClientId>& client,
                      Faults& faults) {
  const EngagementState* engagement = check_known(books.engagements, id, RefusalCode::unknown_engagement, "/engagement", faults);
  if (engagement == nullptr || engagement->client == client) return;
  faults.add(RefusalCode::engagement_of_another_client, "/engagement", {{"client", std::string(engagement->client.text())}});
}

}  // namespace

Decision<Event> decide(const Books& books, const OpenProject& command, const Given&) {
  const ProjectId project = chosen(command.project);
  Faults faults;
  check_unused(books.projects, project, "/project", faults);
  check_usable(books.clients, command.client, RefusalCode::unknown_client, "client", faults);
  const std::string name = check_name(books, kind_for_client("project", command.client), command.name, NameHolder{}, faults);
  check_engagement(books, command.engagement, command.client, faults);
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{ProjectOpened{project, command.client, name, command.engagement}};
}

Decision<Event> decide(const Books& books, const ChangeProject& command, const Given&) {
  Faults faults;
  const ProjectState* project = check_usable(books.projects, command.project, RefusalCode::unknown_project, "project", faults);
  const std::string kind = kind_for_client("project", project == nullptr ? std::nullopt : project->client);
  const std::string name = project == nullptr ? check_said(command.name, "/name", faults)
                                              : check_name(books, kind, command.name, NameHolder{command.project.text()}, faults);
  if (project != nullptr) check_engagement(books, command.engagement, project->client, faults);
  const bool moves = project != nullptr && command.engagement && command.engagement != project->engagement;
  if (project != nullptr && project->name == name && !moves) faults.add(RefusalCode::nothing_to_change);
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{ProjectChanged{command.project, name, moves ? command.engagement : std::nullopt}};
}

Decision<Event> decide(const Books& books, const OpenCampaign& command, const Given&) {
  const CampaignId campaign = chosen(command.campaign);
  Faults faults;
  check_unused(books.campaigns, campaign, "/campaign", faults);
  check_usable(books.clients, command.client, RefusalCode::unknown_client, "client", faults);
  const ProjectState* project = check_usable(books.projects, command.project, RefusalCode::unknown_project, "project", faults);
  const std::string name = check_name(books, kind_for_client("campaign", command.client), command.name, NameHolder{}, faults);
  if (project != nullptr && project->client != command.client) {
    std::vector<Fact> facts;
    if (project->client) facts.push_back({"client", std::string(project->client->text())});
    faults.add(RefusalCode::project_of_another_client, "/project", facts);
  }
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{CampaignOpened{campaign, command.client, command.project, name}};
}

Decision<Event> decide(const Books& books, const ChangeCampaign& command, const Given&) {
  Faults faults;
  const CampaignState* campaign =
      check_usable(books.campaigns, command.campaign, RefusalCode::unknown_campaign, "campaign", faults);
  const std::string name = campaign == nullptr ? check_said(command.name, "/name", faults)
                                               : check_name(books, kind_for_client("campaign", campaign->client), command.name,
                                                            NameHolder{command.campaign.text()}, faults);
  if (campaign != nullptr && campaign->name == name) faults.add(RefusalCode::nothing_to_change);
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{CampaignChanged{command.campaign, name}};
}

}  // namespace billtrail
