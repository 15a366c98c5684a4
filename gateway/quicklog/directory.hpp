// The names of a practice as its directory read model lists them, for whoever turns words into ids: quick log and imports.
// Members' names have been opened. A copy; it does not follow the ledger.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/kernel/id.hpp"
#include "domain/kernel/money.hpp"
#include "domain/practice/practice.hpp"
#include "domain/task/task.hpp"

namespace billtrail::quicklog {

// One row of the directory. Which of the optional fields are there depends on the noun.
struct DirectoryRow {
  Noun noun = Noun::client;
  std::string id;
  std::string name;
  bool archived = false;
  std::optional<ClientId> client;
  std::optional<ProjectId> project;
  std::optional<CampaignId> campaign;
  std::optional<ServiceId> service;
  std::optional<Category> category;
  std::optional<TaskKind> kind;
  std::optional<Currency> currency;
  std::optional<std::string> email;
  std::optional<std::string> role;
  std::optional<std::string> zone;
};

struct Directory {
  std::vector<DirectoryRow> rows;

  // The row with that noun and id, or nothing.
  const DirectoryRow* find(Noun noun, std::string_view id) const {
    for (const DirectoryRow& row : rows) {
      if (row.noun == noun && row.id == id) return &row;
    }
    return nullptr;
  }
};

}  // namespace billtrail::quicklog
