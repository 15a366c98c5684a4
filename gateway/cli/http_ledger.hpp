// The ledger of a server, as an import sees it.
#pragma once

#include <string>

#include "gateway/cli/http.hpp"
#include "gateway/importers/ledger.hpp"

namespace billtrail::cli {

class HttpLedger : public importers::Ledger {
 public:
  // All commands of this ledger carry `correlation`, so that an import can be found, and undone, as one. `http` must outlive
  // this.
  HttpLedger(Http& http, std::string correlation) : http_(http), correlation_(std::move(correlation)) {}

  quicklog::Directory directory() override;
  std::vector<importers::CommandAnswer> send(std::span<const importers::ImportCommand> commands,
                                             importers::DryRun dry_run) override;
  std::optional<importers::LedgerTotals> totals(std::uint64_t at_least) override;

 private:
  Http& http_;
  std::string correlation_;
};

}  // namespace billtrail::cli
