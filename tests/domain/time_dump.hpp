// Everything about time that the books hold, as text: two books that hold the same print the same.
#pragma once

#include <string>

#include "domain/books.hpp"

namespace billtrail::testing {

std::string dump_time(const Books& books);

}  // namespace billtrail::testing
