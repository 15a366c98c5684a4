// Reads comma-separated text as it streams by (RFC 4180): quotes, doubled quotes, line breaks inside quotes, CRLF or LF,
// a byte order mark, and `,` `;` or tab between fields, told from the first line. Memory is bounded by the longest record.
// A record knows the line it begins on, counted as an editor counts. One thread; the stream must outlive the reader.
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace billtrail::importers {

inline constexpr std::size_t csv_field_bytes_max = 64 * 1024;
inline constexpr std::size_t csv_fields_max = 256;

struct CsvRecord {
  std::uint64_t line = 0;           // 1 is the first line of the file
  std::vector<std::string> fields;  // as written, quotes undone
};

enum class CsvStep {
  record,  // the record has been filled in
  end,     // nothing is left
  fault    // the text cannot be read on: fault() says why and where
};

struct CsvFault {
  std::uint64_t line = 0;
  std::string code;  // field_too_long, too_many_fields, quote_not_closed
};

class CsvReader {
 public:
  explicit CsvReader(std::istream& source);

  // Fills `record`, reusing its memory. Empty lines are passed over. After `end` or `fault` it answers the same again.
  CsvStep next(CsvRecord& record);
  const CsvFault& fault() const { return fault_; }
  char delimiter() const { return delimiter_; }

 private:
  static constexpr int nothing = -1;

  int peek() { return at_ < filled_ || refill() ? static_cast<unsigned char>(buffer_[at_]) : nothing; }
  bool refill();
  void detect_delimiter();
  bool quoted_field(std::string& field);
  bool plain_field(std::string& field);
  bool append(std::string& field, std::size_t bytes);
  bool fail(std::uint64_t line, std::string_view code);
  bool read_fields(CsvRecord& record);
  // Takes a line end; false when the next character is something else.
  bool line_end();

  std::istream& source_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::size_t filled_ = 0;
  std::uint64_t line_ = 1;
  char delimiter_ = ',';
  CsvFault fault_;
  bool faulted_ = false;
};

}  // namespace billtrail::importers
