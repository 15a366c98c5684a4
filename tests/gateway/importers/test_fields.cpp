// The readers of single fields.
#include "gateway/importers/fields.hpp"
#include "tests/support/catch.hpp"

using namespace billtrail;
using namespace billtrail::importers;

TEST_CASE("clock times are read with or without seconds, on 24 or 12 hours") {
  CHECK(clock_time("10:23:52") == 37432);
  CHECK(clock_time("9:30") == 34200);
  CHECK(clock_time("09:30 AM") == 34200);
  CHECK(clock_time("12:00 am") == 0);
  CHECK(clock_time("12:15:00 PM") == 44100);
  CHECK(clock_time("23:59:59") == 86399);
  for (const auto* wrong :
       {"", "24:00", "12:60", "1:2", "123:00", "13:00 PM", "0:30 AM", "10:00 XM", "ten", "10:00:00:00", "-1:00"}) {
    CAPTURE(wrong);
    CHECK_FALSE(clock_time(wrong));
  }
}

TEST_CASE("durations are hours, minutes and seconds, with more than a day's hours if need be") {
  CHECK(classic_duration("01:00:01") == Seconds{3601});
  CHECK(classic_duration("0:00:00") == Seconds{0});
  CHECK(classic_duration("56:00:00") == Seconds{201600});
  for (const auto* wrong : {"", "1:30", "01:60:00", "01:00:60", "1.5", "-01:00:00", "99999:00:00", "01:00:00 h"}) {
    CAPTURE(wrong);
    CHECK_FALSE(classic_duration(wrong));
  }
}

TEST_CASE("decimals keep four places and round the fifth half away from zero") {
  CHECK(decimal("85") == Decimal4{850000});
  CHECK(decimal("85.5") == Decimal4{855000});
  CHECK(decimal("1,234.56789") == Decimal4{12345679});
  CHECK(decimal("0.00005") == Decimal4{1});
  CHECK(decimal("0.00004999") == Decimal4{0});
  CHECK(decimal("1,234,567") == Decimal4{12345670000});
  for (const auto* wrong : {"", "-1", "1.", "1,2", "12,34.5", "1234,567", "1e3", ",123", "9999999999999", "EUR 5"}) {
    CAPTURE(wrong);
    CHECK_FALSE(decimal(wrong));
  }
}

TEST_CASE("tags are comma-joined, trimmed, and stand once each") {
  CHECK(tag_list("seo, ads ,seo,, copy") == std::vector<std::string>{"seo", "ads", "copy"});
  CHECK(tag_list("").empty());
}

TEST_CASE("text that is not UTF-8, or holds NUL, is no text") {
  CHECK(valid_text("plain, \xC3\xA9, \xE2\x82\xAC, \xF0\x9F\x98\x80"));
  for (const std::string& wrong :
       {std::string("\xC3"), std::string("\xC0\x80"), std::string("\xED\xA0\x80"), std::string("\xE9t\xE9"),
        std::string("\xF5\x80\x80\x80"), std::string("a\0b", 3), std::string("\xE0\x80\x80")}) {
    CHECK_FALSE(valid_text(wrong));
  }
  CHECK(characters("\xC3\xA9t\xC3\xA9") == 3);
}
