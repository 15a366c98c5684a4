// Reading questions: every fault at once, defaults, and the cursor's text.
#include "tests/projections/history.hpp"

namespace billtrail::testing {
namespace {

const Asked asked{Date{20543}, Instant{}};

// "parameter:code" for each fault.
std::string faults(std::string_view model, const Parameters& parameters) {
  std::string text;
  for (const QuestionFault& fault : read_question(model, parameters, asked).faults) text += fault.parameter + ":" + fault.code + " ";
  return text;
}

}  // namespace

TEST_CASE("a question reads all its parameters") {
  const Question q = ask("time-totals", {{"as_of", "2026-03-01"}, {"from", "2026-01-01"}, {"to", "2026-02-01"}, {"by", "client,week"},
                                         {"client", "acme"}, {"project", "p"}, {"campaign", "c"}, {"task", "t"}, {"service", "s"},
                                         {"member", "ana"}, {"category", "ad_hoc"}, {"review", "needed"}, {"removed", "true"},
                                         {"known_at", "41"}, {"at_least", "42"}, {"format", "csv"}, {"practice", "main"}});
  CHECK(q.day() == day("2026-03-01"));
  CHECK(q.from == day("2026-01-01"));
  CHECK(q.to == day("2026-02-01"));
  CHECK(q.by == std::vector{Dimension::client, Dimension::week});
  CHECK(q.client == id<ClientId>("acme"));
  CHECK(q.project == id<ProjectId>("p"));
  CHECK(q.campaign == id<CampaignId>("c"));
  CHECK(q.task == id<TaskId>("t"));
  CHECK(q.service == id<ServiceId>("s"));
  CHECK(q.member == id<MemberId>("ana"));
  CHECK(q.category == Category::ad_hoc);
  CHECK(q.review == Review::needed);
  CHECK(q.removed);
  CHECK(q.known_at == KnownAt{Position{41}});
  CHECK(q.at_least == Position{42});
  CHECK(q.format == AnswerFormat::csv);
  CHECK(ask("wip", {{"known_at", "2026-03-01T00:00:00Z"}}).known_at == KnownAt{at("2026-03-01T00:00:00Z")});
  CHECK(ask("wip-movement", {{"opening_known_at", "7"}}).opening == KnownAt{Position{7}});
}

TEST_CASE("what a question leaves open has a default") {
  CHECK(ask("wip").by == std::vector{Dimension::client});
  CHECK(ask("time-totals").by == std::vector{Dimension::client, Dimension::month});
  CHECK(ask("utilisation").by == std::vector{Dimension::member});
  CHECK(ask("entries").limit == 50);
  CHECK(ask("wip").day() == day("2026-03-31"));
  CHECK(ask("wip").as_of == std::nullopt);
}

TEST_CASE("all faults of a question are told at once") {
  CHECK(faults("entries", {{"from", "2026-02-30"}, {"client", "a b"}, {"category", "free"}, {"review", ""}, {"removed", "yes"},
                           {"limit", "0"}, {"cursor", "x"}, {"nonsense", "1"}, {"known_at", "soon"}, {"at_least", "-1"}, {"format", "xml"},
                           {"by", "client"}}) ==
        "from:bad_date client:bad_id category:bad_value review:bad_value removed:bad_value limit:bad_number cursor:bad_value "
        "nonsense:unknown_parameter known_at:bad_value at_least:bad_number format:bad_value by:unknown_parameter ");
}

TEST_CASE("a parameter may be given only once, and from may not be later than to") {
  CHECK(faults("entries", {{"client", "a"}, {"client", "b"}}) == "client:repeated_parameter ");
  CHECK(faults("entries", {{"from", "2026-02-02"}, {"to", "2026-02-01"}}) == "from:from_after_to ");
  CHECK(faults("entries", {{"from", "2026-02-01"}, {"to", "2026-02-01"}}).empty());
  CHECK(faults("utilisation", {{"from", "1950-01-01"}, {"to", "2026-02-01"}}) == "from:period_too_long ");
}

TEST_CASE("each model takes its own dimensions only") {
  CHECK(faults("wip", {{"by", "client,month"}}).empty());
  CHECK(faults("wip", {{"by", "task"}}) == "by:bad_dimension ");
  CHECK(faults("wip", {{"by", "client,client"}}) == "by:bad_dimension ");
  CHECK(faults("wip", {{"by", "client,,x"}}) == "by:bad_dimension by:bad_dimension ");
  CHECK(faults("wip", {{"by", ""}}) == "by:bad_dimension ");
  CHECK(faults("wip-movement", {{"by", "month"}}) == "by:bad_dimension ");
  CHECK(faults("utilisation", {{"by", "team"}}).empty());
  CHECK(faults("time-totals", {{"by", "team"}}) == "by:bad_dimension ");
  CHECK(faults("time-totals", {{"by", "client,project,campaign,task,service,member,category,day,week,month"}}).empty());
}

TEST_CASE("limits have edges") {
  CHECK(faults("entries", {{"limit", "1"}}).empty());
  CHECK(faults("entries", {{"limit", "200"}}).empty());
  CHECK(faults("entries", {{"limit", "201"}}) == "limit:bad_number ");
  CHECK(faults("entries", {{"limit", "99999999999999999999"}}) == "limit:bad_number ");
  CHECK(faults("entries", {{"limit", "5x"}}) == "limit:bad_number ");
}

TEST_CASE("a cursor reads back from its text, also with underscores in the id") {
  const Cursor with{day("2026-03-01"), at("2026-03-01T10:00:00Z"), id<EntryId>("a_b_c")};
  CHECK(with.text() == "2026-03-01_1772359200000000_a_b_c");
  CHECK(Cursor::parse(with.text())->text() == with.text());
  const Cursor without{day("2026-03-01"), {}, id<EntryId>("e")};
  CHECK(without.text() == "2026-03-01_-_e");
  CHECK(Cursor::parse(without.text())->start == std::nullopt);
  for (const char* wrong : {"", "_", "__", "2026-03-01", "2026-03-01_-_", "2026-03-01_x_e", "2026-02-30_-_e", "2026-03-01_1z_e"}) {
    CHECK(Cursor::parse(wrong) == std::nullopt);
  }
}

}  // namespace billtrail::testing
