// M1-M4, W1a: what a line of work comes to, and what each entry's share of it is.
#pragma once

#include <vector>

#include "domain/wip/open_work.hpp"

namespace billtrail {

// What one entry brings to a line: what is open of it, apart from what was written up, which stands on a line of its own (M2).
struct LineWork {
  Row entry = no_row;
  Seconds billed;
  Seconds seconds;
  Price price;
  std::int64_t value = 0;  // relieved at issue; write-ups taken out
  std::int64_t off = 0;    // written off before without its seconds (W5): an allowance of the line
  std::int64_t up = 0;     // written up before
  bool overage = false;
};
// The work must be priced.
LineWork line_work(const Books& books, Row entry, const OpenWork& open);

// Fills in quantity, price, amounts, period and claims of a line of work that shares a price. `written_down` is what a person
// took off (W6); it is kept as far as there is value. Never empty.
void price_line(const Books& books, InvoiceLine& line, std::vector<LineWork> work, std::int64_t written_down);

// H7: the quantity of a line of covered work, whose price is zero.
void count_covered(const Books& books, InvoiceLine& line);

// What a person took off the line: proposed less billed.
std::int64_t written_down(const InvoiceLine& line);

// M3, M4 also where adjustments make some weights negative: parts that sum to the total, in proportion to the weights.
std::vector<std::int64_t> spread(std::int64_t total, const std::vector<std::int64_t>& weights);

// A line of one piece: negative amounts by a negative quantity (T6).
InvoiceLine one_piece(LineKind kind, std::string text, std::int64_t amount, Currency currency);
// Gives a line of one piece another amount.
void set_one_piece(InvoiceLine& line, std::int64_t amount, Currency currency);

// Minor units as a price. Exponents are at most 3, prices have four decimals.
Decimal4 price_of(std::int64_t minor, Currency currency);
std::string_view unit_of(const Books& books, const Price& price);

}  // namespace billtrail
