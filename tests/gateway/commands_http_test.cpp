// The command contract on the real port: one path in, retries, arrays, lines, dry runs, several practices.
#include <boost/json.hpp>

#include "tests/gateway/shared_server.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/small_agency.hpp"

namespace billtrail::test {
namespace {

namespace json = boost::json;

std::uint64_t position_of(const HttpAnswer& answer) { return answer.json().at("position").to_number<std::uint64_t>(); }

std::vector<json::value> lines_of(const std::string& body) {
  std::vector<json::value> lines;
  std::size_t begin = 0;
  while (begin < body.size()) {
    const std::size_t end = body.find('\n', begin);
    lines.push_back(json::parse(body.substr(begin, end - begin)));
    begin = end + 1;
  }
  return lines;
}

const Headers ndjson{{"Content-Type", "application/x-ndjson"}};

}  // namespace

TEST_CASE("a command answers with its position and its events") {
  auto client = shared_client();
  const auto before = head_position();
  const auto answer = client.command("LogTime", log_time("acme", 5400));
  REQUIRE(answer.status == 200);
  CHECK(position_of(answer) == before + 1);
  const auto events = answer.json().at("events").as_array();
  REQUIRE(events.size() == 1);
  CHECK(events[0].at("position").to_number<std::uint64_t>() == before + 1);
  CHECK(events[0].at("type").as_string() == "TimeLogged");
  CHECK(events[0].at("data").at("facts").at("span").at("seconds").to_number<int>() == 5400);
}

TEST_CASE("TM7: the same command id twice is one event and one answer") {
  auto client = shared_client();
  const auto first = client.command("LogTime", log_time("acme", 1800), "twice-1");
  REQUIRE(first.status == 200);
  const auto again = client.command("LogTime", log_time("acme", 1800), "twice-1");
  CHECK(again.status == 200);
  CHECK(again.body == first.body);
  CHECK(again.header("idempotency-replayed") == "true");
  CHECK(first.header("idempotency-replayed").empty());
  CHECK(head_position() == position_of(first));
}

TEST_CASE("a command id used for another body is refused") {
  auto client = shared_client();
  REQUIRE(client.command("LogTime", log_time("acme", 1800), "other-body").status == 200);
  const auto before = head_position();
  const auto answer = client.command("LogTime", log_time("acme", 1801), "other-body");
  CHECK(not_a_problem(answer, 422, "idempotency_key_reused") == "");
  CHECK(head_position() == before);
}

TEST_CASE("the first answer comes again after a restart, even when the index was lost") {
  LiveServer server;
  std::string first;
  {
    HttpClient client(server.port(), server.token());
    open_small_agency(client);
    first = client.command("LogTime", log_time("acme", 900), "before-the-restart").body;
  }
  server.kill();
  SECTION("with the index as it was") {}
  SECTION("with the index gone") { std::filesystem::remove_all(server.data() / "index"); }
  server.start();
  HttpClient client(server.port(), server.token());
  const auto again = client.command("LogTime", log_time("acme", 900), "before-the-restart");
  CHECK(again.body == first);
  CHECK(again.header("idempotency-replayed") == "true");
}

TEST_CASE("If-Match refuses when the practice has moved on") {
  auto client = shared_client();
  const auto here = std::to_string(head_position());
  const auto body = json::serialize(log_time("acme", 60));
  CHECK(client.post("/v1/commands/LogTime", body, {{"If-Match", '"' + here + '"'}}).status == 200);
  CHECK(not_a_problem(client.post("/v1/commands/LogTime", body, {{"If-Match", '"' + here + '"'}}), 412, "moved_on") == "");
  CHECK(not_a_problem(client.post("/v1/commands/LogTime", body, {{"If-Match", "\"soon\""}}), 400, "malformed") == "");
}

TEST_CASE("an array of commands is all or nothing, and a refusal says which one") {
  auto client = shared_client();
  const auto before = head_position();
  json::array commands{{{"command", "AddClient"}, {"data", {{"client", "array-client"}, {"name", "Array client"}}}},
                       {{"command", "LogTime"}, {"data", log_time("array-client", 600)}},
                       {{"command", "LogTime"}, {"data", log_time("nobody", 600)}}};
  const auto refused = client.post("/v1/commands", json::serialize(commands));
  CHECK(not_a_problem(refused, 422, "unknown_client") == "");
  CHECK(faults_of(refused).front() == FaultList::value_type{"/2/data/client", "unknown_client"});
  CHECK(head_position() == before);
  commands.pop_back();
  const auto taken = client.post("/v1/commands", json::serialize(commands));
  REQUIRE(taken.status == 200);
  CHECK(taken.json().at("events").as_array().size() == 2);
  CHECK(head_position() == before + 2);
}

TEST_CASE("every line of NDJSON stands on its own and is answered in order") {
  auto client = shared_client();
  const auto before = head_position();
  const std::string good = json::serialize(json::object{{"command", "LogTime"}, {"id", "line-1"}, {"data", log_time("acme", 300)}});
  const std::string body = good + "\nnot json\n" +
                           json::serialize(json::object{{"command", "LogTime"}, {"data", log_time("nobody", 300)}}) + "\n" + good + "\n";
  const auto answer = client.post("/v1/commands", body, ndjson);
  REQUIRE(answer.status == 200);
  const auto lines = lines_of(answer.body);
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].at("status").to_number<int>() == 200);
  CHECK(lines[1].at("status").to_number<int>() == 400);
  CHECK(lines[2].at("code").as_string() == "unknown_client");
  CHECK(lines[3].at("replayed").as_bool());
  CHECK(lines[3].at("position") == lines[0].at("position"));
  CHECK(head_position() == before + 1);
}

TEST_CASE("a dry run shows what would be recorded and records nothing") {
  auto client = shared_client();
  const auto before = head_position();
  const std::string body =
      json::serialize(json::object{{"command", "AddClient"}, {"data", {{"client", "dry"}, {"name", "Dry run"}}}}) + "\n" +
      json::serialize(json::object{{"command", "LogTime"}, {"data", log_time("dry", 300)}}) + "\n";
  const auto lines = lines_of(client.post("/v1/commands?dry_run=true", body, ndjson).body);
  REQUIRE(lines.size() == 2);
  CHECK(lines[1].at("status").to_number<int>() == 200);
  CHECK(lines[1].at("dry_run").as_bool());
  CHECK(lines[1].at("position").to_number<std::uint64_t>() == before + 2);
  CHECK(head_position() == before);
  CHECK(client.command("LogTime", log_time("dry", 300)).status == 422);
}

TEST_CASE("R4: a dry run of a back-dated rate lists the entries it would reprice") {
  auto client = shared_client();
  REQUIRE(client.command("AddClient", {{"client", "repriced"}, {"name", "Repriced"}}).status == 200);
  REQUIRE(client.command("SetRate", {{"client", "repriced"}, {"amount", "100"}, {"valid_from", "2020-01-01"}}).status == 200);
  const auto logged = client.command("LogTime", log_time("repriced", 3600));
  REQUIRE(logged.status == 200);
  const auto before = head_position();
  const json::object rate{{"rule", "rate-2"}, {"client", "repriced"}, {"amount", "120"}, {"valid_from", "2020-06-01"}};
  const auto shown = client.post("/v1/commands/SetRate?dry_run=true", json::serialize(rate));
  REQUIRE(shown.status == 200);
  const auto events = shown.json().at("events").as_array();
  REQUIRE(events.size() == 2);
  CHECK(events[0].at("type").as_string() == "RateSet");
  CHECK(events[1].at("type").as_string() == "EntryRepriced");
  CHECK(events[1].at("data").at("old_agreed").at("price").at("amount").as_string() == "100.0000");
  CHECK(events[1].at("data").at("new_agreed").at("price").at("amount").as_string() == "120.0000");
  CHECK(head_position() == before);
  const auto done = client.command("SetRate", rate);
  CHECK(done.json().at("events") == shown.json().at("events"));
}

TEST_CASE("several practices share a server and nothing else") {
  auto client = shared_client();
  const Headers second{{"Billtrail-Practice", "second"}};
  CHECK(not_a_problem(client.get("/v1/wip", second), 404, "unknown_practice") == "");
  const auto main_before = head_position();
  const auto opened = client.post("/v1/commands/OpenPractice", R"({"name":"Second","currency":"USD","zone":"America/New_York"})", second);
  REQUIRE(opened.status == 200);
  CHECK(position_of(opened) == 1);
  CHECK(client.post("/v1/commands/AddClient", R"({"client":"acme","name":"Another Acme"})", second).status == 200);
  CHECK(head_position() == main_before);
  const auto directory = client.get("/v1/directory?at_least=2", second).json().at("rows").as_array();
  REQUIRE(directory.size() == 1);
  CHECK(directory[0].at("name").as_string() == "Another Acme");
  CHECK(directory[0].at("currency").as_string() == "USD");
}

TEST_CASE("headers go into the envelope") {
  auto client = shared_client();
  const auto answer = client.post("/v1/commands/LogTime", json::serialize(log_time("acme", 60)),
                                  {{"Billtrail-Reason", "forgotten yesterday"},
                                   {"Billtrail-Correlation", "import-7"},
                                   {"Billtrail-On-Behalf-Of", "ada"},
                                   {"Billtrail-Occurred-At", "2026-03-02T09:00:00+01:00"},
                                   {"Idempotency-Key", "\"quoted-key\""}});
  REQUIRE(answer.status == 200);
  const auto page = client.get("/v1/events?from=" + std::to_string(position_of(answer))).json();
  const auto event = page.at("events").at(0);
  CHECK(event.at("reason").as_string() == "forgotten yesterday");
  CHECK(event.at("correlation").as_string() == "import-7");
  CHECK(event.at("on_behalf_of").as_string() == "ada");
  CHECK(event.at("occurred_at").as_string() == "2026-03-02T08:00:00Z");
  CHECK(event.at("command").as_string() == "quoted-key");
  CHECK(event.at("actor").as_string() == "owner");
}

}  // namespace billtrail::test
