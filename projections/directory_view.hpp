// Who and what there is: members, clients, services, projects, campaigns and tasks, in order of arrival, which is also the number
// (Row) by which the other views name them. Names and roles as they are now; archived and roles have dates.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "projections/projection.hpp"
#include "projections/row_index.hpp"

namespace billtrail {

struct MemberFacts {
  Personal name;
  std::optional<Personal> email;
  std::optional<std::string> zone;
  std::optional<Date> joined;
  std::optional<Date> archived_on;     // the leaving date, exclusive (2.21)
  std::map<Date, std::string> roles;   // by the date they begin; Date{INT32_MIN} for the one given on adding
};

struct ClientFacts {
  std::string name;
  Currency currency;
  std::optional<Date> archived_on;
};

struct ServiceFacts {
  std::string name;
  std::optional<Date> archived_on;
};

struct ProjectFacts {
  std::string name;
  std::optional<ClientId> client;
  std::optional<Date> archived_on;
  std::optional<EngagementId> engagement;  // work on the project belongs to it unless it names another
};

struct CampaignFacts {
  std::string name;
  ClientId client;
  std::optional<ProjectId> project;
  std::optional<Date> archived_on;
};

struct TaskFacts {
  std::string name;
  TaskKind kind = TaskKind::task;
  std::optional<ClientId> client;
  std::optional<ProjectId> project;
  std::optional<CampaignId> campaign;
  std::optional<ServiceId> service;
  Category category = Category::non_billable;
  std::optional<Date> archived_on;
};

// Rows of one noun.
template <class Key, class Facts>
class Register {
 public:
  Row row_of(const Key& key) const {
    return index_.find(std::hash<Key>{}(key), [&](Row row) { return keys_[row] == key; });
  }
  // no_row for nothing; throws CannotTake for a name that is not here.
  Row required(const Key& key) const {
    const Row row = row_of(key);
    if (row == no_row) throw CannotTake("unknown id " + std::string(key.text()));
    return row;
  }
  Row required(const std::optional<Key>& key) const { return key ? required(*key) : no_row; }

  void add(const Key& key, Facts facts) {
    if (row_of(key) != no_row) throw CannotTake("id in use: " + std::string(key.text()));
    index_.insert(std::hash<Key>{}(key), static_cast<Row>(keys_.size()));
    keys_.push_back(key);
    facts_.push_back(std::move(facts));
  }
  Facts& edit(const Key& key) { return facts_[required(key)]; }

  const Key& key(Row row) const { return keys_[row]; }
  const Facts& at(Row row) const { return facts_[row]; }
  std::size_t size() const { return keys_.size(); }

 private:
  RowIndex index_;
  std::vector<Key> keys_;
  std::vector<Facts> facts_;
};

struct DirectoryView {
  static constexpr std::string_view name = "directory";
  static constexpr int version = 2;

  Register<MemberId, MemberFacts> members;
  Register<ClientId, ClientFacts> clients;
  Register<ServiceId, ServiceFacts> services;
  Register<ProjectId, ProjectFacts> projects;
  Register<CampaignId, CampaignFacts> campaigns;
  Register<TaskId, TaskFacts> tasks;

  void apply(const Event& event);
  std::size_t lines() const;
  void line(std::size_t i, std::string& out) const;
};

}  // namespace billtrail
