// Who and what is there to choose from? Every member, client, service, project, campaign and task, archived ones too.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "projections/question.hpp"
#include "projections/views.hpp"

namespace billtrail {

struct DirectoryRow {
  std::string key;  // "client:acme"
  Noun noun = Noun::member;
  std::string id;
  Personal name;    // a member's is sealed; all others are clear text and have an EMPTY subject: take the bytes as they are
  bool archived = false;  // on the question's day
  std::optional<ClientId> client;
  std::optional<ProjectId> project;
  std::optional<CampaignId> campaign;
  std::optional<ServiceId> service;
  std::optional<Category> category;
  std::optional<TaskKind> kind;
  std::optional<Currency> currency;
  std::optional<std::string> role;  // a member's, on the question's day
  std::optional<std::string> zone;
  std::optional<Personal> email;
  std::optional<Date> joined;
  std::optional<Date> left;         // a member's, exclusive
};
BOOST_DESCRIBE_STRUCT(DirectoryRow, (),
                      (key, noun, id, name, archived, client, project, campaign, service, category, kind, currency, role, zone, email,
                       joined, left))

struct DirectoryAnswer {
  std::vector<DirectoryRow> rows;
};
BOOST_DESCRIBE_STRUCT(DirectoryAnswer, (), (rows))

DirectoryAnswer directory(const Views& views, const Question& question);

}  // namespace billtrail
