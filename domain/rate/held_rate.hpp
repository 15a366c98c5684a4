// A rate as the books hold it on an entry, and back to what events say.
#pragma once

#include <optional>

#include "domain/books.hpp"

namespace billtrail {

// Throws std::logic_error when the rate names a rule that the books do not know.
HeldRate held_rate(const Books& books, const std::optional<AppliedRate>& rate);
std::optional<AppliedRate> applied_rate(const Books& books, const HeldRate& rate);

}  // namespace billtrail
