// The streaming reader of comma-separated text: csv.hpp says what it accepts.
#include "gateway/importers/csv.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace billtrail::importers {

namespace {
constexpr std::size_t buffer_bytes = 256 * 1024;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
}  // namespace

CsvReader::CsvReader(std::istream& source) : source_(source), buffer_(buffer_bytes, '\0') {
  refill();
  if (std::string_view(buffer_.data(), filled_).starts_with(byte_order_mark)) at_ = byte_order_mark.size();
  detect_delimiter();
}

bool CsvReader::refill() {
  at_ = 0;
  source_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  filled_ = static_cast<std::size_t>(source_.gcount());
  return filled_ > 0;
}

// The mark that stands most often outside quotes in the first line; a comma when none does.
void CsvReader::detect_delimiter() {
  constexpr std::array<char, 3> candidates{',', ';', '\t'};
  std::array<std::size_t, 3> seen{};
  bool quoted = false;
  for (std::size_t i = at_; i < filled_; ++i) {
    const char c = buffer_[i];
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    for (std::size_t k = 0; k < candidates.size(); ++k) seen[k] += c == candidates[k] ? 1U : 0U;
  }
  const auto most = std::max_element(seen.begin(), seen.end());
  delimiter_ = candidates[static_cast<std::size_t>(most - seen.begin())];
}

CsvStep CsvReader::next(CsvRecord& record) {
  if (faulted_) return CsvStep::fault;
  while (line_end()) {
  }
  if (peek() == nothing) return CsvStep::end;
  record.line = line_;
  return read_fields(record) ? CsvStep::record : CsvStep::fault;
}

bool CsvReader::read_fields(CsvRecord& record) {
  std::size_t count = 0;
  for (;;) {
    if (count == csv_fields_max) return fail(record.line, "too_many_fields");
    if (record.fields.size() == count) record.fields.emplace_back();
    std::string& field = record.fields[count];
    field.clear();
    if (!(peek() == '"' ? quoted_field(field) : plain_field(field))) return false;
    ++count;
    const int after = peek();
    if (after == static_cast<unsigned char>(delimiter_)) {
      ++at_;
      continue;
    }
    if (after != nothing) line_end();
    record.fields.resize(count);
    return true;
  }
}

// Characters up to the next delimiter or line end; a quote inside an unquoted field is just a quote.
bool CsvReader::plain_field(std::string& field) {
  while (peek() != nothing) {
    const char* from = buffer_.data() + at_;
    const char* to = buffer_.data() + filled_;
    const char* stop = from;
    while (stop != to && *stop != delimiter_ && *stop != '\n' && *stop != '\r') ++stop;
    if (!append(field, static_cast<std::size_t>(stop - from))) return false;
    if (stop != to) return true;
  }
  return true;
}

// "..." with "" for a quote. What follows the closing quote up to the delimiter is kept, as spreadsheets do.
bool CsvReader::quoted_field(std::string& field) {
  const std::uint64_t opened = line_;
  ++at_;
  while (peek() != nothing) {
    const char* from = buffer_.data() + at_;
    const std::size_t left = filled_ - at_;
    const void* found = std::memchr(from, '"', left);
    const std::size_t bytes = found ? static_cast<std::size_t>(static_cast<const char*>(found) - from) : left;
    line_ += static_cast<std::uint64_t>(std::count(from, from + bytes, '\n'));
    if (field.size() + bytes > csv_field_bytes_max) return fail(opened, "field_too_long");
    append(field, bytes);
    if (!found) continue;
    ++at_;
    if (peek() != '"') return plain_field(field);
    field.push_back('"');
    ++at_;
  }
  return fail(opened, "quote_not_closed");
}

bool CsvReader::append(std::string& field, std::size_t bytes) {
  if (field.size() + bytes > csv_field_bytes_max) return fail(line_, "field_too_long");
  field.append(buffer_, at_, bytes);
  at_ += bytes;
  return true;
}

bool CsvReader::line_end() {
  const int c = peek();
  if (c != '\n' && c != '\r') return false;
  ++at_;
  if (c == '\r' && peek() == '\n') ++at_;
  ++line_;
  return true;
}

bool CsvReader::fail(std::uint64_t line, std::string_view code) {
  fault_ = {line, std::string(code)};
  faulted_ = true;
  return false;
}

}  // namespace billtrail::importers
