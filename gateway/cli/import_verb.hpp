// `billtrail import toggl FILE --zone Z [--dry-run] [--json]`
#pragma once

#include <string>

#include "gateway/cli/settings.hpp"

namespace billtrail::cli {

struct ImportVerb {
  std::string file;  // "-" is standard input
  std::string zone;
  bool dry_run = false;
};

// The exit code. Throws Usage, Unreachable and Refused.
int import_toggl(const ClientSettings& settings, const ImportVerb& verb);

}  // namespace billtrail::cli
