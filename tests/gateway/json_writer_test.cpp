// Writing JSON by hand and from descriptions.
#include "gateway/json/write.hpp"

#include "domain/event.hpp"
#include "gateway/json/command_names.hpp"
#include "tests/support/catch.hpp"

using namespace billtrail;

namespace {

const OpenPersonal open_anas = [](const Personal& sealed) -> std::optional<std::string> {
  if (sealed.subject != "ana") return std::nullopt;
  return "opened " + sealed.bytes;
};

TimeLogged logged() {
  TimeLogged event;
  event.entry = *EntryId::parse("e-1");
  event.facts.member = *MemberId::parse("ana");
  event.facts.work.client = ClientId::parse("acme");
  event.facts.work.category = Category::ad_hoc;
  event.facts.span = {*Date::parse("2026-03-01"), Seconds{5400}, Instant::parse("2026-03-01T09:00:00Z"), {}, "Europe/Tallinn", {}};
  event.facts.agreed = AppliedRate{{Decimal4{1'205'000}, *Currency::parse("EUR"), Seconds{3600}}, RateOrigin::rule, RateRuleId::parse("r-1")};
  event.description = Personal{"ana", "sealed"};
  event.tags = {"a \"b\"", "c"};
  return event;
}

}  // namespace

TEST_CASE("an event is written in the order of its fields, without absent ones and empty lists") {
  std::string out;
  write_json(out, logged(), open_anas);
  CHECK(out ==
        R"({"entry":"e-1","facts":{"member":"ana","work":{"client":"acme","category":"ad_hoc"},)"
        R"("span":{"work_date":"2026-03-01","seconds":5400,"start":"2026-03-01T09:00:00Z","zone":"Europe/Tallinn"},)"
        R"("rounding":{"mode":"none","increment":60,"minimum":0,"grace":0,"scope":"entry"},)"
        R"("agreed":{"price":{"amount":"120.5000","currency":"EUR","per":3600},"origin":"rule","rule":"r-1"},"review":"not_needed"},)"
        R"("description":"opened sealed","tags":["a \"b\"","c"],"rate_reason":"","category_reason":"","adjust_reason":""})");
}

TEST_CASE("an empty list inside an optional is written: it says that the list was emptied") {
  TimeEntryCorrected event;
  event.entry = *EntryId::parse("e-1");
  event.tags.emplace();
  std::string out;
  write_event(out, event, nothing_opens());
  CHECK(out.find(R"(,"tags":[],)") != std::string::npos);
}

TEST_CASE("erased text is null, and text that was never sealed stands as it is") {
  std::string out;
  write_json(out, Personal{"bob", "sealed"}, open_anas);
  out += ' ';
  write_json(out, Personal{"", "Zoë"}, open_anas);
  out += ' ';
  write_json(out, Personal{"ana", "x"});
  CHECK(out == R"(null "Zoë" null)");
}

TEST_CASE("what JSON escapes is escaped, and nothing else") {
  std::string out;
  write_json(out, std::string("\" \\ / \b\f\n\r\t \x01\x1f\x7f é 😀 ") + std::string(1, '\0'));
  CHECK(out == "\"\\\" \\\\ / \\b\\f\\n\\r\\t \\u0001\\u001f\x7f é 😀 \\u0000\"");
}

TEST_CASE("the writer puts commas and colons where they belong") {
  std::string out;
  JsonWriter json(out);
  json.begin_array().begin_object().end_object().begin_array().end_array();
  json.begin_object().field("a", 1).field("b", "x").field("c", true).key("d").null();
  json.field_if("e", std::optional<Date>()).field_if("f", Date::parse("2026-03-01")).field("g", std::optional<Seconds>());
  json.key("h").begin_array().value(Money{-5, *Currency::parse("JPY")}).value(std::vector<std::int32_t>{}).value(std::string("s")).end_array();
  json.key("i\n").raw("{\"k\":1}").field("j", Position{42}).field("k", Category::non_billable).end_object();
  json.value(std::int64_t{INT64_MIN}).value(std::uint64_t{UINT64_MAX}).value(std::string_view("v")).end_array();
  CHECK(out ==
        R"([{},[],{"a":1,"b":"x","c":true,"d":null,"f":"2026-03-01","g":null,"h":[{"minor":-5,"currency":"JPY"},[],"s"],)"
        R"("i\n":{"k":1},"j":42,"k":"non_billable"},-9223372036854775808,18446744073709551615,"v"])");
}
