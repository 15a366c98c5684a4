// Projects and campaigns as the events left them.
#include "domain/checks.hpp"
#include "domain/project/project_rules.hpp"

namespace billtrail {

void evolve(Books& books, const ProjectOpened& event) {
  ProjectState project;
  project.name = event.name;
  project.client = event.client;
  project.engagement = event.engagement;
  books.projects.insert(event.project, std::move(project));
  books.names.take(kind_for_client("project", event.client), event.name, event.project.text());
}

void evolve(Books& books, const ProjectChanged& event) {
  ProjectState& project = books.projects.edit(event.project);
  const std::string kind = kind_for_client("project", project.client);
  books.names.give_up(kind, project.name);
  books.names.take(kind, event.name, event.project.text());
  project.name = event.name;
  if (event.engagement) project.engagement = event.engagement;
}

void evolve(Books& books, const CampaignOpened& event) {
  CampaignState campaign;
  campaign.name = event.name;
  campaign.client = event.client;
  campaign.project = event.project;
  books.campaigns.insert(event.campaign, std::move(campaign));
  books.names.take(kind_for_client("campaign", event.client), event.name, event.campaign.text());
}

void evolve(Books& books, const CampaignChanged& event) {
  CampaignState& campaign = books.campaigns.edit(event.campaign);
  const std::string kind = kind_for_client("campaign", campaign.client);
  books.names.give_up(kind, campaign.name);
  books.names.take(kind, event.name, event.campaign.text());
  campaign.name = event.name;
}

}  // namespace billtrail
