// What the books say of one entry, apart from what the read models say.
#pragma once

#include "domain/books.hpp"

namespace billtrail::simulation {

// How much of it could be billed now.
std::int64_t open_seconds(const Books& books, Row entry);

}  // namespace billtrail::simulation
