// Imports a file: parses here, sends commands, prints the report.
#include "gateway/cli/import_verb.hpp"

#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "gateway/cli/http_ledger.hpp"
#include "gateway/cli/new_key.hpp"
#include "gateway/cli/progress.hpp"
#include "gateway/importers/run_import.hpp"
#include "gateway/importers/toggl.hpp"
#include "gateway/zones/system_zones.hpp"

namespace billtrail::cli {

namespace {

std::optional<std::uint64_t> size_of(const std::string& file) {
  std::error_code error;
  const auto bytes = std::filesystem::file_size(file, error);
  return error ? std::nullopt : std::optional<std::uint64_t>(bytes);
}

int import_from(std::istream& source, std::optional<std::uint64_t> bytes, const ClientSettings& settings,
                const ImportVerb& verb) {
  const SystemZones zones;
  if (!zones.known(verb.zone)) throw Usage("\"" + verb.zone + "\" is not a time zone; try one like Europe/Berlin.");
  Http http(settings);
  HttpLedger ledger(http, new_key("import"));
  importers::TogglRows rows(source);
  const auto began = std::chrono::steady_clock::now();
  importers::ImportReport report;
  {
    ProgressBar bar(source, bytes);
    const auto progress = [&bar](std::uint64_t read, std::uint64_t) { bar.show(read); };
    const auto dry_run = verb.dry_run ? importers::DryRun::yes : importers::DryRun::no;
    report = importers::run_import(rows, ledger, zones, {"toggl", verb.zone, dry_run, progress});
  }
  if (settings.json) {
    fmt::print("{}\n", importers::report_json(report));
  } else {
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began).count();
    fmt::print("{}\nTook {}.{} s.\n", importers::report_text(report), took / 1000, took % 1000 / 100);
  }
  const bool clean = !report.stopped && report.not_added.empty() && (!report.differences || report.differences->empty());
  return clean ? exit_done : exit_refused;
}

}  // namespace

int import_toggl(const ClientSettings& settings, const ImportVerb& verb) {
  if (verb.file == "-") return import_from(std::cin, std::nullopt, settings, verb);
  std::ifstream file(verb.file, std::ios::binary);
  if (!file) throw Usage("The file " + verb.file + " cannot be read.");
  return import_from(file, size_of(verb.file), settings, verb);
}

}  // namespace billtrail::cli
