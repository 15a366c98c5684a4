// Projects and campaigns: bodies of work. A project without a client is internal work.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "domain/kernel/id.hpp"

namespace billtrail {

struct OpenProject {
  std::optional<ProjectId> project;
  std::optional<ClientId> client;
  std::string name;
  std::optional<EngagementId> engagement;  // work on the project belongs to it unless it names another
};
BOOST_DESCRIBE_STRUCT(OpenProject, (), (project, client, name, engagement))

struct ProjectOpened {
  ProjectId project;
  std::optional<ClientId> client;
  std::string name;
  std::optional<EngagementId> engagement;
};
BOOST_DESCRIBE_STRUCT(ProjectOpened, (), (project, client, name, engagement))

struct ChangeProject {
  ProjectId project;
  std::string name;
  std::optional<EngagementId> engagement;
};
BOOST_DESCRIBE_STRUCT(ChangeProject, (), (project, name, engagement))

struct ProjectChanged {
  ProjectId project;
  std::string name;
  std::optional<EngagementId> engagement;
};
BOOST_DESCRIBE_STRUCT(ProjectChanged, (), (project, name, engagement))

struct OpenCampaign {
  std::optional<CampaignId> campaign;
  ClientId client;
  std::optional<ProjectId> project;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(OpenCampaign, (), (campaign, client, project, name))

struct CampaignOpened {
  CampaignId campaign;
  ClientId client;
  std::optional<ProjectId> project;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(CampaignOpened, (), (campaign, client, project, name))

struct ChangeCampaign {
  CampaignId campaign;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(ChangeCampaign, (), (campaign, name))

struct CampaignChanged {
  CampaignId campaign;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(CampaignChanged, (), (campaign, name))

}  // namespace billtrail
