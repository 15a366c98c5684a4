// Commands by name.
#include "gateway/json/command_names.hpp"

#include "tests/gateway/json_faults.hpp"
#include "tests/support/catch.hpp"

using namespace billtrail;
using test::faults_of;

namespace {

std::string again(std::string_view name, std::string_view text) {
  const auto command = read_command(name, text);
  if (!command) return faults_of(command);
  std::string out(command_name(*command));
  write_command(out += ' ', *command, nothing_opens());
  return out;
}

}  // namespace

TEST_CASE("every command and event has the name of its type") {
  CHECK(command_names().size() == std::variant_size_v<AnyCommand>);
  CHECK(command_names().front() == "OpenPractice");
  CHECK(command_names().back() == "IssueInvoices");
  CHECK(command_name(LogTime{}) == "LogTime");
  CHECK(command_index("LogTime") == Command(LogTime{}).index());
  CHECK(event_names().front() == "PracticeOpened");
  CHECK(event_name(TimeLogged{}) == "TimeLogged");
  CHECK(event_index("RunCarriedOut") == std::variant_size_v<AnyEvent> - 1);
  CHECK(!event_index("Nothing"));
}

TEST_CASE("a command is read by its name") {
  CHECK(again("LogTime", R"({"member":"ana","client":"acme","date":"2026-03-01","seconds":5400,"description":"Fixed the é",
                             "rate":"120.5","local_start":"2026-03-01T09:00","tags":["seo"],"source":{"system":"toggl","row":"1"}})") ==
        R"(LogTime {"member":"ana","client":"acme","description":"Fixed the é","tags":["seo"],"date":"2026-03-01","seconds":5400,)"
        R"("local_start":"2026-03-01T09:00:00","rate":"120.5000","source":{"system":"toggl","row":"1"}})");
  CHECK(again("ChangePractice", R"({"ageing_edges":[30,60],"selector_order":["member","role"],"overlaps":"refused"})") ==
        R"(ChangePractice {"overlaps":"refused","ageing_edges":[30,60],"selector_order":["member","role"]})");
  CHECK(again("Archive", R"({"noun":"client","id":"acme"})") == R"(Archive {"noun":"client","id":"acme"})");
}

TEST_CASE("an unknown command gets the nearest name") {
  CHECK(faults_of(read_command("LogTimee", "{}")) == " unknown_command: There is no command of this name. Did you mean \"LogTime\"?\n");
  CHECK(faults_of(read_command("Frobnicate", "{}")) == " unknown_command: There is no command of this name.\n");
}

TEST_CASE("faults in a list of commands carry the whole pointer") {
  CHECK(again("LogTimes", R"({"entries":[{"member":"ana"},{"member":"a b","catgory":"project"}]})") ==
        "/entries/1/member wrong_format: \"a b\" is not an id. (1 to 39 characters out of A-Z a-z 0-9 . _ -)\n"
        "/entries/1/catgory unknown_field: There is no field of this name here. Did you mean \"category\"? (one of entry, member, client, "
        "engagement, project, campaign, task, service, category, description, tags, date, seconds, start, end, local_start, local_end, "
        "zone, rate, currency, rate_reason, source, category_reason)\n");
  const auto document = JsonDocument::parse(R"([{"until":"2026-13-01"}])");
  CHECK(faults_of(read_command("LockPeriod", document->root().first(), "/0")) ==
        "/0/until wrong_format: \"2026-13-01\" is not a date. (a date as YYYY-MM-DD, from 1900 to 2199)\n");
}

TEST_CASE("no more entries than the limit are read at once") {
  std::string entries;
  for (std::size_t i = 0; i <= log_times_entries_max; ++i) entries += std::string(i == 0 ? "" : ",") + R"({"member":"ana"})";
  CHECK(again("LogTimes", "{\"entries\":[" + entries + "]}") == "/entries too_many: The list is too long. (at most 500 elements)\n");
}
