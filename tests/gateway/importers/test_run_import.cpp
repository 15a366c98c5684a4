// Running an import against a ledger that remembers what it took: every row accounted for, a second run creates nothing.
#include <boost/json.hpp>
#include <set>
#include <sstream>

#include "gateway/importers/run_import.hpp"
#include "gateway/importers/toggl.hpp"
#include "gateway/zones/system_zones.hpp"
#include "tests/support/catch.hpp"

using namespace billtrail;
using namespace billtrail::importers;

namespace {

const SystemZones zones;

// Takes every command whose needs are there; knows ids and totals, as a ledger does.
class RememberingLedger : public Ledger {
 public:
  Directory directory() override { return known; }

  std::vector<CommandAnswer> send(std::span<const ImportCommand> commands, DryRun dry_run) override {
    chunks.push_back(commands.size());
    RememberingLedger copy = *this;
    RememberingLedger& target = dry_run == DryRun::yes ? copy : *this;
    std::vector<CommandAnswer> answers;
    for (const ImportCommand& command : commands) answers.push_back(target.take(command));
    return answers;
  }

  std::optional<LedgerTotals> totals(std::uint64_t) override { return by_client_and_month; }

  Directory known;
  std::set<std::string> ids;
  LedgerTotals by_client_and_month;
  std::vector<std::size_t> chunks;
  std::string refuse_member;  // members of this name are not taken

 private:
  CommandAnswer take(const ImportCommand& sent) {
    const std::string id(sent.id.text());
    if (ids.contains(id)) return {200, true, 1, {}, {}};
    if (const auto* add = std::get_if<AddMember>(&sent.command)) {
      if (add->name.bytes == refuse_member) return {422, false, 0, "name_must_not_be_empty", "no"};
      remember(Noun::member, std::string(add->member->text()), add->name.bytes);
    } else if (const auto* client = std::get_if<AddClient>(&sent.command)) {
      remember(Noun::client, std::string(client->client->text()), client->name);
    } else if (const auto* entry = std::get_if<LogTime>(&sent.command)) {
      if (!known.find(Noun::member, entry->member.text())) return {422, false, 0, "unknown_member", "There is no member."};
      const std::string of_client(entry->client ? entry->client->text() : std::string_view());
      by_client_and_month[{of_client, entry->date->text().substr(0, 7)}] += entry->seconds->count;
    }
    ids.insert(id);
    return {200, false, ids.size(), {}, {}};
  }
  void remember(Noun noun, std::string id, std::string name) {
    DirectoryRow row;
    row.noun = noun;
    row.id = std::move(id);
    row.name = std::move(name);
    known.rows.push_back(std::move(row));
  }
};

ImportReport import(const std::string& text, Ledger& ledger, DryRun dry_run = DryRun::no) {
  std::istringstream source(text);
  TogglRows rows(source);
  return run_import(rows, ledger, zones, {"toggl", "Europe/Berlin", dry_run, {}});
}

const std::string header_line =
    "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags\n";
const std::string sample = header_line +
                           "Ann,ann@example.com,Acme,Web,Design,Wires,Yes,2024-03-31,23:30:00,2024-04-01,00:30:00,01:00:00,\n"
                           "Ann,ann@example.com,Acme,Web,Design,Wires,Yes,2024-04-01,09:00:00,2024-04-01,10:00:00,00:45:00,\n"
                           "Bob,bob@example.com,,,,Lunch,No,2024-04-01,12:00:00,2024-04-01,12:00:00,00:00:00,\n"
                           "Bob,bob@example.com,Acme,Web,Design,Broken,Yes,\\N,,\\N,,01:00:00,\n"
                           "Bob,bob@example.com,Bolt,,,Call,Yes,2024-04-02,12:00:00,2024-04-02,12:20:00,00:20:00,\n"
                           "Bob,bob@example.com,Bolt,,,Call,Yes,2024-04-02,12:00:00,2024-04-02,12:20:00,00:20:00,\n";

}  // namespace

TEST_CASE("every row of an import is created, skipped or refused with a reason, and the ledger agrees") {
  RememberingLedger ledger;
  const ImportReport report = import(sample, ledger);
  CHECK(report.accounts_for_every_row());
  CHECK(report.rows == 6);
  CHECK(report.created == 5);
  CHECK(report.skipped == 0);
  CHECK(report.reasons == std::map<std::string, std::uint64_t>{{"start_date_unreadable", 1}});
  CHECK(report.refusals.at(0).line == 5);
  CHECK(report.refusals.at(0).detail == "\\N");
  CHECK(report.notes ==
        std::map<std::string, std::uint64_t>{{"internal_without_client", 1}, {"with_pauses", 1}, {"zero_duration", 1}});
  CHECK(report.added == std::map<std::string, std::uint64_t>{{"clients", 2}, {"members", 2}, {"projects", 1}, {"tasks", 1}});
  CHECK(report.totals ==
        std::map<ClientMonth, std::int64_t>{
            {{"", "2024-04"}, 0}, {{"Acme", "2024-03"}, 3600}, {{"Acme", "2024-04"}, 2700}, {{"Bolt", "2024-04"}, 2400}});
  REQUIRE(report.differences);
  CHECK(report.differences->empty());
}

TEST_CASE("importing twice creates nothing and gives the same totals") {
  RememberingLedger ledger;
  const ImportReport first = import(sample, ledger);
  const std::size_t known = ledger.ids.size();
  const ImportReport second = import(sample, ledger);
  CHECK(second.accounts_for_every_row());
  CHECK(second.created == 0);
  CHECK(second.skipped == 5);
  CHECK(second.refused == 1);
  CHECK(second.totals == first.totals);
  CHECK(second.added.empty());
  CHECK(second.differences->empty());
  CHECK(ledger.ids.size() == known);
}

TEST_CASE("a dry run reports what would be and records nothing") {
  RememberingLedger ledger;
  const ImportReport report = import(sample, ledger, DryRun::yes);
  CHECK(report.created == 5);
  CHECK(report.refused == 1);
  CHECK(report.added.at("members") == 2);
  CHECK_FALSE(report.differences);
  CHECK(ledger.ids.empty());
}

TEST_CASE("chunks are bounded, and each chunk of a dry run brings along all that its rows need") {
  std::string text = header_line;
  constexpr int rows = 9000;
  for (int i = 0; i < rows; ++i) {
    text +=
        "Ann,ann@example.com,Client " + std::to_string(i % 3) + ",,,Row " + std::to_string(i) + ",Yes,2024-04-01,,,,00:01:00,\n";
  }
  for (const DryRun dry_run : {DryRun::yes, DryRun::no}) {
    RememberingLedger ledger;
    const ImportReport report = import(text, ledger, dry_run);
    CHECK(report.created == rows);
    CHECK(report.added == std::map<std::string, std::uint64_t>{{"clients", 3}, {"members", 1}});
    CHECK(ledger.chunks.size() == 3);
    for (const std::size_t chunk : ledger.chunks) CHECK(chunk <= send_commands_max);
  }
}

TEST_CASE("what the ledger refuses is refused in the report, with the ledger's code") {
  RememberingLedger ledger;
  ledger.refuse_member = "Bob";
  const ImportReport report = import(sample, ledger);
  CHECK(report.accounts_for_every_row());
  CHECK(report.created == 2);
  CHECK(report.reasons == std::map<std::string, std::uint64_t>{{"start_date_unreadable", 1}, {"unknown_member", 3}});
  REQUIRE(report.not_added.size() == 1);
  CHECK(report.not_added[0].reason == "name_must_not_be_empty");
}

TEST_CASE("a file that breaks off is dealt with up to there, and the report says where") {
  RememberingLedger ledger;
  const ImportReport report = import(header_line + "Ann,,Acme,,,,Yes,2024-04-01,,,,00:01:00,\nBob,\"open", ledger);
  CHECK(report.created == 1);
  REQUIRE(report.stopped);
  CHECK(report.stopped->code == "quote_not_closed");
  CHECK(report.stopped->line == 3);
}

TEST_CASE("the ledger's totals are compared: somebody else's hour shows") {
  class WithVisitor : public RememberingLedger {
    std::optional<LedgerTotals> totals(std::uint64_t at_least) override {
      if (at_least > 0) by_client_and_month[{"visitor", "2024-04"}] += 3600;
      return by_client_and_month;
    }
  };
  WithVisitor ledger;
  const ImportReport report = import(sample, ledger);
  REQUIRE(report.differences);
  REQUIRE(report.differences->size() == 1);
  CHECK(report.differences->at(0).client == "visitor");
  CHECK(report.differences->at(0).found == 3600);
  CHECK(report.differences->at(0).expected == 0);
}

TEST_CASE("the report as JSON has the agreed members, and as text stays within 80 columns") {
  RememberingLedger ledger;
  const ImportReport report = import(sample, ledger);
  const auto json = boost::json::parse(report_json(report)).as_object();
  CHECK(json.at("rows") == 6);
  CHECK(json.at("created") == 5);
  CHECK(json.at("reasons").at("start_date_unreadable") == 1);
  CHECK(json.at("totals").as_array().at(1) == boost::json::value{{"client", "Acme"}, {"month", "2024-03"}, {"seconds", 3600}});
  CHECK(json.at("refusals").as_array().at(0) ==
        boost::json::value{{"line", 5}, {"reason", "start_date_unreadable"}, {"detail", "\\N"}});
  ImportReport wide = report;
  wide.refusals.push_back({1234567, "start_date_out_of_range", "0016-01-11 16:22:26"});
  wide.differences->push_back({"A client with quite a long name, longer than a column", "2024-04", 123456789, 5});
  std::istringstream lines(report_text(wide));
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    CHECK(line.size() <= 80);
  }
}
