// The entries that the close of a period drew, late ones included.
#pragma once

#include "domain/books.hpp"

namespace billtrail {

// In order of arrival.
std::vector<Row> drawn_entries(const Books& books, const EngagementId& engagement, std::int32_t period);

}  // namespace billtrail
