// Mapping names to ids: what is there is used, what is not is added once, under an id made from the imported name.
#include "gateway/importers/plan.hpp"
#include "gateway/zones/system_zones.hpp"
#include "tests/support/catch.hpp"

using namespace billtrail;
using namespace billtrail::importers;

namespace {

ImportedRow sample_row() {
  ImportedRow row;
  row.line = 2;
  row.identity = "00112233445566778899aabbccddeeff";
  row.user = "Ann Lee";
  row.email = "ann@example.com";
  row.client = "Acme";
  row.project = "Web";
  row.task = "Design";
  row.description = "Wires";
  row.billable = Billable::yes;
  row.work_date = *Date::parse("2024-03-04");
  row.local_start = LocalTime{row.work_date, 36000};
  row.local_end = LocalTime{row.work_date, 39600};
  row.seconds = Seconds{3600};
  return row;
}

DirectoryRow named(Noun noun, std::string id, std::string name) {
  DirectoryRow row;
  row.noun = noun;
  row.id = std::move(id);
  row.name = std::move(name);
  return row;
}

const SystemZones zones;

const LogTime& log_of(const PlannedRow& planned) { return std::get<LogTime>(planned.entry.command); }

}  // namespace

TEST_CASE("what a row names and the practice lacks is added before it, once") {
  const Directory empty;
  Plan plan(empty, zones, "toggl", "Europe/Berlin");
  const PlannedRow first = plan.plan(sample_row());
  REQUIRE(plan.additions().size() == 4);
  CHECK(first.needs == std::vector<std::size_t>{0, 1, 2, 3});
  const auto& member = std::get<AddMember>(plan.additions()[0].command);
  const auto& client = std::get<AddClient>(plan.additions()[1].command);
  const auto& project = std::get<OpenProject>(plan.additions()[2].command);
  const auto& task = std::get<AddTask>(plan.additions()[3].command);
  CHECK(member.name.bytes == "Ann Lee");
  CHECK(member.email->bytes == "ann@example.com");
  CHECK(client.name == "Acme");
  CHECK(project.name == "Web");
  CHECK(project.client == client.client);
  CHECK(task.name == "Design");
  CHECK(task.project == project.project);
  CHECK(task.category == Category::project);
  CHECK(plan.additions()[1].id.text() == "add-" + std::string(client.client->text()));

  const LogTime& entry = log_of(first);
  CHECK(first.entry.id.text() == "toggl-00112233445566778899aabbccddeeff");
  CHECK(entry.entry->text() == first.entry.id.text());
  CHECK(entry.member == member.member);
  CHECK(entry.client == client.client);
  CHECK(entry.project == project.project);
  CHECK(entry.task == task.task);
  CHECK_FALSE(entry.category);  // the task's
  CHECK(entry.date == sample_row().work_date);
  CHECK(entry.zone == "Europe/Berlin");
  CHECK(entry.source == ImportSource{"toggl", "00112233445566778899aabbccddeeff"});

  ImportedRow again = sample_row();
  again.identity = "11112233445566778899aabbccddeeff";
  again.client = "ACME";
  CHECK(plan.plan(again).needs == std::vector<std::size_t>{0, 1, 2, 3});
  CHECK(plan.additions().size() == 4);
}

TEST_CASE("names map to what is there: case does not matter, members by e-mail before name, the living before the archived") {
  Directory directory;
  directory.rows.push_back(named(Noun::client, "old", "Acme"));
  directory.rows.back().archived = true;
  directory.rows.push_back(named(Noun::client, "acme", "acme"));
  directory.rows.push_back(named(Noun::member, "ann1", "Ann Lee"));
  directory.rows.push_back(named(Noun::member, "ann2", "Ann"));
  directory.rows.back().email = "ANN@example.com";
  directory.rows.push_back(named(Noun::project, "web-of-another", "Web"));
  directory.rows.back().client = ClientId::parse("other");
  Plan plan(directory, zones, "toggl", "UTC");
  const PlannedRow planned = plan.plan(sample_row());
  CHECK(log_of(planned).client == ClientId::parse("acme"));
  CHECK(log_of(planned).member == MemberId::parse("ann2"));
  REQUIRE(plan.additions().size() == 2);
  CHECK(std::get<OpenProject>(plan.additions()[0].command).client == ClientId::parse("acme"));
}

TEST_CASE("a thing that an import made keeps its rows after it has been renamed") {
  const Directory empty;
  Plan before(empty, zones, "toggl", "UTC");
  const LogTime first = log_of(before.plan(sample_row()));
  Directory directory;
  directory.rows.push_back(named(Noun::client, std::string(first.client->text()), "Acme Holding"));
  directory.rows.push_back(named(Noun::client, "impostor", "Acme"));
  Plan after(directory, zones, "toggl", "UTC");
  CHECK(log_of(after.plan(sample_row())).client == first.client);
}

TEST_CASE("work of one task name that is billed here and free there needs two tasks, as a task says the category") {
  const Directory empty;
  Plan plan(empty, zones, "toggl", "UTC");
  ImportedRow row = sample_row();
  const auto billed = log_of(plan.plan(row)).task;
  row.billable = Billable::no;
  const auto free_of_charge = log_of(plan.plan(row)).task;
  CHECK(billed != free_of_charge);
  CHECK(std::get<AddTask>(plan.additions().back().command).category == Category::non_billable);
}

TEST_CASE("the same task name in several projects of a client is told apart by the project, as names are unique in a client") {
  const Directory empty;
  Plan plan(empty, zones, "toggl", "UTC");
  ImportedRow row = sample_row();
  plan.plan(row);
  row.project = "Shop";
  plan.plan(row);
  CHECK(std::get<AddTask>(plan.additions().back().command).name == "Design (Shop)");
  row.billable = Billable::no;
  plan.plan(row);
  CHECK(std::get<AddTask>(plan.additions().back().command).name == "Design (Shop, non-billable)");
  row.client = "Bolt";
  plan.plan(row);
  CHECK(std::get<AddTask>(plan.additions().back().command).name == "Design");
}

TEST_CASE("billable work is project work when a project is named, else ad hoc; without a client it is internal") {
  const Directory empty;
  Plan plan(empty, zones, "toggl", "UTC");
  ImportedRow row = sample_row();
  row.task.clear();
  CHECK(log_of(plan.plan(row)).category == Category::project);
  row.project.clear();
  CHECK(log_of(plan.plan(row)).category == Category::ad_hoc);
  row.client.clear();
  CHECK(log_of(plan.plan(row)).category == Category::non_billable);
  CHECK_FALSE(log_of(plan.plan(row)).client);
}

TEST_CASE("the duration counts: an end that comes before it is over is left out, a later end means pauses") {
  const Directory empty;
  Plan plan(empty, zones, "toggl", "Europe/Berlin");
  ImportedRow row = sample_row();
  CHECK(plan.plan(row).notes.empty());
  CHECK(log_of(plan.plan(row)).local_end == row.local_end);
  row.seconds = Seconds{1800};
  CHECK(plan.plan(row).notes == std::vector<std::string_view>{"with_pauses"});
  row.seconds = Seconds{3601};
  CHECK(plan.plan(row).notes == std::vector<std::string_view>{"end_contradicts_duration"});
  CHECK_FALSE(log_of(plan.plan(row)).local_end);
  // 01:30 to 03:30 on the night the clocks go forward is one hour, not two.
  row.local_start = LocalTime{*Date::parse("2025-03-30"), 5400};
  row.local_end = LocalTime{*Date::parse("2025-03-30"), 12600};
  row.seconds = Seconds{7200};
  CHECK_FALSE(log_of(plan.plan(row)).local_end);
  row.seconds = Seconds{3600};
  CHECK(log_of(plan.plan(row)).local_end == row.local_end);
}
