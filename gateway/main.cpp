// The program: `billtrail serve`, `billtrail verify`, and the verbs of a client.
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>

#include "gateway/cli/client_verbs.hpp"
#include "gateway/serve.hpp"
#include "gateway/verify_command.hpp"

namespace {

void add_serve(CLI::App& app, billtrail::Options& options, int& exit_code) {
  CLI::App* serve = app.add_subcommand("serve", "Run the server");
  serve->add_option("--data", options.data, "The data folder; made when missing")->required()->envname("BILLTRAIL_DATA");
  serve->add_option("--address", options.address, "The address to listen on")->capture_default_str();
  serve->add_option("--port", options.port, "The port to listen on; 0 picks a free one")->capture_default_str();
  serve->add_flag("--demo", options.demo, "Load the sample agency into an empty data folder");
  serve->add_option("--web", options.web, "The folder of the dashboard; beside the program unless given");
  serve->add_option("--io-threads", options.io_threads, "Threads for connections")->capture_default_str()->check(CLI::Range(1, 64));
  serve->add_option("--query-threads", options.query_threads, "Threads for questions")->capture_default_str()->check(CLI::Range(1, 64));
  serve->add_option("--disk-free-min", options.disk_free_min, "Bytes that stay free on the disk; below, commands are refused")
      ->capture_default_str();
  serve->add_option("--log-level", options.log_level, "trace, debug, info, warn, error or off")->capture_default_str();
  serve->callback([&options, &exit_code] {
    spdlog::set_level(spdlog::level::from_str(options.log_level));
    exit_code = billtrail::serve(options);
  });
}

struct VerifyOptions {
  std::string data;
  bool json = false;
};

void add_verify(CLI::App& app, VerifyOptions& options, int& exit_code) {
  CLI::App* verify = app.add_subcommand("verify", "Check every record, hash and link of a stopped data folder");
  verify->add_option("--data", options.data, "The data folder")->required()->envname("BILLTRAIL_DATA");
  verify->add_flag("--json", options.json, "Answer in JSON");
  verify->callback([&options, &exit_code] { exit_code = billtrail::verify_data(options.data, options.json); });
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Billtrail: time, retainers and invoices with a history that everyone can check."};
  app.require_subcommand(1);
  app.set_version_flag("--version", BILLTRAIL_VERSION);
  int exit_code = 0;
  billtrail::Options options;
  VerifyOptions verify;
  add_serve(app, options, exit_code);
  add_verify(app, verify, exit_code);
  billtrail::add_client_verbs(app, exit_code);
  constexpr int wrong_usage = 2;
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : wrong_usage;  // --help and --version are no mistakes
  }
  return exit_code;
}
