// Read models and the ledger on the real port: positions, two dates, pages, CSV, conditional answers, sign-in.
#include <boost/json.hpp>

#include "tests/gateway/shared_server.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/small_agency.hpp"

namespace billtrail::test {
namespace {

namespace json = boost::json;

// A practice of its own for each case, so that figures are whole numbers that can be written down.
class Agency {
 public:
  explicit Agency(const std::string& practice) : client_(shared_client()), headers_{{"Billtrail-Practice", practice}} {
    command("OpenPractice", {{"name", practice}, {"currency", "EUR"}, {"zone", "Europe/Berlin"}});
    command("AddMember", {{"member", "ada"}, {"name", "Ada"}});
    command("AddClient", {{"client", "acme"}, {"name", "Acme"}});
    command("SetRate", {{"amount", "100"}, {"valid_from", "2020-01-01"}});
  }
  std::uint64_t command(const std::string& name, const json::object& fields) {
    const auto answer = client_.post("/v1/commands/" + name, json::serialize(fields), headers_);
    INFO(answer.body);
    REQUIRE(answer.status == 200);
    return position_ = answer.json().at("position").to_number<std::uint64_t>();
  }
  std::uint64_t log(const std::string& date, std::int64_t seconds) {
    return command("LogTime", {{"member", "ada"}, {"client", "acme"}, {"date", date}, {"seconds", seconds}, {"description", "=SUM(A1)"}});
  }
  HttpAnswer get(const std::string& target, Headers more = {}) {
    more.insert(more.end(), headers_.begin(), headers_.end());
    const char joint = target.find('?') == std::string::npos ? '?' : '&';
    return client_.get(target + joint + "at_least=" + std::to_string(position_), more);
  }
  std::int64_t wip(const std::string& parameters) {
    const auto rows = get("/v1/wip?" + parameters).json().at("rows").as_array();
    return rows.empty() ? 0 : rows[0].at("value").at("minor").to_number<std::int64_t>();
  }

 private:
  HttpClient client_;
  Headers headers_;
  std::uint64_t position_ = 0;
};

}  // namespace

TEST_CASE("F61: as_of asks for a business date, known_at for what had been written down") {
  Agency agency("two-dates");
  agency.log("2026-01-10", 3600);
  const auto known = agency.log("2026-02-10", 7200);
  const auto moment = shared_client()
                          .get("/v1/events?from=" + std::to_string(known), {{"Billtrail-Practice", "two-dates"}})
                          .json().at("events").at(0).at("recorded_at");
  agency.log("2026-01-20", 1800);
  CHECK(agency.wip("as_of=2026-12-31") == 35000);
  CHECK(agency.wip("as_of=2026-01-31") == 15000);
  CHECK(agency.wip("as_of=2026-12-31&known_at=" + std::to_string(known)) == 30000);
  CHECK(agency.wip("as_of=2026-01-31&known_at=" + std::to_string(known)) == 10000);
  CHECK(agency.wip("as_of=2026-12-31&known_at=" + std::string(moment.as_string())) == 30000);
}

TEST_CASE("an answer carries its position, as ETag too, and a fixed day that did not change is not sent again") {
  Agency agency("positions");
  const auto position = agency.log("2026-01-10", 3600);
  const auto answer = agency.get("/v1/wip?as_of=2026-01-31");
  CHECK(answer.json().at("position").to_number<std::uint64_t>() == position);
  CHECK(answer.header("etag") == '"' + std::to_string(position) + '"');
  CHECK(agency.get("/v1/wip?as_of=2026-01-31", {{"If-None-Match", answer.header("etag")}}).status == 304);
  CHECK(agency.get("/v1/wip", {{"If-None-Match", answer.header("etag")}}).status == 200);
}

TEST_CASE("a read that wants a position the read models do not reach is told so in bounded time") {
  auto client = shared_client();
  CHECK(not_a_problem(client.get("/v1/wip?at_least=999999999"), 503, "behind") == "");
}

TEST_CASE("every parameter that cannot be read is named at once") {
  auto client = shared_client();
  const auto answer = client.get("/v1/wip?as_of=yesterday&by=colour&shape=round");
  CHECK(not_a_problem(answer, 400, "malformed") == "");
  CHECK(answer.json().at("faults").as_array().size() == 3);
}

TEST_CASE("lists page by cursor without gap or double") {
  Agency agency("pages");
  for (int day = 1; day <= 7; ++day) agency.log("2026-01-0" + std::to_string(day), 60 * day);
  std::vector<std::int64_t> seconds;
  std::string cursor;
  do {
    const auto page = agency.get("/v1/entries?limit=3" + (cursor.empty() ? "" : "&cursor=" + cursor)).json();
    for (const auto& row : page.at("rows").as_array()) seconds.push_back(row.at("seconds").to_number<std::int64_t>());
    cursor = page.at("has_more").as_bool() ? std::string(page.at("next_cursor").as_string()) : "";
  } while (!cursor.empty());
  CHECK(seconds == std::vector<std::int64_t>{420, 360, 300, 240, 180, 120, 60});
}

TEST_CASE("CSV has stable columns and no cell that a spreadsheet would run") {
  Agency agency("csv");
  agency.log("2026-01-10", 3600);
  const auto answer = agency.get("/v1/entries?format=csv");
  CHECK(answer.status == 200);
  CHECK(answer.header("content-type") == "text/csv; charset=utf-8; header=present");
  CHECK(answer.body.rfind("key,entry,member,member_name,client,client_name,", 0) == 0);
  CHECK(answer.body.find(",'=SUM(A1),") != std::string::npos);
  CHECK(answer.body.find(",100.00,EUR,") != std::string::npos);
}

TEST_CASE("the ledger is read from a position, by entity, by type, and its hashes are linked") {
  Agency agency("ledger");
  agency.log("2026-01-10", 3600);
  agency.log("2026-01-11", 3600);
  const auto all = agency.get("/v1/events?from=1");
  CHECK(all.status == 400);  // at_least is no parameter of the ledger itself
  auto client = shared_client();
  const Headers practice{{"Billtrail-Practice", "ledger"}};
  const auto page = client.get("/v1/events?from=1", practice).json();
  const auto& events = page.at("events").as_array();
  REQUIRE(events.size() == 6);
  CHECK(events[0].at("previous").as_string() == std::string(64, '0'));
  for (std::size_t i = 1; i < events.size(); ++i) {
    CHECK(events[i].at("position").to_number<std::size_t>() == i + 1);
    CHECK(events[i].at("previous") == events[i - 1].at("hash"));
  }
  CHECK(client.get("/v1/events?type=TimeLogged", practice).json().at("events").as_array().size() == 2);
  CHECK(client.get("/v1/events?entity=client:acme", practice).json().at("events").as_array().size() == 3);
  const auto lines = client.get("/v1/events?from=5", {{"Billtrail-Practice", "ledger"}, {"Accept", "application/x-ndjson"}});
  CHECK(std::count(lines.body.begin(), lines.body.end(), '\n') == 2);
}

TEST_CASE("quick log shows what it understood and then logs it (F6)") {
  Agency agency("words");
  auto client = shared_client();
  const Headers practice{{"Billtrail-Practice", "words"}};
  const auto shown = client.get("/v1/quick-log?text=1h30%20acme%20yesterday%20copy%20review&member=ada", practice);
  REQUIRE(shown.status == 200);
  CHECK(shown.json().at("understood").at("seconds").to_number<int>() == 5400);
  CHECK(shown.json().at("understood").at("client").as_string() == "acme");
  const auto logged = client.post("/v1/quick-log", R"({"text":"1h30 acme yesterday copy review","member":"ada"})", practice);
  REQUIRE(logged.status == 200);
  CHECK(logged.json().at("events").at(0).at("data").at("description").as_string() == "copy review");
  CHECK(not_a_problem(client.post("/v1/quick-log", R"({"text":"acme","member":"ada"})", practice), 422, "not_understood") == "");
}

TEST_CASE("an uploaded Toggl file is accounted for row by row, and again creates nothing (F15)") {
  Agency agency("upload");
  auto client = shared_client();
  const Headers practice{{"Billtrail-Practice", "upload"}, {"Content-Type", "text/csv"}};
  const std::string file =
      "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags\r\n"
      "Bea,bea@example.com,Globex,Site,Build,Header,Yes,2026-03-02,09:00:00,2026-03-02,10:30:00,01:30:00,web\r\n"
      "Bea,bea@example.com,Globex,Site,Build,Footer,Yes,2026-13-02,09:00:00,2026-03-02,10:30:00,01:30:00,web\r\n";
  const auto first = client.post("/v1/imports/toggl?zone=Europe/Berlin", file, practice).json();
  CHECK(first.at("rows").to_number<int>() == 2);
  CHECK(first.at("created").to_number<int>() == 1);
  CHECK(first.at("refused").to_number<int>() == 1);
  CHECK(first.at("totals").at(0).at("seconds").to_number<int>() == 5400);
  const auto again = client.post("/v1/imports/toggl?zone=Europe/Berlin", file, practice).json();
  CHECK(again.at("created").to_number<int>() == 0);
  CHECK(again.at("skipped").to_number<int>() == 1);
  CHECK(client.post("/v1/imports/toggl?zone=Mars/Base", file, practice).status == 400);
}

TEST_CASE("the sign-in link gives a session that works in a browser and from no other site") {
  LiveServer& server = shared_server();
  HttpClient stranger(server.port(), "");
  CHECK(stranger.get("/sign-in?code=wrong").status == 401);
  const auto signed_in = stranger.get("/sign-in?token=" + server.token());
  REQUIRE(signed_in.status == 303);
  const std::string set = signed_in.header("set-cookie");
  CHECK(set.find("HttpOnly") != std::string::npos);
  CHECK(set.find("SameSite=Strict") != std::string::npos);
  const std::string cookie = set.substr(0, set.find(';'));
  CHECK(stranger.get("/v1/practice", {{"Cookie", cookie}}).status == 200);
  CHECK(stranger.get("/v1/practice").status == 401);
  const std::string host = "http://127.0.0.1:" + std::to_string(server.port());
  const std::string body = json::serialize(log_time("acme", 60));
  CHECK(stranger.post("/v1/commands/LogTime", body, {{"Cookie", cookie}, {"Origin", "https://evil.example"}}).status == 403);
  CHECK(stranger.post("/v1/commands/LogTime", body, {{"Cookie", cookie}, {"Origin", host}}).status == 200);
}

TEST_CASE("the owner's token is for the owner's eyes only") {
  const auto mode = std::filesystem::status(shared_server().data() / "owner-token").permissions();
  CHECK(mode == (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
}

}  // namespace billtrail::test
