// A command id that nobody has used: the verb and random digits. Repeating a request with it changes nothing.
#pragma once

#include <string>
#include <string_view>

namespace billtrail::cli {

std::string new_key(std::string_view verb);

}  // namespace billtrail::cli
