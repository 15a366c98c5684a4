// The mapping of names to ids, and the LogTime of each row: plan.hpp has the rules.
#include "gateway/importers/plan.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "domain/kernel/names.hpp"
#include "gateway/importers/fields.hpp"
#include "gateway/importers/row_identity.hpp"
#include "gateway/json/bounds.hpp"

namespace billtrail::importers {

namespace {

template <class AnyId>
AnyId make_id(std::string_view text) {
  const auto id = AnyId::parse(text);
  if (!id) throw std::logic_error("an import made an id that is none: " + std::string(text));
  return *id;
}

// Keys of the two indexes; a unit separator cannot stand in an id or a noun.
std::string index_key(Noun noun, std::string_view text, std::string_view within) {
  std::string key = std::to_string(static_cast<int>(noun));
  key += '\x1f';
  key += text;
  key += '\x1f';
  key += within;
  return key;
}

// Under which a task's name is looked up: its project, else its client, and whether it is billed.
std::string task_scope(std::string_view project, std::string_view client, Category category) {
  std::string scope(project.empty() ? client : project);
  scope += category == Category::non_billable ? "/no" : "/yes";
  return scope;
}

// What a thing of this noun belongs to; the same name may stand under several.
std::string scope_of(const DirectoryRow& row) {
  if (row.noun == Noun::task) {
    return task_scope(row.project ? row.project->text() : "", row.client ? row.client->text() : "",
                      row.category.value_or(Category::non_billable));
  }
  if (row.noun == Noun::project) return std::string(row.client ? row.client->text() : std::string_view());
  return {};
}

}  // namespace

Plan::Plan(const Directory& directory, const ZoneRules& zones, std::string system, std::string zone)
    : zones_(zones), system_(std::move(system)), zone_(std::move(zone)) {
  for (const DirectoryRow& row : directory.rows) {
    by_id_.emplace(index_key(row.noun, row.id, {}), &row);
    // What is archived may share its name with what took its place: the living one wins.
    const auto place = by_name_.emplace(index_key(row.noun, folded(row.name), scope_of(row)), &row).first;
    if (place->second->archived && !row.archived) place->second = &row;
    if (row.noun == Noun::task) {
      task_names_.insert(index_key(Noun::task, folded(row.name), row.client ? row.client->text() : ""));
    }
    if (row.email) by_name_.emplace(index_key(row.noun, folded(*row.email), "email"), &row);
  }
}

// The id a name makes: "toggl-client-" and twenty digits of its hash. A hash, as ids outlive what people call things, and
// as the name of a person must not stand in one.
std::string Plan::id_for(std::string_view kind, const std::vector<std::string_view>& name) const {
  constexpr std::size_t digits = 20;
  std::vector<std::string> lowered;
  for (const std::string_view part : name) lowered.push_back(folded(part));
  std::vector<std::string_view> texts{system_, kind};
  texts.insert(texts.end(), lowered.begin(), lowered.end());
  return system_ + "-" + std::string(kind) + "-" + short_digest(texts).substr(0, digits);
}

const DirectoryRow* Plan::known(Noun noun, std::string_view name, std::string_view within) const {
  const auto found = by_name_.find(index_key(noun, folded(name), within));
  return found == by_name_.end() ? nullptr : found->second;
}

template <class Make>
const Plan::Mapped& Plan::map(Noun noun, const std::vector<std::string_view>& name, const DirectoryRow* existing, Make make) {
  const std::string_view kind = boost::describe::enum_to_string(noun, "");
  std::string key(kind);
  for (const std::string_view part : name) key += '\x1f' + folded(part);
  auto& mapped = mapped_[key];
  if (mapped) return *mapped;
  const std::string id = id_for(kind, name);
  if (by_id_.contains(index_key(noun, id, {}))) {
    mapped = std::make_unique<Mapped>(Mapped{id, std::nullopt});
  } else if (existing) {
    mapped = std::make_unique<Mapped>(Mapped{existing->id, std::nullopt});
  } else {
    mapped = std::make_unique<Mapped>(Mapped{id, additions_.size()});
    additions_.push_back({make_id<CommandId>("add-" + id), make(id)});
  }
  return *mapped;
}

const Plan::Mapped& Plan::member(const ImportedRow& row) {
  const DirectoryRow* existing = row.email.empty() ? nullptr : known(Noun::member, row.email, "email");
  if (!existing && !row.user.empty()) existing = known(Noun::member, row.user, {});
  const std::string_view person = row.email.empty() ? row.user : row.email;
  return map(Noun::member, {person}, existing, [&](const std::string& id) {
    AddMember add;
    add.member = make_id<MemberId>(id);
    add.name = Personal{{}, row.user.empty() ? row.email : row.user};
    if (!row.email.empty()) add.email = Personal{{}, row.email};
    return Command(std::move(add));
  });
}

const Plan::Mapped& Plan::client(const ImportedRow& row) {
  return map(Noun::client, {row.client}, known(Noun::client, row.client, {}), [&](const std::string& id) {
    return Command(AddClient{make_id<ClientId>(id), row.client, row.currency});
  });
}

const Plan::Mapped& Plan::project(const ImportedRow& row, const Mapped* client) {
  const std::string_view of_client = client ? std::string_view(client->id) : std::string_view();
  return map(Noun::project, {row.client, row.project}, known(Noun::project, row.project, of_client), [&](const std::string& id) {
    OpenProject open;
    open.project = make_id<ProjectId>(id);
    if (client) open.client = make_id<ClientId>(client->id);
    open.name = row.project;
    return Command(std::move(open));
  });
}

// A client's tasks have names of their own, but in an export many projects have a "Design": the first keeps the plain name.
std::string Plan::free_task_name(const ImportedRow& row, std::string_view client, Category category) const {
  const std::string billed = category == Category::non_billable ? ", non-billable)" : ", billable)";
  const std::string project = row.project.empty() ? "no project" : row.project;
  const std::string plain = row.task;
  std::string name = plain;
  for (int attempt = 1;; ++attempt) {
    const bool taken = task_names_.contains(index_key(Noun::task, folded(name), client));
    if (!taken && characters(name) <= name_characters_max) return name;
    if (attempt == 1) name = plain + " (" + project + ")";
    if (attempt == 2) name = plain + " (" + project + billed;
    if (attempt >= 3) name = "Task " + std::to_string(attempt - 2);
  }
}

// A task fixes the category of what is logged against it (F4), so work of one name that is billable in some rows and not in
// others needs two tasks.
const Plan::Mapped& Plan::task(const ImportedRow& row, const Mapped* client, const Mapped* project, Category category) {
  const bool billed = category != Category::non_billable;
  const std::string scope = task_scope(project ? project->id : "", client ? client->id : "", category);
  return map(Noun::task, {row.client, row.project, row.task, billed ? "yes" : "no"}, known(Noun::task, row.task, scope),
             [&](const std::string& id) {
               AddTask add;
               add.task = make_id<TaskId>(id);
               const std::string_view of_client = client ? std::string_view(client->id) : std::string_view();
               add.name = free_task_name(row, of_client, category);
               task_names_.insert(index_key(Noun::task, folded(add.name), of_client));
               if (client) add.client = make_id<ClientId>(client->id);
               if (project) add.project = make_id<ProjectId>(project->id);
               add.category = category;
               return Command(std::move(add));
             });
}

PlannedRow Plan::plan(const ImportedRow& row) {
  const std::string entry_id = system_ + "-" + row.identity;
  PlannedRow planned;
  LogTime entry;
  entry.entry = make_id<EntryId>(entry_id);
  const auto need = [&](const Mapped& mapped) {
    if (mapped.addition) planned.needs.push_back(*mapped.addition);
    return std::string_view(mapped.id);
  };
  entry.member = make_id<MemberId>(need(member(row)));
  const Mapped* of_client = row.client.empty() ? nullptr : &client(row);
  if (of_client) entry.client = make_id<ClientId>(need(*of_client));
  const Mapped* of_project = row.project.empty() ? nullptr : &project(row, of_client);
  if (of_project) entry.project = make_id<ProjectId>(need(*of_project));
  Category category = Category::non_billable;
  if (of_client && row.billable == Billable::yes) category = of_project ? Category::project : Category::ad_hoc;
  if (row.task.empty()) {
    entry.category = category;
  } else {
    entry.task = make_id<TaskId>(need(task(row, of_client, of_project, category)));  // which says the category
  }
  if (!row.description.empty()) entry.description = Personal{{}, row.description};
  entry.tags = row.tags;
  entry.rate = row.rate;
  if (row.rate) entry.currency = row.currency;
  entry.source = ImportSource{system_, row.identity};
  add_times(row, entry, planned);
  planned.client = entry.client;
  planned.entry = {make_id<CommandId>(entry_id), std::move(entry)};
  return planned;
}

// The file's date is the work date. Its duration counts: an end before start + duration contradicts it and is left out.
void Plan::add_times(const ImportedRow& row, LogTime& entry, PlannedRow& planned) const {
  entry.date = row.work_date;
  entry.seconds = row.seconds;
  if (!row.local_start) return;
  entry.local_start = row.local_start;
  entry.zone = zone_;
  if (!row.local_end) return;
  const Seconds on_the_clock = between(zones_.instant(*row.local_start, zone_), zones_.instant(*row.local_end, zone_));
  if (on_the_clock < row.seconds) {
    planned.notes.push_back("end_contradicts_duration");
    return;
  }
  entry.local_end = row.local_end;
  if (on_the_clock > row.seconds) planned.notes.push_back("with_pauses");
}

}  // namespace billtrail::importers
