// What the command line reads out of the server's answers, and who it takes the asking person for.
#include <filesystem>
#include <fstream>

#include "gateway/cli/desk.hpp"
#include "gateway/cli/http.hpp"
#include "gateway/cli/new_key.hpp"
#include "gateway/cli/server_answers.hpp"
#include "tests/support/catch.hpp"

using namespace billtrail;
using namespace billtrail::cli;

namespace {

const quicklog::Directory small_practice = directory_of(R"({"position": 9, "model": "directory", "rows": [
  {"key": "member:owner", "noun": "member", "id": "owner", "name": "Clara Brandt", "archived": false, "email": "clara@example.com"},
  {"key": "member:bob", "noun": "member", "id": "bob", "name": "Bob Ray", "archived": false, "zone": "Europe/Lisbon", "role": "senior"},
  {"key": "member:old", "noun": "member", "id": "old", "name": "Bob Old", "archived": true},
  {"key": "member:gone", "noun": "member", "id": "gone", "name": null, "archived": false},
  {"key": "client:acme", "noun": "client", "id": "acme", "name": "Acme", "archived": false, "currency": "GBP"},
  {"key": "task:t", "noun": "task", "id": "t", "name": "Call", "archived": false, "client": "acme", "category": "ad_hoc", "kind": "touch"},
  {"key": "widget:w", "noun": "widget", "id": "w", "name": "Of a newer server", "archived": false}]})");

}  // namespace

TEST_CASE("the directory is read whole; erased names are empty and unknown nouns are passed over") {
  REQUIRE(small_practice.rows.size() == 6);
  CHECK(small_practice.rows[0].email == "clara@example.com");
  CHECK(small_practice.rows[1].zone == "Europe/Lisbon");
  CHECK(small_practice.rows[2].archived);
  CHECK(small_practice.rows[3].name.empty());
  CHECK(small_practice.rows[4].currency == Currency::parse("GBP"));
  CHECK(small_practice.rows[5].client == ClientId::parse("acme"));
  CHECK(small_practice.rows[5].category == Category::ad_hoc);
  CHECK(small_practice.rows[5].kind == TaskKind::touch);
}

TEST_CASE("a person is meant by id, name, first name or e-mail; unsaid it is the owner") {
  CHECK(member_of(small_practice, "").id == "owner");
  CHECK(member_of(small_practice, "bob").id == "bob");
  CHECK(member_of(small_practice, "Bob").id == "bob");
  CHECK(member_of(small_practice, "clara brandt").id == "owner");
  CHECK(member_of(small_practice, "CLARA@example.com").id == "owner");
  CHECK_THROWS_AS(member_of(small_practice, "zoe"), Usage);
  quicklog::Directory without_owner = small_practice;
  without_owner.rows.erase(without_owner.rows.begin());
  CHECK_THROWS_WITH(member_of(without_owner, ""), Catch::Contains("--member") && Catch::Contains("bob  Bob Ray"));
}

TEST_CASE("totals are read by client and month, internal work under no client") {
  const auto totals =
      totals_of(R"({"rows": [{"key": "a", "client": "acme", "client_name": "Acme", "month": "2026-03", "seconds": 60},
                                             {"key": "b", "month": "2026-03", "seconds": 5}]})");
  CHECK(totals == importers::LedgerTotals{{{"acme", "2026-03"}, 60}, {{"", "2026-03"}, 5}});
}

TEST_CASE("every line of an NDJSON answer is one command's answer") {
  const auto answers = command_answers(
      "{\"line\":1,\"status\":200,\"position\":42}\n{\"line\":2,\"status\":200,\"position\":7,\"replayed\":true}\n"
      "{\"line\":3,\"type\":\"/problems/unknown_client\",\"title\":\"There is no client with this "
      "id.\",\"status\":422,\"code\":\"unknown_client\"}\n");
  REQUIRE(answers.size() == 3);
  CHECK(answers[0].position == 42);
  CHECK_FALSE(answers[0].replayed);
  CHECK(answers[1].replayed);
  CHECK(answers[2].status == 422);
  CHECK(answers[2].code == "unknown_client");
  CHECK(answers[2].detail == "There is no client with this id.");
}

TEST_CASE("a problem is told in its own sentences") {
  CHECK(problem_text(R"({"title": "No.", "status": 422, "code": "x", "detail": "Because.",
                         "faults": [{"pointer": "/a", "code": "x", "message": "First."}, {"pointer": "", "code": "y", "message": "Second."}]})") ==
        "No.\nBecause.\n  /a: First.\n  Second.");
  CHECK(problem_text(R"({"title": "No.", "faults": [{"pointer": "/a", "message": "No."}]})") == "No.");
  CHECK(problem_text("<html>") == "<html>");
  CHECK(problem_text("") == "The server gave no reason.");
}

TEST_CASE("query parameters and keys") {
  CHECK(url_encoded("2h @Café & co") == "2h%20%40Caf%C3%A9%20%26%20co");
  CHECK(CommandId::parse(new_key("log")));
  CHECK(new_key("log") != new_key("log"));
}

TEST_CASE("the token comes from what was given, else from the data folder's owner-token, else it is missing") {
  ClientSettings settings;
  CHECK_THROWS_AS(token_of(settings), Usage);
  const auto folder = std::filesystem::temp_directory_path() / new_key("cli-test");
  std::filesystem::create_directory(folder);
  settings.data = folder.string();
  CHECK_THROWS_AS(token_of(settings), Usage);
  std::ofstream(folder / "owner-token") << "from-the-file\n";
  CHECK(token_of(settings) == "from-the-file");
  settings.token = "given";
  CHECK(token_of(settings) == "given");
  std::filesystem::remove_all(folder);
}
