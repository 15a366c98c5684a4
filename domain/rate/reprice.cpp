// R4: a rate with a past date reprices the unbilled and unlocked work it touches; every entry gets an event of its own. The new
// rule is not in the books yet, so each entry is asked twice: who wins without what it replaces, and does the new rule beat that?
#include "domain/rate/reprice.hpp"

#include "domain/member/role_at.hpp"
#include "domain/rate/held_rate.hpp"
#include "domain/rate/resolve.hpp"
#include "domain/wip/entry_lock.hpp"

namespace billtrail {
namespace {

// The new rule won; rows count up from 0 and no_row is taken.
constexpr Row new_rule = no_row - 1;

class Repricing {
 public:
  Repricing(const Books& books, const RateChange& change) : books_(books), change_(change) {
    const RateSelectors& selectors = change.rule.selectors;
    name(Selector::project, selectors.project ? books.projects.row_of(*selectors.project) : no_row);
    name(Selector::engagement, selectors.engagement ? books.engagements.row_of(*selectors.engagement) : no_row);
    name(Selector::client, selectors.client ? books.clients.row_of(*selectors.client) : no_row);
    name(Selector::service, selectors.service ? books.services.row_of(*selectors.service) : no_row);
    name(Selector::member, selectors.member ? books.members.row_of(*selectors.member) : no_row);
    selectors_ = selectors_of(selectors);
  }

  // Whether the rule, in its new place, may price the entry otherwise than now.
  bool touches(const EntryState& entry) const {
    if (entry.removed || entry.category == Category::non_billable || entry.work_date < change_.from) return false;
    const RateWork work = rate_work(books_, entry);
    for (std::size_t i = 0; i < selector_count; ++i) {
      if (named_[i] != no_row && named_[i] != work.named[i]) return false;
    }
    if (work.currency != change_.rule.price.currency || !role_matches(entry)) return false;
    return new_winner(entry.agreed, work, every_selector) || new_winner(entry.standard, work, without_contract);
  }

  EntryRepriced repriced(Row row) const {
    const EntryState& entry = books_.entries.at(row);
    const RateWork work = rate_work(books_, entry);
    return {books_.entries.key(row),
            applied_rate(books_, entry.agreed),
            after(entry.agreed, new_winner(entry.agreed, work, every_selector)),
            applied_rate(books_, entry.standard),
            after(entry.standard, new_winner(entry.standard, work, without_contract)),
            change_.id};
  }

 private:
  static constexpr auto without_contract = static_cast<SelectorSet>(every_selector & ~contract_selectors);

  void name(Selector selector, Row row) { named_[static_cast<std::size_t>(selector)] = row; }

  bool role_matches(const EntryState& entry) const {
    if (!change_.rule.selectors.role) return true;
    const std::string* role = role_at(books_.members.at(entry.member), entry.work_date);
    return role != nullptr && *role == *change_.rule.selectors.role;
  }

  // The rule that prices the work from now on, no_row for none; nothing when the change makes no difference to this rate.
  std::optional<Row> new_winner(const HeldRate& held, const RateWork& work, SelectorSet allowed) const {
    const bool settled = held.present && held.origin != RateOrigin::rule;
    if (settled || (selectors_ & ~allowed) != 0) return std::nullopt;
    const Row other = winning_rule(books_, RateKind::bill, work, allowed, Without{change_.replaced});
    if (other != no_row && weight(selectors_of(books_.rate_rules.at(other).selectors)) > weight(selectors_)) return std::nullopt;

    // What is replaced has the same selectors, so it was as strong as the new rule is.
    const bool had = change_.replaced != no_row && in_force(books_.rate_rules.at(change_.replaced), work.date);
    const bool has = in_force(change_.rule, work.date);
    if (!had && !has) return std::nullopt;
    const Row winner = has ? new_rule : other;
    return holds(held, winner) ? std::nullopt : std::optional(winner);
  }

  unsigned weight(SelectorSet selectors) const { return books_.rate_index.weight(selectors); }

  // A rule keeps its price when only its end moves, so the same rule is the same rate.
  bool holds(const HeldRate& held, Row winner) const {
    if (winner == no_row) return !held.present;
    if (!held.present || held.rule == no_row) return false;
    return winner == new_rule ? books_.rate_rules.key(held.rule) == change_.id : held.rule == winner;
  }

  std::optional<AppliedRate> after(const HeldRate& held, std::optional<Row> winner) const {
    if (!winner) return applied_rate(books_, held);
    if (*winner == new_rule) return AppliedRate{change_.rule.price, RateOrigin::rule, change_.id};
    return rate_of(books_, *winner);
  }

  const Books& books_;
  const RateChange& change_;
  std::array<Row, selector_count> named_{no_row, no_row, no_row, no_row, no_row, no_row};
  SelectorSet selectors_ = 0;
};

}  // namespace

void reprice(const Books& books, const RateChange& change, std::vector<Event>& events) {
  if (change.rule.kind != RateKind::bill) return;  // a cost rate is not on the entry
  const Repricing repricing(books, change);
  std::vector<Row> touched;
  for (Row row = 0; row < books.entries.size(); ++row) {
    if (repricing.touches(books.entries.at(row)) && !rate_is_settled(books, row)) touched.push_back(row);
  }
  // Events are large and there may be very many: one allocation.
  events.reserve(events.size() + touched.size());
  for (const Row row : touched) events.emplace_back(repricing.repriced(row));
}

}  // namespace billtrail
