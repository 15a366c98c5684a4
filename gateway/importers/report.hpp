// What came of an import: every row accounted for, totals by client and month, and whether the ledger agrees.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gateway/importers/imported_row.hpp"
#include "gateway/importers/ledger.hpp"

namespace billtrail::importers {

struct ClientMonthDifference {
  std::string client;  // the name in the file
  std::string month;
  std::int64_t expected = 0;  // seconds the created rows should have added
  std::int64_t found = 0;     // seconds the ledger's totals grew by
};

struct ImportReport {
  DryRun dry_run = DryRun::no;
  std::uint64_t rows = 0;
  std::uint64_t created = 0;
  std::uint64_t skipped = 0;  // imported before
  std::uint64_t refused = 0;
  std::map<std::string, std::uint64_t> reasons;  // of refusals, by code; they sum to `refused`
  std::map<std::string, std::uint64_t> notes;    // what is worth knowing of rows that were not refused, by code
  // Of created and skipped rows: by the client's name as in the file ("" for none) and the month of the local start date.
  std::map<ClientMonth, std::int64_t> totals;
  std::vector<RowRefusal> refusals;            // in the order of the file
  std::map<std::string, std::uint64_t> added;  // clients, projects, tasks, members that were new
  std::vector<RowRefusal> not_added;           // those of them that were refused; line 0
  std::optional<FileFault> stopped;            // the file could not be read on from here
  // The growth of the ledger's own totals against the created rows; absent when it was not asked (dry run).
  std::optional<std::vector<ClientMonthDifference>> differences;

  // created + skipped + refused = rows, and the reasons sum to refused.
  bool accounts_for_every_row() const;
};

// {"rows", "created", "skipped", "refused", "reasons", "notes", "totals": [{"client", "month", "seconds"}], ...}
std::string report_json(const ImportReport& report);
// For a person, in 80 columns; lists at most `refusals_shown_max` refused rows.
std::string report_text(const ImportReport& report);
inline constexpr std::size_t refusals_shown_max = 20;

}  // namespace billtrail::importers
