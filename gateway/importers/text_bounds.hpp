// Which texts of a row are longer than a command may carry: the row is refused rather than cut.
#pragma once

#include <optional>
#include <string_view>

#include "gateway/importers/imported_row.hpp"

namespace billtrail::importers {

// The reason, or nothing when all fit.
std::optional<std::string_view> too_long(const ImportedRow& row);

}  // namespace billtrail::importers
