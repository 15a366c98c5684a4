// Toggl's rows: the header, then each field in a fixed order, so that a row with two faults always gets the same reason.
#include "gateway/importers/toggl.hpp"

#include <algorithm>
#include <utility>

#include "domain/time/limits.hpp"
#include "gateway/importers/fields.hpp"
#include "gateway/importers/text_bounds.hpp"
#include "gateway/importers/toggl_rate.hpp"

namespace billtrail::importers {

namespace {

struct ColumnName {
  TogglColumn column;
  std::string_view name;
  bool needed;
};
constexpr std::array<ColumnName, toggl_columns> column_names{{
    {TogglColumn::user, "User", true},
    {TogglColumn::email, "Email", false},
    {TogglColumn::client, "Client", true},
    {TogglColumn::project, "Project", true},
    {TogglColumn::task, "Task", false},
    {TogglColumn::description, "Description", true},
    {TogglColumn::billable, "Billable", true},
    {TogglColumn::start_date, "Start date", true},
    {TogglColumn::start_time, "Start time", false},
    {TogglColumn::end_date, "End date", false},
    {TogglColumn::end_time, "End time", false},
    {TogglColumn::duration, "Duration", true},
    {TogglColumn::tags, "Tags", false},
}};

std::size_t index(TogglColumn column) { return static_cast<std::size_t>(column); }

using Fault = std::optional<RowRefusal>;

// Reads one row into `row`; each step gives the reason why it cannot be read.
class RowReader {
 public:
  RowReader(const TogglHeader& header, const CsvRecord& record) : header_(header), record_(record) { row_.line = record.line; }

  std::variant<ImportedRow, RowRefusal> read() {
    for (const auto step : {&RowReader::shape, &RowReader::texts, &RowReader::dates, &RowReader::length, &RowReader::billing}) {
      if (Fault fault = (this->*step)()) return std::move(*fault);
    }
    return std::move(row_);
  }

 private:
  std::string_view text(TogglColumn column) const { return header_.text(record_, column); }
  RowRefusal refuse(std::string_view reason, std::string_view detail = {}) const {
    return {record_.line, std::string(reason), std::string(detail.substr(0, detail_bytes_max))};
  }

  Fault shape() {
    const std::size_t fields = record_.fields.size();
    if (fields == header_.width()) return std::nullopt;
    return refuse(fields < header_.width() ? "fields_missing" : "fields_too_many", std::to_string(fields));
  }

  Fault texts() {
    for (const std::string& field : record_.fields) {
      if (!valid_text(field)) return refuse("text_not_utf8");
    }
    row_.user = text(TogglColumn::user);
    row_.email = text(TogglColumn::email);
    row_.client = text(TogglColumn::client);
    row_.project = text(TogglColumn::project);
    row_.task = text(TogglColumn::task);
    row_.description = text(TogglColumn::description);
    row_.tags = tag_list(text(TogglColumn::tags));
    if (row_.user.empty() && row_.email.empty()) return refuse("user_missing");
    if (const auto reason = too_long(row_)) return refuse(*reason);
    return std::nullopt;
  }

  Fault dates() {
    const std::string_view start_date = text(TogglColumn::start_date);
    const auto date = Date::parse(start_date);
    if (!date) return refuse(looks_like_a_date(start_date) ? "start_date_out_of_range" : "start_date_unreadable", start_date);
    if (*date < first_date || *date > last_date) return refuse("start_date_out_of_range", start_date);
    row_.work_date = *date;
    const std::string_view start_time = text(TogglColumn::start_time);
    if (start_time.empty()) {
      row_.notes.push_back("without_clock_times");
      return std::nullopt;
    }
    const auto start = clock_time(start_time);
    if (!start) return refuse("start_time_unreadable", start_time);
    row_.local_start = LocalTime{*date, *start};
    const auto end_date = Date::parse(text(TogglColumn::end_date));
    const auto end = clock_time(text(TogglColumn::end_time));
    if (end_date && end) {
      row_.local_end = LocalTime{*end_date, *end};
    } else {
      row_.notes.push_back("end_from_duration");
    }
    return std::nullopt;
  }

  Fault length() {
    const std::string_view duration = text(TogglColumn::duration);
    const auto seconds = classic_duration(duration);
    if (!seconds) return refuse("duration_unreadable", duration);
    row_.seconds = *seconds;
    if (seconds->count == 0) row_.notes.push_back("zero_duration");
    return std::nullopt;
  }

  Fault billing() {
    const std::string_view billable = text(TogglColumn::billable);
    if (equal_ignoring_case(billable, "yes")) {
      row_.billable = Billable::yes;
    } else if (!equal_ignoring_case(billable, "no")) {
      return refuse("billable_unreadable", billable);
    }
    if (row_.client.empty()) {
      row_.notes.push_back("internal_without_client");
      return std::nullopt;
    }
    if (row_.billable == Billable::no) return std::nullopt;
    const TogglRate rate = toggl_rate(header_.rate(record_), header_.amount(record_), row_.seconds);
    if (rate.origin == TogglRateOrigin::unreadable) return refuse("amount_unreadable", rate.text);
    if (rate.origin == TogglRateOrigin::none) return std::nullopt;
    row_.rate = rate.per_hour;
    row_.currency = header_.currency();
    row_.notes.push_back(rate.origin == TogglRateOrigin::rate_column ? "rate_given" : "rate_from_amount");
    return std::nullopt;
  }

  static constexpr std::size_t detail_bytes_max = 40;
  const TogglHeader& header_;
  const CsvRecord& record_;
  ImportedRow row_;
};

}  // namespace

std::variant<TogglHeader, std::vector<std::string>> TogglHeader::read(const std::vector<std::string>& names) {
  TogglHeader header;
  header.width_ = names.size();
  for (std::size_t place = 0; place < names.size(); ++place) {
    const std::string_view name = trimmed(names[place]);
    for (const ColumnName& known : column_names) {
      if (equal_ignoring_case(name, known.name)) header.places_[index(known.column)] = place;
    }
    header.take_money_column(name, place);
  }
  std::vector<std::string> missing;
  for (const ColumnName& known : column_names) {
    if (known.needed && !header.places_[index(known.column)]) missing.emplace_back(known.name);
  }
  if (!missing.empty()) return missing;
  return header;
}

// "Amount (EUR)", "Amount ()", "Rate (EUR)".
void TogglHeader::take_money_column(std::string_view name, std::size_t place) {
  const std::size_t open = name.find('(');
  if (open == std::string_view::npos || !name.ends_with(')')) return;
  const std::string_view what = trimmed(name.substr(0, open));
  const std::string_view code = trimmed(name.substr(open + 1, name.size() - open - 2));
  if (equal_ignoring_case(what, "amount")) {
    amount_ = place;
  } else if (equal_ignoring_case(what, "rate")) {
    rate_ = place;
  } else {
    return;
  }
  if (const auto currency = Currency::parse(code)) currency_ = currency;
}

std::string_view TogglHeader::text(const CsvRecord& row, TogglColumn column) const { return at(row, places_[index(column)]); }

std::string_view TogglHeader::at(const CsvRecord& row, std::optional<std::size_t> place) {
  return place && *place < row.fields.size() ? trimmed(row.fields[*place]) : std::string_view();
}

std::variant<ImportedRow, RowRefusal> read_toggl_row(const TogglHeader& header, const CsvRecord& record) {
  return RowReader(header, record).read();
}

RowStep TogglRows::next() {
  if (!header_) {
    RowStep step = read_header();
    if (!header_) return step;
  }
  const CsvStep step = csv_.next(record_);
  if (step == CsvStep::end) return EndOfFile{};
  if (step == CsvStep::fault) return FileFault{csv_.fault().line, csv_.fault().code, {}};
  // Refused rows count as occurrences too: identities depend on the file's rows only.
  std::array<std::string_view, toggl_columns> fields;
  for (const ColumnName& known : column_names) fields[index(known.column)] = header_->text(record_, known.column);
  std::string identity = identities_.of(fields);
  auto read = read_toggl_row(*header_, record_);
  if (auto* refusal = std::get_if<RowRefusal>(&read)) return std::move(*refusal);
  auto& row = std::get<ImportedRow>(read);
  row.identity = std::move(identity);
  return std::move(row);
}

RowStep TogglRows::read_header() {
  const CsvStep step = csv_.next(record_);
  if (step == CsvStep::end) return FileFault{1, "file_empty", {}};
  if (step == CsvStep::fault) return FileFault{csv_.fault().line, csv_.fault().code, {}};
  auto read = TogglHeader::read(record_.fields);
  if (auto* header = std::get_if<TogglHeader>(&read)) {
    header_ = std::move(*header);
    return EndOfFile{};
  }
  std::string missing;
  for (const std::string& name : std::get<std::vector<std::string>>(read)) missing += (missing.empty() ? "" : ", ") + name;
  return FileFault{record_.line, "columns_missing", std::move(missing)};
}

}  // namespace billtrail::importers
