// Declares the verbs and turns what goes wrong into texts and exit codes.
#include "gateway/cli/client_verbs.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>

#include "gateway/cli/http.hpp"
#include "gateway/cli/import_verb.hpp"
#include "gateway/cli/time_verbs.hpp"
#include "gateway/json/write.hpp"

namespace billtrail {

namespace {

using namespace billtrail::cli;

// What the flags of all verbs are read into; it lives as long as the app.
struct Flags {
  ClientSettings settings;
  ImportVerb import;
  LogVerb log;
  std::vector<std::string> words;
};

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

// {"code", "detail"} for what has no problem document of the server.
void tell(const ClientSettings& settings, std::string_view code, std::string_view message) {
  if (!settings.json) {
    fmt::print(stderr, "{}\n", message);
    return;
  }
  std::string out;
  JsonWriter(out).begin_object().field("code", code).field("detail", message).end_object();
  fmt::print("{}\n", out);
}

int guarded(const ClientSettings& settings, const std::function<int()>& verb) {
  try {
    return verb();
  } catch (const Refused& refused) {
    if (settings.json) {
      fmt::print("{}\n", refused.problem());
    } else {
      fmt::print(stderr, "{}\n", refused.what());
    }
    return exit_refused;
  } catch (const Usage& usage) {
    tell(settings, "usage", usage.what());
    return exit_usage;
  } catch (const Unreachable& unreachable) {
    tell(settings, "unreachable", unreachable.what());
    return exit_unreachable;
  } catch (const std::exception& broken) {
    tell(settings, "broken", broken.what());
    return exit_refused;
  }
}

void add_connection(CLI::App& verb, ClientSettings& settings) {
  verb.add_option("--url", settings.url, "Where the server is")->envname("BILLTRAIL_URL")->capture_default_str();
  verb.add_option("--token", settings.token, "The token; better in the environment")->envname("BILLTRAIL_TOKEN");
  verb.add_option("--data", settings.data, "The server's data folder, to read owner-token from")->envname("BILLTRAIL_DATA");
  verb.add_option("--practice", settings.practice, "The practice; the server's first unless given")
      ->envname("BILLTRAIL_PRACTICE");
  verb.add_flag("--json", settings.json, "Answer in JSON");
}

void add_member(CLI::App& verb, ClientSettings& settings) {
  verb.add_option("--member", settings.member, "Who: id, name or e-mail; you unless given")->envname("BILLTRAIL_MEMBER");
}

void runs(CLI::App& verb, int& exit_code, std::shared_ptr<Flags> flags, std::function<int(const Flags&)> action) {
  verb.footer("Exit codes: 0 done, 1 refused, 2 wrong usage, 3 server not reached.");
  verb.callback([&exit_code, flags, action] { exit_code = guarded(flags->settings, [&] { return action(*flags); }); });
}

void add_import(CLI::App& app, int& exit_code, const std::shared_ptr<Flags>& flags) {
  CLI::App* import = app.add_subcommand("import", "Bring in time from another product");
  import->require_subcommand(1);
  CLI::App* toggl = import->add_subcommand("toggl", "Toggl Track's detailed report, as CSV. Importing twice changes nothing.");
  toggl->add_option("file", flags->import.file, "The CSV file; - is standard input")->required();
  toggl->add_option("--zone", flags->import.zone, "The time zone of the file's clocks, such as Europe/Berlin")->required();
  toggl->add_flag("--dry-run", flags->import.dry_run, "Report what would happen and record nothing");
  add_connection(*toggl, flags->settings);
  runs(*toggl, exit_code, flags, [](const Flags& said) { return import_toggl(said.settings, said.import); });
}

void add_log(CLI::App& app, int& exit_code, const std::shared_ptr<Flags>& flags) {
  CLI::App* log = app.add_subcommand("log", "Log time in words: billtrail log 2h acme optimisation yesterday 9pm");
  log->add_option("words", flags->words, "How long, for whom, what, and when")->required();
  log->add_flag("--dry-run", flags->log.dry_run, "Show what was understood and record nothing");
  add_member(*log, flags->settings);
  add_connection(*log, flags->settings);
  runs(*log, exit_code, flags, [](const Flags& said) { return log_time(said.settings, {joined(said.words), said.log.dry_run}); });
}

void add_timer_verbs(CLI::App& app, int& exit_code, const std::shared_ptr<Flags>& flags) {
  CLI::App* start = app.add_subcommand("start", "Start a timer; one that runs is stopped first");
  start->add_option("words", flags->words, "For whom and what: acme optimisation");
  CLI::App* stop = app.add_subcommand("stop", "Stop the running timer and log its time");
  CLI::App* status = app.add_subcommand("status", "Show the running timer and today's time");
  for (CLI::App* verb : {start, stop, status}) {
    add_member(*verb, flags->settings);
    add_connection(*verb, flags->settings);
  }
  runs(*start, exit_code, flags, [](const Flags& said) { return start_timer(said.settings, joined(said.words)); });
  runs(*stop, exit_code, flags, [](const Flags& said) { return stop_timer(said.settings); });
  runs(*status, exit_code, flags, [](const Flags& said) { return show_status(said.settings); });
}

}  // namespace

void add_client_verbs(CLI::App& app, int& exit_code) {
  const auto flags = std::make_shared<Flags>();
  add_import(app, exit_code, flags);
  add_log(app, exit_code, flags);
  add_timer_verbs(app, exit_code, flags);
}

}  // namespace billtrail
