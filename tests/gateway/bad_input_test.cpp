// Bad bodies, ids, numbers and tokens, sent to the real server: each is refused in the public form and leaves nothing behind.
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "tests/gateway/shared_server.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/live_client.hpp"
#include "tests/support/small_agency.hpp"

namespace billtrail::test {
namespace {

HttpAnswer log_time_raw(std::string body) {
  auto client = shared_client();
  return client.post("/v1/commands/LogTime", std::move(body));
}

// LogTime for ada with one member as it stands here.
HttpAnswer log_time_with(const std::string& name, const std::string& value) {
  return log_time_raw(R"({"member":"ada","client":"acme","category":"ad_hoc","date":"2026-03-02",")" + name + "\":" + value +
                      "}");
}

// Nothing that a case sent may have moved the practice.
class NothingRecorded {
 public:
  NothingRecorded() : before_{head_position()} {}
  NothingRecorded(const NothingRecorded&) = delete;
  NothingRecorded& operator=(const NothingRecorded&) = delete;
  ~NothingRecorded() { CHECK(head_position() == before_); }

 private:
  std::uint64_t before_;
};

}  // namespace

TEST_CASE("a body that is not JSON is refused with the place where it breaks") {
  const NothingRecorded nothing;
  for (const char* body :
       {"{", "{\"member\":\"ada\",}", "[1,2", "{'member':1}", "{\"a\":1} trailing", "\"", "nul", "{\"a\":1e}", "// x\n{}"}) {
    CAPTURE(body);
    const auto answer = log_time_raw(body);
    CHECK(not_a_problem(answer, 400, "malformed") == "");
    CHECK(faults_of(answer) == FaultList{{"", "broken_json"}});
    CHECK(answer.json().at("faults").at(0).at("line").to_number<int>() >= 1);
  }
}

TEST_CASE("a body nested too deeply is refused without exhausting the stack") {
  const NothingRecorded nothing;
  const auto answer = log_time_raw("{\"tags\":" + std::string(100'000, '[') + std::string(100'000, ']') + "}");
  CHECK(not_a_problem(answer, 400, "malformed") == "");
}

TEST_CASE("every fault of a command is told at once, each with its pointer") {
  const NothingRecorded nothing;
  const auto answer =
      log_time_raw(R"({"member":7,"client":"not an id!","date":"2026-02-30","seconds":"90","tags":["a",1],"colour":"red"})");
  CHECK(not_a_problem(answer, 400, "malformed") == "");
  CHECK(faults_of(answer) == FaultList{{"/member", "wrong_type"},
                                       {"/client", "wrong_format"},
                                       {"/date", "wrong_format"},
                                       {"/seconds", "wrong_type"},
                                       {"/tags/1", "wrong_type"},
                                       {"/colour", "unknown_field"}});
}

TEST_CASE("every rule a command breaks is told at once, the strongest first") {
  const NothingRecorded nothing;
  const auto answer = log_time_raw(R"({"member":"nobody","client":"nowhere","date":"2026-03-02","seconds":-5})");
  CHECK(not_a_problem(answer, 422, "unknown_member") == "");
  CHECK(faults_of(answer) ==
        FaultList{{"/member", "unknown_member"}, {"/client", "unknown_client"}, {"/seconds", "duration_must_be_positive"}});
}

TEST_CASE("a command that does not exist is not found") {
  const NothingRecorded nothing;
  auto client = shared_client();
  CHECK(not_a_problem(client.post("/v1/commands/LogTimes2", "{}"), 404, "unknown_command") == "");
  CHECK(not_a_problem(client.post("/v1/commands/logtime", "{}"), 404, "unknown_command") == "");
}

TEST_CASE("a field that does not exist, and one given twice, are refused") {
  const NothingRecorded nothing;
  CHECK(faults_of(log_time_with("seconds", "60,\"Seconds\":60")) == FaultList{{"/Seconds", "unknown_field"}});
  CHECK(faults_of(log_time_with("seconds", "60,\"seconds\":61")) == FaultList{{"/seconds", "duplicate_field"}});
}

TEST_CASE("a missing field is named") {
  const NothingRecorded nothing;
  const auto answer = log_time_raw(R"({"client":"acme","date":"2026-03-02","seconds":60})");
  CHECK(not_a_problem(answer, 400, "malformed") == "");
  CHECK(faults_of(answer) == FaultList{{"/member", "missing_field"}});
}

TEST_CASE("a value of the wrong type is refused, whatever it could be read as") {
  const NothingRecorded nothing;
  for (const char* value : {"\"60\"", "true", "[60]", "{}"}) {
    CAPTURE(value);
    CHECK(faults_of(log_time_with("seconds", value)) == FaultList{{"/seconds", "wrong_type"}});
  }
  for (const char* value : {"60.0", "6e1", "0.5"}) {
    CAPTURE(value);
    CHECK(faults_of(log_time_with("seconds", value)) == FaultList{{"/seconds", "not_an_integer"}});
  }
  CHECK(not_a_problem(log_time_raw("[]"), 400, "malformed") == "");
  CHECK(not_a_problem(log_time_raw("null"), 400, "malformed") == "");
}

TEST_CASE("numbers at and beyond the edge of 64 bits are refused, never wrapped") {
  const NothingRecorded nothing;
  const auto code_for = [](const char* seconds) {
    const auto answer = log_time_with("seconds", seconds);
    return std::to_string(answer.status) + " " + faults_of(answer).at(0).second;
  };
  CHECK(code_for("9223372036854775807") == "422 duration_too_long");
  CHECK(code_for("9223372036854775808") == "400 out_of_range");
  CHECK(code_for("18446744073709551616") == "400 out_of_range");
  CHECK(code_for("-9223372036854775808") == "422 duration_must_be_positive");
  CHECK(code_for("-9223372036854775809") == "400 out_of_range");
  CHECK(code_for("123456789012345678901234567890") == "400 out_of_range");
  CHECK(code_for("0") == "422 duration_must_be_positive");
}

TEST_CASE("an amount that no 64 bits can hold is refused") {
  const NothingRecorded nothing;
  const auto answer = log_time_with("seconds", R"(86400,"rate":"922337203685477.5807","rate_reason":"edge")");
  CHECK(not_a_problem(answer, 422, "amount_too_large") == "");
}

TEST_CASE("text that is not UTF-8 is refused") {
  const NothingRecorded nothing;
  for (const char* text :
       {"\"\xff\"", "\"\xc0\xaf\"", "\"\xed\xa0\x80\"", "\"\xf4\x90\x80\x80\"", "\"\xe2\x82\"", R"("\ud800")"}) {
    const auto answer = log_time_with("seconds", "60,\"description\":" + std::string{text});
    CHECK(not_a_problem(answer, 400, "malformed") == "");
  }
}

TEST_CASE("a text beyond its bound is refused") {
  const NothingRecorded nothing;
  const auto answer = log_time_with("seconds", "60,\"description\":\"" + std::string(4001, 'x') + "\"");
  CHECK(faults_of(answer) == FaultList{{"/description", "too_long"}});
}

TEST_CASE("a body of 10 MB is refused before it is read") {
  const NothingRecorded nothing;
  const auto answer = log_time_with("seconds", "60,\"description\":\"" + std::string(10 << 20, 'x') + "\"");
  CHECK(not_a_problem(answer, 413, "body_too_large") == "");
}

TEST_CASE("an Idempotency-Key that is no id is refused") {
  const NothingRecorded nothing;
  auto client = shared_client();
  for (const char* key : {"a b", "key/1", "0123456789012345678901234567890123456789"}) {
    CAPTURE(key);
    CHECK(not_a_problem(client.command("LogTime", log_time("acme", 60), key), 400, "malformed") == "");
  }
}

TEST_CASE("a key used again with another body is refused, with the same body answered as the first time") {
  auto client = shared_client();
  const auto first = client.command("LogTime", log_time("acme", 60), "bad-input-1");
  REQUIRE(first.status == 200);
  const NothingRecorded nothing;
  CHECK(not_a_problem(client.command("LogTime", log_time("acme", 61), "bad-input-1"), 422, "idempotency_key_reused") == "");
  const auto again = client.command("LogTime", log_time("acme", 60), "bad-input-1");
  CHECK(again.status == 200);
  CHECK(again.body == first.body);
  CHECK(again.header("idempotency-replayed") == "true");
}

TEST_CASE("without a valid token nothing below /v1 answers") {
  const NothingRecorded nothing;
  const auto port = shared_server().port();
  auto wrong = shared_server().token();
  wrong.back() = wrong.back() == 'a' ? 'b' : 'a';
  for (const auto& token : {std::string{}, std::string{"nonsense"}, wrong, wrong + wrong, std::string(5000, 'x')}) {
    HttpClient client{port, token};
    for (const char* target : {"/v1/wip", "/v1/events", "/v1/practice", "/v1/nothing"}) {
      CAPTURE(token, target);
      CHECK(not_a_problem(client.get(target), 401, "unauthorized") == "");
    }
    CHECK(not_a_problem(client.command("LogTime", log_time("acme", 60)), 401, "unauthorized") == "");
  }
}

TEST_CASE("a socket with a wrong token hears nothing") {
  std::string outcome;
  try {
    LiveClient live{shared_server().port(), "nonsense"};
    live.send({{"subscribe", "events"}, {"id", 1}, {"from", 1}});
    const auto message = live.receive();
    outcome = message ? "message" : "closed " + std::to_string(live.close_code());
  } catch (const std::runtime_error& refused) {
    outcome = refused.what();
  }
  CAPTURE(outcome);
  CHECK(outcome != "message");
}

TEST_CASE("a message on the socket that is no request is refused without harm") {
  const auto answer_to = [](std::string_view text) {
    LiveClient live{shared_server().port(), shared_server().token()};
    live.send_text(text);
    const auto message = live.receive();
    return message ? std::string{"error "} + (message->as_object().contains("error") ? "yes" : "no")
                   : "closed " + std::to_string(live.close_code());
  };
  CHECK(answer_to("not json") == "closed 4400");
  CHECK(answer_to("[]") == "closed 4400");
  CHECK(answer_to(R"({"subscribe":"nothing","id":1})") == "error yes");
}

TEST_CASE("parameters that make no sense are refused") {
  auto client = shared_client();
  for (const char* target :
       {"/v1/wip?as_of=2026-02-30", "/v1/wip?by=colour", "/v1/wip?known_at=yesterday", "/v1/events?from=-1",
        "/v1/events?from=99999999999999999999", "/v1/entries?limit=0", "/v1/entries?cursor=!!", "/v1/time-totals?from=x"}) {
    CAPTURE(target);
    CHECK(not_a_problem(client.get(target), 400, "malformed") == "");
  }
  CHECK(not_a_problem(client.get("/v1/nothing"), 404, "not_found") == "");
}

TEST_CASE("a method that a path does not know is told apart from a path that does not exist") {
  auto client = shared_client();
  const auto answer = client.send({.method = "DELETE", .target = "/v1/wip", .headers = {}, .body = {}});
  CHECK(not_a_problem(answer, 405, "method_not_allowed") == "");
  CHECK(answer.header("allow") != "");
  CHECK(not_a_problem(client.get("/v1/commands/LogTime"), 405, "method_not_allowed") == "");
}

TEST_CASE("no path leads out of the folder of the web files") {
  auto client = shared_client();
  for (const char* target : {"/../../../../../../etc/passwd", "/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
                             "/..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd", "//etc/passwd", "/./../owner-token",
                             "/assets/../../owner-token", "/index.html%00.txt", "/..\\..\\etc\\passwd"}) {
    CAPTURE(target);
    const auto answer = client.get(target);
    CHECK((answer.status == 404 || answer.status == 400));
    CHECK(answer.body.find("root:") == std::string::npos);
    CHECK(answer.body.find(shared_server().token()) == std::string::npos);
  }
}

}  // namespace billtrail::test
