// The client verbs as a user types them, against the real server.
#include <boost/json.hpp>
#include <fstream>

#include "tests/support/catch.hpp"
#include "tests/support/http_client.hpp"
#include "tests/support/live_server.hpp"

using namespace billtrail::test;
namespace json = boost::json;

namespace {

const std::string header_line =
    "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (EUR)\n";

// A server of its own with verbs that talk to it.
class Terminal {
 public:
  ProgramRun run(std::vector<std::string> arguments) {
    const Environment environment{{"BILLTRAIL_URL", "http://127.0.0.1:" + std::to_string(server_.port())},
                                  {"BILLTRAIL_DATA", server_.data().string()}};
    return run_program(arguments, environment);
  }
  json::value run_json(std::vector<std::string> arguments, int exit_code = 0) {
    arguments.push_back("--json");
    const ProgramRun run = this->run(arguments);
    CAPTURE(run.output);
    CHECK(run.exit_code == exit_code);
    return json::parse(run.output);
  }
  json::value get(const std::string& path) { return HttpClient(server_.port(), server_.token()).get(path).json(); }
  std::string file(const std::string& name, const std::string& text) {
    const auto path = (server_.data() / name).string();
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }
  LiveServer& server() { return server_; }

 private:
  LiveServer server_;
};

std::string rows(int count) {
  std::string text = header_line;
  for (int i = 0; i < count; ++i) {
    const std::string number = std::to_string(i % 7);
    const std::string day = i % 28 < 9 ? "0" + std::to_string(i % 28 + 1) : std::to_string(i % 28 + 1);
    text += "Person " + number + ",person" + number + "@example.com,Client " + std::to_string(i % 3) + ",Project " + number +
            ",Design,Row " + std::to_string(i) + ",Yes,2024-0" + std::to_string(i % 2 + 3) + "-" + day + ",09:00:00,2024-0" +
            std::to_string(i % 2 + 3) + "-" + day + ",10:30:00,01:15:00,,125.00\n";
  }
  text += "Person 1,person1@example.com,,,,Lunch,No,2024-03-05,12:00:00,2024-03-05,12:00:00,00:00:00,,\n";
  text += "Person 1,person1@example.com,Client 1,,,Broken,Yes,\\N,,\\N,,01:00:00,,\n";
  return text;
}

}  // namespace

TEST_CASE("an import over HTTP accounts for every row, agrees with the ledger, and a second one creates nothing") {
  Terminal terminal;
  const std::string file = terminal.file("report.csv", rows(300));

  const json::value dry = terminal.run_json({"import", "toggl", file, "--zone", "Europe/Berlin", "--dry-run"});
  CHECK(dry.at("created") == 301);
  CHECK(dry.at("refused") == 1);
  CHECK(terminal.get("/v1/time-totals").at("totals").at("entries") == 0);

  const json::value first = terminal.run_json({"import", "toggl", file, "--zone", "Europe/Berlin"});
  CHECK(first.at("rows") == 302);
  CHECK(first.at("created") == 301);
  CHECK(first.at("skipped") == 0);
  CHECK(first.at("reasons") == json::value{{"start_date_unreadable", 1}});
  CHECK(first.at("notes").at("internal_without_client") == 1);
  CHECK(first.at("ledger").at("agrees") == true);
  CHECK(first.at("totals") == dry.at("totals"));

  const json::value second = terminal.run_json({"import", "toggl", file, "--zone", "Europe/Berlin"});
  CHECK(second.at("created") == 0);
  CHECK(second.at("skipped") == 301);
  CHECK(second.at("refused") == 1);
  CHECK(second.at("totals") == first.at("totals"));
  CHECK(second.at("added").as_object().empty());

  const json::value totals = terminal.get("/v1/time-totals?by=client,month").at("totals");
  CHECK(totals.at("seconds") == 300 * 4500);
  CHECK(totals.at("entries") == 301);

  // The rate behind the amount is frozen with its origin: 125.00 over an hour and a quarter.
  const json::value entry = terminal.get("/v1/entries?limit=1").at("rows").at(0);
  CHECK(entry.at("agreed").at("price").at("amount") == "100.0000");
  CHECK(entry.at("agreed").at("origin") == "imported");
}

TEST_CASE("an import's report for a person names what was refused, and where") {
  Terminal terminal;
  const ProgramRun run = terminal.run({"import", "toggl", terminal.file("report.csv", rows(10)), "--zone", "Europe/Berlin"});
  CAPTURE(run.output);
  CHECK(run.exit_code == 0);
  CHECK_THAT(run.output, Catch::Contains("12 rows") && Catch::Contains("11 created"));
  CHECK_THAT(run.output, Catch::Contains("line 13: The start date is not of the form YYYY-MM-DD. (\\N)"));
  CHECK_THAT(run.output, Catch::Contains("grew by exactly the created rows"));
}

TEST_CASE("time is logged in words, a timer started, looked at and stopped") {
  Terminal terminal;
  terminal.run({"import", "toggl", terminal.file("report.csv", rows(21)), "--zone", "Europe/Berlin"});
  const std::vector<std::string> as_owner{"--member", "owner"};
  const auto with = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), as_owner.begin(), as_owner.end());
    return arguments;
  };
  const json::value logged = terminal.run_json(with({"log", "2h", "client", "1", "yesterday", "9am", "weekly round"}));
  const json::value facts = logged.at("events").at(0).at("data").at("facts");
  CHECK(facts.at("member") == "owner");
  CHECK(facts.at("work").at("category") == "ad_hoc");
  CHECK(facts.at("span").at("seconds") == 7200);
  CHECK(logged.at("events").at(0).at("data").at("description") == "weekly round");

  const ProgramRun started = terminal.run(with({"start", "client 2"}));
  CAPTURE(started.output);
  CHECK(started.exit_code == 0);
  CHECK_THAT(started.output, Catch::StartsWith("Started."));
  CHECK(terminal.run_json(with({"status"})).at("running").is_object());
  CHECK_THAT(terminal.run(with({"status"})).output, Catch::Contains("Running   0:00:") && Catch::Contains("Client 2"));
  // Another one stops it; less than a second of work is no work, so whether it left an entry does not matter here.
  CHECK(terminal.run(with({"start"})).exit_code == 0);
  CHECK(terminal.run(with({"stop"})).exit_code == 0);
  CHECK(terminal.run_json(with({"status"})).at("running").is_null());
}

TEST_CASE("exit codes: 1 refused, 2 wrong usage, 3 server not reached") {
  Terminal terminal;
  const ProgramRun nothing_runs = terminal.run({"stop"});
  CHECK(nothing_runs.exit_code == 1);
  CHECK_THAT(nothing_runs.output, Catch::Contains("No timer is running."));
  CHECK(terminal.run_json({"stop"}, 1).at("code") == "timer_not_running");

  const ProgramRun unclear = terminal.run({"log", "acme"});
  CHECK(unclear.exit_code == 2);
  CHECK_THAT(unclear.output, Catch::Contains("Say how long it took"));
  CHECK(terminal.run({"log", "2h acme", "--member", "nobody"}).exit_code == 2);
  CHECK(terminal.run({"import", "toggl", terminal.file("a.csv", header_line), "--zone", "Mars/Olympus"}).exit_code == 2);
  CHECK(terminal.run({"import", "toggl", "/no/such/file", "--zone", "UTC"}).exit_code == 2);

  const json::value broken =
      terminal.run_json({"import", "toggl", terminal.file("b.csv", "User,Hours\na,1\n"), "--zone", "UTC"}, 1);
  CHECK(broken.at("stopped").at("code") == "columns_missing");

  CHECK(terminal.run({"status", "--token", "wrong"}).exit_code == 1);
  terminal.server().stop();
  const ProgramRun unreachable = terminal.run({"status"});
  CHECK(unreachable.exit_code == 3);
  CHECK_THAT(unreachable.output, Catch::Contains("cannot be reached"));
}
