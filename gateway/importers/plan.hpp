// From rows to commands. Names map to what the practice has already; what it lacks is added first, under an id made from the
// imported name, so that the same file always gives the same commands and a later renaming changes nothing.
// A name maps to: the thing whose id that name makes; else the thing with that name (case does not matter; members
// by e-mail first); else a new one. Pure; one thread.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/command.hpp"
#include "domain/kernel/zone.hpp"
#include "gateway/importers/imported_row.hpp"
#include "gateway/quicklog/directory.hpp"

namespace billtrail::importers {

using quicklog::Directory;
using quicklog::DirectoryRow;

struct ImportCommand {
  CommandId id;
  Command command;
};

// What a row needs: the entry itself, and which of `Plan::additions()` must have been sent before it.
struct PlannedRow {
  ImportCommand entry;
  std::vector<std::size_t> needs;  // indexes of additions, in the order to send them
  std::optional<ClientId> client;
  std::vector<std::string_view> notes;  // what the mapping adds to the row's notes
};

class Plan {
 public:
  // `system` such as "toggl" begins every id; `zone` is that of the file's clocks. Both references must outlive the plan.
  Plan(const Directory& directory, const ZoneRules& zones, std::string system, std::string zone);

  PlannedRow plan(const ImportedRow& row);
  // Everything new so far, in the order of first need.
  const std::vector<ImportCommand>& additions() const { return additions_; }

 private:
  struct Mapped {
    std::string id;
    std::optional<std::size_t> addition;  // absent: the practice has it
  };

  // `make` builds the adding command for a new id.
  template <class Make>
  const Mapped& map(Noun noun, const std::vector<std::string_view>& name, const DirectoryRow* existing, Make make);
  std::string id_for(std::string_view kind, const std::vector<std::string_view>& name) const;
  const DirectoryRow* known(Noun noun, std::string_view name, std::string_view within) const;

  const Mapped& member(const ImportedRow& row);
  const Mapped& client(const ImportedRow& row);
  const Mapped& project(const ImportedRow& row, const Mapped* client);
  const Mapped& task(const ImportedRow& row, const Mapped* client, const Mapped* project, Category category);
  std::string free_task_name(const ImportedRow& row, std::string_view client, Category category) const;
  void add_times(const ImportedRow& row, LogTime& entry, PlannedRow& planned) const;

  const ZoneRules& zones_;
  std::string system_;
  std::string zone_;
  boost::unordered_flat_map<std::string, const DirectoryRow*> by_id_;
  boost::unordered_flat_map<std::string, const DirectoryRow*> by_name_;
  boost::unordered_flat_map<std::string, std::unique_ptr<Mapped>> mapped_;
  boost::unordered_flat_set<std::string> task_names_;  // taken, by client
  std::vector<ImportCommand> additions_;
};

}  // namespace billtrail::importers
