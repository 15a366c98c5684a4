// Reading described structs: every fault at once, each with its place.
#include <boost/describe.hpp>

#include "gateway/json/read.hpp"
#include "tests/gateway/json_faults.hpp"
#include "tests/support/catch.hpp"

namespace billtrail::test {

BOOST_DEFINE_ENUM_CLASS(Colour, red, dark_green, blue)

struct Wheel {
  std::int32_t size;
  std::optional<std::string> note;
  friend bool operator==(const Wheel&, const Wheel&) = default;
};
BOOST_DESCRIBE_STRUCT(Wheel, (), (size, note))

struct Car {
  std::string name;
  Colour colour;
  bool sold;
  std::optional<std::int64_t> seconds;
  std::vector<Wheel> wheels;
  std::optional<std::vector<std::string>> tags;
  Wheel spare;
  friend bool operator==(const Car&, const Car&) = default;
};
BOOST_DESCRIBE_STRUCT(Car, (), (name, colour, sold, seconds, wheels, tags, spare))

}  // namespace billtrail::test

using namespace billtrail;
using test::Car;
using test::Colour;
using test::faults_of;
using test::Wheel;

TEST_CASE("a complete object is read in any order of its fields") {
  const auto car = read_json<Car>(R"({"spare":{"size":3},"wheels":[{"size":1,"note":"flat"},{"size":2}],"tags":["a","b"],
                                      "seconds":90,"sold":true,"colour":"dark_green","name":"Isetta \u00e9"})");
  REQUIRE(car);
  CHECK(*car == Car{"Isetta é", Colour::dark_green, true, 90, {{1, "flat"}, {2, {}}}, {{"a", "b"}}, {3, {}}});
}

TEST_CASE("null is the same as leaving an optional field out, and lists may be missing") {
  const Car bare{"x", Colour::red, false, {}, {}, {}, {1, {}}};
  CHECK(*read_json<Car>(R"({"name":"x","colour":"red","sold":false,"spare":{"size":1}})") == bare);
  CHECK(*read_json<Car>(R"({"name":"x","colour":"red","sold":false,"seconds":null,"tags":null,"spare":{"size":1,"note":null}})") == bare);
}

TEST_CASE("an empty list is not the same as none") {
  CHECK(read_json<Car>(R"({"name":"x","colour":"red","sold":false,"tags":[],"spare":{"size":1}})")->tags == std::vector<std::string>{});
}

TEST_CASE("all faults are told at once") {
  CHECK(faults_of(read_json<Car>(R"({"nmae":"x","colour":"green","sold":"yes","seconds":90.0,
                                     "wheels":[{"size":1},{"size":2147483648},7],"tags":["a",5],"spare":{"size":null,"x/y~":1}})")) ==
        "/nmae unknown_field: There is no field of this name here. Did you mean \"name\"? (one of name, colour, sold, seconds, wheels, tags, spare)\n"
        "/colour unknown_name: \"green\" is not a known name. (one of red, dark_green, blue)\n"
        "/sold wrong_type: This is a string, not what is expected here. (true or false)\n"
        "/seconds not_an_integer: Written with a point or an exponent. (an integer)\n"
        "/wheels/1/size out_of_range: The integer is too large. (an integer of 32 bits)\n"
        "/wheels/2 wrong_type: This is an integer, not what is expected here. (an object)\n"
        "/tags/1 wrong_type: This is an integer, not what is expected here. (a string)\n"
        "/spare/size missing_field: This field is needed; null is not a value.\n"
        "/spare/x~1y~0 unknown_field: There is no field of this name here. (one of size, note)\n"
        "/name missing_field: This field is needed.\n");
}

TEST_CASE("a duplicate name is a fault beside the others") {
  CHECK(faults_of(read_json<Wheel>(R"({"size":1,"size":"2","extra":1})")) ==
        "/size duplicate_field: The name comes more than once. (each name once)\n"
        "/extra unknown_field: There is no field of this name here. (one of size, note)\n");
}

TEST_CASE("an integer is only what is written as one") {
  const auto fault = [](const char* size) { return faults_of(read_json<Wheel>("{\"size\":" + std::string(size) + "}")); };
  CHECK(fault("90") == "read without a fault\n");
  CHECK(fault("90.0") == "/size not_an_integer: Written with a point or an exponent. (an integer)\n");
  CHECK(fault("9e1") == "/size not_an_integer: Written with a point or an exponent. (an integer)\n");
  CHECK(fault("\"90\"") == "/size wrong_type: This is a string, not what is expected here. (an integer)\n");
  CHECK(fault("true") == "/size wrong_type: This is a boolean, not what is expected here. (an integer)\n");
  CHECK(fault("-2147483648") == "read without a fault\n");
  CHECK(fault("-2147483649") == "/size out_of_range: The integer is too large. (an integer of 32 bits)\n");
  CHECK(fault("18446744073709551615") == "/size out_of_range: The integer is too large. (an integer of 64 bits)\n");
}

TEST_CASE("64-bit edges are exact") {
  const auto seconds = [](std::string_view number) {
    return read_json<Car>(R"({"name":"x","colour":"red","sold":false,"spare":{"size":1},"seconds":)" + std::string(number) + "}");
  };
  CHECK(seconds("9223372036854775807")->seconds == INT64_MAX);
  CHECK(seconds("-9223372036854775808")->seconds == INT64_MIN);
  CHECK(seconds("9007199254740993")->seconds == 9007199254740993);
  CHECK(faults_of(seconds("9223372036854775808")) == "/seconds out_of_range: The integer is too large. (an integer of 64 bits)\n");
}

TEST_CASE("something else than an object is one fault about the whole") {
  CHECK(faults_of(read_json<Car>("[1]")) == " wrong_type: This is an array, not what is expected here. (an object)\n");
  CHECK(faults_of(read_json<Car>("{")) == " broken_json: Not JSON at line 1, column 2: the text ends too early. (JSON in UTF-8)\n");
}

TEST_CASE("lengths are counted in characters, not in bytes") {
  const auto with_name = [](std::size_t characters) {
    std::string name;
    for (std::size_t i = 0; i < characters; ++i) name += "é";
    return read_json<Car>(R"({"name":")" + name + R"(","colour":"red","sold":false,"spare":{"size":1}})");
  };
  CHECK(with_name(name_characters_max).ok());
  CHECK(faults_of(with_name(name_characters_max + 1)) == "/name too_long: The text is too long. (at most 200 characters)\n");
}

TEST_CASE("tags are bounded in number and in length") {
  const auto with_tags = [](std::size_t count, std::size_t characters) {
    std::string tags;
    for (std::size_t i = 0; i < count; ++i) tags += (i == 0 ? "\"" : ",\"") + std::string(characters, 't') + "\"";
    return read_json<Car>(R"({"name":"x","colour":"red","sold":false,"spare":{"size":1},"tags":[)" + tags + "]}");
  };
  CHECK(with_tags(tags_max, tag_characters_max).ok());
  CHECK(faults_of(with_tags(tags_max + 1, 1)) == "/tags too_many: The list is too long. (at most 50 elements)\n");
  CHECK(faults_of(with_tags(1, tag_characters_max + 1)) == "/tags/0 too_long: The text is too long. (at most 60 characters)\n");
}

TEST_CASE("the list of faults is bounded") {
  std::string many = "{\"size\":1";
  for (int i = 0; i < 1000; ++i) many += ",\"u" + std::to_string(i) + "\":1";
  CHECK(read_json<Wheel>(many + "}").faults().size() == json_faults_max);
}

TEST_CASE("a value inside a document is read with pointers of the whole") {
  const auto document = JsonDocument::parse(R"([{"size":1},{"size":"x"}])");
  CHECK(read_json<Wheel>(document->root().first())->size == 1);
  CHECK(faults_of(read_json<Wheel>(document->root().first().next(), "/1")) ==
        "/1/size wrong_type: This is a string, not what is expected here. (an integer)\n");
}
