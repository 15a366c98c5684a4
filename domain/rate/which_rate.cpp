// R1: contract beats person unless the practice orders it otherwise: practice default < role < member < service < client <
// engagement < project. R2: the standard rate is what would apply without the contract.
#include "domain/rate/which_rate.hpp"

#include "domain/member/role_at.hpp"
#include "domain/rate/resolve.hpp"

namespace billtrail {
namespace {

constexpr std::size_t place(Selector selector) { return static_cast<std::size_t>(selector); }

template <class SomeId, class State>
Row row_or_none(const Table<SomeId, State>& table, const std::optional<SomeId>& id) {
  return id ? table.row_of(*id) : no_row;
}

RateWork rate_work(const Books& books, const RateQuestion& question) {
  RateWork work;
  work.date = question.date;
  work.named[place(Selector::project)] = row_or_none(books.projects, question.work.project);
  work.named[place(Selector::engagement)] = row_or_none(books.engagements, question.work.engagement);
  work.named[place(Selector::client)] = row_or_none(books.clients, question.work.client);
  work.named[place(Selector::service)] = row_or_none(books.services, question.work.service);
  work.named[place(Selector::member)] = books.members.row_of(question.member);
  const Row client = work.named[place(Selector::client)];
  work.currency = client == no_row ? books.settings->currency : books.clients.at(client).currency;
  return work;
}

Row role_number(const Books& books, const RateWork& work) {
  const Row member = work.named[place(Selector::member)];
  if (member == no_row) return no_row;
  const std::string* role = role_at(books.members.at(member), work.date);
  return role == nullptr ? no_row : books.rate_index.role_number(*role);
}

constexpr bool names(SelectorSet selectors, std::size_t selector) {
  return (static_cast<unsigned>(selectors) >> selector & 1U) != 0;
}

}  // namespace

RateWork rate_work(const Books& books, const EntryState& entry) {
  RateWork work;
  work.date = entry.work_date;
  work.named[place(Selector::project)] = entry.project;
  work.named[place(Selector::engagement)] = entry.engagement;
  work.named[place(Selector::client)] = entry.client;
  work.named[place(Selector::service)] = entry.service;
  work.named[place(Selector::member)] = entry.member;
  work.currency = entry.client == no_row ? books.settings->currency : books.clients.at(entry.client).currency;
  return work;
}

Row winning_rule(const Books& books, RateKind kind, const RateWork& work, SelectorSet allowed, Without without) {
  std::array<Row, selector_count> named = work.named;
  bool role_known = false;  // looked up only when a rule asks for it
  for (const SelectorSet selectors : books.rate_index.strongest_first(kind)) {
    if ((selectors & ~allowed) != 0) continue;
    if (!role_known && names(selectors, place(Selector::role))) {
      named[place(Selector::role)] = role_number(books, work);
      role_known = true;
    }
    RateKey key{kind, work.currency};
    bool matches = true;
    for (std::size_t i = 0; i < selector_count; ++i) {
      if (!names(selectors, i)) continue;
      key.named[i] = named[i];
      matches = matches && named[i] != no_row;
    }
    const std::vector<Row>* rules = matches ? books.rate_index.rules(key) : nullptr;
    if (rules == nullptr) continue;
    for (const Row rule : *rules) {
      if (rule != without.rule && in_force(books.rate_rules.at(rule), work.date)) return rule;
    }
  }
  return no_row;
}

std::optional<AppliedRate> rate_of(const Books& books, Row rule) {
  if (rule == no_row) return std::nullopt;
  return AppliedRate{books.rate_rules.at(rule).price, RateOrigin::rule, books.rate_rules.key(rule)};
}

std::optional<RateKey> rate_key(const Books& books, RateKind kind, Currency currency, const RateSelectors& selectors) {
  RateKey key{kind, currency};
  key.named[place(Selector::project)] = row_or_none(books.projects, selectors.project);
  key.named[place(Selector::engagement)] = row_or_none(books.engagements, selectors.engagement);
  key.named[place(Selector::client)] = row_or_none(books.clients, selectors.client);
  key.named[place(Selector::service)] = row_or_none(books.services, selectors.service);
  key.named[place(Selector::member)] = row_or_none(books.members, selectors.member);
  if (selectors.role) {
    key.named[place(Selector::role)] = books.rate_index.role_number(*selectors.role);
    if (key.named[place(Selector::role)] == no_row) return std::nullopt;
  }
  return key;
}

std::optional<AppliedRate> agreed_rate(const Books& books, const RateQuestion& question) {
  if (question.work.category == Category::non_billable) return std::nullopt;
  return rate_of(books, winning_rule(books, RateKind::bill, rate_work(books, question), every_selector));
}

std::optional<AppliedRate> standard_rate(const Books& books, const RateQuestion& question) {
  if (question.work.category == Category::non_billable) return std::nullopt;
  const auto allowed = static_cast<SelectorSet>(every_selector & ~contract_selectors);
  return rate_of(books, winning_rule(books, RateKind::bill, rate_work(books, question), allowed));
}

std::optional<AppliedRate> cost_rate(const Books& books, const RateQuestion& question) {
  RateWork work = rate_work(books, question);
  work.currency = books.settings->currency;
  return rate_of(books, winning_rule(books, RateKind::cost, work, every_selector));
}

}  // namespace billtrail
