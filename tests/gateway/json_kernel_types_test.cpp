// The kernel's types in JSON: one spelling each, nothing else.
#include <boost/describe.hpp>

#include "gateway/json/read.hpp"
#include "gateway/json/write.hpp"
#include "tests/gateway/json_faults.hpp"
#include "tests/support/catch.hpp"

namespace billtrail::test {

template <class T>
struct Holder {
  T v;
};
BOOST_DESCRIBE_STRUCT(Holder<ClientId>, (), (v))
BOOST_DESCRIBE_STRUCT(Holder<Currency>, (), (v))
BOOST_DESCRIBE_STRUCT(Holder<Decimal4>, (), (v))
BOOST_DESCRIBE_STRUCT(Holder<Money>, (), (v))
BOOST_DESCRIBE_STRUCT(Holder<Seconds>, (), (v))
BOOST_DESCRIBE_STRUCT(Holder<Instant>, (), (v))
BOOST_DESCRIBE_STRUCT(Holder<Date>, (), (v))
BOOST_DESCRIBE_STRUCT(Holder<LocalTime>, (), (v))
BOOST_DESCRIBE_STRUCT(Holder<Personal>, (), (v))

// What reading gives, written again; or its faults.
template <class T>
std::string through(std::string_view json) {
  const auto holder = read_json<Holder<T>>("{\"v\":" + std::string(json) + "}");
  if (!holder) return faults_of(holder);
  std::string out;
  write_json(out, holder->v);
  return out;
}

}  // namespace billtrail::test

using namespace billtrail;
using test::through;

TEST_CASE("an id is 1 to 39 harmless characters") {
  CHECK(through<ClientId>("\"acme-1._A\"") == "\"acme-1._A\"");
  CHECK(through<ClientId>("\"" + std::string(39, 'a') + "\"") == "\"" + std::string(39, 'a') + "\"");
  CHECK(through<ClientId>("\"a b\"") == "/v wrong_format: \"a b\" is not an id. (1 to 39 characters out of A-Z a-z 0-9 . _ -)\n");
  CHECK(through<ClientId>("\"\"") == "/v wrong_format: \"\" is not an id. (1 to 39 characters out of A-Z a-z 0-9 . _ -)\n");
  CHECK(through<ClientId>("\"" + std::string(100, 'a') + "\"") ==
        "/v wrong_format: \"" + std::string(60, 'a') + "...\" is not an id. (1 to 39 characters out of A-Z a-z 0-9 . _ -)\n");
  CHECK(through<ClientId>("5") == "/v wrong_type: This is an integer, not what is expected here. (1 to 39 characters out of A-Z a-z 0-9 . _ -)\n");
}

TEST_CASE("a currency is a code of ISO 4217") {
  CHECK(through<Currency>("\"EUR\"") == "\"EUR\"");
  CHECK(through<Currency>("\"eur\"") == "/v wrong_format: \"eur\" is not a currency. (a currency code of ISO 4217 such as \"EUR\")\n");
}

TEST_CASE("a decimal is a string with at most four decimals, or an integer") {
  CHECK(through<Decimal4>("\"120.50\"") == "\"120.5000\"");
  CHECK(through<Decimal4>("\"-0.0001\"") == "\"-0.0001\"");
  CHECK(through<Decimal4>("120") == "\"120.0000\"");
  const std::string expected = " (a decimal in a string, such as \"120.50\", with at most four decimals)\n";
  CHECK(through<Decimal4>("120.5") == "/v wrong_type: This is a number with a point or exponent, not what is expected here." + expected);
  CHECK(through<Decimal4>("\"1.23456\"") == "/v wrong_format: \"1.23456\" is not a decimal." + expected);
  CHECK(through<Decimal4>("922337203685477") == "\"922337203685477.0000\"");
  CHECK(through<Decimal4>("922337203685478") == "/v out_of_range: The decimal is too large." + expected);
  CHECK(through<Decimal4>("9223372036854775808") == "/v out_of_range: The decimal is too large." + expected);
}

TEST_CASE("money is minor units and a currency") {
  CHECK(through<Money>(R"({"currency":"EUR","minor":-12050})") == R"({"minor":-12050,"currency":"EUR"})");
  CHECK(through<Money>(R"({"minor":120.5,"curency":"EUR"})") ==
        "/v/minor not_an_integer: Written with a point or an exponent. (an integer)\n"
        "/v/curency unknown_field: There is no field of this name here. Did you mean \"currency\"? (one of minor, currency)\n"
        "/v/currency missing_field: This field is needed.\n");
}

TEST_CASE("durations are integers of seconds") {
  CHECK(through<Seconds>("5400") == "5400");
  CHECK(through<Seconds>("\"1:30\"") == "/v wrong_type: This is a string, not what is expected here. (an integer)\n");
}

TEST_CASE("an instant is RFC 3339 with any offset, written in UTC") {
  CHECK(through<Instant>("\"2026-03-01T10:30:00+01:00\"") == "\"2026-03-01T09:30:00Z\"");
  CHECK(through<Instant>("\"2026-03-01T09:30\"") ==
        "/v wrong_format: \"2026-03-01T09:30\" is not an instant. (an instant of RFC 3339 such as \"2026-03-01T09:30:00Z\")\n");
}

TEST_CASE("a date is a day that exists, as YYYY-MM-DD") {
  CHECK(through<Date>("\"2028-02-29\"") == "\"2028-02-29\"");
  CHECK(through<Date>("\"2026-02-29\"") == "/v wrong_format: \"2026-02-29\" is not a date. (a date as YYYY-MM-DD, from 1900 to 2199)\n");
  CHECK(through<Date>("20260301") == "/v wrong_type: This is an integer, not what is expected here. (a date as YYYY-MM-DD, from 1900 to 2199)\n");
}

TEST_CASE("a clock's reading has a date and a time, with or without seconds") {
  CHECK(through<LocalTime>("\"2026-03-29T01:30\"") == "\"2026-03-29T01:30:00\"");
  CHECK(through<LocalTime>("\"2026-03-29T23:59:58\"") == "\"2026-03-29T23:59:58\"");
  for (const char* wrong : {"2026-03-29", "2026-03-29 01:30", "2026-03-29T24:00", "2026-03-29T01:60", "2026-03-29T01:30:60",
                            "2026-03-29T1:30", "2026-03-29T01:30Z", "2026-03-29T01-30", "2026-02-29T01:30", "2026-03-29T01:30:0"}) {
    CHECK(through<LocalTime>("\"" + std::string(wrong) + "\"") ==
          "/v wrong_format: \"" + std::string(wrong) +
              "\" is not a clock's reading. (a clock's reading without a zone, such as \"2026-03-29T01:30\")\n");
  }
}

TEST_CASE("personal text comes in plain, with nobody's key yet") {
  const auto holder = read_json<test::Holder<Personal>>(R"({"v":"Ana Lovelace"})");
  REQUIRE(holder);
  CHECK(holder->v == Personal{"", "Ana Lovelace"});
}
