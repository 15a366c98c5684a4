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
};
BOOST_DESCRIBE_STRUCT(OpenProject, (), (project, client, name))

struct ProjectOpened {
  ProjectId project;
  std::optional<ClientId> client;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(ProjectOpened, (), (project, client, name))

struct ChangeProject {
  ProjectId project;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(ChangeProject, (), (project, name))

struct ProjectChanged {
  ProjectId project;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(ProjectChanged, (), (project, name))

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
