// Runs an import: reads rows, plans commands, sends them in bounded chunks, accounts for every row and compares the ledger's
// totals with the file's. The same for every format and every way to the ledger. It may stop anywhere and be run again:
// what arrived is skipped then.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "domain/kernel/zone.hpp"
#include "gateway/importers/imported_row.hpp"
#include "gateway/importers/ledger.hpp"
#include "gateway/importers/report.hpp"

namespace billtrail::importers {

struct ImportOptions {
  std::string system;  // "toggl"
  std::string zone;    // of the file's clocks; must be known to `zones`
  DryRun dry_run = DryRun::no;
  // Called after every chunk with the rows read and the last line answered for; may be empty.
  std::function<void(std::uint64_t rows, std::uint64_t line)> progress;
};

// Throws LedgerLost when the ledger stops answering.
ImportReport run_import(RowSource& rows, Ledger& ledger, const ZoneRules& zones, const ImportOptions& options);

}  // namespace billtrail::importers
