// The rate rules' answer.
#include "projections/rates.hpp"

namespace billtrail {
namespace {

template <class Key>
bool fits(const std::optional<Key>& wanted, const std::optional<Key>& named) {
  return !wanted || wanted == named;
}

}  // namespace

RatesAnswer rates(const Views& views, const Question& question) {
  RatesAnswer answer;
  for (const RateSet& set : views.rates.rules) {
    const RateSelectors& s = set.selectors;
    if (!fits(question.client, s.client) || !fits(question.member, s.member) || !fits(question.project, s.project) ||
        !fits(question.service, s.service)) {
      continue;
    }
    answer.rows.push_back({std::string(set.rule.text()), set.rule, set.kind, s.project, s.engagement, s.client, s.service, s.member,
                           s.role, set.price, set.valid_from, set.valid_to, set.ends});
  }
  return answer;
}

}  // namespace billtrail
