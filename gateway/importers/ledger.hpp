// The ledger as an import sees it. The command line reaches it over HTTP, the server's own upload asks its clerk directly;
// both run the same import. Calls come from one thread, one at a time; a ledger that cannot be reached throws LedgerLost.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "gateway/importers/plan.hpp"
#include "gateway/quicklog/directory.hpp"

namespace billtrail::importers {

enum class DryRun { no, yes };

// Bounds of one call of send(); they lie below what the server takes in one request.
inline constexpr std::size_t send_commands_max = 4000;
inline constexpr std::size_t send_bytes_max = 6U << 20U;

struct CommandAnswer {
  int status = 0;         // as over HTTP: 200 taken, 409 conflict, 422 refused by a rule ...
  bool replayed = false;  // the first answer to this command id again
  std::uint64_t position = 0;
  std::string code;  // of a refusal
  std::string detail;
};

// Seconds logged by client and month of the work date; the client is empty for internal work.
struct ClientMonth {
  std::string client;  // id
  std::string month;   // YYYY-MM
  friend auto operator<=>(const ClientMonth&, const ClientMonth&) = default;
};
using LedgerTotals = std::map<ClientMonth, std::int64_t>;

class LedgerLost : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class Ledger {
 public:
  virtual ~Ledger() = default;
  virtual Directory directory() = 0;
  // Each command on its own, in order; as many answers as commands. A dry run decides all of them one after the other
  // and records none.
  virtual std::vector<CommandAnswer> send(std::span<const ImportCommand> commands, DryRun dry_run) = 0;
  // As they stand once `at_least` has been folded; nothing when this ledger cannot say.
  virtual std::optional<LedgerTotals> totals(std::uint64_t at_least) = 0;
};

}  // namespace billtrail::importers
