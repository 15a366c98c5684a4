// Finds rate rules by what they name (R1): one look-up for each set of selectors in use, strongest first, instead of a walk
// over all rules. Derived from the rules; can be rolled back with its journal.
#pragma once

#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <string>
#include <vector>

#include "domain/kernel/table.hpp"
#include "domain/practice/practice.hpp"
#include "domain/rate/rate.hpp"

namespace billtrail {

// A set of selectors, a bit each.
using SelectorSet = std::uint8_t;
constexpr SelectorSet selector_bit(Selector selector) { return static_cast<SelectorSet>(1U << static_cast<unsigned>(selector)); }
inline constexpr SelectorSet every_selector = 63;
// R2: what the standard rate ignores.
inline constexpr SelectorSet contract_selectors = static_cast<SelectorSet>(
    selector_bit(Selector::project) | selector_bit(Selector::engagement) | selector_bit(Selector::client));

inline constexpr std::size_t selector_count = 6;

// What a rule names, as rows of the books' tables; the role as its number in the index; no_row where it names nothing.
struct RateKey {
  RateKind kind = RateKind::bill;
  Currency currency;
  std::array<Row, selector_count> named{no_row, no_row, no_row, no_row, no_row, no_row};  // by Selector
  friend bool operator==(const RateKey&, const RateKey&) = default;
};
std::size_t hash_value(const RateKey& key);
SelectorSet selectors_of(const RateKey& key);
SelectorSet selectors_of(const RateSelectors& selectors);

class RateIndex {
 public:
  explicit RateIndex(Journal& journal);
  RateIndex(const RateIndex&) = delete;
  RateIndex& operator=(const RateIndex&) = delete;

  // The rules with exactly these selectors, in order of arrival; null when there is none.
  const std::vector<Row>* rules(const RateKey& key) const;
  void add(const RateKey& key, Row rule);

  // The sets of selectors that rules of the kind use, strongest first.
  const std::vector<SelectorSet>& strongest_first(RateKind kind) const { return in_use_[static_cast<std::size_t>(kind)].ordered; }
  void set_order(const std::vector<Selector>& order);
  // R1: the sum of the weights, 32 for the strongest selector of the order down to 1.
  unsigned weight(SelectorSet selectors) const;

  // Roles that rules name have numbers, append only; no_row for others.
  Row role_number(const std::string& role) const;
  Row number_role(const std::string& role);

 private:
  struct InUse {
    std::array<std::uint32_t, every_selector + 1> rules{};
    std::vector<SelectorSet> ordered;
  };

  void count(RateKind kind, SelectorSet selectors, std::uint32_t change);
  void sort_again();

  Journal& journal_;
  boost::unordered_flat_map<RateKey, std::vector<Row>> rules_;
  boost::unordered_flat_map<std::string, Row> roles_;
  std::vector<Selector> order_;
  std::array<InUse, 2> in_use_;  // by RateKind
};

}  // namespace billtrail
