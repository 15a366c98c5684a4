// T3, M5: amounts of a document that are worked out for display, and how large one may be.
#pragma once

#include <cstdint>
#include <vector>

#include "domain/invoice/document.hpp"

namespace billtrail {

// Minor units. Every line and the document as a whole stay below it, so that sums never leave 64 bits.
inline constexpr std::int64_t document_amount_max = 1'000'000'000'000'000;

// Each line before tax, in the order of the lines. Where prices are net that is the line's own amount. Where they are gross, the
// net of its tax group is spread over the group's lines by largest remainder, so that 3 x 9.99 at 20 % are 8.33, 8.32, 8.32.
std::vector<std::int64_t> line_nets(const InvoiceDocument& document);

// round(amount x rate), from the minor units of one currency into those of another.
std::int64_t converted(std::int64_t amount, Currency from, Currency to, Decimal4 rate);

// The tax on the sum of a group's lines: on top of it where prices are net (T2), inside it where they are gross (T3).
std::int64_t group_tax(std::int64_t lines, Prices prices, Decimal4 percent);

}  // namespace billtrail
