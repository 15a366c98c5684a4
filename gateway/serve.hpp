// The server as a whole: opens the data folder, wires the parts, serves until told to stop.
#pragma once

#include "gateway/options.hpp"

namespace billtrail {

// Returns the process's exit code: 0 after an asked-for stop, 1 when it could not start, 3 when the log broke.
int serve(const Options& options);

}  // namespace billtrail
