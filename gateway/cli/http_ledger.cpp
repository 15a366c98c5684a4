// Sends an import's commands as NDJSON.
#include "gateway/cli/http_ledger.hpp"

#include <chrono>
#include <thread>

#include "gateway/cli/server_answers.hpp"
#include "gateway/json/command_names.hpp"
#include "gateway/json/write.hpp"

namespace billtrail::cli {

namespace {

constexpr int attempts_max = 6;
constexpr std::chrono::milliseconds first_wait{200};
constexpr long busy = 503;
constexpr long too_many = 429;

}  // namespace

quicklog::Directory HttpLedger::directory() { return directory_of(http_.must_get("/v1/directory")); }

std::vector<importers::CommandAnswer> HttpLedger::send(std::span<const importers::ImportCommand> commands,
                                                       importers::DryRun dry_run) {
  std::string body;
  for (const importers::ImportCommand& command : commands) {
    body += R"({"command":")";
    body += command_name(command.command);
    body += R"(","id":")";
    body += command.id.text();
    body += R"(","data":)";
    write_command(body, command.command, nothing_opens());
    body += "}\n";
  }
  const std::string path =
      dry_run == importers::DryRun::yes ? "/v1/commands?events=false&dry_run=true" : "/v1/commands?events=false";
  // A busy server is asked again; every command has its id, so nothing can happen twice.
  auto wait = first_wait;
  for (int attempt = 1;; ++attempt, wait *= 2) {
    const HttpAnswer answer = http_.post(path, "application/x-ndjson", body, {{"Billtrail-Correlation", correlation_}});
    if (answer.ok()) return command_answers(answer.body);
    if ((answer.status != busy && answer.status != too_many) || attempt == attempts_max) throw Refused(answer);
    std::this_thread::sleep_for(wait);
  }
}

std::optional<importers::LedgerTotals> HttpLedger::totals(std::uint64_t at_least) {
  std::string path = "/v1/time-totals?by=client,month";
  if (at_least > 0) path += "&at_least=" + std::to_string(at_least);
  return totals_of(http_.must_get(path));
}

}  // namespace billtrail::cli
