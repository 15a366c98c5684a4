// R1 on rows of the books: the core that pricing and repricing share.
#pragma once

#include <array>

#include "domain/books.hpp"

namespace billtrail {

// The work, as far as rates look at it. The place of the role stays empty; it follows from the member and the date.
struct RateWork {
  std::array<Row, selector_count> named{no_row, no_row, no_row, no_row, no_row, no_row};  // by Selector
  Date date;
  Currency currency;  // the client's for billing; the practice's for cost and for work without a client
};

// A rule that is left out of the answer; no_row for none.
struct Without {
  Row rule = no_row;
};

RateWork rate_work(const Books& books, const EntryState& entry);

// The strongest rule that matches, has begun and has not ended, among those whose selectors are all in `allowed`; no_row when
// none.
Row winning_rule(const Books& books, RateKind kind, const RateWork& work, SelectorSet allowed, Without without = {});

std::optional<AppliedRate> rate_of(const Books& books, Row rule);

// The rule's place in the index. With a role that no rule has named yet, nothing.
std::optional<RateKey> rate_key(const Books& books, RateKind kind, Currency currency, const RateSelectors& selectors);

constexpr bool in_force(const RateRuleState& rule, Date date) {
  return rule.valid_from <= date && (!rule.valid_to || date < *rule.valid_to);
}

}  // namespace billtrail
