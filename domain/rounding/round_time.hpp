// D1, D4: billed seconds out of raw seconds. Raw seconds are never changed; nothing here knows the books.
#pragma once

#include <vector>

#include "domain/rounding/rounding_policy.hpp"

namespace billtrail {

// D1: zero stays zero, a tie of "nearest" goes up, the minimum applies after rounding. Negative seconds (adjustments) stay as
// they are.
Seconds rounded(Seconds raw, const RoundingTerms& terms);

// D4: rounds the total of a group and spreads the difference over its entries by largest remainder of their magnitude, equal ones
// to the earlier. Give the entries in order (work date, start or none first, entry id), none negative. No part falls below zero.
std::vector<Seconds> rounded_group(const std::vector<Seconds>& raw, const RoundingTerms& terms);

}  // namespace billtrail
