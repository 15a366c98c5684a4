// D4: which entries are rounded together.
#pragma once

#include <compare>
#include <vector>

#include "domain/books.hpp"

namespace billtrail {

// Within one client. The last is a row of Books::rounding_terms.
struct GroupKey {
  Row member = no_row;
  Date work_date;
  Row engagement = no_row, service = no_row;
  Category category = Category::non_billable;
  std::uint16_t rounding = 0;
  friend auto operator<=>(const GroupKey&, const GroupKey&) = default;
};
GroupKey group_of(const EntryState& entry);

// Whether the entry's billed seconds depend on others: its terms say so and nothing has frozen it.
bool rounds_in_group(const Books& books, Row entry);

// The billed seconds of one whole group, given in order; never empty.
std::vector<Seconds> rounded_together(const Books& books, const std::vector<Row>& group);

// The billed seconds of an entry that does not round in a group.
Seconds billed_alone(const Books& books, Row entry);

}  // namespace billtrail
