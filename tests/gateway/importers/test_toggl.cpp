// Toggl's detailed report: header by name, rows field by field, identities.
#include <sstream>

#include "gateway/importers/toggl.hpp"
#include "gateway/importers/toggl_rate.hpp"
#include "tests/support/catch.hpp"

using namespace billtrail;
using namespace billtrail::importers;

namespace {

const std::string header_line =
    "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (EUR)\n";

std::vector<RowStep> read_all(const std::string& text) {
  std::istringstream source(text);
  TogglRows rows(source);
  std::vector<RowStep> steps;
  for (;;) {
    steps.push_back(rows.next());
    if (std::holds_alternative<EndOfFile>(steps.back()) || std::holds_alternative<FileFault>(steps.back())) return steps;
  }
}

ImportedRow only_row(const std::string& text) {
  const auto steps = read_all(text);
  REQUIRE(steps.size() == 2);
  REQUIRE(std::holds_alternative<ImportedRow>(steps[0]));
  return std::get<ImportedRow>(steps[0]);
}

// The reason why the single row after the header is refused.
std::string refusal_of(const std::string& row) {
  const auto steps = read_all(header_line + row + "\n");
  const auto* refusal = std::get_if<RowRefusal>(&steps[0]);
  return refusal ? refusal->reason : "taken";
}

}  // namespace

TEST_CASE("a Toggl row is read whole") {
  const ImportedRow row = only_row("\xEF\xBB\xBF" + header_line +
                                   "Ann Lee,ann@example.com,Acme,Web site,Design,\"Wires, "
                                   "first\",Yes,2024-03-04,10:23:52,2024-03-04,11:23:53,01:00:01,\"ui, ux\",85.02\n");
  CHECK(row.line == 2);
  CHECK(row.user == "Ann Lee");
  CHECK(row.email == "ann@example.com");
  CHECK(row.client == "Acme");
  CHECK(row.project == "Web site");
  CHECK(row.task == "Design");
  CHECK(row.description == "Wires, first");
  CHECK(row.billable == Billable::yes);
  CHECK(row.work_date.text() == "2024-03-04");
  CHECK(row.local_start == LocalTime{*Date::parse("2024-03-04"), 37432});
  CHECK(row.local_end == LocalTime{*Date::parse("2024-03-04"), 41033});
  CHECK(row.seconds == Seconds{3601});
  CHECK(row.tags == std::vector<std::string>{"ui", "ux"});
  CHECK(row.rate == Decimal4{849964});  // 85.02 x 3600 / 3601 = 84.99638...
  CHECK(row.currency == Currency::parse("EUR"));
  CHECK(row.notes == std::vector<std::string_view>{"rate_from_amount"});
  CHECK(row.identity.size() == 32);
}

TEST_CASE("columns are found by name in any order, unknown ones are ignored, money columns may be absent or without a currency") {
  const ImportedRow row = only_row(
      "Duration;Start date;BILLABLE;Colour;description;Project;Client;User;Amount "
      "()\n00:30:00;2024-03-04;No;red;Mail;Web;Acme;Ann;0.00\n");
  CHECK(row.seconds == Seconds{1800});
  CHECK(row.client == "Acme");
  CHECK(row.task.empty());
  CHECK_FALSE(row.local_start);
  CHECK_FALSE(row.rate);
  CHECK_FALSE(row.currency);
  CHECK(row.notes == std::vector<std::string_view>{"without_clock_times"});
}

TEST_CASE("needed columns that are missing are reported all at once") {
  const auto steps = read_all("User,Project,Start time,Hours\nx\n");
  const auto& fault = std::get<FileFault>(steps.at(0));
  CHECK(fault.code == "columns_missing");
  CHECK(fault.detail == "Client, Description, Billable, Start date, Duration");
  CHECK(std::get<FileFault>(read_all("").at(0)).code == "file_empty");
}

TEST_CASE("a row that cannot be read is refused with one stable reason") {
  CHECK(refusal_of("Ann,,Acme,Web,,,Yes,2024-03-04,10:00:00,2024-03-04,11:00:00,01:00:00,,") == "taken");
  CHECK(refusal_of("Ann,,Acme,Web,,,Yes,\\N,,\\N,,01:00:00,,") == "start_date_unreadable");
  CHECK(refusal_of("Ann,,Acme,Web,,,Yes,03/04/2024,10:00:00,,,01:00:00,,") == "start_date_unreadable");
  CHECK(refusal_of("Ann,,Acme,Web,,,Yes,2023-02-29,10:00:00,,,01:00:00,,") == "start_date_unreadable");
  CHECK(refusal_of("Ann,,Acme,Web,,,Yes,0016-01-11 16:22:26,,0016-01-11 18:14:26,,01:52:00,,") == "start_date_out_of_range");
  CHECK(refusal_of("Ann,,Acme,Web,,,Yes,1989-12-31,,,,01:52:00,,") == "start_date_out_of_range");
  CHECK(refusal_of("Ann,,Acme,Web,,,Yes,2024-03-04,25:00:00,,,01:00:00,,") == "start_time_unreadable");
  CHECK(refusal_of("Ann,,Acme,Web,,,Yes,2024-03-04,10:00:00,,,one hour,,") == "duration_unreadable");
  CHECK(refusal_of("Ann,,Acme,Web,,,Maybe,2024-03-04,10:00:00,,,01:00:00,,") == "billable_unreadable");
  CHECK(refusal_of("Ann,,Acme,Web,,,Yes,2024-03-04,10:00:00,,,01:00:00,,lots") == "amount_unreadable");
  CHECK(refusal_of(",,Acme,Web,,,Yes,2024-03-04,10:00:00,,,01:00:00,,") == "user_missing");
  CHECK(refusal_of("Ann,,Acme,Web,,,Yes,2024-03-04") == "fields_missing");
  CHECK(refusal_of("Ann,,Acme,Web,,,Yes,2024-03-04,10:00:00,,,01:00:00,,,extra") == "fields_too_many");
  CHECK(refusal_of("Ann,,Acme \xE9,Web,,,Yes,2024-03-04,10:00:00,,,01:00:00,,") == "text_not_utf8");
  CHECK(refusal_of("Ann,," + std::string(201, 'a') + ",Web,,,Yes,2024-03-04,10:00:00,,,01:00:00,,") == "name_too_long");
  CHECK(refusal_of("Ann,,Acme,Web,," + std::string(4001, 'a') + ",Yes,2024-03-04,10:00:00,,,01:00:00,,") ==
        "description_too_long");
  CHECK(refusal_of("Ann,,Acme,Web,,,Yes,2024-03-04,10:00:00,,,01:00:00," + std::string(61, 'a') + ",") == "tag_too_long");
}

TEST_CASE("rows of no length and rows without a client are kept and noted; non-billable rows carry no rate") {
  const auto steps = read_all(header_line +
                              "Ann,,,Web,,Read,Yes,2024-03-04,10:00:00,2024-03-04,10:00:00,00:00:00,,10.00\n"
                              "Ann,,Acme,Web,,Read,No,2024-03-04,10:00:00,broken,,01:00:00,,10.00\n");
  const auto& internal = std::get<ImportedRow>(steps.at(0));
  CHECK(internal.notes == std::vector<std::string_view>{"zero_duration", "internal_without_client"});
  CHECK_FALSE(internal.rate);
  const auto& free_of_charge = std::get<ImportedRow>(steps.at(1));
  CHECK(free_of_charge.notes == std::vector<std::string_view>{"end_from_duration"});
  CHECK_FALSE(free_of_charge.rate);
}

TEST_CASE("equal rows of a file are told apart, and overlapping files give the same identities") {
  const std::string row = "Ann,,Acme,Web,,Read,No,2024-03-04,10:00:00,2024-03-04,11:00:00,01:00:00,,\n";
  const std::string other = "Ann,,Acme,Web,,Write,No,2024-03-04,10:00:00,2024-03-04,11:00:00,01:00:00,,\n";
  const auto twice = read_all(header_line + row + other + row);
  const auto later = read_all(header_line + other + row);
  const auto identity = [](const RowStep& step) { return std::get<ImportedRow>(step).identity; };
  CHECK(identity(twice[0]) != identity(twice[2]));
  CHECK(identity(later[0]) == identity(twice[1]));
  CHECK(identity(later[1]) == identity(twice[0]));
}

TEST_CASE("an identity is the same for ever") {
  const auto steps =
      read_all("User,Client,Project,Description,Billable,Start date,Duration\nAnn,Acme,Web,Read,No,2024-03-04,01:00:00\n");
  CHECK(std::get<ImportedRow>(steps.at(0)).identity == "7d529e2904f8279654ef1181e596676d");
}

TEST_CASE("the Rate column counts; else the rate is amount over duration, rounded once to four decimals") {
  struct Case {
    const char* rate;
    const char* amount;
    std::int64_t seconds;
    TogglRateOrigin origin;
    std::int64_t ten_thousandths;
  };
  const std::vector<Case> cases{
      {"85.00", "1.00", 3600, TogglRateOrigin::rate_column, 850000},
      {"", "85.00", 3600, TogglRateOrigin::amount_column, 850000},
      {"", "100.00", 5400, TogglRateOrigin::amount_column, 666667},
      {"-", "0.00", 3600, TogglRateOrigin::none, 0},
      {"", "", 3600, TogglRateOrigin::none, 0},
      {"", "10.00", 0, TogglRateOrigin::none, 0},
      {"0.00", "10.00", 3600, TogglRateOrigin::amount_column, 100000},
      {"abc", "", 3600, TogglRateOrigin::unreadable, 0},
  };
  for (const Case& one : cases) {
    CAPTURE(one.rate, one.amount, one.seconds);
    const TogglRate rate = toggl_rate(one.rate, one.amount, Seconds{one.seconds});
    CHECK(rate.origin == one.origin);
    CHECK(rate.per_hour.ten_thousandths == one.ten_thousandths);
  }
}
