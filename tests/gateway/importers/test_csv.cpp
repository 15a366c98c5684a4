// The CSV reader: what it accepts, where it says a record begins, and where it stops.
#include <random>
#include <sstream>

#include "gateway/importers/csv.hpp"
#include "tests/support/catch.hpp"

using namespace billtrail::importers;

namespace {

struct Record {
  std::uint64_t line;
  std::vector<std::string> fields;
  friend bool operator==(const Record&, const Record&) = default;
};

struct WholeFile {
  std::vector<Record> records;
  char delimiter = ',';
  std::string fault;  // "line code"
};

WholeFile read_all(const std::string& text) {
  std::istringstream source(text);
  CsvReader reader(source);
  WholeFile file;
  file.delimiter = reader.delimiter();
  CsvRecord record;
  for (;;) {
    const CsvStep step = reader.next(record);
    if (step == CsvStep::record) {
      file.records.push_back({record.line, record.fields});
      continue;
    }
    if (step == CsvStep::fault) file.fault = std::to_string(reader.fault().line) + " " + reader.fault().code;
    return file;
  }
}

}  // namespace

TEST_CASE("a record is its fields, with or without quotes, CRLF or LF, with or without a last line end") {
  const std::vector<Record> expected{{1, {"a", "b"}}, {2, {"1", "two"}}};
  CHECK(read_all("a,b\n1,two\n").records == expected);
  CHECK(read_all("a,b\r\n1,two\r\n").records == expected);
  CHECK(read_all("\"a\",b\n1,\"two\"").records == expected);
  CHECK(read_all("\xEF\xBB\xBF\"a\",b\n1,two").records == expected);
}

TEST_CASE("quotes hold delimiters, line ends and doubled quotes, and lines are counted through them") {
  const WholeFile file = read_all("h1,h2\n\"say \"\"hi\"\",\nthere\",x\n\"\",\"\"\nlast,y\n");
  CHECK(file.fault.empty());
  CHECK(file.records ==
        std::vector<Record>{{1, {"h1", "h2"}}, {2, {"say \"hi\",\nthere", "x"}}, {4, {"", ""}}, {5, {"last", "y"}}});
}

TEST_CASE("empty fields are fields and empty lines are not records") {
  CHECK(read_all("a,,c\n\n\r\n,\nx\n").records == std::vector<Record>{{1, {"a", "", "c"}}, {4, {"", ""}}, {5, {"x"}}});
  CHECK(read_all("").records.empty());
  CHECK(read_all("\xEF\xBB\xBF").records.empty());
}

TEST_CASE("the first line tells comma, semicolon and tab apart, quotes not counted") {
  CHECK(read_all("a;b;c\n1,5;2;3\n").records == std::vector<Record>{{1, {"a", "b", "c"}}, {2, {"1,5", "2", "3"}}});
  CHECK(read_all("a\tb\n1\t2\n").delimiter == '\t');
  CHECK(read_all("\"a;b;c\",d\n").delimiter == ',');
  CHECK(read_all("alone\n").delimiter == ',');
}

TEST_CASE("a quote within an unquoted field is just a quote") {
  CHECK(read_all("5\" disk,\"a\"b\n").records == std::vector<Record>{{1, {"5\" disk", "ab"}}});
}

TEST_CASE("a quote that is never closed stops the file at the line it was opened on") {
  const WholeFile file = read_all("a,b\n1,2\n3,\"four\n5,6\n");
  CHECK(file.records.size() == 2);
  CHECK(file.fault == "3 quote_not_closed");
}

TEST_CASE("fields and records have bounds") {
  CHECK(read_all("a\n" + std::string(csv_field_bytes_max, 'x') + "\n").records.size() == 2);
  CHECK(read_all("a\n" + std::string(csv_field_bytes_max + 1, 'x') + "\n").fault == "2 field_too_long");
  CHECK(read_all("a\n\"" + std::string(csv_field_bytes_max + 1, '\n') + "\"\n").fault == "2 field_too_long");
  CHECK(read_all(std::string(csv_fields_max, ',')).fault == "1 too_many_fields");
  CHECK(read_all(std::string(csv_fields_max - 1, ',')).records.size() == 1);
}

TEST_CASE("fields that lie across two reads of the stream stay whole") {
  std::string text;
  std::size_t expected = 0;
  for (; text.size() < 1'000'000; ++expected) text += "\"a \"\"quoted\"\"\r\nfield\",plain " + std::to_string(expected) + "\r\n";
  const WholeFile file = read_all(text);
  REQUIRE(file.records.size() == expected);
  for (std::size_t i = 0; i < expected; ++i) {
    const Record wanted{1 + 2 * i, {"a \"quoted\"\r\nfield", "plain " + std::to_string(i)}};
    if (file.records[i] != wanted) FAIL("record " << i << " is " << file.records[i].fields[1]);
  }
}

TEST_CASE("what RFC 4180 writes is read back, whatever the fields hold") {
  std::mt19937 random(4180);  // fixed, so that a failure comes again
  const std::vector<std::string> pieces{"a", "\"", ",", ";", "\n", "\r\n", " ", "\t", "\xC3\xA9", "0", "long text "};
  for (int round = 0; round < 300; ++round) {
    CAPTURE(round);
    std::string text = "h1,h2,h3\n";
    std::vector<std::vector<std::string>> written;
    for (std::size_t records = random() % 20; records > 0; --records) {
      std::vector<std::string> fields(3);
      for (std::string& field : fields) {
        for (std::size_t count = random() % 6; count > 0; --count) field += pieces[random() % pieces.size()];
        std::string quoted = field;
        for (std::size_t at = 0; (at = quoted.find('"', at)) != std::string::npos; at += 2) quoted.insert(at, 1, '"');
        text += (&field == &fields[0] ? "\"" : ",\"") + quoted + "\"";
      }
      text += random() % 2 == 0 ? "\n" : "\r\n";
      written.push_back(fields);
    }
    const WholeFile file = read_all(text);
    CHECK(file.fault.empty());
    REQUIRE(file.records.size() == written.size() + 1);
    for (std::size_t i = 0; i < written.size(); ++i) CHECK(file.records[i + 1].fields == written[i]);
  }
}
