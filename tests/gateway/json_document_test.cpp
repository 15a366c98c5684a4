// What is JSON and what is not, and where it stops being JSON.
#include "gateway/json/document.hpp"

#include "gateway/json/bounds.hpp"
#include "tests/gateway/json_faults.hpp"
#include "tests/support/catch.hpp"

using namespace billtrail;
using test::faults_of;

namespace {

std::string code_of(std::string_view text) {
  const auto document = JsonDocument::parse(text);
  return document ? "fine" : std::string(document.faults().front().code);
}

}  // namespace

TEST_CASE("broken JSON is refused with offset, line and column") {
  const auto document = JsonDocument::parse("{\"a\": 1,\n \"b\": tru }");
  REQUIRE(!document);
  REQUIRE(document.faults().size() == 1);
  const JsonFault& fault = document.faults().front();
  CHECK(fault.code == "broken_json");
  CHECK(fault.pointer.empty());
  CHECK(fault.message == "Not JSON at line 2, column 7: syntax error.");
  CHECK(fault.place == JsonPlace{15, 2, 7});
}

TEST_CASE("a text that ends too early says so") {
  CHECK(faults_of(JsonDocument::parse("{\"a\":")) == " broken_json: Not JSON at line 1, column 6: the text ends too early. (JSON in UTF-8)\n");
  CHECK(faults_of(JsonDocument::parse("")) == " broken_json: Not JSON at line 1, column 1: the text ends too early. (JSON in UTF-8)\n");
}

TEST_CASE("only strict JSON is JSON") {
  for (const char* text : {"{\"a\":1,}", "[1,]", "{a:1}", "{'a':1}", "// note\n1", "1 /* note */", "01", "+1", "0x10", "NaN", "Infinity",
                           "1 2", "{} {}", "\"\t\"", "\"\\x\"", ".5", "5.", "nul", "\xEF\xBB\xBF{}"}) {
    INFO(text);
    CHECK(code_of(text) == "broken_json");
  }
}

TEST_CASE("invalid UTF-8 is refused, in names and in strings") {
  for (const char* text : {"\"\xFF\"", "\"\xC0\xAF\"", "\"\xED\xA0\x80\"", "\"\xF5\x80\x80\x80\"", "\"\xE2\x82\"", "{\"\xFF\":1}", "\"\\ud800\""}) {
    INFO(text);
    CHECK(code_of(text) == "broken_json");
  }
  CHECK(JsonDocument::parse("\"\xE2\x82\xAC \\u20ac \\ud83d\\ude00\"")->root().string() == "\xE2\x82\xAC \xE2\x82\xAC \xF0\x9F\x98\x80");
}

TEST_CASE("nesting is bounded") {
  const std::string deepest = std::string(json_depth_max, '[') + std::string(json_depth_max, ']');
  CHECK(code_of(deepest) == "fine");
  CHECK(code_of("[" + deepest + "]") == "too_deep");
  CHECK(code_of(std::string(100'000, '[')) == "too_deep");
}

TEST_CASE("every name that comes twice is reported once, with its place") {
  CHECK(faults_of(JsonDocument::parse(R"({"a":1,"b":[0,{"c":1,"c/d":2,"c":3,"c":4}],"a":2})")) ==
        "/b/1/c duplicate_field: The name comes more than once. (each name once)\n"
        "/a duplicate_field: The name comes more than once. (each name once)\n");
}

TEST_CASE("names are equal when they are after unescaping") {
  CHECK(faults_of(JsonDocument::parse(R"({"a~b/c":1,"\u0061~b\/c":2})")) ==
        "/a~0b~1c duplicate_field: The name comes more than once. (each name once)\n");
}

TEST_CASE("a number is an integer only when it is written as one") {
  const auto kind = [](const char* text) { return JsonDocument::parse(text)->root().kind(); };
  CHECK(kind("90") == JsonKind::integer);
  CHECK(kind("-0") == JsonKind::integer);
  CHECK(kind("90.0") == JsonKind::number);
  CHECK(kind("9e1") == JsonKind::number);
  CHECK(kind("9E+1") == JsonKind::number);
  CHECK(kind("9223372036854775807") == JsonKind::integer);
  CHECK(kind("9223372036854775808") == JsonKind::large_integer);
  CHECK(kind("-9223372036854775808") == JsonKind::integer);
  CHECK(kind("-9223372036854775809") == JsonKind::large_integer);
  CHECK(kind("18446744073709551616") == JsonKind::large_integer);
  CHECK(JsonDocument::parse("-9223372036854775808")->root().integer() == INT64_MIN);
}

TEST_CASE("a document is walked by name and by order") {
  const auto document = JsonDocument::parse(R"({"a":[1,[2,3],"x"],"b":null,"":true})");
  REQUIRE(document);
  const JsonValue root = document->root();
  CHECK(root.size() == 3);
  const JsonValue list = *root.find("a");
  CHECK(list.size() == 3);
  CHECK(list.first().integer() == 1);
  CHECK(list.first().next().size() == 2);
  CHECK(list.first().next().next().string() == "x");
  CHECK(root.find("b")->is(JsonKind::null));
  CHECK(root.find("")->boolean());
  CHECK(!root.find("c"));
}
