// `billtrail verify`: walks a stopped log and names the first thing that is wrong in it.
#pragma once

#include <string>

namespace billtrail {

// Prints what was found; 0 when all is sound, 1 when not.
int verify_data(const std::string& data, bool as_json);

}  // namespace billtrail
