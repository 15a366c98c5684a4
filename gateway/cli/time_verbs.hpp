// `billtrail log`, `start`, `stop`, `status`: time by the words of quick log. Each gives the exit code and throws Usage,
// Unreachable and Refused.
#pragma once

#include <string>

#include "gateway/cli/settings.hpp"

namespace billtrail::cli {

struct LogVerb {
  std::string words;
  bool dry_run = false;
};

int log_time(const ClientSettings& settings, const LogVerb& verb);
int start_timer(const ClientSettings& settings, const std::string& words);
int stop_timer(const ClientSettings& settings);
int show_status(const ClientSettings& settings);

}  // namespace billtrail::cli
