// Toggl Track's detailed report (3.1), read row by row. Columns are found by name, in any order; unknown ones are ignored.
// Duration is trusted over end minus start, as pauses are taken out of it. Rows of no length and rows without a client
// are kept; rows that cannot be read are refused with a reason. Pure but for the stream it reads.
#pragma once

#include <array>
#include <istream>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "gateway/importers/csv.hpp"
#include "gateway/importers/imported_row.hpp"
#include "gateway/importers/row_identity.hpp"

namespace billtrail::importers {

enum class TogglColumn {
  user,
  email,
  client,
  project,
  task,
  description,
  billable,
  start_date,
  start_time,
  end_date,
  end_time,
  duration,
  tags
};
inline constexpr std::size_t toggl_columns = 13;

class TogglHeader {
 public:
  // The header, or the names of all needed columns that are not there.
  static std::variant<TogglHeader, std::vector<std::string>> read(const std::vector<std::string>& names);

  // The trimmed text of a column in a row; empty when the file does not have the column.
  std::string_view text(const CsvRecord& row, TogglColumn column) const;
  std::string_view amount(const CsvRecord& row) const { return at(row, amount_); }
  std::string_view rate(const CsvRecord& row) const { return at(row, rate_); }
  std::optional<Currency> currency() const { return currency_; }
  std::size_t width() const { return width_; }

 private:
  static std::string_view at(const CsvRecord& row, std::optional<std::size_t> place);
  void take_money_column(std::string_view name, std::size_t place);

  std::array<std::optional<std::size_t>, toggl_columns> places_;
  std::optional<std::size_t> amount_;
  std::optional<std::size_t> rate_;
  std::optional<Currency> currency_;
  std::size_t width_ = 0;
};

// One record under a header, apart from its identity.
std::variant<ImportedRow, RowRefusal> read_toggl_row(const TogglHeader& header, const CsvRecord& record);

class TogglRows : public RowSource {
 public:
  // The stream must outlive this.
  explicit TogglRows(std::istream& source) : csv_(source), identities_("toggl") {}
  RowStep next() override;

 private:
  RowStep read_header();

  CsvReader csv_;
  RowIdentities identities_;
  std::optional<TogglHeader> header_;
  CsvRecord record_;
};

}  // namespace billtrail::importers
