// R1: the weight of a set is the sum of its selectors' weights, 32 for the strongest of the practice's order down to 1.
#include "domain/rate/rate_index.hpp"

#include <algorithm>
#include <boost/container_hash/hash.hpp>

namespace billtrail {

std::size_t hash_value(const RateKey& key) {
  std::size_t seed = static_cast<std::size_t>(key.kind);
  for (const char letter : key.currency.code()) seed = seed << 8U | static_cast<unsigned char>(letter);
  for (const Row row : key.named) boost::hash_combine(seed, row);
  return seed;
}

SelectorSet selectors_of(const RateKey& key) {
  unsigned selectors = 0;
  for (std::size_t i = 0; i < selector_count; ++i) {
    if (key.named[i] != no_row) selectors |= 1U << i;
  }
  return static_cast<SelectorSet>(selectors);
}

SelectorSet selectors_of(const RateSelectors& selectors) {
  unsigned set = 0;
  if (selectors.project) set |= selector_bit(Selector::project);
  if (selectors.engagement) set |= selector_bit(Selector::engagement);
  if (selectors.client) set |= selector_bit(Selector::client);
  if (selectors.service) set |= selector_bit(Selector::service);
  if (selectors.member) set |= selector_bit(Selector::member);
  if (selectors.role) set |= selector_bit(Selector::role);
  return static_cast<SelectorSet>(set);
}

RateIndex::RateIndex(Journal& journal)
    : journal_(journal), order_{Selector::project, Selector::engagement, Selector::client,
                                Selector::service, Selector::member,     Selector::role} {}

const std::vector<Row>* RateIndex::rules(const RateKey& key) const {
  const auto found = rules_.find(key);
  return found == rules_.end() ? nullptr : &found->second;
}

void RateIndex::add(const RateKey& key, Row rule) {
  rules_[key].push_back(rule);
  count(key.kind, selectors_of(key), 1);
  if (!journal_.open()) return;
  journal_.note([this, key] {
    const auto found = rules_.find(key);
    found->second.pop_back();
    if (found->second.empty()) rules_.erase(found);
    count(key.kind, selectors_of(key), static_cast<std::uint32_t>(-1));
  });
}

void RateIndex::set_order(const std::vector<Selector>& order) {
  if (journal_.open()) {
    journal_.note([this, old = order_] {
      order_ = old;
      sort_again();
    });
  }
  order_ = order;
  sort_again();
}

Row RateIndex::role_number(const std::string& role) const {
  const auto found = roles_.find(role);
  return found == roles_.end() ? no_row : found->second;
}

Row RateIndex::number_role(const std::string& role) {
  return roles_.emplace(role, static_cast<Row>(roles_.size())).first->second;
}

unsigned RateIndex::weight(SelectorSet selectors) const {
  unsigned sum = 0;
  unsigned each = 32;
  for (const Selector selector : order_) {
    if ((selectors & selector_bit(selector)) != 0) sum += each;
    each /= 2;
  }
  return sum;
}

void RateIndex::count(RateKind kind, SelectorSet selectors, std::uint32_t change) {
  in_use_[static_cast<std::size_t>(kind)].rules[selectors] += change;
  sort_again();
}

void RateIndex::sort_again() {
  for (InUse& in_use : in_use_) {
    in_use.ordered.clear();
    for (unsigned selectors = 0; selectors <= every_selector; ++selectors) {
      if (in_use.rules[selectors] > 0) in_use.ordered.push_back(static_cast<SelectorSet>(selectors));
    }
    std::sort(in_use.ordered.begin(), in_use.ordered.end(),
              [this](SelectorSet a, SelectorSet b) { return weight(a) > weight(b); });
  }
}

}  // namespace billtrail
